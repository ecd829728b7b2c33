"""Every check that is not a test, two at a time, with a line each: `python -m scripts.checks [name ...]`."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def templates() -> list[str]:
    return [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]


CHECKS = {
    "types": tool("mypy"),
    "style": tool("ruff", "check", "--output-format", "concise", "."),
    "format": tool("ruff", "format", "--check", "--quiet", "."),
    "templates": tool("djade", "--check", "--target-version", "5.2", *templates()),
    "layers": tool("lint-imports"),
    "dependencies": tool("deptry", "--no-ansi", "."),
    "lock files": python("-m", "scripts.lock", "--check"),
    "translations": python("-m", "scripts.messages", "check"),
    "migrations": python("manage.py", "makemigrations", "--check", "--dry-run"),
    "production settings": python("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
}


def production(folder: str) -> dict[str, str]:
    """The environment of a sound production installation; no server is asked for anything."""
    return {
        "DATABASE_URL": "postgres://koploper@localhost/koploper",
        "REDIS_URL": "redis://localhost/0",
        "EMAIL_URL": "smtp+tls://user:password@localhost:587",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ENCRYPTION_KEYS": secrets.token_urlsafe(32),
        "ALLOWED_HOSTS": "koploper.example",
        "MEDIA_ROOT": folder,
        "VAR_DIR": folder,
    }


def run(name: str) -> tuple[str, float, subprocess.CompletedProcess]:
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="koploper-check-") as folder:
        environment = {**os.environ, "VAR_DIR": folder, "COLUMNS": "120"}
        if name == "production settings":
            environment |= production(folder)
        done = subprocess.run(
            CHECKS[name],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    return name, time.monotonic() - started, done


def main() -> int:
    names = sys.argv[1:] or list(CHECKS)
    failed = 0
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for name, seconds, done in pool.map(run, names):
            print(f"{'ok    ' if done.returncode == 0 else 'FAILED'}  {name} ({seconds:.1f} s)", flush=True)
            if done.returncode:
                failed += 1
                print("        $ " + " ".join(CHECKS[name][:6]))
                print("\n".join("        " + line for line in done.stdout.splitlines()[-60:]), flush=True)
    if failed:
        print(f"{failed} of {len(names)} checks failed.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
