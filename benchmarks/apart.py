"""A benchmark runs apart: on a database that is thrown away, with none of the settings around it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.servers import postgresql

ROOT = Path(__file__).resolve().parent.parent
DATABASES = ["sqlite", "postgresql"]
OURS = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "SECRET_KEY", "ALLOWED_HOSTS", "MEDIA_ROOT", "DEBUG")


def environment(**more: str) -> dict[str, str]:
    """Of a demonstration, whose leader needs no second factor; `more` says where it keeps things."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return {**kept, "DJANGO_SETTINGS_MODULE": "config.settings", "DEMO": "true", "LOG_LEVEL": "ERROR", **more}


def set_apart(**more: str) -> None:
    """This process itself, before Django reads its settings."""
    own = environment(**more)
    os.environ.clear()
    os.environ.update(own)


def run(*command: str, **more: str) -> str:
    """Python with this command in such an environment; the last line it prints."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(**more),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return (done.stdout.strip().splitlines() or [""])[-1]


@contextmanager
def throw_away_database(database: str) -> Iterator[dict[str, str]]:
    """What to add to the environment for an empty database of this kind, gone afterwards."""
    with TemporaryDirectory() as folder, ExitStack() as servers:
        url = f"sqlite:///{folder}/database.sqlite3"
        if database == "postgresql":
            url = servers.enter_context(postgresql())
        yield {"VAR_DIR": folder, "EMBEDDED": "true", "DATABASE_URL": url}
