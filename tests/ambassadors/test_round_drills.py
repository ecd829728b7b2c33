"""A process killed while it invites, takes an answer or closes nominating: all or nothing, nothing twice."""

import signal
from datetime import date

import pytest
import time_machine

from ambassadors.actions import inviting, running_rounds, selecting
from ambassadors.models import (
    AppointmentRound,
    Consent,
    Invitation,
    Nomination,
    NominationStep,
    Purpose,
    RoundStep,
)
from network.models import Message
from tests.ambassadors.candidates import make_candidate, make_round, words_read
from tests.conftest import make_person
from tests.elsewhere import elsewhere

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]
DECIDED = date(2027, 1, 20)


def killed(work, step: str) -> bool:
    return elsewhere(work, DRILL_KILL_AT=step).wait() == -signal.SIGKILL


def finished(work) -> bool:
    return elsewhere(work).wait() == 0


@pytest.fixture
def settled(network, leader) -> AppointmentRound:
    """Three are chosen, and it is the day of the decision."""
    with time_machine.travel("2027-01-20T12:00:00+01:00", tick=True):
        round = make_round(network)
        for name in ("Bos", "Kok", "Vos"):
            nomination = make_candidate(network, name, round=round, status="suitable")
            selecting.select(nomination=nomination, by=leader)
        selecting.settle(round=round, by=leader)
        yield round


def invite() -> None:
    inviting.invite_due(AppointmentRound.objects.get(), on=DECIDED, by=None)


def invited() -> dict[str, list[str]]:
    """Who has an invitation, a line in the record, the notice and the mail; each list says the same."""
    steps = NominationStep.objects.filter(kind=NominationStep.Kind.INVITED)
    told = Nomination.objects.exclude(told_at=None)
    return {
        "invitations": sorted(one.nomination.person.last_name for one in Invitation.objects.all()),
        "recorded": sorted(one.nomination.person.last_name for one in steps),
        "told": sorted(one.person.last_name for one in told),
        "noticed": sorted(_last_name(one) for one in Message.objects.filter(kind="candidate_notice")),
        "mailed": sorted(_last_name(one) for one in Message.objects.filter(kind="invitation")),
    }


def _last_name(message: Message) -> str:
    return message.recipient_name.split(" ")[-1]


def whole(names: list[str]) -> dict[str, list[str]]:
    return dict.fromkeys(("invitations", "recorded", "told", "noticed", "mailed"), names)


def test_a_kill_while_inviting_leaves_each_invitation_whole_or_not_there(settled):
    for step in ("inviting.invited", "inviting.mailed"):
        assert killed(invite, step)
        assert invited() == whole([])
    assert killed(invite, "inviting.mailed:2")
    assert invited() == whole(["Vos"])  # the newest first
    assert killed(invite, "inviting.committed")
    assert invited() == whole(["Kok", "Vos"])
    for _twice in range(2):
        assert finished(invite)
        assert invited() == whole(["Bos", "Kok", "Vos"])


def accept() -> None:
    invitation = Invitation.objects.get(nomination__person__last_name="Bos")
    inviting.accept(
        invitation=invitation,
        consents=Purpose.with_the_invitation(),
        read=words_read(invitation.nomination.network),
        wishes=inviting.Wishes(themes=["loslaten"]),
    )


def accepted() -> dict[str, object]:
    found = Invitation.objects.get(nomination__person__last_name="Bos")
    person = found.nomination.person
    return {
        "answer": found.answer,
        "consents": Consent.objects.filter(person=person).count(),
        "published": person.publication_consent_at is not None,
        "themes": person.themes,
        "chosen": found.nomination.round.chosen.filter(pk=person.pk).exists(),
        "recorded": found.nomination.steps.filter(kind=NominationStep.Kind.ANSWERED).count(),
        "mailed": Message.objects.filter(kind="invitation_answered").count(),
    }


def test_a_kill_while_somebody_says_yes_leaves_all_of_it_or_nothing(settled):
    invite()
    nothing = accepted()
    assert (nothing["answer"], nothing["consents"], nothing["chosen"], nothing["mailed"]) == ("", 0, False, 0)
    for step in ("accepting.consented", "accepting.chosen", "accepting.confirmed"):
        assert killed(accept, step)
        assert accepted() == nothing
    everything = {
        "answer": "accepted", "consents": 3, "published": True, "themes": ["loslaten"], "chosen": True,
        "recorded": 1, "mailed": 1,
    }  # fmt: skip
    assert killed(accept, "accepting.committed")
    assert accepted() == everything
    assert finished(accept)  # pressed again after the crash
    assert accepted() == everything


def close() -> None:
    with time_machine.travel("2026-12-16T12:00:00+01:00", tick=True):
        running_rounds.take_steps(AppointmentRound.objects.get(), on=date(2026, 12, 16))


def taken() -> tuple[list[str], list[str], bool]:
    """The steps, in which of them each mail was sent, and whether the early one is in the round."""
    early = Nomination.objects.get(person__last_name="Bos")
    steps = RoundStep.objects.order_by("pk").values_list("kind", flat=True)
    mails = Message.objects.order_by("key").values_list("key", flat=True)
    return list(steps), [key.split(":")[2] for key in mails], early.round_id is not None


def test_a_kill_while_the_calendar_opens_and_closes_nominating_repeats_nothing(network, leader):
    with time_machine.travel("2026-10-20T12:00:00+01:00", tick=True):
        make_round(network)
        make_candidate(network, "Bos")
        nominating_ambassador = make_person(
            network, "Marleen", "Oosterveld", term=(date(2025, 4, 1), date(2028, 4, 1))
        )
    assert nominating_ambassador.email
    for step in ("round.opened.begun", "round.opened.mailed"):
        assert killed(close, step)
        assert taken() == ([], [], False)
    assert killed(close, "round.opened.committed")
    opened = taken()
    assert opened == (["opened"], ["opened"], True)
    for step in ("round.closed.begun", "round.closed.mailed"):
        assert killed(close, step)
        before = taken()
        assert "closed" not in before[0]
    assert killed(close, "round.closed.committed")
    closed = taken()
    assert closed == ([*before[0], "closed"], before[1], True)
    assert finished(close)
    assert taken() == closed
