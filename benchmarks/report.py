"""The report of the client over ten years with 25 ambassadors: 7,500 podia and a lead for every sixth.

Prints queries and milliseconds, on the processor and on the wall, of the page, the PDF and the Excel file.
Run: python -m benchmarks.report [--years 10]
"""

import argparse
import statistics
import tempfile
import time
from datetime import timedelta
from itertools import islice
from typing import Any

from benchmarks.apart import set_apart

TURNS = 3
SHOWN = {"page": "/verslag/", "PDF": "/verslag/verslag.pdf", "Excel": "/verslag/verslag.xlsx"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--years", type=int, default=10)
    years = options.parse_args().years
    with tempfile.TemporaryDirectory() as folder:
        set_apart(VAR_DIR=folder)
        measure(years)


def measure(years: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from benchmarks.dashboard import fill

    call_command("migrate", verbosity=0)
    leader = fill(0, years)
    add_leads()
    client = Client(headers={"host": "n0.localhost"})
    client.force_login(leader, backend="django.contrib.auth.backends.ModelBackend")
    print(f"{'':>8}{'queries':>9}{'CPU ms':>9}{'wall ms':>9}")
    for name, address in SHOWN.items():
        queries, cpu, wall = shown(client, address)
        print(f"{name:>8}{queries:>9}{cpu:>9.0f}{wall:>9.0f}")
    print("goal: the page under 3,000 ms")


def shown(client: Any, address: str) -> tuple[int, float, float]:
    """Queries, and the median CPU and wall milliseconds, right after a change."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from network import freshness

    turns = []
    for _ in range(TURNS + 1):
        freshness.renew()
        with CaptureQueriesContext(connection) as queries:
            started, cpu = time.perf_counter(), time.process_time()
            response = client.get(address)
            turns.append(((time.process_time() - cpu) * 1000, (time.perf_counter() - started) * 1000))
        assert response.status_code == 200, response.status_code
    cpus, walls = zip(*turns[1:], strict=True)  # the first reads what is read once
    return len(queries), statistics.median(cpus), statistics.median(walls)


def add_leads() -> None:
    """After every sixth podium somebody asked more, and a company took a step."""
    from events.models import Lead, Podium
    from network import clock
    from network.models import Company, Network, Target

    network = Network.objects.get()
    podia = list(islice(Podium.objects.order_by("date"), 0, None, 6))
    Podium.objects.filter(pk__in=[one.pk for one in podia[::2]]).update(audience_by_host=41)
    companies = Company.objects.bulk_create(
        Company(network=network, name=f"Company {number}", sector=f"sector {number % 9}")
        for number in range(len(podia))
    )
    Lead.objects.bulk_create(
        Lead(
            network=network,
            podium=podium,
            company=company,
            stage="activated",
            activated_on=podium.date,
            proof="said",
            confirmed_at=clock.now(),
        )
        for podium, company in zip(podia, companies, strict=True)
    )
    Target.objects.create(
        network=network,
        kind="reached",
        amount=450,
        start=podia[0].date,
        end=clock.today() + timedelta(days=1),
    )


if __name__ == "__main__":
    main()
