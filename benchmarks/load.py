"""Requests a second and how long one takes, of an application behind two gunicorn workers."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Process, Queue

from benchmarks.apart import ROOT

CLIENTS, CONNECTIONS = 2, 4  # processes that ask, and connections of each
HEADERS = {"Host": "pioniers.localhost", "Accept-Encoding": "gzip"}


@dataclass(frozen=True)
class Load:
    rate: float  # requests a second
    p95: float  # milliseconds


@contextmanager
def server(application: str, environment: dict[str, str]) -> Iterator[int]:
    from tests.servers import free_port

    port = free_port()
    command = ["-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    command += ["--worker-class", "gthread", "--threads", "4", "--keep-alive", "15", "--no-control-socket"]
    command += ["--log-level", "error"]
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
    try:
        for _ in range(600):
            try:
                ask(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/")
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def ask(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path, headers=HEADERS)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def on(port: int, path: str, seconds: float) -> Load:
    """What eight connections get answered in that time."""
    results: Queue[list[float]] = Queue()
    clients = [Process(target=hammer, args=(port, path, seconds, results)) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    taken = sorted(one for _ in clients for one in results.get(timeout=seconds + 120))
    for client in clients:
        client.join()
    return Load(len(taken) / seconds, taken[int(len(taken) * 0.95)] * 1000)


def hammer(port: int, path: str, seconds: float, results: "Queue[list[float]]") -> None:
    connections = [http.client.HTTPConnection("127.0.0.1", port, timeout=60) for _ in range(CONNECTIONS)]
    for connection in connections:
        status = ask(connection, path)
        if status != 200:
            results.put([])
            raise SystemExit(f"{path} answered {status}")
    taken, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        begun = []
        for connection in connections:
            begun.append(time.perf_counter())
            connection.request("GET", path, headers=HEADERS)
        for connection, start in zip(connections, begun, strict=True):
            connection.getresponse().read()
            taken.append(time.perf_counter() - start)
    results.put(taken)
