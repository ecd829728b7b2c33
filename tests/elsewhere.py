"""A process of its own for drills: forked, so that it starts at once, on connections of its own."""

import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connections


@dataclass(frozen=True)
class Elsewhere:
    pid: int

    def wait(self) -> int:
        """Its exit code; minus the signal that killed it."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def elsewhere(work: Callable[[], object], **environment: str) -> Elsewhere:
    """Run `work` in another process. Its open connections stay with the parent: each side opens its own."""
    connections.close_all()
    pid = os.fork()
    if pid:
        return Elsewhere(pid)
    code = 1
    try:
        os.environ.update(environment)
        work()
        code = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        connections.close_all()
        os._exit(code)
