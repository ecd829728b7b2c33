"""The page behind the QR code: it tells what holds today, and nothing about anybody else."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone, translation

from ambassadors import pdfs
from ambassadors.actions import appointing
from ambassadors.models import Appointment, HonoraryMembership, Term
from tests.conftest import client_for, make_person


@pytest.fixture
def appointment(network, leader) -> Appointment:
    person = make_person(network, "Amira", "Bakri", phone="0612345678")
    round = appointing.open_round(
        network=network, year=2026, ceremony_on=date(2026, 11, 26), place="Zwolle", by=leader
    )
    appointing.choose(round=round, people=[person], by=leader)
    return appointing.appoint(round=round, by=leader).appointments[0]


def address(appointment: Appointment) -> str:
    with translation.override("nl"):
        return reverse("plaque_check", args=[appointment.public_id])


@pytest.mark.parametrize(
    ("day", "honorary", "verdict"),
    [
        ("2026-11-25", False, "Deze benoeming is echt en gaat nog in"),
        ("2026-11-26", False, "Deze benoeming is geldig"),
        ("2029-11-25", True, "Deze benoeming is geldig"),
        ("2029-11-26", True, "Deze benoeming is volbracht: nu ere-lid"),
        ("2029-11-26", False, "Deze benoeming was echt en is afgelopen"),
    ],
)
def test_it_tells_what_holds_on_the_day(appointment, visitor, day, honorary, verdict):
    if honorary:
        HonoraryMembership.objects.create(person=appointment.person, start=date(2029, 11, 26))
    with time_machine.travel(f"{day}T12:00:00+01:00", tick=False):
        page = visitor.get(address(appointment))
    assert page.status_code == 200
    assert verdict in page.content.decode()
    assert "Amira Bakri" in page.content.decode()
    assert "PO-2026-001" in page.content.decode()


def test_an_appointment_that_ended_early_has_ended(today, appointment, visitor):
    Term.objects.filter(pk=appointment.term_id).update(end=date(2027, 1, 1))
    with time_machine.travel("2027-01-01T12:00:00+01:00", tick=False):
        assert "Deze benoeming was echt en is afgelopen" in visitor.get(address(appointment)).content.decode()


def test_a_later_appointment_of_the_same_person_is_mentioned(appointment, visitor):
    Term.objects.create(person=appointment.person, start=date(2029, 11, 26), end=date(2032, 11, 26))
    with time_machine.travel("2030-01-01T12:00:00+01:00", tick=False):
        page = visitor.get(address(appointment)).content.decode()
    assert "Voor dezelfde persoon geldt nu een andere benoeming, tot 26 november 2032." in page


def test_it_speaks_english(today, appointment, visitor):
    page = visitor.get(f"/en/p/{appointment.public_id}/").content.decode()
    assert "This appointment is real and has yet to begin" in page
    assert "pioneer sociale innovatie" in page


def test_it_tells_no_more_than_the_plaque(today, appointment, visitor):
    page = visitor.get(address(appointment)).content.decode()
    for secret in ("0612345678", "amira.bakri@bedrijf.example", f"/{appointment.pk}/"):
        assert secret not in page


def test_it_leads_to_the_page_of_whoever_may_be_shown(appointment, visitor):
    person = appointment.person
    person.publication_consent_at = timezone.now()
    person.save()
    link = f'href="/pioniers/{person.slug}/"'
    with time_machine.travel("2026-11-26T12:00:00+01:00", tick=False):
        assert link in visitor.get(address(appointment)).content.decode()
        person.publication_consent_at = None
        person.save()
        assert link not in visitor.get(address(appointment)).content.decode()


def test_it_is_kept_out_of_search_caches_and_referrers(today, appointment, visitor):
    response = visitor.get(address(appointment))
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_an_unknown_code_and_one_of_another_network_look_the_same(today, appointment, visitor, other_network):
    elsewhere = client_for(None, other_network)
    unknown = elsewhere.get("/p/bestaatnietbestaatniet/")
    foreign = elsewhere.get(address(appointment))
    assert (unknown.status_code, foreign.status_code) == (404, 404)
    assert "Deze plaquette kennen we niet" in foreign.content.decode()
    assert "Amira" not in foreign.content.decode()


def test_codes_cannot_be_guessed(appointment):
    assert len(appointment.public_id) == 22  # 128 bits


def test_the_page_asks_few_questions(today, appointment, visitor, django_assert_max_num_queries):
    visitor.get(address(appointment))
    with django_assert_max_num_queries(4):
        visitor.get(address(appointment))


def test_the_title_stands_in_the_language_of_the_reader(today, appointment, visitor, network):
    network.plaque_title, network.plaque_title_en = "pionier van het nieuwe werken", "pioneer of new work"
    network.save()
    assert "pionier van het nieuwe werken" in visitor.get(address(appointment)).content.decode()
    english = visitor.get(f"/en/p/{appointment.public_id}/").content.decode()
    assert "pioneer of new work" in english
    assert "nieuwe werken" not in english


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", "for the period from 26\xa0November\xa02026 to 26\xa0November\xa02029."),
        ("as one who dares", "2029, as one who dares."),
        ("You dare.", "2029. You dare."),
    ],
)
def test_a_plaque_in_english_holds_no_dutch_words_of_the_network(appointment, network, text, end):
    network.plaque_text, network.plaque_text_en = "als iemand die durft", text
    network.save()
    appointment.round.refresh_from_db()
    plaque = pdfs.plaque_of(appointment, "en")
    assert plaque.after_title.endswith(end)
    assert "durft" not in plaque.after_title
    assert plaque.title == "pioneer sociale innovatie"
    assert pdfs.plaque_of(appointment).after_title.endswith(", als iemand die durft.")
