"""Prints plaques in child processes and survives whatever happens in them."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from queue import SimpleQueue
from types import TracebackType

from ambassadors.plaques import child, layout
from ambassadors.plaques.sheet import House, Made, Plaque, Sheet
from network import confined
from network.confined import Failed

BATCH = 50
SECONDS = 30.0  # one batch takes two or three


class Press:
    """A context manager: the children stay until its end, because starting one costs a second or two."""

    def __init__(self, house: House, *, processes: int = 1, seconds: float = SECONDS) -> None:
        self._house = house
        self._css, self._blocks = layout.stylesheet(house), layout.fixed_blocks(house)
        self._processes = processes
        self._seconds = seconds
        self._free: SimpleQueue[Worker | None] = SimpleQueue()
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
            worker = worker or Worker(self._house, self._css, self._blocks, self._seconds)
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


class Worker(confined.Child):
    """One running child process, with the house whose plaques it makes."""

    def __init__(self, house: House, css: str, blocks: str, seconds: float) -> None:
        super().__init__("ambassadors.plaques.child", child.pack_house(house, css, blocks), seconds=seconds)

    def make(self, sheets: list[Sheet], editions: list[str]) -> list[Made]:
        return child.unpack_made(*self.ask(*child.pack_sheets(sheets, editions)))
