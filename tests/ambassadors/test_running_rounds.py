"""The clock of a round against the database: whatever order its runs come in, the same mails, each once."""

import random
from datetime import date, timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from ambassadors import emails, round_calendar
from ambassadors.actions import inviting, running_rounds, selecting
from ambassadors.models import (
    Answer,
    AppointmentRound,
    HonoraryMembership,
    Invitation,
    Nomination,
    Pearl,
    RoundRules,
    RoundStep,
    Voice,
)
from network import clock
from network.messages import kind_of
from network.models import FanContact, Message
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import make_person


def run(network, on: date, hour: int = 12):
    with time_machine.travel(
        timezone.make_aware(timezone.datetime(on.year, on.month, on.day, hour)), tick=False
    ):
        return running_rounds.run(network, on=on)


def sent() -> list[tuple[str, str]]:
    return sorted(Message.objects.values_list("key", "recipient"))


@pytest.fixture
def people(network, today, leader, ambassador, fan):
    """An ambassador, an honorary member and a fan who can nominate; two candidates, one of whom is chosen."""
    honorary = make_person(network, "Gerda", "Kok", term=(date(2019, 4, 1), date(2022, 4, 1)))
    HonoraryMembership.objects.create(person=honorary, start=date(2022, 4, 1))
    make_person(network, "Frits", "Oud", term=(date(2019, 4, 1), date(2022, 4, 1)))  # former: hears nothing
    round = make_round(network)
    chosen = make_candidate(network, "Nijhuis", round=round, status="suitable")
    selecting.select(nomination=chosen, by=leader)
    early = make_candidate(network, "Bos")  # came in before there was a round
    Nomination.objects.filter(pk=early.pk).update(created_at=timezone.now())
    return {"round": round, "chosen": chosen, "early": early, "honorary": honorary}


def test_the_round_runs_by_itself(network, people, ambassador, leader):
    round = people["round"]
    done = run(network, date(2026, 10, 31))
    assert (done.steps, sent()) == (0, [])

    assert run(network, date(2026, 11, 1)).steps == 1
    contact = FanContact.objects.get()
    opened = [
        (f"round:{round.pk}:opened:f{contact.pk}", "karin@twente.example"),
        (f"round:{round.pk}:opened:p{ambassador.pk}", ambassador.email),
        (f"round:{round.pk}:opened:p{people['honorary'].pk}", people["honorary"].email),
    ]
    assert sent() == sorted(opened)
    people["early"].refresh_from_db()
    assert people["early"].round == round  # taken in

    # Only who put nobody forward is reminded.
    Voice.objects.create(nomination=people["early"], source="ambassador", person=ambassador)
    run(network, date(2026, 12, 1))
    run(network, date(2026, 12, 12))
    reminded = {key for key, _to in sent() if "remind" in key}
    assert reminded == {
        f"round:{round.pk}:{step}:{who}"
        for step in ("remind_14", "remind_3")
        for who in (f"f{contact.pk}", f"p{people['honorary'].pk}")
    }
    run(network, date(2026, 12, 16))
    assert list(RoundStep.objects.values_list("kind", flat=True)) == [
        "opened", "remind_14", "remind_3", "closed",
    ]  # fmt: skip

    # Nobody is invited on the day of the decision until the selection stands.
    assert run(network, date(2027, 1, 20)).invited == 0
    round.refresh_from_db()
    selecting.settle(round=round, by=leader)
    assert run(network, date(2027, 1, 21)).invited == 1
    invitation = Invitation.objects.get()
    assert (invitation.nomination, invitation.sent_on, invitation.answer_by) == (
        people["chosen"], date(2027, 1, 21), date(2027, 2, 20)
    )  # fmt: skip
    assert run(network, date(2027, 1, 22)).invited == 0
    assert [run(network, date(2027, 2, day)).reminded for day in (5, 6, 7, 17, 18)] == [0, 1, 0, 1, 0]


@pytest.mark.parametrize("seed", range(8))
def test_any_order_of_late_double_and_missed_runs_gives_the_same_mails(network, people, leader, seed):
    selecting.settle(round=people["round"], by=leader)
    first = date(2026, 10, 25)  # the night the clock goes back; the round ends after the one it goes forward
    everyday = [first + timedelta(days=n) for n in range(165)]

    def mails_of(days):
        with transaction.atomic():
            for day in days:
                run(network, day, hour=choice.randrange(24))
            found = sent(), sorted(RoundStep.objects.values_list("kind", "due_on"))
            transaction.set_rollback(True)
        return found

    choice = random.Random(0)
    expected = mails_of([*everyday[::9], everyday[-1]])
    keys = [key for key, _to in expected[0]]
    # 3 opened, 6 reminded, 2 notices, 1 invitation and its 2 reminders
    assert len(keys) == len(set(keys))
    assert len(keys) == 3 + 6 + 2 + 1 + 2

    choice = random.Random(seed)
    # Whoever is invited late has fewer days to be reminded in; so the clock runs once in the three weeks
    # after the decision, and for the rest as it likes.
    in_time = date(2027, 1, 20) + timedelta(days=choice.randint(0, 16))
    some = sorted({in_time, *choice.sample(everyday, choice.randint(0, 12))})
    doubled = [day for day in some for _time in range(choice.randint(1, 2))]
    assert mails_of([*doubled, everyday[-1], everyday[-1]]) == expected


def test_a_leap_day_is_a_day_like_any_other(network, today, leader):
    days = {
        "year": 2028, "opens_on": date(2027, 10, 1), "nominations_until": date(2027, 11, 30),
        "decide_on": date(2028, 1, 30), "answer_by": date(2028, 2, 29), "ceremony_on": date(2028, 3, 15),
    }  # fmt: skip
    round = make_round(network, **days)
    nomination = make_candidate(network, "Nijhuis", round=round, status="suitable", told_at=timezone.now())
    selecting.select(nomination=nomination, by=leader)
    selecting.settle(round=round, by=leader)
    run(network, date(2028, 1, 30))
    assert run(network, date(2028, 2, 14)).reminded == 0
    assert run(network, date(2028, 2, 15)).reminded == 1
    assert run(network, date(2028, 2, 29)).reminded == 1
    assert list(Invitation.objects.overdue(date(2028, 2, 29))) == []
    assert list(Invitation.objects.overdue(date(2028, 3, 1))) == [Invitation.objects.get()]


def test_who_answered_is_not_reminded(network, people, leader):
    selecting.settle(round=people["round"], by=leader)
    run(network, date(2027, 1, 20))
    inviting.ask_for_talk(invitation=Invitation.objects.get())
    assert [run(network, date(2027, 2, day)).reminded for day in (6, 17, 28)] == [0, 0, 0]


def test_a_mail_that_comes_too_late_stays_in(network, people, ambassador):
    """After an outage all steps are taken, and what no longer makes sense is dropped when it would leave."""
    run(network, date(2026, 12, 13))
    due = {}
    with time_machine.travel("2026-12-13T12:00:00+01:00", tick=False):
        for message in Message.objects.filter(key__contains=f":p{ambassador.pk}"):
            due[message.variant or "opened"] = kind_of(message.kind).still_due(message)
    assert due["opened"] is True
    assert due["remind_3"] is True
    assert due["remind_14"] is not True
    with time_machine.travel("2026-12-16T12:00:00+01:00", tick=False):
        still = [kind_of(message.kind).still_due(message) for message in
                 Message.objects.filter(key__startswith="round:")]  # fmt: skip
    assert True not in still


def test_a_network_that_settled_its_rules_plans_its_next_round(network, today):
    assert running_rounds.plan(network, on=today) == 0
    RoundRules.objects.create(network=network, ceremony_month=5, ceremony_day=31)
    assert running_rounds.plan(network, on=date(2026, 10, 1)) == 0  # opens on 30 November
    assert running_rounds.plan(network, on=date(2026, 10, 31)) == 1
    assert running_rounds.plan(network, on=date(2026, 11, 1)) == 0
    round = AppointmentRound.objects.get()
    assert (round.year, round.opens_on, round.decide_on, round.ceremony_on) == (
        2027, date(2026, 11, 30), date(2027, 3, 22), date(2027, 5, 31)
    )  # fmt: skip


def test_pearls_go_by_themselves(network, today):
    for name, expires_on in (("Weg", today), ("Blijft", today + timedelta(days=1))):
        Pearl.objects.create(network=network, name=name, expires_on=expires_on)
    assert run(network, today).expired == 1
    assert [pearl.name for pearl in Pearl.objects.all()] == ["Blijft"]


def test_nominators_hear_the_outcome_once_and_no_more(network, people, ambassador, leader):
    round, chosen = people["round"], people["chosen"]
    Voice.objects.create(nomination=chosen, source="ambassador", person=ambassador)
    assert running_rounds.tell_outcomes(network) == 0
    AppointmentRound.objects.filter(pk=round.pk).update(appointed_at=timezone.now())
    assert running_rounds.tell_outcomes(network) == 1
    assert running_rounds.tell_outcomes(network) == 0
    message = Message.objects.get(kind=emails.NOMINATION_OUTCOME.name)
    assert message.recipient == ambassador.email
    assert kind_of(message.kind).context(message)["appointed"] is False
    morning_after = round.ceremony_on + timedelta(days=1)
    assert message.not_before == clock.moment(morning_after, round_calendar.OFFICE_OPENS)


def test_what_is_stuck_stands_on_the_worklist(network, people, leader):
    from network import worklist

    def tags(on):
        return {(item.who, item.tag) for item in worklist.items(network, on)}

    selecting.settle(round=people["round"], by=leader)
    run(network, date(2027, 1, 20))
    name = people["chosen"].person.full_name
    assert (name, "geen antwoord") not in tags(date(2027, 2, 20))
    assert (name, "geen antwoord") in tags(date(2027, 2, 21))
    Invitation.objects.update(answer=Answer.TALK, answered_at=timezone.now(), remark="Kan het met mijn werk?")
    assert (name, "wil een gesprek") in tags(date(2027, 2, 21))
    assert ("Ronde van 2027", "niet benoemd") in tags(date(2027, 4, 2))
    AppointmentRound.objects.update(settled_at=None)
    assert ("Ronde van 2027", "besluit wacht") in tags(date(2027, 1, 20))
    assert ("Ronde van 2027", "begint bijna") in tags(date(2026, 10, 20))
