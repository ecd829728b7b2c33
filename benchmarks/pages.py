"""Queries and CPU of each page at 1 and 10 times the data, and requests a second beside a bare Django view.

1 x is 20 ambassadors with 200 podia, 50 stories and 30 tools; 10 x is 200, 2,000, 500 and 300. Cold is with
nothing kept from before, warm is the same page again, known is the same page for a browser that has it
already (304). The floor is a view that says hello, in the same run.
Run: python -m benchmarks.pages [--seconds 4]
"""

import argparse
import json
import os
import tempfile
import time

from benchmarks import load
from benchmarks.apart import environment, run

COLD, WARM = 12, 40  # requests measured
PAGES = {  # name -> who, path
    "home": ("visitor", "/"),
    "people": ("visitor", "/pioniers/"),
    "person": ("visitor", "/pioniers/voornaam-1-achternaam/"),
    "stories": ("visitor", "/verhalen/"),
    "story": ("visitor", "/verhalen/verhaal-1/"),
    "knowledge": ("visitor", "/kennisbank/"),
    "tool": ("visitor", "/kennisbank/instrumenten/instrument-1/"),
    "search": ("visitor", "/zoeken/?q=rooster"),
    "suggestions": ("visitor", "/zoeken/suggesties/?q=roos"),
    "agenda": ("visitor", "/agenda/"),
    "fans": ("visitor", "/fans/"),
    "Mijn": ("ambassador", "/mijn/"),
    "leader's home": ("leader", "/beheer/"),
    "admin: people": ("leader", "/beheer/ambassadors/person/?all="),
    "admin: podia": ("leader", "/beheer/events/podium/"),
}
UNDER_LOAD = ("home", "people", "person", "story", "tool", "search")
COLUMNS = ("queries", "10 x", "cold ms", "10 x", "warm ms", "x floor", "known ms", "x floor")
GOALS = (
    "goals: people cold 15 ms and 4 queries, warm 2 x hello, known 2.2 x and no query; person cold 3.4; "
    "Mijn 12 and 8; leader's home 20 and 8; admin lists 35"
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=4)
    options.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
        return
    floor = float(run("-m", "benchmarks.hello", "400"))
    print(f"a bare view: {floor:.2f} ms CPU")
    print(" " * 14 + "".join(f"{name:>9}" for name in COLUMNS))
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        found = []
        for folder, times in ((small, 1), (large, 10)):
            found.append(json.loads(run("-m", "benchmarks.pages", "--measure", str(times), VAR_DIR=folder)))
        for name in PAGES:
            a, b = found[0][name], found[1][name]
            warm, known = b["warm"] / floor, b["known"] / floor
            print(
                f"{name:14}{a['queries']:>9}{b['queries']:>9}{a['cold']:>9.1f}{b['cold']:>9.1f}"
                f"{b['warm']:>9.2f}{warm:>9.1f}{b['known']:>9.2f}{known:>9.1f}"
            )
        print(GOALS)
        show_load(arguments.seconds, small, large)


def show_load(seconds: float, small: str, large: str) -> None:
    """Each page under eight connections at once, made anew for every reader and kept."""
    print(f"\nrequests a second and p95 in ms, two workers, eight connections, {seconds:g} s each:")
    with load.server("benchmarks.hello", environment(VAR_DIR=small)) as port:
        hello = load.on(port, "/", seconds)
    print(f"{'a bare view':14}{'':10}{hello.rate:>8.0f}{hello.p95:>8.1f}")
    for application, how in (("benchmarks.uncached", "made anew"), ("config.wsgi", "kept")):
        for folder, times in ((small, "1 x"), (large, "10 x")):
            with load.server(application, environment(VAR_DIR=folder)) as port:
                for name in UNDER_LOAD:
                    found = load.on(port, PAGES[name][1], seconds)
                    share = f"{found.rate / hello.rate:.2f} of it"
                    print(f"{name:14}{how:10}{times:>5}{found.rate:>8.0f}{found.p95:>8.1f}  {share}")


# --- in a process of its own, per size ---------------------------------------------------------------


def measure(times: int) -> dict[str, dict[str, float]]:
    import django

    django.setup()
    from django.core.cache import cache
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from benchmarks import furnished
    from network import pages

    call_command("migrate", verbosity=0)
    call_command("build_fonts", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115
    users = furnished.fill(times)
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
        known = {"if-none-match": response["ETag"]} if "ETag" in response else {}
        started = time.process_time()
        for _ in range(WARM):
            client.get(path, headers=known)
        found[name] = {
            "queries": len(seen),
            "cold": cold / COLD * 1000,
            "warm": warm / WARM * 1000,
            "known": (time.process_time() - started) / WARM * 1000,
        }
    return found


if __name__ == "__main__":
    main()
