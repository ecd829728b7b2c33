"""`manage.py serve`: everything starts with one command, answers, and is gone after Ctrl-C."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests import servers
from tests.plugins.services import wait_until

pytestmark = pytest.mark.drill
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def serve(tmp_path):
    started = []

    def start(port: int, *arguments: str) -> tuple[subprocess.Popen, Path]:
        log = tmp_path / f"serve-{len(started)}.log"
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        with log.open("w") as output:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(port), *arguments],
                cwd=ROOT,
                env={**kept, "VAR_DIR": str(tmp_path / "var"), "PYTHONUNBUFFERED": "1"},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started.append(process)
        return process, log

    yield start
    for process in started:
        servers.kill_group(process)


def ready(process: subprocess.Popen, log: Path) -> str:
    wait_until(lambda: "Mail lands in" in log.read_text() or process.poll() is not None, 180)
    assert process.poll() is None, log.read_text()
    return log.read_text()


def get(port: int, path: str, host: str = "localhost") -> tuple[int, str]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": f"{host}:{port}"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.status, answer.read().decode()


def children(process: subprocess.Popen) -> list[int]:
    task = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(pid) for pid in task.read_text().split()] if task.exists() else []


def test_start_use_stop_and_start_again(serve, tmp_path):
    port = servers.free_port()
    process, log = serve(port, "--demo")
    said = ready(process, log)
    links = re.findall(r"(leader|ambassador|client|fan), (pioniers|brabant) +(http://\S+)", said)
    assert [(role, slug) for role, slug, _ in links] == [
        (role, slug) for slug in ("pioniers", "brabant") for role in ("leader", "ambassador", "client", "fan")
    ]
    assert all(link.startswith(f"http://{slug}.localhost:{port}/account/link/") for _, slug, link in links)
    assert get(port, "/")[0] == 200
    assert "Marleen Oosterveld" in get(port, "/pioniers/", "pioniers.localhost")[1]
    assert "Sjef van Gerwen" in get(port, "/ambassadeurs/", "brabant.localhost")[1]
    # The worker hears the clock and says so.
    wait_until(lambda: get_ready(port)["worker"] == "ok", 60)

    ours = children(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(40) == 0
    assert log.read_text().rstrip().endswith("Stopping; the data stays.")
    assert not [pid for pid in ours if Path(f"/proc/{pid}").exists()]

    before = (tmp_path / "var" / "koploper.sqlite3").stat().st_ino
    process, log = serve(port, "--demo")
    said = ready(process, log)
    assert "Making the database" not in said
    assert "Filling" not in said
    assert (tmp_path / "var" / "koploper.sqlite3").stat().st_ino == before


def get_ready(port: int) -> dict[str, str]:
    try:
        return json.loads(get(port, "/readyz")[1])
    except urllib.error.HTTPError as error:
        with error:
            return json.loads(error.read())


def test_a_port_in_use_is_named_with_another_one(serve):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process, log = serve(port, "--demo")
        assert process.wait(60) == 1
    assert log.read_text().strip() == (
        f"CommandError: Port {port} is in use; choose another one, for example: make demo PORT={port + 1}"
    )
