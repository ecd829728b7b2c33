"""Asking a pause: one request at a time, granted once, and what it does to the promise."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from ambassadors.actions import pausing
from ambassadors.models import Pause, PauseRequest
from network.actions import composing, gate
from network.models import CommitmentYear, Message, Role

pytestmark = pytest.mark.usefixtures("today")

PAUSE = reverse("my_pause")


def waiting(person):
    return [(r.start, r.end, r.reason) for r in PauseRequest.objects.waiting().filter(person=person)]


def test_asked_changed_and_withdrawn(ambassador_client, ambassador):
    ambassador_client.post(PAUSE, {"start": "2026-12-01", "last": "2027-02-28", "reason": "verlof"})
    assert waiting(ambassador) == [(date(2026, 12, 1), date(2027, 3, 1), "verlof")]

    ambassador_client.post(PAUSE, {"start": "2026-12-15", "last": "", "reason": ""})
    assert waiting(ambassador) == [(date(2026, 12, 15), None, "")]

    ambassador_client.post(reverse("my_pause_withdraw"))
    assert waiting(ambassador) == []
    assert not Pause.objects.exists()


def test_what_it_does_is_said(ambassador_client, ambassador):
    ambassador_client.post(PAUSE, {"start": "2026-12-01", "last": "2027-03-31"})

    effects = ambassador_client.get(PAUSE).context["effects"]

    assert [(e.year.start, e.year.end, e.before, e.after) for e in effects] == [
        (date(2026, 4, 1), date(2027, 4, 1), 3, 2)
    ]


def test_an_open_end_runs_through_the_coming_years(ambassador):
    effects = pausing.effect_of_pause(ambassador, date(2027, 1, 1), None, date(2026, 11, 23))

    assert [(e.year.start, e.before, e.after) for e in effects] == [
        (date(2026, 4, 1), 3, 2),
        (date(2027, 4, 1), 3, 0),
    ]


def test_calendar_years_count_too(ambassador):
    ambassador.network.commitment_year = CommitmentYear.CALENDAR
    effects = pausing.effect_of_pause(ambassador, date(2026, 12, 1), date(2027, 7, 1), date(2026, 11, 23))

    assert [(e.year.start, e.before, e.after) for e in effects] == [
        (date(2026, 1, 1), 3, 3),
        (date(2027, 1, 1), 3, 2),
    ]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"start": ""}, "start"),
        ({"start": "1999-12-31"}, "start"),
        ({"last": "2026-11-30"}, "last"),
        ({"last": "straks"}, "last"),
        ({"reason": "x" * 201}, "reason"),
    ],
)
def test_what_cannot_be(ambassador_client, ambassador, typed, field):
    values = {"start": "2026-12-01", "last": "2026-12-24", "reason": "verlof"} | typed
    answer = ambassador_client.post(PAUSE, values)

    assert set(answer.context["form"].errors) == {field}
    assert {name: answer.context["form"][name].value() for name in values} == values
    assert waiting(ambassador) == []


def test_granted_once(ambassador, leader):
    asked = pausing.ask_pause(ambassador, by=None, start=date(2026, 12, 1), end=None, reason="ziek")

    first = pausing.grant_pause(asked, by=leader)
    assert pausing.grant_pause(asked, by=leader) == first

    assert list(Pause.objects.values_list("start", "end", "reason")) == [(date(2026, 12, 1), None, "ziek")]
    asked.refresh_from_db()
    assert (asked.pause, asked.decided_by) == (first, leader)
    assert waiting(ambassador) == []


def test_talked_over_without_a_pause(ambassador, leader):
    asked = pausing.ask_pause(ambassador, by=None, start=date(2026, 12, 1), end=None)

    pausing.close_request(asked, by=leader)

    assert pausing.grant_pause(asked, by=leader) is None
    assert not Pause.objects.exists()
    asked.refresh_from_db()
    assert asked.decided_by == leader


# --- Who hears of it -----------------------------------------------------------------------------------


def recipients(kind: str) -> list[str]:
    return sorted(Message.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_whoever_runs_the_network_hears_that_a_pause_is_asked(
    ambassador, leader, facilitator, client_reader, other_leader
):
    start, end = date(2026, 12, 1), date(2027, 2, 1)
    asked = pausing.ask_pause(ambassador, by=ambassador.user, start=start, end=end, reason="een operatie")
    everybody = sorted([leader.email, facilitator.email])
    assert recipients("pause_asked") == everybody
    pausing.ask_pause(ambassador, by=ambassador.user, start=start, end=end, reason="een operatie")
    assert recipients("pause_asked") == everybody  # nothing new was asked
    mail = composing.Composer().compose(Message.objects.filter(kind="pause_asked").first())
    assert mail.subject == "Marleen Oosterveld vraagt een pauze"
    assert "van 1 december 2026 tot en met 31 januari 2027" in mail.text
    assert f"/pauserequest/{asked.pk}/" in mail.text
    for part in (mail.subject, mail.text, mail.html):
        assert "operatie" not in part
    pausing.ask_pause(ambassador, by=ambassador.user, start=start, end=None, reason="een operatie")
    assert recipients("pause_asked") == sorted(everybody * 2)
    pausing.withdraw_request(ambassador, by=ambassador.user)
    message = Message.objects.filter(kind="pause_asked").first()
    assert gate.judge(message, now=timezone.now()).drop


def test_a_leader_who_is_an_ambassador_asks_no_mail_of_themself(ambassador, leader):
    Role.objects.create(network=ambassador.network, user=ambassador.user, kind="facilitator")
    pausing.ask_pause(ambassador, by=ambassador.user, start=date(2026, 12, 1), end=None)
    assert recipients("pause_asked") == [leader.email]


def test_the_ambassador_hears_that_the_pause_is_given(ambassador, leader):
    asked = pausing.ask_pause(ambassador, by=ambassador.user, start=date(2026, 12, 1), end=None)
    pausing.grant_pause(asked, by=leader)
    pausing.grant_pause(asked, by=leader)
    assert recipients("pause_answered") == [ambassador.email]
    mail = composing.Composer().compose(Message.objects.get(kind="pause_answered"))
    assert "vanaf 1 december 2026, tot nader order" in mail.text


def test_no_pause_no_mail_that_it_is_given(ambassador, leader):
    asked = pausing.ask_pause(ambassador, by=ambassador.user, start=date(2026, 12, 1), end=None)
    pausing.close_request(asked, by=leader)
    assert recipients("pause_answered") == []
