"""The leader's first screen at full size: ten networks, each 25 ambassadors with ten years of podia: 75,000.

Prints queries and milliseconds of the screen right after a change and when nothing changed, with the first
network alone and with all ten there. Ends with an error when it takes a second or more, or when the number
of queries differs. Run: python -m benchmarks.dashboard [--networks 10] [--years 10]
"""

import argparse
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.apart import set_apart

PEOPLE, PODIA_A_YEAR, TURNS = 25, 30, 7
GOAL = 1000  # milliseconds


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--networks", type=int, default=10)
    options.add_argument("--years", type=int, default=10)
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_apart(VAR_DIR=folder)
        failed = drill(arguments.networks, arguments.years)
    sys.exit(failed)


def drill(networks: int, years: int) -> int:
    import django

    django.setup()
    from django.core.management import call_command

    from events.models import Podium

    call_command("migrate", verbosity=0)
    print(f"{'networks':>8}{'podia':>8}{'':>16}{'queries':>9}{'CPU ms':>9}{'wall ms':>9}")
    counts: dict[str, set[int]] = {"after a change": set(), "unchanged": set()}
    slowest = 0.0
    leader = fill(0, years)
    for total in (1, networks):
        for number in range(1, total):
            fill(number, years)
        for name in counts:
            queries, cpu, wall = screen(leader, changed=name == "after a change")
            print(f"{total:>8}{Podium.objects.count():>8}{name:>16}{queries:>9}{cpu:>9.1f}{wall:>9.1f}")
            counts[name].add(queries)
            slowest = max(slowest, wall)
    print(f"goals: under {GOAL} ms, 8 queries or fewer, as many at every size")
    return int(slowest >= GOAL or any(len(found) > 1 for found in counts.values()))


def screen(leader: Any, *, changed: bool) -> tuple[int, float, float]:
    """Queries, and the median CPU and wall milliseconds, of the first screen of the first network."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from network import freshness

    client = Client(headers={"host": "n0.localhost"})
    client.force_login(leader, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/beheer/").status_code == 200
    turns = []
    for _ in range(TURNS):
        if changed:
            freshness.renew()
        with CaptureQueriesContext(connection) as queries:
            started, cpu = time.perf_counter(), time.process_time()
            client.get("/beheer/")
            turns.append(((time.process_time() - cpu) * 1000, (time.perf_counter() - started) * 1000))
    cpus, walls = zip(*turns, strict=True)
    return len(queries), statistics.median(cpus), statistics.median(walls)


def fill(number: int, years: int) -> Any:
    """A network with people in office for that many years; its leader."""
    from ambassadors.models import Person, PodiumKind, ProfileType, Term
    from events.models import Podium
    from network import clock
    from network.models import Network, NetworkHost, Role, RoleKind, User

    random, today = Random(number), clock.today()
    network = Network.objects.create(slug=f"n{number}", name=f"Network {number}", theme="size")
    NetworkHost.objects.create(network=network, host=f"n{number}.localhost", is_primary=True)
    leader = User.objects.create_user(f"leader@n{number}.example", name="Leader")
    Role.objects.create(network=network, user=leader, kind=RoleKind.LEADER)
    types = list(ProfileType)
    persons = Person.objects.bulk_create(
        Person(
            network=network,
            first_name=f"Voornaam {person}",
            last_name="Achternaam",
            slug=f"voornaam-{person}",
            email=f"p{person}@n{number}.example",
            profile_type=types[person % len(types)],
        )
        for person in range(PEOPLE)
    )
    begin = date(today.year - years, 4, 1)
    Term.objects.bulk_create(
        Term(person=person, start=begin.replace(year=year), end=begin.replace(year=year + 1))
        for person in persons
        for year in range(begin.year, today.year + 1)
    )
    owners = [person for person in persons for _ in range(PODIA_A_YEAR * years)]
    kinds, days = sorted(PodiumKind.live()), 365 * years
    podia = Podium.objects.bulk_create(
        (
            Podium(
                network=network,
                kind=random.choice(kinds),
                status=random.choice(["done", "done", "done", "cancelled"]),
                date=(day := today - timedelta(random.randrange(days))),
                changed_on=day,
                audience=40,
                reached=40,
            )
            for _ in owners
        ),
        batch_size=5000,
    )
    link = Podium.ambassadors.through
    link.objects.bulk_create(
        (
            link(podium_id=podium.pk, person_id=person.pk)
            for podium, person in zip(podia, owners, strict=True)
        ),
        batch_size=5000,
    )
    return leader


if __name__ == "__main__":
    main()
