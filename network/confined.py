"""Work that is done in a child process which reaches nothing but memory, and the messages to and from it.

A message is one line of JSON followed by the blobs whose lengths it names; nothing is unpickled on either
side.
"""

import json
import os
import resource
import selectors
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[1]
MEMORY = 512 * 1024 * 1024
CLOSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "urllib.", "ftplib.")
LATE, GONE = "time", "crash"

Message = tuple[dict[str, Any], list[bytes]]


class Failed(Exception):
    """The child could not do this piece; the message says how, never about whom."""


class Unavailable(Exception):
    """The child cannot work on this machine: `manage.py doctor` tells what is missing."""


# --- In the child ------------------------------------------------------------------------------------------


def restrict() -> None:
    """From here on nothing is reached but memory: limits of the system, and a hook Python cannot remove."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def refuse(event: str, _arguments: tuple[Any, ...]) -> None:
        if event.startswith(CLOSED):
            raise PermissionError(f"{event} is closed to this process")

    sys.addaudithook(refuse)


def send(stream: IO[bytes], header: dict[str, Any], blobs: list[bytes]) -> None:
    line = json.dumps({"lengths": [len(blob) for blob in blobs], **header})
    stream.write(line.encode() + b"\n")
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes]) -> Message | None:
    """The next message; None when the other side is gone, also in the middle of one."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    header = json.loads(line)
    blobs = [stream.read(length) for length in header["lengths"]]
    if any(len(blob) < length for blob, length in zip(blobs, header["lengths"], strict=True)):
        return None
    return header, blobs


# --- In the parent -----------------------------------------------------------------------------------------


class Child:
    """One running child; `module` is run as a program. Raises Unavailable when its answer to `opening` is
    an error."""

    def __init__(self, module: str, opening: Message, *, seconds: float) -> None:
        self._seconds = seconds
        # Nothing of our environment goes along: no secret, no address of a database.
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "HOME") if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env={**kept, "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            answer, _blobs = self.exchange(*opening)
        except Failed:
            self.stop()
            raise
        if problem := answer.get("error"):
            self.stop()
            raise Unavailable(problem)

    def ask(self, header: dict[str, Any], blobs: list[bytes]) -> Message:
        """One request and its answer. Raises Failed."""
        answer, made = self.exchange(header, blobs)
        if problem := answer.get("error"):
            raise Failed(problem)
        return answer, made

    def exchange(self, header: dict[str, Any], blobs: list[bytes]) -> Message:
        outgoing, incoming = self._process.stdin, self._process.stdout
        assert outgoing is not None
        assert incoming is not None
        try:
            send(outgoing, header, blobs)
        except OSError as problem:
            raise Failed(GONE) from problem
        with selectors.DefaultSelector() as selector:
            selector.register(incoming, selectors.EVENT_READ)
            if not selector.select(self._seconds):
                raise Failed(LATE)
        answer = receive(incoming)
        if answer is None:
            raise Failed(GONE)
        return answer

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
