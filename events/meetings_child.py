"""The child process that reads the calendar of a stranger: bytes in, meetings out.

A rule of one line can hide a search through thousands of years. Nobody can list all of those, so the reading
has a time and a memory of its own (see `network.confined`).
"""

import sys
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from network import confined

SECONDS = 20.0
"""Of which starting takes one; an honest calendar is read in the next."""


def read(body: bytes, on: date, *, time_zone: str, seconds: float = SECONDS) -> list[dict[str, Any]]:
    """In the parent: the fields of every meeting. Raises confined.Failed where it was no calendar, or took
    too long.
    """
    child = confined.Child("events.meetings_child", ({"time_zone": time_zone}, []), seconds=seconds)
    try:
        answer, _blobs = child.ask({"on": on.isoformat()}, [body])
    finally:
        child.stop()
    return [
        {**one, **{name: datetime.fromisoformat(one[name]) for name in ("starts", "ends")}}
        for one in answer["meetings"]
    ]


def main() -> None:
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints may not end up between the answers
    opening = confined.receive(incoming)
    if opening is None:
        return
    try:
        from django.conf import settings

        settings.configure(USE_TZ=True, TIME_ZONE=opening[0]["time_zone"])

        from events.meetings import meetings_in

        confined.restrict()
    except Exception as problem:
        confined.send(outgoing, {"error": type(problem).__name__}, [])
        return
    confined.send(outgoing, {"ready": True}, [])
    while (request := confined.receive(incoming)) is not None:
        asked, (body,) = request
        try:
            found = meetings_in(body, date.fromisoformat(asked["on"]))
        except Exception as problem:  # what it was says nothing of what stood in the file
            confined.send(outgoing, {"error": type(problem).__name__}, [])
            continue
        rows = [
            asdict(one) | {"starts": one.starts.isoformat(), "ends": one.ends.isoformat()} for one in found
        ]
        confined.send(outgoing, {"meetings": rows}, [])


if __name__ == "__main__":
    main()
