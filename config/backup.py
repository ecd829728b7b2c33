"""One file that holds everything but the secrets, made while the application runs, and put back in one go."""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from network.models import Message

CONTENTS = "contents.json"
# What a mail that was waiting says afterwards: nobody knows whether it left after the backup was made.
RESTORED = "Waiting when the backup was made; it may have left since."


class CannotRestore(Exception):
    """Why a backup was not put back, in a sentence."""


def make(folder: Path, now: datetime | None = None) -> Path:
    """Writes `koploper-DATE.tar` into the folder; there is no half file under that name."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"koploper-{timezone.localtime(now):%Y-%m-%d-%H%M%S}.tar"
    with tempfile.TemporaryDirectory(dir=folder, prefix=".koploper-") as work_name:
        work = Path(work_name)
        database = _copy_database(work)
        sums: dict[str, str] = {}
        unfinished = work / "unfinished.tar"
        with tarfile.open(unfinished, "w") as archive:
            for path, name in [(database, database.name), *_media()]:
                sums[name] = _sum(path)
                archive.add(path, name, recursive=False)
            contents = json.dumps({"engine": connection.vendor, "sha256": sums}, indent=1).encode()
            entry = tarfile.TarInfo(CONTENTS)
            entry.size = len(contents)
            archive.addfile(entry, io.BytesIO(contents))
        unfinished.chmod(0o600)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.rename(target)
    return target


def restore(source: Path) -> int:
    """Puts a backup back over the database and files there are; how many mails became uncertain.

    Nothing is touched before every sum is right.
    """
    with tempfile.TemporaryDirectory(prefix="koploper-") as work_name:
        work = Path(work_name)
        with tarfile.open(source) as archive:
            archive.extractall(work, filter="data")
        contents = json.loads((work / CONTENTS).read_text())
        if contents["engine"] != connection.vendor:
            raise CannotRestore(
                f"This backup is of {contents['engine']}, the database here is {connection.vendor}."
            )
        for name, expected in contents["sha256"].items():
            if not (work / name).is_file() or _sum(work / name) != expected:
                raise CannotRestore(f"{name} in the backup is damaged.")
        _put_database_back(work)
        media = Path(settings.MEDIA_ROOT)
        for name in contents["sha256"]:
            if name.startswith("media/"):
                target = media / name.removeprefix("media/")
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(work / name, target)
    return doubt_waiting_mail()


def doubt_waiting_mail() -> int:
    """Mails that waited at the moment of the backup may have left since: the leader decides."""
    State = Message.State
    with transaction.atomic():
        return Message.objects.filter(state__in=[State.QUEUED, State.CLAIMED, State.HANDING]).update(
            state=State.UNCERTAIN,
            handing_at=timezone.now(),
            claimed_by="",
            lease_until=None,
            last_error=RESTORED,
        )


def _media() -> Iterator[tuple[Path, str]]:
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")) if root.is_dir() else []:
        if path.is_file() and not path.is_symlink():
            yield path, f"media/{path.relative_to(root)}"


def _copy_database(work: Path) -> Path:
    if connection.vendor == "sqlite":
        target = work / "database.sqlite3"
        connection.ensure_connection()
        with sqlite3.connect(target) as copy:
            connection.connection.backup(copy)
        copy.close()
        return target
    target = work / "database.dump"
    _run("pg_dump", "--format", "custom", "--no-owner", "--file", str(target))
    return target


def _put_database_back(work: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(work / "database.sqlite3") as copy:
            copy.backup(connection.connection)
        copy.close()
    else:
        _run(
            "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error",
            "--dbname", str(connection.settings_dict["NAME"]), str(work / "database.dump"),
        )  # fmt: skip
    connection.close()


def _run(program: str, *arguments: str) -> None:
    at = connection.settings_dict
    environment = {
        **os.environ,
        "PGHOST": str(at["HOST"] or ""),
        "PGPORT": str(at["PORT"] or ""),
        "PGUSER": str(at["USER"] or ""),
        "PGPASSWORD": str(at["PASSWORD"] or ""),
        "PGDATABASE": str(at["NAME"]),
    }
    environment = {name: value for name, value in environment.items() if value or not name.startswith("PG")}
    done = subprocess.run([_program(program), *arguments], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise CannotRestore(f"{program}: {done.stderr.strip()[-500:]}")


def _program(name: str) -> str:
    if found := shutil.which(name):
        return found
    raise CannotRestore(f"{name} is missing; install the package postgresql-client.")


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
