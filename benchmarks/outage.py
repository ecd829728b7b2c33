"""A mail server that is away for a day, while 1,000 mails wait: the clock is moved, not waited for.

Every minute of 24 hours the sweeper comes by, and for a while every second, as an eager worker would. The
server accepts and hangs up, so that connections can be counted. Then it is back, and everything must be out
within two minutes, each mail once. Ends with an error when a promise is not kept.
Run: python -m benchmarks.outage [--mails 1000] [--hours 24]
"""

import argparse
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.apart import set_apart
from tests.servers import free_port, process

BEGIN = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
EAGER = timedelta(minutes=5)  # so long the sweeper comes every second
BACK_WITHIN = timedelta(minutes=2)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mails", type=int, default=1000)
    options.add_argument("--hours", type=int, default=24)
    arguments = options.parse_args()
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        set_apart(VAR_DIR=folder, EMAIL_URL=f"smtp://127.0.0.1:{port}", LOG_LEVEL="CRITICAL")
        sys.exit(drill(arguments.mails, arguments.hours, port, Path(folder)))


def drill(mails: int, hours: int, port: int, folder: Path) -> int:
    import django

    django.setup()
    import time_machine
    from django.core.management import call_command

    from network.actions import sending
    from network.models import MailServer, Message

    call_command("migrate", verbosity=0)
    kept: list[tuple[str, str, bool]] = []
    spent = time.process_time()
    with time_machine.travel(BEGIN, tick=False) as clock:
        post(mails)
        with a_server_that_hangs_up(port) as connections:
            sweeps = sweep_all_day(clock, hours, sending)
        sizes = Counter(int((moment - BEGIN).total_seconds()) // 5 for moment in connections)
        down = MailServer.objects.get().down_since
        kept.append(("the leader sees since when", str(down), down == BEGIN))
        kept.append(("most connections in 5 s", str(max(sizes.values())), max(sizes.values()) <= 1))
        states = dict(Counter(Message.objects.values_list("state", flat=True)))
        kept.append(("after the day all wait", str(states), states == {"queued": mails}))
        log = folder / "taken"
        log.touch()
        with process("-m", "tests.mail_sink", str(port), str(log), log=folder / "sink.log"):
            wait_for(port, folder / "sink.log")
            minutes = 0
            while Message.objects.exclude(state="sent").exists() and minutes < 60:
                clock.shift(timedelta(minutes=1))
                minutes += 1
                sending.sweep(seconds=600)
        taken = Counter(line.split()[0] for line in log.read_text().splitlines())
    kept.append(("minutes until all were out", str(minutes), timedelta(minutes=minutes) <= BACK_WITHIN))
    kept.append(("mails taken by the server", f"{len(taken)} of {mails}", len(taken) == mails))
    kept.append(("mails taken twice", str(sum(n > 1 for n in taken.values())), set(taken.values()) == {1}))
    cpu = time.process_time() - spent
    print(f"{hours} h away, {sweeps} sweeps, {len(connections)} connections; {cpu:.0f} s of CPU")
    for promise, figure, is_kept in kept:
        print(f"{promise:<32}{figure:<32}{'kept' if is_kept else 'NOT KEPT'}")
    return int(not all(is_kept for *_words, is_kept in kept))


def sweep_all_day(clock: Any, hours: int, sending: Any) -> int:
    sweeps, end = 0, BEGIN + timedelta(hours=hours)
    now = BEGIN
    while now < end:
        sending.sweep()
        sweeps += 1
        step = timedelta(seconds=1) if now - BEGIN < EAGER else timedelta(minutes=1)
        clock.shift(step)
        now += step
    return sweeps


def post(mails: int) -> None:
    from django.db import transaction

    from network.actions import mailing
    from network.models import Network, NetworkHost

    network = Network.objects.create(slug="x", name="Drill", theme="mail", contact_email="team@x.example")
    NetworkHost.objects.create(network=network, host="x.example", is_primary=True)
    with transaction.atomic():
        for number in range(mails):
            mailing.post(
                mailing.Mail(
                    network=network,
                    kind="letter",
                    key=str(number),
                    to=f"p{number}@x.example",
                    name=f"P {number}",
                    words="x",
                )
            )


@contextmanager
def a_server_that_hangs_up(port: int) -> Iterator[list[datetime]]:
    """The moments, on the moved clock, at which somebody connected."""
    moments: list[datetime] = []
    listener = socket.create_server(("127.0.0.1", port))
    listener.settimeout(0.2)
    stopped = threading.Event()

    def listen() -> None:
        while not stopped.is_set():
            try:
                connection, _address = listener.accept()
            except TimeoutError:
                continue
            moments.append(datetime.now(UTC))
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield moments
    finally:
        stopped.set()
        thread.join()
        listener.close()


def wait_for(port: int, log: Path) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            threading.Event().wait(0.1)
    raise SystemExit(f"the mail server did not start: {log.read_text()[-400:]}")


if __name__ == "__main__":
    main()
