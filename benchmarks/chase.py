"""The chase over many ambassadors: ours against one INSERT … SELECT that merely counts.

Prints seconds, CPU seconds, queries, rows and memory of looking (who is due what), of a first run with its
steps and mails, and of a second run that has nothing to add; the ratio is that of CPU seconds, since other
work on the machine does not count in them. Looking and the second run are medians of runs in turn with the
floor. On a throw-away database of SQLite, then on a private PostgreSQL, whose CPU seconds are added.
Run: python -m benchmarks.chase [--sizes 1000 100000] [--turns 3] [--databases sqlite postgresql]
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.apart import DATABASES, run, throw_away_database

ON = date(2026, 9, 15)
ROUNDS = [date(2024, 4, 1), date(2025, 4, 1), date(2026, 4, 1)]
JOBS = ("look", "run", "again")
COLUMNS = ("seconds", "CPU s", "of floor", "queries", "rows", "+MB")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    options.add_argument("--turns", type=int, default=3)
    options.add_argument("--databases", choices=DATABASES, nargs="+", default=DATABASES)
    options.add_argument("--measure", choices=["fill", "floor", *JOBS], help=argparse.SUPPRESS)
    options.add_argument("--people", type=int, help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure, arguments.people)))
        return
    for database in arguments.databases:
        print(f"\n{database}\n{'people':>8} {'work':<6}", *(f"{name:>8}" for name in COLUMNS))
        for people in arguments.sizes:
            with throw_away_database(database) as own:
                compare(people, arguments.turns, own)
    print("goals: look 4 x the floor or less (stretch 2), again 1 x with 0 rows, memory +5 MB or less")


def compare(people: int, turns: int, own: dict[str, str]) -> None:
    in_own_process("fill", people, own)
    for job, times in (("look", turns), ("run", 1), ("again", turns)):
        floor, found = in_turn(job, times, people, own)
        if job == "look":
            show(people, "floor", floor, floor)
        show(people, job, found, floor)


def in_turn(job: str, turns: int, people: int, own: dict[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The floor and the job, one after the other; of each the turn with the median CPU seconds."""
    measured = [[in_own_process(each, people, own) for each in ("floor", job)] for _ in range(turns)]
    floor, found = (
        sorted(turn, key=lambda one: one["cpu"])[turns // 2] for turn in zip(*measured, strict=True)
    )
    return floor, found


def show(people: int, job: str, found: dict[str, Any], floor: dict[str, Any]) -> None:
    print(
        f"{people:>8} {job:<6} {found['seconds']:>8.2f} {found['cpu']:>8.2f}"
        f" {found['cpu'] / floor['cpu']:>8.2f} {found['queries']:>8} {found['rows']:>8}"
        f" {found['megabytes']:>8.1f}"
    )


def in_own_process(job: str, people: int, own: dict[str, str]) -> dict[str, Any]:
    """The figures it prints; its memory is then its own."""
    return json.loads(run("-m", "benchmarks.chase", "--measure", job, "--people", str(people), **own))


# --- In a process of its own ---------------------------------------------------------------------------


def measure(job: str, people: int) -> dict[str, Any]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.db import connection

    from events import chase
    from events.actions import chasing
    from network.models import Network

    if job == "fill":
        fill(people)
        return {}
    network = Network.objects.get()
    warm_up(network)
    works: dict[str, Callable[[], int]] = {
        "floor": lambda: floor(network.pk),
        "look": lambda: sum(1 for _ in chase.due(network, ON)),
        "run": lambda: sum(chasing.run(network, on=ON).values()),
        "again": lambda: sum(chasing.run(network, on=ON).values()),
    }
    queries = Counter()
    if job == "floor":
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS floor")
    before, cpu, started = peak_megabytes(), cpu_seconds(), time.perf_counter()
    with connection.execute_wrapper(queries):
        rows = works[job]()
    return {
        "seconds": time.perf_counter() - started,
        "cpu": cpu_seconds() - cpu,
        "queries": queries.number,
        "rows": rows,
        "megabytes": peak_megabytes() - before,
    }


def warm_up(network: Any) -> None:
    """What a resident worker has once: imports, the calendar of holidays, the first of every query."""
    from django.db import transaction

    from ambassadors.models import Person
    from events import chase
    from events.actions import chasing

    person = Person.objects.order_by("pk").first()
    assert person is not None
    line = next(
        line
        for day in range(400)
        for line in chase.survey_of(network, [person.pk], ON + timedelta(days=day))
        if line.decision.step
    )
    with transaction.atomic():
        chasing.take(network, [line], on=ON)
        transaction.set_rollback(True)


class Counter:
    def __init__(self) -> None:
        self.number = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.number += 1
        return execute(sql, params, many, context)


def cpu_seconds() -> float:
    """Of this process, and of the PostgreSQL process that works for it where that can be seen."""
    from django.db import connection

    seconds = time.process_time()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            stat = Path(f"/proc/{cursor.fetchone()[0]}/stat")
        if stat.exists():
            user, system = stat.read_text().rpartition(")")[2].split()[11:13]
            seconds += (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return seconds


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def floor(network_id: int) -> int:
    """Everybody with a term and without a podium in a year, written to a table: no rule, one statement."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE floor"
            " (person_id bigint, year_start date, missing smallint, kind varchar(12), planned_for date)"
        )
        cursor.execute(
            """
            INSERT INTO floor
            SELECT t.person_id, t.start, 1, 'nudge_1', %(on)s
            FROM ambassadors_term t JOIN ambassadors_person p ON p.id = t.person_id
            WHERE p.network_id = %(network)s AND t.start <= %(on)s AND t."end" > %(on)s
              AND (
                SELECT count(*) FROM events_podium_ambassadors l JOIN events_podium d ON d.id = l.podium_id
                WHERE l.person_id = t.person_id AND d.date >= %(start)s AND d.date < %(end)s
                  AND ((d.status = 'done' AND d.date <= %(on)s) OR (d.status = 'agreed' AND d.date >= %(on)s))
              ) < 1
            """,
            {"on": ON, "start": date(2026, 4, 1), "end": date(2027, 4, 1), "network": network_id},
        )
        return cursor.rowcount


def fill(people: int) -> None:
    """Most are appointed in yearly rounds, one in ten on a day of their own; one in twenty had a pause."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    from ambassadors.models import Pause, Person, ProfileType, Term
    from events.models import Podium
    from network.models import Network

    random = Random(people)
    network = Network.objects.create(slug="bench", name="Bench", theme="speed")
    types = ProfileType.values
    for first in range(0, people, 5000):
        numbers = range(first, min(first + 5000, people))
        persons = Person.objects.bulk_create(
            Person(
                network=network,
                first_name="P",
                last_name=str(number),
                slug=f"p-{number}",
                email=f"p{number}@bench.example",
                profile_type=random.choice(types),
            )
            for number in numbers
        )
        own_day = date(2023, 10, 1)
        starts = [
            own_day + timedelta(days=random.randrange(1000))
            if random.random() < 0.1
            else random.choice(ROUNDS)
            for _ in persons
        ]
        Term.objects.bulk_create(
            Term(person=person, start=start, end=start.replace(year=start.year + 3, day=min(start.day, 28)))
            for person, start in zip(persons, starts, strict=True)
        )
        Pause.objects.bulk_create(
            Pause(person=person, start=date(2026, 6, 1), end=date(2026, 7, 1))
            for person in persons
            if random.random() < 0.05
        )
        owners = [person for person in persons for _ in range(random.choice([2, 3, 4, 5]))]
        podia = Podium.objects.bulk_create(
            Podium(
                network=network,
                kind="panel",
                status=random.choice(["done", "done", "done", "agreed", "cancelled"]),
                date=ON - timedelta(days=random.randint(-190, 360)),
                changed_on=ON - timedelta(days=random.randint(0, 300)),
            )
            for _ in owners
        )
        link = Podium.ambassadors.through
        link.objects.bulk_create(
            link(podium_id=podium.pk, person_id=person.pk)
            for podium, person in zip(podia, owners, strict=True)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    main()
