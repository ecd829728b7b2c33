"""What the environment says, judged before anything starts: plain values in, plain values out."""

import base64
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

SHORTEST_SECRET = 50
FEWEST_CHARACTERS = 12
GUESSABLE = ("secret", "changeme", "change-me", "password", "insecure", "embedded", "example", "test")


def secret_fault(secret: str) -> str:
    """Why a secret will not do; empty when it will."""
    if not secret:
        return "is missing"
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_CHARACTERS:
        return f"is weak: it needs {SHORTEST_SECRET} random characters or more"
    if any(word in secret.lower() for word in GUESSABLE):
        return "is weak: it holds a word that everybody tries first"
    return ""


def production_faults(
    *,
    secret_key: str,
    encryption_keys: list[str],
    debug: bool,
    allowed_hosts: list[str],
    redis_url: str,
    email_url: str,
    demo: bool = False,
    site_scheme: str = "https",
) -> list[str]:
    """Why an installation must not start in production mode, a sentence each with what to do."""
    make_one = 'make one with: python3 -c "import secrets; print(secrets.token_urlsafe(64))"'
    faults = []
    if fault := secret_fault(secret_key):
        faults.append(f"SECRET_KEY {fault}; {make_one}")
    if not encryption_keys:
        faults.append(f"ENCRYPTION_KEYS is missing; {make_one}, and keep it apart from the database")
    elif any(len(key) < 32 or len(set(key)) < FEWEST_CHARACTERS for key in encryption_keys):
        faults.append(f"ENCRYPTION_KEYS has a weak key of fewer than 32 random characters; {make_one}")
    elif secret_key in encryption_keys:
        faults.append("ENCRYPTION_KEYS repeats SECRET_KEY; they must differ")
    if debug:
        faults.append("DEBUG is on: it shows the inside of the application to everybody; remove it")
    if demo:
        faults.append("DEMO is on: it hands out sign-in links; remove it")
    if not allowed_hosts:
        faults.append("ALLOWED_HOSTS is missing; name the host names of the networks, separated by commas")
    elif any(host.strip() in ("*", ".") or host.strip().startswith("*") for host in allowed_hosts):
        faults.append("ALLOWED_HOSTS has a wildcard, so that anybody's host name is answered; name them")
    if not redis_url:
        faults.append("REDIS_URL is missing; several processes share a broker and cache there")
    if not email_url:
        faults.append("EMAIL_URL is missing, for example smtp+tls://user:password@host:587")
    if site_scheme != "https":
        faults.append("SITE_SCHEME is not https: sign-in would go over the line for all to read")
    return faults


def kept_secret(path: Path) -> str:
    """A random secret that is made once and stays; two processes that start together get the same one."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(base64.urlsafe_b64encode(secrets.token_bytes(48)).decode())
        try:
            os.link(fresh, path)  # fails when another process was first: its secret stands
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()


def broker_url(redis_url: str) -> str:
    """The same server in Celery's words: it calls a unix socket otherwise."""
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    database = parts.query.removeprefix("db=")
    return f"redis+socket://{parts.path}" + (f"?virtual_host={database}" if database.isdigit() else "")


def last_port(folder: Path) -> str:
    """The port at which `manage.py serve` was started last; 8000 before the first time."""
    try:
        return (folder / "port").read_text().strip()
    except OSError:
        return "8000"
