"""Everything on one machine in one go: a web server and a worker with its clock, children of one process."""

import contextlib
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

READY_WITHIN = 60  # seconds
STOPS_WITHIN = 15


class CannotServe(Exception):
    """Why the start was given up, in a sentence for the person at the keyboard."""


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def forget_everything() -> None:
    """Starts over: the database, files, mails and messages of the embedded mode; never those of a server."""
    folder = Path(settings.VAR_DIR)
    for name in ("koploper.sqlite3", "koploper.sqlite3-wal", "koploper.sqlite3-shm", "beat"):
        (folder / name).unlink(missing_ok=True)
    for kept in (Path(settings.MEDIA_ROOT), Path(settings.OUTBOX_FOLDER), folder / "broker"):
        if kept.resolve().is_relative_to(folder.resolve()):
            shutil.rmtree(kept, ignore_errors=True)
    for name in ("messages", "processed", "control"):
        (folder / "broker" / name).mkdir(parents=True, exist_ok=True)


class Household:
    """The children of the serving process: none outlives it, and when one falls the others are stopped."""

    def __init__(self, environment: dict[str, str], logs: Path) -> None:
        self.environment = {**os.environ, **environment}
        self.logs = logs
        self.children: dict[str, subprocess.Popen] = {}

    def start(self, port: int) -> None:
        self._start("web server", web_command(port), "web.log")
        self._start("worker", worker_command(Path(settings.VAR_DIR) / "beat"), "worker.log")

    def _start(self, name: str, command: list[str], log: str) -> None:
        with (self.logs / log).open("a") as output:
            self.children[name] = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches us alone; we stop them in order
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )

    def fallen(self) -> str | None:
        return next((name for name, child in self.children.items() if child.poll() is not None), None)

    def stop(self) -> None:
        """Asks each to finish what it is doing; what has not ended in time is killed with all it started."""
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + STOPS_WITHIN
        for child in self.children.values():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)
                child.wait(5)


def web_command(port: int, threads: int = 8) -> list[str]:
    binds = ["--bind", f"127.0.0.1:{port}"]
    if has_ipv6():
        binds += ["--bind", f"[::1]:{port}"]
    options = ["--workers", "1", "--threads", str(threads), "--keep-alive", "15", "--graceful-timeout", "10"]
    return ["gunicorn", "config.wsgi", *binds, "--worker-class", "gthread", *options, "--no-control-socket"]


def worker_command(schedule: Path) -> list[str]:
    return [
        "celery", "-A", "config", "worker", "--beat", "--schedule", str(schedule), "--concurrency", "2",
        "--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", "INFO",
    ]  # fmt: skip


def wait_until_ready(port: int, fallen: Callable[[], str | None]) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        if name := fallen():
            raise CannotServe(f"The {name} stopped while starting.")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise CannotServe(f"The web server did not answer within {READY_WITHIN} seconds.")


def _die_with_parent() -> None:
    """On Linux: even when the serving process is killed outright, its children get word."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
