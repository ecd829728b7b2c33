"""Putting somebody forward on the public page and in Mijn, and what a machine does there."""

import re
from datetime import timedelta

import pytest
import time_machine

from ambassadors import candidacy, links
from ambassadors.models import HonoraryMembership, Nomination, Person, RoundRules
from network import messages
from network.actions import composing
from network.models import Message
from tests.ambassadors.candidates import make_round
from tests.conftest import client_for, make_person

TYPED = {
    "first_name": "Femke", "last_name": "Nijhuis", "company": "Nijhuis Transport", "place": "Almelo",
    "email": "femke@nijhuis.example", "why": "Chauffeurs verdelen de ritten.",
    "your_name": "Tess Olde", "your_email": "tess@olde.example",
}  # fmt: skip


@pytest.fixture
def later():
    """The clock stands still until it is moved: a person needs some seconds to type."""
    with time_machine.travel("2026-11-23T12:00:00+01:00", tick=False) as clock:
        yield clock


def shown_at(client, path) -> str:
    return re.search(r'name="shown_at" value="([^"]+)"', client.get(path).content.decode())[1]


def send(client, later, path="/voordragen/", seconds=30, **typed):
    stamp = shown_at(client, path)
    later.shift(timedelta(seconds=seconds))
    return client.post(path, {**TYPED, "shown_at": stamp, **typed})


def test_a_visitor_puts_somebody_forward(network, later, visitor):
    round = make_round(network)
    RoundRules.objects.create(network=network, questions=["Wat ging er mis?"])
    answer = send(visitor, later, answer_0="Het rooster")
    assert (answer.status_code, answer.url) == (302, "/voordragen/bedankt/")
    nomination = Nomination.objects.get()
    assert (nomination.round, nomination.held_because, nomination.told_at) == (round, "", None)
    voice = nomination.voices.get()
    assert (voice.source, voice.name, voice.email) == ("visitor", "Tess Olde", "tess@olde.example")
    assert voice.answers == [{"question": "Wat ging er mis?", "answer": "Het rooster"}]
    assert list(Message.objects.values_list("kind", "recipient")) == [
        ("nomination_received", "tess@olde.example")
    ]


def test_applying_tells_the_applicant(network, later, visitor):
    answer = send(visitor, later, "/aanmelden/", agrees="on")
    assert answer.status_code == 302
    nomination = Nomination.objects.get()
    assert nomination.agreed_at == nomination.told_at
    assert list(Message.objects.values_list("kind", "recipient")) == [
        ("candidate_notice", "femke@nijhuis.example")
    ]
    assert send(visitor, later, "/aanmelden/").status_code == 422  # the tick is missing


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [({"website": "http://x.example"}, 30), ({}, 1), ({"why": "www.x.example en www.y.example"}, 30)],
)
def test_what_looks_like_a_machine_is_held_and_gets_the_same_thanks(network, later, visitor, typed, seconds):
    answer = send(visitor, later, seconds=seconds, **typed)
    assert answer.url == "/voordragen/bedankt/"
    assert Nomination.objects.get().held_because
    assert not Message.objects.exists()
    assert not Nomination.objects.open().exists()


def test_the_fourth_of_a_day_from_one_address_is_held(network, later, visitor):
    for number in range(4):
        send(visitor, later, first_name=f"Nr{number}", email=f"nr{number}@x.example")
    held = [bool(nomination.held_because) for nomination in Nomination.objects.order_by("pk")]
    assert held == [False, False, False, True]


def test_a_stranger_learns_nothing_about_who_is_known(network, later, visitor, ambassador):
    former = make_person(network, "Frits", "Oud", term=("2019-04-01", "2022-04-01"))
    for email in (ambassador.email, former.email, "onbekend@x.example"):
        answer = send(visitor, later, email=email)
        assert (answer.status_code, answer.url) == (302, "/voordragen/bedankt/")
    known = Nomination.objects.get(person=former)
    assert known.held_because  # the leader looks first
    assert not Nomination.objects.filter(person=ambassador).exists()


def test_what_is_wrong_is_said_beside_the_field_and_stays(network, later, visitor):
    answer = send(visitor, later, email="", last_name="")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Geef een e-mailadres of telefoonnummer" in page
    assert 'value="Nijhuis Transport"' in page
    assert not Person.objects.filter(first_name="Femke").exists()


def test_a_network_can_close_its_public_page(network, visitor):
    RoundRules.objects.create(network=network, public_page=False)
    assert visitor.get("/voordragen/").status_code == visitor.get("/aanmelden/").status_code == 404
    assert "/voordragen/" not in visitor.get("/pioniers/").content.decode()


def test_an_ambassador_and_an_honorary_member_nominate_in_mijn(network, today, ambassador, ambassador_client):
    assert "/mijn/voordragen/" in ambassador_client.get("/mijn/pagina/").content.decode()
    answer = ambassador_client.post("/mijn/voordragen/", TYPED)
    assert answer.url == "/mijn/voordragen/"
    honorary = make_person(network, "Gerda", "Kok", term=("2019-04-01", "2022-04-01"))
    HonoraryMembership.objects.create(person=honorary, start="2022-04-01")
    client_for(honorary.user, network).post("/mijn/voordragen/", TYPED)
    voices = Nomination.objects.get().voices.values_list("source", "person")
    assert list(voices) == [("ambassador", ambassador.pk), ("honorary", honorary.pk)]


# --- What is known with an address is not told to whoever types it ---------------------------------------


def known_candidate(network) -> Person:
    """Somebody else put them forward before, by the same address."""
    person = make_person(network, "Geheimnaam", "Zwijger", email="femke@nijhuis.example")
    person.user.delete()
    Nomination.objects.create(network=network, person=person)
    return person


def test_who_puts_somebody_forward_by_address_does_not_read_who_that_is(
    network, later, visitor, fan, ambassador, ambassador_client
):
    make_round(network)
    known_candidate(network)
    send(visitor, later)
    by_fan = links.fan_nominates_path(fan.contacts.get())
    told = visitor.post(by_fan, TYPED).text + visitor.get(by_fan).text
    told += ambassador_client.post("/mijn/voordragen/", TYPED, follow=True).text
    assert "Femke Nijhuis" in told
    mail = Message.objects.get(kind="nomination_received")
    kind = messages.kind_of(mail.kind)
    told += composing.render(kind, composing.values_of(mail, kind)).html
    told += str(candidacy.voices(ambassador))
    assert "Geheimnaam" not in told
    assert "Zwijger" not in told
    assert Nomination.objects.get().voices.count() == 3


def test_whose_address_is_of_somebody_in_office_is_refused_by_the_name_that_was_typed(
    network, today, other_ambassador, ambassador_client
):
    answer = ambassador_client.post("/mijn/voordragen/", {**TYPED, "email": other_ambassador.email})
    assert answer.status_code == 422
    assert ("Femke Nijhuis doet al mee." in answer.text, "Lansink" in answer.text) == (True, False)
