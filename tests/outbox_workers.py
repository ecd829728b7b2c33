"""Workers that are killed: a process that forks senders, kills them all at a random moment, and again.

python -m tests.outbox_workers KILLS CONCURRENCY LOG    LOG: where the mail server writes what it took
"""

import os
import random
import signal
import sys
import time
from pathlib import Path


def work() -> None:
    """What a worker does, without end."""
    from network.actions import sending

    while True:
        sending.sweep(seconds=60)
        time.sleep(0.05)


def wait_for_some(log: Path, mails: int) -> None:
    """Until so many more were taken; not for ever, since near the end there are none."""
    size = log.stat().st_size if log.exists() else 0
    for _moment in range(150):
        if log.exists() and log.stat().st_size - size >= 100 * mails:  # about a hundred signs for each
            return
        time.sleep(0.01)


def main(kills: int, concurrency: int, log: Path) -> None:
    import django

    django.setup()
    from django.db import connections

    from network.actions.composing import Composer
    from network.models import Message

    Composer().compose(Message.objects.all()[0])  # everything is loaded before the first fork
    chance = random.Random(7)
    for _kill in range(kills):
        connections.close_all()
        group = 0
        children = []
        for _worker in range(concurrency):
            pid = os.fork()
            if pid == 0:
                os.setpgid(0, group)
                work()
            os.setpgid(pid, group or pid)
            group = group or pid
            children.append(pid)
        wait_for_some(log, chance.randint(1, 30))
        time.sleep(chance.uniform(0, 0.03))
        os.killpg(group, signal.SIGKILL)
        for pid in children:
            os.waitpid(pid, 0)
    print("killed", kills, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
