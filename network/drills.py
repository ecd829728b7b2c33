"""Fault points: where a drill kills the process, to show that a half-done piece of work leaves no trace.

Only the drills in the tests set the variable; without it a point costs one look in the environment.
"""

import os
import signal
from collections import Counter

_passed: Counter[str] = Counter()


def point(name: str) -> None:
    """Die here when the drill says so: `DRILL_KILL_AT=name`, or `name:3` for the third time."""
    wanted, _, times = os.environ.get("DRILL_KILL_AT", "").partition(":")
    if wanted == name:
        _passed[name] += 1
        if _passed[name] >= int(times or 1):
            os.kill(os.getpid(), signal.SIGKILL)
