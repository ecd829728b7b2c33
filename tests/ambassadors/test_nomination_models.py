from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ambassadors.models import Consent, ConsentText, Invitation, Nomination, NominationStatus, RoundRules
from tests.ambassadors.candidates import make_candidate, make_round


def refused(change) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


def test_every_status_is_in_exactly_one_group():
    assert NominationStatus.active() == {"nominated", "in_conversation", "suitable"}
    assert NominationStatus.ended() == {"not_now", "not_suitable", "withdrawn"}
    assert NominationStatus.open() < NominationStatus.active()
    assert [status.is_open for status in NominationStatus] == [True, True, False, False, False, False]


def test_each_question_gives_its_own_people(network, today):
    round = make_round(network)
    new = make_candidate(network, "Nijhuis", round=round)
    chosen = make_candidate(
        network, "Pol", round=round, status="suitable", selected_at=timezone.now(), told_at=timezone.now()
    )
    later = make_candidate(network, "Hof", status="not_now", look_again_on=date(2026, 11, 23))
    loose = make_candidate(network, "Bos")
    held = make_candidate(network, "Verdacht", round=round, held_because="te snel")

    rows = network.nominations.order_by("pk")
    assert list(rows.open()) == [new, loose]
    assert list(rows.suitable()) == list(rows.selected()) == [chosen]
    assert list(rows.waiting_for_a_round()) == [loose]
    assert list(rows.not_told()) == [new, loose]
    assert list(rows.ended()) == list(rows.to_look_again(today)) == [later]
    assert list(rows.to_look_again(date(2026, 11, 22))) == []
    assert list(rows.held()) == [held]


def test_somebody_is_candidate_once_a_round_and_once_before_one(network):
    round = make_round(network)
    inside, outside = make_candidate(network, "Nijhuis", round=round), make_candidate(network, "Bos")
    refused(lambda: Nomination.objects.create(network=network, round=round, person=inside.person))
    refused(lambda: Nomination.objects.create(network=network, person=outside.person))
    Nomination.objects.filter(pk=outside.pk).update(status="withdrawn")
    Nomination.objects.create(network=network, person=outside.person)


def test_what_may_never_be_true_of_a_nomination(network):
    nomination = make_candidate(network, "Nijhuis", round=make_round(network))
    rows = Nomination.objects.filter(pk=nomination.pk)
    refused(lambda: rows.update(status="appointed"))
    refused(lambda: rows.update(status="not_now"))
    refused(lambda: rows.update(look_again_on=date(2027, 1, 1)))
    refused(lambda: rows.update(selected_at=timezone.now()))  # not suitable
    rows.update(status="suitable", selected_at=timezone.now())
    refused(lambda: rows.update(round=None))  # chosen, for which round?


def test_an_answer_and_its_moment_go_together(network):
    nomination = make_candidate(network, "Nijhuis", round=make_round(network), status="suitable")
    text = ConsentText.objects.create(network=network, purpose="charter", version=1, body="Ik zet me in.")
    refused(
        lambda: Invitation.objects.create(
            nomination=nomination, charter=text, sent_on=date(2027, 1, 20), answer_by=date(2027, 1, 19)
        )
    )
    invitation = Invitation.objects.create(
        nomination=nomination, charter=text, sent_on=date(2027, 1, 20), answer_by=date(2027, 2, 20)
    )
    rows = Invitation.objects.filter(pk=invitation.pk)
    refused(lambda: rows.update(answer="accepted"))
    refused(lambda: rows.update(answer="perhaps", answered_at=timezone.now()))
    refused(lambda: rows.update(answer="accepted", answered_at=timezone.now(), decline_reason="time"))
    assert list(rows.overdue(date(2027, 2, 20))) == []
    assert list(rows.overdue(date(2027, 2, 21))) == [invitation]
    rows.update(answer="declined", answered_at=timezone.now(), decline_reason="time")
    assert list(rows.unanswered()) == list(rows.overdue(date(2027, 2, 21))) == []


def test_one_consent_per_purpose_is_in_force(network, ambassador):
    text = ConsentText.objects.create(network=network, purpose="photo", version=1, body="Foto's mogen.")
    first = Consent.objects.create(person=ambassador, text=text, purpose="photo", way="mijn")
    refused(lambda: Consent.objects.create(person=ambassador, text=text, purpose="photo", way="mijn"))
    Consent.objects.filter(pk=first.pk).update(withdrawn_at=timezone.now())
    again = Consent.objects.create(person=ambassador, text=text, purpose="photo", way="mijn")
    assert list(Consent.objects.in_force()) == [again]


def test_steps_of_a_round_are_in_order(network):
    round = make_round(network)
    refused(lambda: type(round).objects.filter(pk=round.pk).update(answer_by=date(2027, 1, 20)))
    refused(lambda: type(round).objects.filter(pk=round.pk).update(decide_on=None))
    refused(lambda: RoundRules.objects.create(network=network, closes_days=200))
    assert [round.takes_nominations(date(2026, month, day)) for month, day in
            [(10, 31), (11, 1), (12, 15), (12, 16)]] == [False, True, True, False]  # fmt: skip
