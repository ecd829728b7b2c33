"""The test's database without migrating it every time.

On SQLite a migrated file is kept and copied. It is found again by what it was made of: the migrations and the
versions of what runs them. Whatever changes there makes a new one, so that the migrations themselves are run
for real as often as they change. On PostgreSQL, whose cluster lives as long as a run, one process migrates a
template of which each makes its own copy.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MADE_BY = ("django", "django-simple-history", "django-allauth")


@pytest.fixture(scope="session")
def django_db_keepdb(
    request: pytest.FixtureRequest, django_db_blocker, django_db_modify_db_settings: None
) -> bool:
    """True: what is put in place is migrated, and only has to be looked over.

    On PostgreSQL nothing is dropped afterwards either: the cluster goes, and a server thread or a worker that
    is still hanging up would be in the way.
    """
    from django.db import connection

    database = connection.settings_dict
    if connection.vendor == "postgresql":
        with _alone(_shared() / "template.lock"), django_db_blocker.unblock():
            database["TEST"]["TEMPLATE"] = _postgresql_template()
            with connection._nodb_cursor() as cursor:  # what an earlier run left on a server that stays
                name = connection.ops.quote_name(connection.creation._get_test_db_name())
                cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        return True
    target = Path(database["TEST"]["NAME"])
    target.parent.mkdir(parents=True, exist_ok=True)
    for leftover in (target, *target.parent.glob(f"{target.name}-*")):
        leftover.unlink(missing_ok=True)
    template = _template()
    with _alone(template.with_suffix(".lock")):
        if not template.exists():
            with django_db_blocker.unblock():
                _make(template)
    shutil.copyfile(template, target)
    return True


def _shared() -> Path:
    """A folder of this run, the same for all its processes."""
    return Path(os.environ["TEST_FOLDER"])


def _postgresql_template() -> str:
    from django.db import connection

    name, ready = "koploper_template", _shared() / "template.ready"
    if not ready.exists():
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name}")
        _migrate(name)
        ready.touch()
    return name


def _template() -> Path:
    made_of = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in MADE_BY).encode())
    for path in sorted(ROOT.glob("*/migrations/*.py")):
        made_of.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    folder = Path(tempfile.gettempdir()) / "koploper-test-databases"
    folder.mkdir(exist_ok=True)
    return folder / f"{made_of.hexdigest()[:24]}.sqlite3"


def _make(template: Path) -> None:
    """Written under another name first: a run that is stopped halfway leaves nothing that looks whole."""
    unfinished = template.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    _migrate(str(unfinished))
    with closing(sqlite3.connect(unfinished)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        file.execute("PRAGMA journal_mode=DELETE")
    unfinished.rename(template)


def _migrate(name: str) -> None:
    from django.core.management import call_command
    from django.db import connection

    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
