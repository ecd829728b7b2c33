"""A round is appointed whole or not at all, once, whoever presses the button and however often."""

import signal
from datetime import date

import pytest
from django.utils import timezone, translation

from ambassadors.actions import appointing
from ambassadors.actions.refused import Refused
from ambassadors.models import Appointment, AppointmentRound, HonoraryMembership, Person, Term
from network.models import Batch, Message, User
from tests.conftest import make_person
from tests.elsewhere import elsewhere


@pytest.fixture
def round(network, leader) -> AppointmentRound:
    network.official_name, network.official_title = "Anne Verzonnen", "gedeputeerde Economie"
    network.save()
    return appointing.open_round(
        network=network, year=2026, ceremony_on=date(2026, 11, 26), place="Zwolle", by=leader
    )


@pytest.fixture
def newcomers(network) -> list[Person]:
    return [
        make_person(network, "Joris", "Zandstra"),
        make_person(network, "Amira", "Bakri"),
        make_person(network, "Wout", "Meijerink", email=""),
    ]


def state() -> dict[str, int]:
    return {
        "terms": Term.objects.count(),
        "appointments": Appointment.objects.count(),
        "mails": Message.objects.filter(kind="appointed").count(),
        "jobs": Batch.objects.filter(kind="plaques").count(),
        "appointed rounds": AppointmentRound.objects.exclude(appointed_at=None).count(),
    }


NOTHING = {"terms": 0, "appointments": 0, "mails": 0, "jobs": 0, "appointed rounds": 0}
EVERYTHING = {"terms": 3, "appointments": 3, "mails": 2, "jobs": 1, "appointed rounds": 1}


def test_appointing_starts_terms_numbers_plaques_and_writes_mails(today, round, newcomers, leader):
    appointing.choose(round=round, people=newcomers, by=leader)

    outcome = appointing.appoint(round=round, by=leader)

    assert outcome.is_new
    assert [(a.serial_number, a.name, a.company, a.place) for a in outcome.appointments] == [
        ("PO-2026-001", "Amira Bakri", "Bakri BV", "Ommen"),
        ("PO-2026-002", "Wout Meijerink", "Meijerink BV", "Ommen"),
        ("PO-2026-003", "Joris Zandstra", "Zandstra BV", "Ommen"),
    ]
    assert {(a.term.start, a.term.end) for a in outcome.appointments} == {
        (date(2026, 11, 26), date(2029, 11, 26))
    }
    assert len({a.public_id for a in outcome.appointments}) == 3
    mails = Message.objects.filter(kind="appointed").order_by("recipient")
    assert [mail.recipient for mail in mails] == [
        "amira.bakri@bedrijf.example",
        "joris.zandstra@bedrijf.example",
    ]
    # On the morning of the ceremony, three days from now.
    assert {timezone.localtime(mail.not_before).isoformat() for mail in mails} == {
        "2026-11-26T09:00:00+01:00"
    }
    assert state() == EVERYTHING
    round.refresh_from_db()
    assert round.appointed_by == leader
    assert [line.history_user for line in Term.history.all()] == [leader] * 3


def test_the_second_click_changes_nothing(today, round, newcomers, leader):
    appointing.choose(round=round, people=newcomers, by=leader)
    first = appointing.appoint(round=round, by=leader)

    second = appointing.appoint(round=round, by=leader)

    assert not second.is_new
    assert [a.pk for a in second.appointments] == [a.pk for a in first.appointments]
    assert state() == EVERYTHING


def test_two_leaders_at_once_make_one_round(today, round, newcomers, leader, facilitator):
    appointing.choose(round=round, people=newcomers, by=leader)
    stale = AppointmentRound.objects.get(pk=round.pk)  # the other leader's page, still open
    appointing.appoint(round=round, by=leader)

    outcome = appointing.appoint(round=stale, by=facilitator)

    assert not outcome.is_new
    assert outcome.round.appointed_by == leader
    with translation.override("en"):
        sentence = appointing.already_appointed(outcome.round)
    assert sentence == "This round was already appointed on 23 November 2026 by Leader. Nothing was changed."
    assert state() == EVERYTHING


def test_an_overlapping_term_stops_the_whole_round_and_is_named(today, round, newcomers, ambassador, leader):
    appointing.choose(round=round, people=[*newcomers, ambassador], by=leader)

    with translation.override("en"), pytest.raises(Refused) as refusal:
        appointing.appoint(round=round, by=leader)

    assert refusal.value.reasons == [
        "Marleen Oosterveld already has a term from 1 April 2025 to 1 April 2028. Leave Marleen out, "
        "or choose a ceremony on or after 1 April 2028."
    ]
    assert state() == {**NOTHING, "terms": 1}


def test_nobody_chosen_is_refused(today, round, leader):
    with pytest.raises(Refused):
        appointing.appoint(round=round, by=leader)
    assert state() == NOTHING


def test_passing_the_largest_size_asks_to_be_confirmed(today, round, newcomers, ambassador, leader, network):
    network.maximum_size = 3
    network.save()
    appointing.choose(round=round, people=newcomers, by=leader)
    plan = appointing.preview(round)
    assert (plan.size_now, plan.size_then, plan.maximum, plan.is_too_large) == (1, 4, 3, True)

    with pytest.raises(Refused):
        appointing.appoint(round=round, by=leader)
    assert state() == {**NOTHING, "terms": 1}

    assert appointing.appoint(round=round, by=leader, accept_size=True).is_new
    assert state() == {**EVERYTHING, "terms": 4}


def test_a_former_ambassador_and_honorary_member_can_be_appointed_again(today, round, network, leader):
    person = make_person(network, "Ans", "Terug", term=(date(2020, 4, 1), date(2023, 4, 1)))
    HonoraryMembership.objects.create(person=person, start=date(2023, 4, 1))
    appointing.choose(round=round, people=[person], by=leader)

    with translation.override("en"):
        remarks = appointing.preview(round).candidates[0].remarks
    assert remarks[:2] == ("Had 1 term before.", "Is an honorary member now.")

    assert appointing.appoint(round=round, by=leader).is_new
    assert person.terms.count() == 2


def test_one_round_a_year(today, round, network, leader):
    with translation.override("en"), pytest.raises(Refused) as refusal:
        appointing.open_round(network=network, year=2026, ceremony_on=date(2026, 12, 1), by=leader)
    assert refusal.value.reasons == ["There is already a round in this year."]
    assert AppointmentRound.objects.count() == 1


def test_the_ceremony_lies_in_the_year_of_the_round(today, network, leader):
    with pytest.raises(Refused):
        appointing.open_round(network=network, year=2026, ceremony_on=date(2027, 1, 1), by=leader)


def test_a_term_from_leap_day_ends_on_the_28th(network, leader):
    round = appointing.open_round(network=network, year=2028, ceremony_on=date(2028, 2, 29), by=leader)
    appointing.choose(round=round, people=[make_person(network, "Sprong", "Dag")], by=leader)
    assert [c.end for c in appointing.preview(round).candidates] == [date(2031, 2, 28)]


def test_somebody_of_another_network_is_never_chosen(round, foreign_ambassador, leader):
    with pytest.raises(ValueError, match="own network"):
        appointing.choose(round=round, people=[foreign_ambassador], by=leader)
    assert round.chosen.count() == 0


STEPS = (
    "appointing.term.1",
    "appointing.appointment.1",
    "appointing.term.3",
    "appointing.appointment.3",
    "appointing.appointed",
    "appointing.mailed",
    "appointing.ordered",
    "appointing.recorded",
)


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", [*STEPS, "appointing.committed"])
def test_a_kill_at_any_step_leaves_all_or_nothing(network, round, newcomers, leader, step):
    appointing.choose(round=round, people=newcomers, by=leader)

    killed = elsewhere(appoint_as_leader, DRILL_KILL_AT=step).wait()

    assert killed == -signal.SIGKILL
    assert state() == (EVERYTHING if step == "appointing.committed" else NOTHING)
    assert elsewhere(appoint_as_leader).wait() == 0  # pressed again after the crash
    assert state() == EVERYTHING
    assert list(Appointment.objects.values_list("serial_number", flat=True)) == [
        f"PO-2026-00{place}" for place in (1, 2, 3)
    ]


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_make_one_round(network, round, newcomers, leader):
    appointing.choose(round=round, people=newcomers, by=leader)

    racing = [elsewhere(appoint_as_leader) for _ in range(4)]

    assert [process.wait() for process in racing] == [0, 0, 0, 0]
    assert state() == EVERYTHING


def appoint_as_leader() -> None:
    appointing.appoint(
        round=AppointmentRound.objects.get(), by=User.objects.get(email="leader@pioniers.example")
    )
