"""Fault points: where a drill kills the process, to show that a half-done piece of work leaves no trace.

Only the drills in the tests set the variable; without it a point costs one look in the environment.
"""

import os
import signal


def point(name: str) -> None:
    if os.environ.get("DRILL_KILL_AT") == name:
        os.kill(os.getpid(), signal.SIGKILL)
