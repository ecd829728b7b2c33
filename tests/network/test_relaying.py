"""Messages through the site: passed on without showing an address, held when something is odd."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from ambassadors import relay
from network import suspicion
from network.actions import relaying
from network.models import ContactMessage, Message
from network.suspicion import Signs

GOOD = Signs(seconds=30, filled_trap=False, place="here")


def letter(**changes) -> relaying.Letter:
    values = {
        "name": "Karin Veldhuis",
        "email": "karin@twente.example",
        "organisation": "Ondernemend Twente",
        "subject": "Podium in maart",
        "body": "Wil je bij ons komen vertellen?",
    }
    return relaying.Letter(**{**values, **changes})


def test_an_ordinary_message_is_passed_on_to_the_ambassador(network, ambassador):
    message = relaying.receive(
        network=network, letter=letter(), recipient=relay.recipient(ambassador.pk), signs=GOOD
    )
    assert (message.state, message.suspicion, message.for_person) == ("passed", "", ambassador.pk)
    mail = Message.objects.get()
    assert (mail.kind, mail.recipient, mail.reply_to, mail.network) == (
        "relayed_message",
        ambassador.email,
        "karin@twente.example",
        network,
    )


def test_a_message_for_the_team_goes_to_the_team(network):
    message = relaying.receive(network=network, letter=letter(), recipient=None, signs=GOOD)
    assert (message.state, message.for_person) == ("passed", None)
    assert Message.objects.get().recipient == network.contact_email


@pytest.mark.parametrize(
    ("changes", "signs"),
    [
        ({"body": "Kijk op https://a.example en https://b.example"}, GOOD),
        ({"subject": "www.goedkoop.example"}, GOOD),
        ({}, Signs(seconds=1, filled_trap=False, place="here")),
        ({}, Signs(seconds=None, filled_trap=False, place="here")),
        ({}, Signs(seconds=30, filled_trap=True, place="here")),
    ],
)
def test_an_odd_message_is_held_and_nothing_is_sent(network, ambassador, changes, signs):
    message = relaying.receive(
        network=network, letter=letter(**changes), recipient=relay.recipient(ambassador.pk), signs=signs
    )
    assert message.state == "held"
    assert message.suspicion
    assert not Message.objects.exists()


def test_the_fourth_message_of_a_day_from_one_address_is_held(network):
    states = [
        relaying.receive(network=network, letter=letter(), recipient=None, signs=GOOD).state
        for _n in range(4)
    ]
    assert states == ["passed", "passed", "passed", "held"]
    ContactMessage.objects.update(sent_at=timezone.now() - timedelta(days=2))
    assert relaying.receive(network=network, letter=letter(), recipient=None, signs=GOOD).state == "passed"


def test_a_flood_from_one_place_is_refused(network):
    for number in range(suspicion.FLOOD_PER_PLACE_AN_HOUR):
        relaying.receive(
            network=network, letter=letter(email=f"a{number}@b.example"), recipient=None, signs=GOOD
        )
    states = list(ContactMessage.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["passed"] * 10 + ["held"] * 40
    with pytest.raises(relaying.TooMany):
        relaying.receive(network=network, letter=letter(), recipient=None, signs=GOOD)
    assert ContactMessage.objects.count() == 50


def test_a_held_message_is_released_once_to_the_address_of_today(network, ambassador, leader):
    held = relaying.receive(
        network=network,
        letter=letter(),
        recipient=relay.recipient(ambassador.pk),
        signs=Signs(seconds=1, filled_trap=False, place="here"),
    )
    ambassador.email = "nieuw@bedrijf.example"
    ambassador.save()
    assert relaying.release(message=held, recipient=relay.recipient_of(held), by=leader)
    assert not relaying.release(message=held, recipient=relay.recipient_of(held), by=leader)
    assert not relaying.refuse(message=held, by=leader)
    held.refresh_from_db()
    assert (held.state, held.decided_by) == ("passed", leader)
    assert [mail.recipient for mail in Message.objects.all()] == ["nieuw@bedrijf.example"]


def test_a_refused_message_goes_nowhere(network, leader):
    held = relaying.receive(
        network=network, letter=letter(), recipient=None, signs=Signs(seconds=1, filled_trap=False, place="x")
    )
    assert relaying.refuse(message=held, by=leader)
    assert not relaying.release(message=held, recipient=None, by=leader)
    held.refresh_from_db()
    assert held.state == "refused"
    assert not Message.objects.exists()


@given(
    seconds=st.none() | st.floats(0, 1e6),
    trap=st.booleans(),
    mine=st.integers(0, 99),
    here=st.integers(0, 99),
)
def test_a_message_without_any_sign_is_never_held(seconds, trap, mine, here):
    found = suspicion.reasons(
        subject="Vraag",
        name="Karin",
        body="Dag, kom je vertellen?",
        signs=Signs(seconds=seconds, filled_trap=trap, place=""),
        from_address=mine,
        from_place=here,
    )
    odd = trap or seconds is None or seconds < 2 or mine >= 3 or here >= 10
    assert bool(found) == odd
