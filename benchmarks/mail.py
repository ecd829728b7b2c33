"""A mail ready to send: its words, its styles inside the elements and its bytes, beside MIME building alone.

The floor is Python's own MIME building of the same two texts. Milliseconds of CPU for each mail, the best of
five rounds. Run: python -m benchmarks.mail [--mails 300]
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from typing import Any

from benchmarks.apart import set_apart

ROUNDS = 5
GOAL = 1.3  # milliseconds


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mails", type=int, default=300)
    options.add_argument("--json", action="store_true")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_apart(VAR_DIR=folder)
        found = measure(arguments.mails)
    if arguments.json:
        print(json.dumps(found))
        return
    print(f"{'':<34}{'ms CPU':>8}{'of floor':>10}")
    least = found["milliseconds"]["floor: MIME alone"]
    for name, milliseconds in found["milliseconds"].items():
        print(f"{name:<34}{milliseconds:>8.2f}{milliseconds / least:>10.2f}")
    print(f"goal: ready to send in {GOAL} ms or less; this mail has {found['bytes']} bytes")


def measure(mails: int) -> dict[str, Any]:
    import django

    django.setup()
    from django.core.mail import EmailMultiAlternatives
    from django.core.management import call_command
    from django.utils import translation

    from network import messages
    from network.actions import composing, mailing
    from network.letter import letter
    from network.models import Message, Network, NetworkHost

    call_command("migrate", verbosity=0)
    network = Network.objects.create(slug="x", name="Pioniers Overijssel", contact_email="team@x.example")
    NetworkHost.objects.create(network=network, host="x.example", is_primary=True)
    network = Network.objects.prefetch_related("hosts").get()
    kind = messages.kind_of("nudge_1")
    mailing.post(
        mailing.Mail(
            network=network,
            kind="letter",
            key="1",
            to="marleen@bedrijf.example",
            name="Marleen Oosterveld",
            words="x",
        )
    )
    message = Message.objects.get()
    message.network = network
    with translation.override("nl"):
        values = composing.sample(kind, network, language="nl")
        mail = composing.render(kind, values)

    def floor() -> bytes:
        made = EmailMultiAlternatives(
            mail.subject, mail.text, "post@x.example", [message.recipient],
            headers={"Message-ID": message.message_id, "X-Outbox-Id": "1", "Auto-Submitted": "auto-replied"},
        )  # fmt: skip
        made.attach_alternative(mail.html, "text/html")
        return made.message().as_bytes()

    def words() -> composing.Composed:
        with translation.override("nl"):
            return composing.render(kind, values)

    def ready() -> bytes:
        return letter(message, words()).as_bytes()

    work: dict[str, Callable[[], Any]] = {
        "floor: MIME alone": floor,
        "our bytes alone": lambda: letter(message, mail).as_bytes(),
        "words and styles": words,
        "ready to send": ready,
    }
    best: dict[str, float] = {}
    for _round in range(ROUNDS):
        for name, one in work.items():
            one()
            begun = time.process_time()
            for _mail in range(mails):
                one()
            spent = (time.process_time() - begun) / mails * 1000
            best[name] = min(spent, best.get(name, spent))
    return {"milliseconds": best, "bytes": len(ready())}


if __name__ == "__main__":
    main()
