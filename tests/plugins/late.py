"""`--late SECONDS`: everything comes late and by halves, as on a crowded machine or a weak signal.

A journey that looks at a page before it is there, or while it is half there, passes on a quick machine and
fails on a slow one. So it fails at once: `python -m scripts.run_tests sqlite tests/journeys --late 0.7`.
"""

import time
from collections.abc import Iterable, Iterator

import pytest
from django.core.servers.basehttp import ServerHandler


class Late:
    """The answer in two halves, with a wait before each."""

    def __init__(self, answer: Iterable[bytes], seconds: float) -> None:
        self.answer, self.seconds = answer, seconds

    def __iter__(self) -> Iterator[bytes]:
        body = b"".join(self.answer)
        half = len(body) // 2
        time.sleep(self.seconds)
        yield body[:half]
        time.sleep(self.seconds)
        yield body[half:]

    def close(self) -> None:
        if close := getattr(self.answer, "close", None):
            close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--late", type=float, default=0, metavar="SECONDS", help="delay what journeys ask for")


@pytest.fixture(autouse=True)
def _late(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = request.config.getoption("late")
    if not seconds or request.node.get_closest_marker("journey") is None:
        return
    finish = ServerHandler.finish_response

    def finish_late(handler: ServerHandler) -> None:
        handler.result = Late(handler.result, seconds)
        finish(handler)

    monkeypatch.setattr(ServerHandler, "finish_response", finish_late)
