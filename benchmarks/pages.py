"""Queries and CPU of each page at 1 and 10 times the data, and requests a second beside a bare Django view.

1 x is 20 ambassadors with 200 podia, 10 x is 200 with 2,000. Cold is with nothing kept from before, warm is
the same page again. The floor is a view that says hello, in the same run.
Run: python -m benchmarks.pages [--seconds 5]
"""

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing import Process, Queue
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COLD, WARM = 12, 40  # requests measured
PAGES = {  # name -> who, path
    "home": ("visitor", "/"),
    "people": ("visitor", "/pioniers/"),
    "person": ("visitor", "/pioniers/voornaam-1-achternaam/"),
    "agenda": ("visitor", "/agenda/"),
    "fans": ("visitor", "/fans/"),
    "Mijn": ("ambassador", "/mijn/"),
    "leader's home": ("leader", "/beheer/"),
    "admin: people": ("leader", "/beheer/ambassadors/person/"),
    "admin: podia": ("leader", "/beheer/events/podium/"),
}
GOALS = (
    "goals: people cold 15 ms and 4 queries, warm 2 x hello; person cold 3.4; Mijn 12 and 8; "
    "leader's home 20 and 8; admin lists 35"
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
        return
    floor = float(run("-m", "benchmarks.hello", "400"))
    print(f"a bare view: {floor:.2f} ms CPU")
    print(f"{'':14}{'queries':>16}{'cold ms CPU':>18}{'of floor':>10}{'warm ms CPU':>18}{'of floor':>10}")
    print(f"{'':14}{'1 x':>8}{'10 x':>8}{'1 x':>9}{'10 x':>9}{'10 x':>10}{'1 x':>9}{'10 x':>9}{'10 x':>10}")
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        found = []
        for folder, times in ((small, 1), (large, 10)):
            found.append(json.loads(run("-m", "benchmarks.pages", "--measure", str(times), VAR_DIR=folder)))
        for name in PAGES:
            a, b = found[0][name], found[1][name]
            print(
                f"{name:14}{a['queries']:>8}{b['queries']:>8}{a['cold']:>9.1f}{b['cold']:>9.1f}"
                f"{b['cold'] / floor:>10.1f}{a['warm']:>9.2f}{b['warm']:>9.2f}{b['warm'] / floor:>10.1f}"
            )
        print(GOALS)
        print(f"\nrequests a second, two workers, {arguments.seconds:g} s each:")
        hello = load("benchmarks.hello", "/", arguments.seconds, small)
        print(f"{'a bare view':14}{hello:>8.0f}")
        for name in ("home", "people"):
            rate = load("config.wsgi", PAGES[name][1], arguments.seconds, large)
            print(f"{name:14}{rate:>8.0f}{rate / hello:>8.2f} of it")


def environment(**more: str) -> dict[str, str]:
    ours = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "SECRET_KEY", "ALLOWED_HOSTS", "MEDIA_ROOT", "DEBUG")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "DJANGO_SETTINGS_MODULE": "config.settings", "DEMO": "true", "LOG_LEVEL": "ERROR", **more}


def run(*command: str, **more: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(**more),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.strip().splitlines()[-1]


# --- in a process of its own, per size ---------------------------------------------------------------


def measure(times: int) -> dict[str, dict[str, float]]:
    import django

    django.setup()
    from django.core.cache import cache
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from network import pages

    call_command("migrate", verbosity=0)
    call_command("build_fonts", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115
    users = fill(20 * times)
    found = {}
    for name, (who, path) in PAGES.items():
        client = Client(headers={"host": "pioniers.localhost"})
        if user := users[who]:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        response = client.get(path)
        assert response.status_code == 200, (path, response.status_code)
        cache.clear()
        pages.forget()
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        seen = [query for query in queries.captured_queries if "SAVEPOINT" not in query["sql"]]
        cold = 0.0
        for _ in range(COLD):
            cache.clear()
            pages.forget()
            started = time.process_time()
            client.get(path)
            cold += time.process_time() - started
        started = time.process_time()
        for _ in range(WARM):
            client.get(path)
        warm = time.process_time() - started
        found[name] = {"queries": len(seen), "cold": cold / COLD * 1000, "warm": warm / WARM * 1000}
    return found


def fill(people: int) -> dict[str, Any]:
    """That many ambassadors, each with ten podia over three years; who signs in as what."""
    from ambassadors.models import ContactMoment, Employment, Person, PodiumKind, ProfileType, Term
    from events.models import Podium
    from network import clock
    from network.models import Company, FanOrganisation, Network, NetworkHost, Role, RoleKind, Target, User

    today = clock.today()
    network = Network.objects.create(
        slug="pioniers", name="Pioniers", word_singular="pionier", word_plural="pioniers", maximum_size=250
    )
    NetworkHost.objects.create(network=network, host="pioniers.localhost", is_primary=True)
    leader = User.objects.create_user("leader@pioniers.example", name="Leider")
    Role.objects.create(network=network, user=leader, kind=RoleKind.LEADER)
    Target.objects.create(
        network=network, kind="reached", amount=450, start=today - timedelta(1000), end=today + timedelta(100)
    )
    fans = FanOrganisation.objects.bulk_create(
        FanOrganisation(network=network, name=f"Fan {n}", slug=f"fan-{n}", region="Twente") for n in range(10)
    )
    companies = Company.objects.bulk_create(
        Company(network=network, name=f"Bedrijf {n}", sector=f"sector {n % 9}", employees=48, place="Ommen")
        for n in range(people)
    )
    types = list(ProfileType)
    persons = Person.objects.bulk_create(
        Person(
            network=network,
            first_name=f"Voornaam {n}",
            last_name="Achternaam",
            slug=f"voornaam-{n}-achternaam",
            email=f"p{n}@bedrijf.example",
            profile_type=types[n % 5],
            themes=["zelfsturende teams", f"thema {n % 12}"],
            quote="Wie het werk doet, ziet als eerste hoe het beter kan.",
            biography="Een verhaal van drie zinnen. Het is eerlijk. En het is kort genoeg.",
            publication_consent_at=clock.now(),
        )
        for n in range(people)
    )
    Employment.objects.bulk_create(
        Employment(person=person, company=company, role="directeur")
        for person, company in zip(persons, companies, strict=True)
    )
    Term.objects.bulk_create(
        Term(person=person, start=today - timedelta(900 - n % 400), end=today + timedelta(190 + n % 400))
        for n, person in enumerate(persons)
    )
    ContactMoment.objects.bulk_create(
        ContactMoment(person=person, date=today - timedelta(n % 90), by=leader)
        for n, person in enumerate(persons)
    )
    kinds = sorted(PodiumKind.live())
    podia = Podium.objects.bulk_create(
        Podium(
            network=network,
            kind=kinds[n % len(kinds)],
            status="agreed" if n % 10 == 0 else "done",
            is_open=n % 10 == 0,
            title=f"Podium {n}",
            date=today + timedelta(5 + n % 60) if n % 10 == 0 else today - timedelta(n * 7 % 490),
            host=fans[n % 10],
            audience=40,
            reached=40,
        )
        for n in range(people * 10)
    )
    Podium.ambassadors.through.objects.bulk_create(
        Podium.ambassadors.through(podium=podium, person=persons[n // 10]) for n, podium in enumerate(podia)
    )
    first = persons[0]
    first.user = User.objects.create_user(first.email, name=first.full_name)
    first.save(update_fields=["user"])
    return {"visitor": None, "leader": leader, "ambassador": first.user}


# --- under load ------------------------------------------------------------------------------------


@contextmanager
def server(application: str, folder: str) -> Iterator[int]:
    from tests.servers import free_port

    port = free_port()
    command = ["-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    command += ["--worker-class", "gthread", "--threads", "4", "--keep-alive", "15", "--no-control-socket"]
    command += ["--log-level", "error"]
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment(VAR_DIR=folder))
    try:
        for _ in range(600):
            try:
                ask(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/")
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def ask(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path, headers={"Host": "pioniers.localhost", "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def load(application: str, path: str, seconds: float, folder: str) -> float:
    """Requests a second that eight connections get answered."""
    with server(application, folder) as port:
        counts: Queue[int] = Queue()
        clients = [Process(target=hammer, args=(port, path, seconds, counts)) for _ in range(2)]
        for client in clients:
            client.start()
        total = sum(counts.get() for _ in clients)
        for client in clients:
            client.join()
    return total / seconds


def hammer(port: int, path: str, seconds: float, counts: "Queue[int]") -> None:
    connections = [http.client.HTTPConnection("127.0.0.1", port, timeout=20) for _ in range(4)]
    for connection in connections:
        status = ask(connection, path)
        if status != 200:
            raise SystemExit(f"{path} answered {status}")
    done, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        for connection in connections:
            connection.request("GET", path, headers={"Host": "pioniers.localhost", "Accept-Encoding": "gzip"})
        for connection in connections:
            connection.getresponse().read()
            done += 1
    counts.put(done)


if __name__ == "__main__":
    main()
