"""Production as docs/production.md sets it up: PostgreSQL, Redis, two web workers, a worker and a clock."""

import re
import secrets
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import servers
from tests.plugins.services import wait_until

pytestmark = pytest.mark.drill
HOST = "pioniers.example"


class SameAddress(urllib.request.HTTPRedirectHandler):
    """Redirects are looked at, not followed."""

    def redirect_request(self, *args):
        return None


opener = urllib.request.build_opener(SameAddress)


def ask(port: int, path: str, *, https: bool = True, host: str = HOST) -> tuple[int, dict[str, str], str]:
    headers = {"Host": host, "Accept-Encoding": "identity"} | (
        {"X-Forwarded-Proto": "https"} if https else {}
    )
    try:
        with opener.open(urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read().decode()


@pytest.fixture
def production(tmp_path, redis_url):
    """The environment of a production installation with one network in it."""
    with servers.postgresql() as database_url, ExitStack() as running:
        environment = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "EMBEDDED": "false",
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "EMAIL_URL": f"smtp://127.0.0.1:{servers.free_port()}",
            "SECRET_KEY": secrets.token_urlsafe(64),
            "ENCRYPTION_KEYS": secrets.token_urlsafe(48),
            "ALLOWED_HOSTS": HOST,
            "VAR_DIR": str(tmp_path / "var"),
            "MEDIA_ROOT": str(tmp_path / "media"),
            "LOG_LEVEL": "INFO",
            "SITE_PORT": "",
        }

        def run(*command: str) -> str:
            log = tmp_path / f"{command[-1].replace('/', '_')}.log"
            with servers.process(*command, log=log, env=environment) as process:
                assert process.wait(240) == 0, log.read_text()
            return log.read_text()

        def start(name: str, *command: str) -> tuple[Path, object]:
            log = tmp_path / f"{name}.log"
            return log, running.enter_context(servers.process(*command, log=log, env=environment))

        run("manage.py", "migrate", "-v0")
        run("manage.py", "create_network", "pioniers", "--name", "Pioniers Overijssel", "--host", HOST)
        run("manage.py", "prepare", "-v0")
        yield start


def test_production_serves_https_only_with_hashed_files_and_a_worker_that_hears_the_clock(production):
    start = production
    port = servers.free_port()
    web, _ = start(
        "web", "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2",
        "--worker-class", "gthread", "--threads", "2", "--no-control-socket",
    )  # fmt: skip
    start("worker", "-m", "celery", "-A", "config", "worker", "--concurrency", "1", "--loglevel", "INFO")
    start("beat", "-m", "celery", "-A", "config", "beat", "--schedule", str(web.parent / "schedule"))
    wait_until(lambda: "Booting worker" in web.read_text() and _answers(port), 60)

    status, headers, body = ask(port, "/")
    assert (status, "Pioniers" in body) == (200, True)
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    style = re.search(r'href="(/static/css/koploper\.[0-9a-f]{12}\.css)"', body)
    assert style, body[:800]
    status, headers, _ = ask(port, style[1])
    assert (status, "immutable" in headers["Cache-Control"]) == (200, True)

    assert ask(port, "/", https=False)[0] == 301
    assert ask(port, "/", host="elders.example")[0] == 400
    assert ask(port, "/healthz", https=False, host="10.0.0.1")[0] == 200
    assert "Set-Cookie" not in ask(port, "/account/login/")[1]
    wait_until(lambda: ask(port, "/readyz", https=False)[0] == 200, 90)
    assert (
        '"event"' in (line := web.read_text().splitlines()[-1]) or "[INFO]" in line
    )  # JSON, or gunicorn's own


def _answers(port: int) -> bool:
    try:
        return ask(port, "/healthz", https=False)[0] == 200
    except OSError:
        return False
