"""Killed while it asks ambassadors, takes the first yes or reminds: all or nothing, and nothing twice."""

import signal
from collections import Counter
from datetime import date

import pytest
import time_machine

from ambassadors.models import Person
from events.actions import offering
from events.models import Offer, Podium, PodiumFile, PodiumRequest
from network.models import Message, User
from tests.conftest import make_person
from tests.elsewhere import elsewhere

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]
TERM = (date(2025, 4, 1), date(2028, 4, 1))


def killed(work, step: str) -> bool:
    return elsewhere(work, DRILL_KILL_AT=step).wait() == -signal.SIGKILL


def finished(work) -> bool:
    return elsewhere(work).wait() == 0


@pytest.fixture
def asked(network, leader):
    """A request, and three who could."""
    with time_machine.travel("2026-11-25T12:00:00+01:00", tick=True):
        for name in ("Bos", "Kok", "Vos"):
            make_person(network, "Ans", name, term=TERM)
        yield PodiumRequest.objects.create(
            network=network, kind="panel", date=date(2026, 12, 16), host_name="MKB Deventer",
            contact_name="Bas", contact_email="bas@mkb.example",
        )  # fmt: skip


def ask() -> None:
    people = Person.objects.order_by("last_name")
    offering.offer(PodiumRequest.objects.get(), by=User.objects.first(), people=people)


def accept() -> None:
    offering.accept(Offer.objects.get(person__last_name="Kok"), by=None)


def remind() -> None:
    offering.run(PodiumRequest.objects.get().network, on=date(2026, 11, 30))


def mails() -> Counter:
    return Counter(Message.objects.values_list("kind", flat=True))


def settled() -> dict[str, object]:
    return {
        "request": PodiumRequest.objects.get().state,
        "offers": Counter(Offer.objects.values_list("state", flat=True)),
        "podia": Podium.objects.count(),
        "files": PodiumFile.objects.count(),
        "mails": mails(),
    }


def test_a_kill_while_three_are_asked_asks_all_or_nobody(asked):
    for step in ("offering.asked", "offering.asked:3"):
        assert killed(ask, step)
        assert (Offer.objects.count(), mails()) == (0, {})
    for _twice in range(2):
        assert finished(ask)
        assert (Offer.objects.count(), mails()) == (3, {"offer": 3})


def test_a_kill_at_the_first_yes_closes_the_rest_and_tells_everybody_or_nobody(asked):
    ask()
    nothing = settled()
    assert (nothing["request"], nothing["podia"]) == ("open", 0)
    for step in ("answered", "agreed", "closed", "mailed"):
        assert killed(accept, f"offering.{step}")
        assert settled() == nothing
    assert killed(accept, "offering.committed")
    everything = settled()
    assert everything["offers"] == {"accepted": 1, "closed": 2}
    assert (everything["request"], everything["podia"], everything["files"]) == ("agreed", 1, 1)
    assert everything["mails"]["offer_closed"] == 2
    assert everything["mails"]["request_agreed"] == 1
    assert finished(accept)  # pressed again after the crash
    assert settled() == everything


def test_a_kill_while_reminding_reminds_nobody_twice(asked):
    ask()
    assert killed(remind, "offering.reminded:2")
    assert mails()["offer_reminder"] == Offer.objects.exclude(reminded_at=None).count() == 1
    for _twice in range(2):
        assert finished(remind)
        assert mails()["offer_reminder"] == Offer.objects.exclude(reminded_at=None).count() == 3
