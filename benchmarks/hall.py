"""A hall scans a card: 250 telephones behind one address open the page and send the form in 3 minutes.

Two workers, SQLite, one address on the internet for all. Each telephone reads the page and its one
stylesheet, waits as somebody who types does, and sends. Nobody may be refused, nothing may be lost.
Run: python -m benchmarks.hall [--people 250] [--seconds 180]
"""

import argparse
import http.client
import json
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from urllib.parse import urlencode

from benchmarks.apart import ROOT, environment, run

HOST = "hal.localhost"
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|shown_at|form_token)" value="([^"]+)"')
GOAL = "goal: everybody accepted, p95 under 1 second, page and stylesheet at most 15 kB"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=250)
    options.add_argument("--seconds", type=float, default=180)
    options.add_argument("--furnish", action="store_true", help=argparse.SUPPRESS)
    options.add_argument("--count", action="store_true", help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.furnish:
        print(furnish())
        return
    if arguments.count:
        print(json.dumps(count()))
        return
    with tempfile.TemporaryDirectory() as folder:
        run("manage.py", "migrate", "--verbosity", "0", VAR_DIR=folder)
        code = run("-m", "benchmarks.hall", "--furnish", VAR_DIR=folder)
        found = drill(folder, code, arguments.people, arguments.seconds)
        kept = json.loads(run("-m", "benchmarks.hall", "--count", VAR_DIR=folder))
    show(found, kept, arguments.people)


# --- in a process of its own ---------------------------------------------------------------------------


def furnish() -> str:
    """A network with one ambassador who stands in front of the hall; the code of the card."""
    import django

    django.setup()
    from datetime import timedelta

    from django.utils import timezone

    from ambassadors.models import Person, Term
    from events.actions import handing_cards
    from network.models import Network, NetworkHost

    network = Network.objects.create(slug="hal", name="Netwerk in de hal", theme="sociale innovatie")
    NetworkHost.objects.create(network=network, host=HOST, is_primary=True)
    today = timezone.localdate()
    person = Person.objects.create(
        network=network,
        first_name="Marleen",
        last_name="Oosterveld",
        publication_consent_at=timezone.now(),
        quote="We gaven het rooster uit handen.",
        biography="Een verhaal van een paar zinnen. " * 12,
        themes=["zelf roosteren", "loslaten"],
    )
    Term.objects.create(person=person, start=today - timedelta(days=90), end=today + timedelta(days=900))
    return handing_cards.card_of_person(person).code


def count() -> dict[str, int]:
    import django

    django.setup()
    from events.models import Lead
    from network.models import Message

    return {
        "leads": Lead.objects.count(),
        "held": Lead.objects.held().count(),
        "mails": Message.objects.filter(kind="lead_confirm").count(),
    }


# --- the hall ------------------------------------------------------------------------------------------


def drill(folder: str, code: str, people: int, seconds: float) -> dict[str, list]:
    port = 8977
    server = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "config.wsgi", "--workers", "2", "--threads", "4",
            "--bind", f"127.0.0.1:{port}", "--log-level", "error",
        ],
        cwd=ROOT,
        env=environment(VAR_DIR=folder),
    )  # fmt: skip
    found: dict[str, list] = {"get": [], "style": [], "post": [], "status": [], "size": []}
    lock = threading.Lock()
    try:
        wait_for(port)
        chance = random.Random(4)
        threads = [
            threading.Thread(target=telephone, args=(port, code, n, chance.uniform(0, seconds), found, lock))
            for n in range(people)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        server.terminate()
        server.wait()
    return found


def wait_for(port: int) -> None:
    for _attempt in range(200):
        try:
            ask(port, "GET", "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def telephone(
    port: int, code: str, number: int, wait: float, found: dict[str, list], lock: threading.Lock
) -> None:
    time.sleep(wait)
    path = f"/k/{code}/"
    taken, status, headers, body = ask(port, "GET", path)
    text = body.decode()
    sheet = re.search(r'href="(/k/stijl/[^"]+)"', text)
    style_taken, _status, _headers, style = ask(port, "GET", sheet[1] if sheet else "/")
    time.sleep(2.5)  # as fast as a name and an address can be typed
    values = dict(HIDDEN.findall(text)) | {
        "name": f"Bezoeker {number}",
        "email": f"bezoeker{number}@hal.example",
        "company_name": f"Bedrijf {number}",
        "consent": "on",
    }
    cookie = headers.get("Set-Cookie", "").split(";")[0]
    post_taken, post_status, _headers, _body = ask(port, "POST", path, urlencode(values), cookie)
    with lock:
        found["get"].append(taken)
        found["style"].append(style_taken)
        found["post"].append(post_taken)
        found["status"].append((status, post_status))
        found["size"].append(len(body) + len(style))


def ask(
    port: int, method: str, path: str, body: str | None = None, cookie: str = ""
) -> tuple[float, int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Host": HOST, "Cookie": cookie}
    if body is not None:
        headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{HOST}"}
    begun = time.perf_counter()
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    content = answer.read()
    taken = time.perf_counter() - begun
    connection.close()
    return taken, answer.status, answer.headers, content


def show(found: dict[str, list], kept: dict[str, int], people: int) -> None:
    def at(values: list[float], share: float) -> float:
        return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000

    print(f"{people} telephones behind one address")
    print(f"{'':12}{'median ms':>12}{'p95 ms':>10}{'slowest':>10}")
    for name in ("get", "style", "post"):
        values = found[name]
        print(f"{name:12}{at(values, 0.5):>12.0f}{at(values, 0.95):>10.0f}{max(values) * 1000:>10.0f}")
    refused = [pair for pair in found["status"] if pair != (200, 302)]
    print(f"page and stylesheet: {max(found['size'])} bytes without compression")
    print(f"refused: {len(refused)} {sorted(set(refused))[:5]}; kept: {kept}")
    print(GOAL)
    fine = not refused and kept["leads"] == people and kept["mails"] == people
    if not (fine and at(found["get"], 0.95) < 1000 and at(found["post"], 0.95) < 1000):
        raise SystemExit("NOT met")


if __name__ == "__main__":
    main()
