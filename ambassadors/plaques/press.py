"""Prints plaques in child processes and survives whatever happens in them."""

import os
import selectors
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any

from ambassadors.plaques import child, layout
from ambassadors.plaques.sheet import House, Made, Plaque, Sheet

BATCH = 50
SECONDS = 30.0  # one batch takes two or three
ROOT = Path(__file__).resolve().parents[2]
LATE, GONE = "time", "crash"


class Failed(Exception):
    """The child could not make this batch; the message says how, never about whom."""


class Unavailable(Exception):
    """No plaque can be made on this machine: `manage.py doctor` tells what is missing."""


class Press:
    """A context manager: the children stay until its end, because starting one costs a second or two."""

    def __init__(self, house: House, *, processes: int = 1, seconds: float = SECONDS) -> None:
        self._house = house
        self._css, self._blocks = layout.stylesheet(house), layout.fixed_blocks(house)
        self._processes = processes
        self._seconds = seconds
        self._free: SimpleQueue[Child | None] = SimpleQueue()
        for _ in range(processes):
            self._free.put(None)

    def __enter__(self) -> "Press":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _ in range(self._processes):
            if found := self._free.get():
                found.stop()

    def make(
        self, plaques: Iterable[Plaque], editions: Iterable[str], *, batch: int = BATCH
    ) -> Iterator[Made]:
        """What came of each plaque, in order. One that fails carries its error and stops no other."""
        wanted = list(editions)
        groups = (
            [layout.sheet(plaque, self._house) for plaque in group] for group in _groups(plaques, batch)
        )
        if self._processes == 1:
            for group in groups:
                yield from self._group(group, wanted)
            return
        with ThreadPoolExecutor(self._processes) as pool:
            waiting = []
            for group in groups:
                waiting.append(pool.submit(lambda sheets: list(self._group(sheets, wanted)), group))
                if len(waiting) > self._processes:  # so that memory does not grow with the round
                    yield from waiting.pop(0).result()
            for one in waiting:
                yield from one.result()

    def _group(self, sheets: list[Sheet], editions: list[str]) -> Iterator[Made]:
        try:
            yield from self._attempt(sheets, editions)
        except Failed as failure:
            if len(sheets) == 1:
                yield Made(sheets[0].key, error=str(failure))
                return
            for sheet in sheets:
                yield from self._group([sheet], editions)

    def _attempt(self, sheets: list[Sheet], editions: list[str]) -> list[Made]:
        worker = self._free.get()
        try:
            worker = worker or Child(self._house, self._css, self._blocks, self._seconds)
            return worker.make(sheets, editions)
        except Failed:
            if worker:
                worker.stop()
            worker = None
            raise
        finally:
            self._free.put(worker)


def _groups(plaques: Iterable[Plaque], size: int) -> Iterator[list[Plaque]]:
    rest = iter(plaques)
    while group := list(islice(rest, size)):
        yield group


class Child:
    """One running child process."""

    def __init__(self, house: House, css: str, blocks: str, seconds: float) -> None:
        self._seconds = seconds
        # Nothing of our environment goes along: no secret, no address of a database.
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "HOME") if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ambassadors.plaques.child"],
            cwd=ROOT,
            env={**kept, "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            answer, _blobs = self._ask(*child.pack_house(house, css, blocks))
        except Failed:
            self.stop()
            raise
        if problem := answer.get("error"):
            self.stop()
            raise Unavailable(problem)

    def make(self, sheets: list[Sheet], editions: list[str]) -> list[Made]:
        header, blobs = self._ask(*child.pack_sheets(sheets, editions))
        if problem := header.get("error"):
            raise Failed(problem)
        return child.unpack_made(header, blobs)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def _ask(self, header: dict[str, Any], blobs: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
        outgoing, incoming = self._process.stdin, self._process.stdout
        assert outgoing is not None
        assert incoming is not None
        try:
            child.send(outgoing, header, blobs)
        except OSError as problem:
            raise Failed(GONE) from problem
        with selectors.DefaultSelector() as selector:
            selector.register(incoming, selectors.EVENT_READ)
            if not selector.select(self._seconds):
                raise Failed(LATE)
        answer = child.receive(incoming)
        if answer is None:
            raise Failed(GONE)
        return answer
