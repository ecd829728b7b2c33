"""The working day after an agreed podium: how did it go?"""

from datetime import date

import pytest
import time_machine

from ambassadors.models import Pause
from events.actions import asking_outcome
from events.models import Podium
from network import clock
from network.actions import composing, gate
from network.models import Message, QuietPeriod
from tests.conftest import make_person

EVENING = date(2026, 11, 20)  # a Friday
NIGHT = date(2026, 11, 21)


@pytest.fixture
def podium(network, ambassador, other_ambassador):
    made = Podium.objects.create(
        network=network, kind="workshop", status="agreed", date=EVENING, host_name="Boost", changed_on=EVENING
    )
    made.ambassadors.set([ambassador, other_ambassador])
    return made


def asked():
    return sorted(
        (mail.recipient, mail.not_before.isoformat()) for mail in Message.objects.filter(kind="how_did_it_go")
    )


def test_both_are_asked_on_the_next_working_day_and_once(network, podium, ambassador, other_ambassador):
    assert asking_outcome.run(network, on=EVENING) == 0
    assert asking_outcome.run(network, on=NIGHT) == 2
    assert asking_outcome.run(network, on=NIGHT) == 0
    assert asking_outcome.run(network, on=date(2026, 11, 24)) == 0

    monday = "2026-11-23T08:00:00+00:00"
    assert asked() == sorted([(ambassador.email, monday), (other_ambassador.email, monday)])


def test_a_quiet_period_of_the_chase_does_not_hold_the_question(network, podium):
    QuietPeriod.objects.create(network=network, name="stil", start=EVENING, end=date(2026, 12, 1))

    asking_outcome.run(network, on=NIGHT)

    assert {moment for _, moment in asked()} == {"2026-11-23T08:00:00+00:00"}


def test_a_late_run_asks_too_but_not_about_the_far_past(network, podium):
    assert asking_outcome.run(network, on=date(2027, 1, 20)) == 0
    assert asking_outcome.run(network, on=date(2027, 1, 19)) == 2


@pytest.mark.parametrize("status", ["done", "cancelled", "idea"])
def test_only_agreed_podia_are_asked_about(network, podium, status):
    Podium.objects.update(status=status)

    assert asking_outcome.run(network, on=NIGHT) == 0


def test_who_is_paused_or_no_ambassador_any_more_is_left_alone(network, podium, ambassador, other_ambassador):
    Pause.objects.create(person=ambassador, start=NIGHT)
    other_ambassador.terms.update(end=NIGHT)

    assert asking_outcome.run(network, on=NIGHT) == 0


def test_other_networks_stay_out_of_it(network, other_network, podium):
    assert asking_outcome.run(other_network, on=NIGHT) == 0


def test_the_preview_names_who_will_be_asked_and_changes_nothing(network, podium):
    assert [(q.podium, q.planned_for) for q in asking_outcome.questions(network, NIGHT)] == [
        (podium, date(2026, 11, 23))
    ] * 2
    podium.refresh_from_db()
    assert podium.outcome_asked_at is None
    assert asked() == []


def test_an_answer_or_a_new_day_ends_a_question_that_waits(network, podium):
    asking_outcome.run(network, on=NIGHT)
    message = Message.objects.filter(kind="how_did_it_go").first()
    assert message is not None
    with time_machine.travel("2026-11-23T10:00:00+01:00", tick=False):
        assert gate.judge(message, now=clock.now()) == gate.Verdict()
        assert "Boost" in composing.Composer().compose(message).text
        Podium.objects.update(status="done")
        assert gate.judge(message, now=clock.now()).drop
        Podium.objects.update(status="agreed", date=date(2026, 12, 1))
        assert gate.judge(message, now=clock.now()).drop


def test_somebody_without_an_address_is_not_asked(network):
    person = make_person(network, "Zonder", "Mail", email="", term=(date(2026, 1, 1), date(2029, 1, 1)))
    made = Podium.objects.create(network=network, kind="panel", status="agreed", date=EVENING)
    made.ambassadors.add(person)

    assert asking_outcome.run(network, on=NIGHT) == 0


def test_the_number_of_queries_does_not_grow(network, podium, ambassador, django_assert_max_num_queries):
    for _ in range(5):
        made = Podium.objects.create(network=network, kind="panel", status="agreed", date=EVENING)
        made.ambassadors.add(ambassador)

    with django_assert_max_num_queries(15):
        assert asking_outcome.run(network, on=NIGHT) == 7
