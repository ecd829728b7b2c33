"""Is everything there that the application needs, and how to mend what is not; for /readyz and doctor."""

import ctypes.util
import importlib.util
import shutil
import smtplib
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from config import environment
from network import fonts
from network.actions import jobs
from network.models import Message

LATEST_MAIL = timedelta(minutes=10)
LATEST_BEAT = timedelta(minutes=10)
LEAST_FREE = 0.10
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


class State(StrEnum):
    OK = "ok"
    WARNING = "warning"  # it works, a part of it does not
    FAULT = "fault"


@dataclass(frozen=True)
class Finding:
    name: str
    state: State
    says: str
    mend: str = ""


def ok(name: str, says: str) -> Finding:
    return Finding(name, State.OK, says)


def database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return Finding(
            "database",
            State.FAULT,
            f"does not answer: {first_line(error)}",
            "Start it, or mend DATABASE_URL.",
        )
    return ok("database", connection.vendor)


def integrity() -> Finding:
    """Reads the whole of an SQLite file; PostgreSQL keeps its own checksums."""
    if connection.vendor != "sqlite":
        return ok("integrity", "kept by the server")
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            answer = cursor.fetchone()[0]
    except DatabaseError as error:
        answer = first_line(error)
    if answer != "ok":
        return Finding(
            "integrity", State.FAULT, f"SQLite finds damage: {answer}", "Put back the last backup."
        )
    return ok("integrity", "no damage found")


def migrations() -> Finding:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return Finding("migrations", State.FAULT, first_line(error), "Make the database answer first.")
    if waiting:
        return Finding("migrations", State.FAULT, f"{len(waiting)} to run", "Run: manage.py migrate")
    return ok("migrations", "all run")


def not_ready() -> str:
    """Why a command finds no database to work with, in a sentence; empty when the fault is another."""
    for look in (database, migrations):
        found = look()
        if found.state != State.OK:
            return (
                f"The database is not ready ({found.name}: {found.says}). {found.mend.rstrip('.')}."
                " While the first start is still making it: wait, and try again."
            )
    return ""


def broker() -> Finding:
    """Away it is a warning: pages go on, mails leave a little later."""
    if not settings.REDIS_URL:
        folder = Path(settings.BROKER_FOLDER) / "messages"
        if folder.is_dir() and _is_writable(folder):
            return ok("broker", f"messages lie in {folder}")
        return Finding(
            "broker", State.FAULT, f"{folder} cannot be written", "Give the application this folder."
        )
    import redis

    try:
        redis.Redis.from_url(settings.REDIS_URL, **settings.REDIS_TIMEOUTS).ping()
    except (redis.RedisError, OSError) as error:
        return Finding(
            "broker",
            State.WARNING,
            f"Redis does not answer: {first_line(error)}",
            "Start it, or mend REDIS_URL.",
        )
    return ok("broker", "Redis answers")


def worker(now: datetime | None = None) -> Finding:
    """Clock and worker together: the clock rings, a worker writes down that it heard."""
    how = "Start the worker and the clock: celery -A config worker, celery -A config beat."
    try:
        seen = jobs.beat_seen_at()
    except DatabaseError as error:
        return Finding("worker", State.FAULT, first_line(error), "Make the database answer first.")
    if seen is None:
        return Finding("worker", State.FAULT, "never heard of", how)
    passed = (now or timezone.now()) - seen
    if passed > LATEST_BEAT:
        return Finding(
            "worker", State.FAULT, f"last heard of {int(passed.total_seconds() // 60)} minutes ago", how
        )
    return ok("worker", f"heard of {max(0, int(passed.total_seconds()))} seconds ago")


def outbox(now: datetime | None = None) -> Finding:
    now = now or timezone.now()
    try:
        oldest = (
            Message.objects.filter(state=Message.State.QUEUED, not_before__lt=now - LATEST_MAIL)
            .order_by("not_before")
            .values_list("not_before", flat=True)
            .first()
        )
        uncertain = Message.objects.filter(state=Message.State.UNCERTAIN).count()
    except DatabaseError as error:
        return Finding("outbox", State.FAULT, first_line(error), "Make the database answer first.")
    if oldest:
        return Finding(
            "outbox",
            State.FAULT,
            f"mail is waiting since {timezone.localtime(oldest):%d-%m-%Y %H:%M}",
            "See that the worker runs and the mail server answers; then: manage.py outbox --sweep",
        )
    if uncertain:
        return Finding(
            "outbox",
            State.WARNING,
            f"{uncertain} perhaps sent",
            "The leader decides at the page of mails: it was received, or send it again.",
        )
    return ok("outbox", "nothing is waiting too long")


def mail() -> Finding:
    url = settings.EMAIL_URL
    if not url:
        return ok("mail", f"lands in {settings.OUTBOX_FOLDER}")
    parts = urlsplit(url)
    if not parts.scheme.startswith("smtp"):
        return ok("mail", f"through {parts.scheme}")
    encrypted = parts.scheme in ("smtp+ssl", "smtps")
    port = parts.port or {"smtp": 25, "smtp+tls": 587}.get(parts.scheme, 465)
    try:
        server = smtplib.SMTP_SSL if encrypted else smtplib.SMTP
        with server(parts.hostname or "", port, timeout=5) as client:
            client.noop()
    except (OSError, smtplib.SMTPException) as error:
        return Finding(
            "mail",
            State.WARNING,
            f"{parts.hostname}:{port} does not answer: {first_line(error)}",
            "Mend EMAIL_URL, for example smtp+tls://user:password@host:587. Until then mail waits.",
        )
    return ok("mail", f"{parts.hostname}:{port} answers")


def pango() -> Finding:
    missing = [package for library, package in LIBRARIES.items() if not _has_library(library)]
    if missing:
        return Finding(
            "Pango",
            State.WARNING,
            "missing: no plaques and other PDFs, all else works",
            f"Install {' '.join(missing)}.",
        )
    return ok("Pango", "there")


def typefaces() -> Finding:
    missing = sorted({f.package for f in fonts.FACES if importlib.util.find_spec(f.package) is None})
    if missing:
        return Finding(
            "fonts", State.WARNING, f"missing: {', '.join(missing)}", "Install requirements.txt again."
        )
    if len(fonts.urls()) < len(fonts.FACES):
        return Finding("fonts", State.WARNING, "not made for the web yet", "Run: manage.py prepare")
    return ok("fonts", f"{len(fonts.FACES)} faces")


def disk() -> Finding:
    for folder in dict.fromkeys((Path(settings.MEDIA_ROOT), Path(settings.VAR_DIR))):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return Finding(
                "disk", State.FAULT, f"{folder}: {first_line(error)}", "Give the application this folder."
            )
        if not _is_writable(folder):
            return Finding(
                "disk", State.FAULT, f"{folder} cannot be written", "Give the application this folder."
            )
        usage = shutil.disk_usage(folder)
        if usage.free < usage.total * LEAST_FREE:
            return Finding(
                "disk",
                State.FAULT,
                f"{usage.free / usage.total:.0%} free at {folder}",
                "Free space, or a larger disk.",
            )
    return ok("disk", f"{usage.free / 1024**3:.0f} GB free")


def secrets() -> Finding:
    if settings.EMBEDDED:
        return ok("secrets", f"made by itself, in {settings.VAR_DIR}; for one machine")
    faults = environment.production_faults(
        secret_key=settings.SECRET_KEY,
        encryption_keys=settings.ENCRYPTION_KEYS,
        debug=settings.DEBUG,
        allowed_hosts=settings.ALLOWED_HOSTS,
        redis_url=settings.REDIS_URL,
        email_url=settings.EMAIL_URL,
    )
    if faults:
        return Finding("secrets", State.FAULT, faults[0], "Mend the environment and start again.")
    return ok("secrets", "strong")


EVERYTHING: tuple[Callable[[], Finding], ...] = (
    database, integrity, migrations, broker, worker, outbox, mail, pango, typefaces, disk, secrets,
)  # fmt: skip
# What decides whether a load balancer sends visitors here: quick, and nothing that only the leader can mend.
READY: tuple[Callable[[], Finding], ...] = (database, migrations, outbox, worker, disk, broker)


def examine(checks: tuple[Callable[[], Finding], ...] = EVERYTHING) -> Iterator[Finding]:
    for check in checks:
        yield check()


def first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _has_library(name: str) -> bool:
    if ctypes.util.find_library(name):
        return True
    for file in (f"lib{name}.so.0", f"lib{name}.0.dylib"):
        try:
            ctypes.CDLL(file)
        except OSError:
            continue
        return True
    return False


def _is_writable(folder: Path) -> bool:
    probe = folder / f".probe-{socket.gethostname()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True
