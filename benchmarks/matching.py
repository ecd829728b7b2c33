"""Who suits one request, among many ambassadors: seconds of the rules alone, and with what they fetch.

On a throw-away SQLite database in memory. Goal: 1,000 ambassadors within 0.2 s and the same queries for any
number. Run: python -m benchmarks.matching [--sizes 100 1000 3000]
"""

import argparse
import os
import time
from datetime import date, timedelta
from random import Random

ON = date(2026, 9, 15)
KINDS = ("presentation", "workshop", "panel", "company_visit")
TYPES = ("director", "teacher", "coach", "seller", "player")
PLACES = ("Ommen", "Deventer", "Zwolle", "Almelo", "Enschede")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 3000])
    sizes = options.parse_args().sizes
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

    import django

    django.setup()
    from django.test.utils import setup_databases

    setup_databases(verbosity=0, interactive=False)
    print(f"{'people':>8} {'seconds':>8} {'CPU s':>8} {'rules':>8} {'queries':>8}")
    for size in sizes:
        (seconds, cpu), (_rules, rules_cpu), queries = measure(size)
        print(f"{size:>8} {seconds:>8.3f} {cpu:>8.3f} {rules_cpu:>8.3f} {queries:>8}")
    print("goal: 1,000 people within 0.200 s, and the same queries for any number")


def measure(size: int) -> tuple[tuple[float, float], tuple[float, float], int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from events import matching, suggesting

    request = fill(size)
    suggesting.suggestions(request, ON)  # once, so that nothing is read for the first time
    best = best_of(lambda: suggesting.suggestions(request, ON))
    with CaptureQueriesContext(connection) as queries:
        found = suggesting.suggestions(request, ON)
    assert len(found) == size
    candidates = [one.candidate for one in found]
    asked = suggesting.asked_of(request)
    rules = best_of(lambda: matching.suggestions(asked, candidates, ON))
    return best, rules, len(queries)


def best_of(work, times: int = 7) -> tuple[float, float]:
    """Seconds on the clock and of the processor: the least of each, since others share the machine."""
    found = []
    for _ in range(times):
        clock, cpu = time.perf_counter(), time.process_time()
        work()
        found.append((time.perf_counter() - clock, time.process_time() - cpu))
    return min(one for one, _cpu in found), min(cpu for _one, cpu in found)


def fill(size: int):
    from ambassadors.models import Employment, Person, Term
    from events.models import Podium, PodiumRequest
    from network.models import Company, Network

    random = Random(size)
    network = Network.objects.create(slug=f"n{size}", name=f"N{size}", theme="t", region="Overijssel")
    company = Company.objects.create(
        network=network, name="B", sector="zorg", place="Ommen", region="Vechtdal"
    )
    people = Person.objects.bulk_create(
        Person(
            network=network,
            first_name="A",
            last_name=f"B{number}",
            slug=f"a-b{number}",
            email=f"a{number}@n{size}.example",
            profile_type=random.choice(TYPES),
            themes=["roosters"],
            liked_kinds=random.sample(KINDS, 2),
            travel_area=random.choice(PLACES),
        )
        for number in range(size)
    )
    Term.objects.bulk_create(
        Term(person=person, start=date(2025, 4, 1), end=date(2028, 4, 1)) for person in people
    )
    Employment.objects.bulk_create(Employment(person=person, company=company) for person in people)
    podia = Podium.objects.bulk_create(
        Podium(
            network=network,
            kind=random.choice(KINDS),
            status=random.choice(["done", "done", "agreed"]),
            date=ON + timedelta(days=random.randint(-450, 200)),
            host_name=random.choice(["Boost", "IKT", "MKB Deventer"]),
        )
        for _ in range(size * 6)
    )
    Podium.ambassadors.through.objects.bulk_create(
        Podium.ambassadors.through(podium=podium, person=random.choice(people)) for podium in podia
    )
    return PodiumRequest.objects.create(
        network=network, kind="presentation", date=ON + timedelta(days=60), place="Ommen", audience=60,
        host_name="MKB Deventer", description="Iets over roosters, veel zorg.",
    )  # fmt: skip


if __name__ == "__main__":
    main()
