"""The board of a round and the search for doubles, with 10, 100 and 1,000 candidates.

Prints queries, CPU milliseconds and kilobytes of the board, of one candidate's page and of the list, and how
long finding doubles among all people takes. Queries have to be the same for every size.
On a throw-away SQLite database. Run: python -m benchmarks.rounds [--sizes 10 100 1000]
"""

import argparse
import json
import os
import time
from datetime import timedelta
from typing import Any

from benchmarks.apart import run, throw_away_database


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    options.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
        return
    print(f"{'candidates':>10} {'page':<10} {'queries':>8} {'CPU ms':>8} {'kB':>8}")
    counts: dict[str, set[int]] = {}
    for size in arguments.sizes:
        with throw_away_database("sqlite") as own:
            out = run("-m", "benchmarks.rounds", "--measure", str(size), **own)
        for page, found in json.loads(out).items():
            print(f"{size:>10} {page:<10} {found['queries']:>8} {found['ms']:>8.1f} {found['kB']:>8.0f}")
            counts.setdefault(page, set()).add(found["queries"])
    flat = all(len(found) == 1 for found in counts.values())
    print(f"goal: the same number of queries for every size: {'met' if flat else 'MISSED'}")


def measure(size: int) -> dict[str, Any]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    call_command("migrate", verbosity=0)
    network, client, first = fill(size)
    addresses = {
        "board": "/beheer/ambassadors/appointmentround/2027/kandidaten/",
        "candidate": f"/beheer/ambassadors/nomination/{first}/kandidaat/",
        "list": "/beheer/ambassadors/nomination/",
    }
    found: dict[str, Any] = {}
    for page, address in addresses.items():
        assert isinstance(client, Client)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        asked = len(queries)
        assert answer.status_code == 200, (page, answer.status_code)
        started = time.process_time()
        for _time in range(5):
            answer = client.get(address)
        found[page] = {
            "queries": asked,
            "ms": (time.process_time() - started) * 200,
            "kB": len(answer.content) / 1000,
        }
    from ambassadors.actions import merging

    started = time.process_time()
    with CaptureQueriesContext(connection) as queries:
        merging.pairs(network)
    found["doubles"] = {"queries": len(queries), "ms": (time.process_time() - started) * 1000, "kB": 0}
    return found


def fill(size: int) -> tuple[Any, Any, int]:
    """A network with a round of so many candidates, half of them judged by two people."""
    from django.test import Client
    from django.utils import timezone

    from ambassadors.actions import assessing
    from ambassadors.models import AppointmentRound, Assessment, Employment, Nomination, Person, Score
    from network.models import Company, Network, NetworkHost, User

    today = timezone.localdate()
    network = Network.objects.create(slug="meting", name="Meting", theme="meten")
    NetworkHost.objects.create(network=network, host="meting.localhost", is_primary=True)
    judges = [User.objects.create_superuser(f"maat{n}@example.org") for n in (1, 2)]
    days = [today - timedelta(days=60), today + timedelta(days=10), today + timedelta(days=30)]
    round = AppointmentRound.objects.create(
        network=network, year=2027, opens_on=days[0], nominations_until=days[1], decide_on=days[2],
        answer_by=today + timedelta(days=50), ceremony_on=today + timedelta(days=80),
    )  # fmt: skip
    assessing.begin_with_criteria(network)
    criteria = assessing.criteria_of(network)
    company = Company.objects.create(
        network=network, name="Bedrijf", sector="bouw", employees=40, place="Ommen"
    )
    people = Person.objects.bulk_create(
        Person(network=network, first_name=f"V{n % 97}", last_name=f"Achter{n}", slug=f"p{n}",
               email=f"p{n}@example.org")
        for n in range(size)
    )  # fmt: skip
    Employment.objects.bulk_create(Employment(person=person, company=company) for person in people)
    statuses = ("nominated", "in_conversation", "suitable", "suitable", "not_suitable")
    nominations = Nomination.objects.bulk_create(
        Nomination(
            network=network, round=round, person=person, status=statuses[n % 5], public_id=f"k{n}",
            told_at=timezone.now(), selected_at=timezone.now() if n % 5 == 3 else None,
        )
        for n, person in enumerate(people)
    )  # fmt: skip
    assessments = Assessment.objects.bulk_create(
        Assessment(nomination=nomination, assessor=judge, submitted_at=timezone.now())
        for nomination in nominations[::2]
        for judge in judges
    )
    Score.objects.bulk_create(
        Score(assessment=assessment, criterion=criterion, value=1 + (assessment.pk + criterion.pk) % 5)
        for assessment in assessments
        for criterion in criteria
    )
    client = Client(headers={"host": "meting.localhost"})
    client.force_login(judges[0], backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session["account_authentication_methods_user"] = str(judges[0].pk)
    session.save()
    return network, client, nominations[0].pk


if __name__ == "__main__":
    main()
