"""The verbs that write podia down: what changes, what does not, and twice is once."""

from datetime import date

import pytest
from django.utils import timezone

from events.actions import logging
from events.actions.logging import Outcome
from events.models import Contribution, Podium, PodiumOrigin, PodiumStatus
from network.actions import composing, gate
from network.models import Message

pytestmark = pytest.mark.usefixtures("today")

YESTERDAY, TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def log(network, ambassador):
    def log(**changes):
        values = {"kind": "workshop", "date": YESTERDAY, "host_name": "Boost", "ambassadors": [ambassador]}
        return logging.log_podium(by=ambassador.user, network=network, **values | changes)

    return log


def state_of(podium):
    podium.refresh_from_db()
    return (podium.status, podium.date, podium.sequence, podium.changed_on, podium.history.count())


@pytest.mark.parametrize(("day", "status"), [(YESTERDAY, "done"), (TODAY, "done"), (TOMORROW, "agreed")])
def test_a_podium_to_come_is_agreed_and_any_other_is_done(log, ambassador, day, status):
    podium = log(date=day)

    assert podium.status == status
    assert (podium.changed_on, podium.sequence, podium.logged_by) == (TODAY, 0, ambassador.user)
    assert list(podium.ambassadors.all()) == [ambassador]
    assert podium.history.first().history_user == ambassador.user


def test_a_status_and_a_day_of_change_can_be_given(log):
    podium = log(date=YESTERDAY, status="agreed", changed_on=date(2026, 1, 5))

    assert (podium.status, podium.changed_on) == ("agreed", date(2026, 1, 5))


def test_how_it_came_about_follows_from_the_host(log, fan):
    assert log().origin == PodiumOrigin.OWN
    assert log(host=fan, host_name="").origin == PodiumOrigin.FAN
    assert log(host=fan, origin="own").origin == PodiumOrigin.OWN


def test_the_same_form_makes_one_podium(log):
    first = log(form_token="t" * 43)
    second = log(form_token="t" * 43, host_name="Somewhere else")

    assert second == first
    assert Podium.objects.get().host_name == "Boost"


def test_a_token_belongs_to_one_person(ambassador, other_ambassador):
    tokens = {logging.own_token(ambassador, "typed"), logging.own_token(other_ambassador, "typed")}

    assert len(tokens) == 2
    assert {len(token) for token in tokens} == {43}
    assert logging.own_token(ambassador, "") is None


def test_it_happened(log, ambassador):
    podium = log(status="agreed", changed_on=date(2026, 10, 1))

    for _twice in range(2):
        logging.report_outcome(
            podium, by=ambassador.user, outcome=Outcome.HAPPENED, audience=18, line="Mooi gesprek"
        )

    assert state_of(podium) == ("done", YESTERDAY, 1, TODAY, 3)  # made, its people, one answer
    assert (podium.audience, podium.outcome) == (18, "Mooi gesprek")


def test_it_cannot_have_happened_before_its_day(log, ambassador):
    podium = log(date=TOMORROW)

    with pytest.raises(logging.NotYet):
        logging.report_outcome(podium, by=ambassador.user, outcome=Outcome.HAPPENED)
    assert state_of(podium)[0] == "agreed"


def test_it_was_moved_and_is_asked_anew(log, ambassador):
    podium = log(status="agreed")
    Podium.objects.update(outcome_asked_at="2026-11-23T09:00:00+01:00")

    for _twice in range(2):
        logging.report_outcome(podium, by=ambassador.user, outcome=Outcome.MOVED, new_date=date(2026, 12, 3))

    assert state_of(podium) == ("agreed", date(2026, 12, 3), 1, TODAY, 3)
    assert podium.outcome_asked_at is None


def test_it_was_cancelled_and_put_back(log, ambassador):
    podium = log(form_token="t" * 43)

    logging.cancel(podium, by=ambassador.user)
    logging.cancel(podium, by=ambassador.user)
    assert state_of(podium) == ("cancelled", YESTERDAY, 1, TODAY, 3)
    assert podium.form_token is None  # the same form may be sent again

    logging.restore(podium, by=ambassador.user)
    logging.restore(podium, by=ambassador.user)
    assert state_of(podium) == ("done", YESTERDAY, 2, TODAY, 4)


def test_an_idea_becomes_agreed(log, ambassador):
    podium = log(status="idea", date=TODAY)

    logging.agree_podium(podium, by=ambassador.user, date=TOMORROW)
    logging.agree_podium(podium, by=ambassador.user, date=TOMORROW)

    assert state_of(podium)[:3] == ("agreed", TOMORROW, 1)


def test_a_correction_of_what_no_calendar_shows_leaves_the_sequence(log, ambassador, other_ambassador):
    podium = log(changed_on=date(2026, 1, 1))

    logging.correct(podium, by=ambassador.user, changes={"audience": 12})
    assert state_of(podium)[2:4] == (0, TODAY)

    logging.correct(podium, by=ambassador.user, changes={}, ambassadors=[ambassador, other_ambassador])
    assert set(podium.ambassadors.all()) == {ambassador, other_ambassador}


def test_nothing_is_written_when_nothing_differs(log, ambassador):
    podium = log(changed_on=date(2026, 1, 1))
    before = state_of(podium)

    logging.correct(podium, by=ambassador.user, changes={"kind": "workshop"}, ambassadors=[ambassador])

    assert state_of(podium) == before


def test_a_done_podium_that_gets_a_day_to_come_is_agreed_again(log, ambassador):
    podium = log()

    logging.correct(podium, by=ambassador.user, changes={"date": TOMORROW})

    assert state_of(podium)[0] == PodiumStatus.AGREED


def test_who_was_there_too_joins_once(log, other_ambassador, ambassador):
    podium = log()

    for _twice in range(2):
        logging.join(podium, by=other_ambassador.user, person=other_ambassador)

    assert set(podium.ambassadors.all()) == {ambassador, other_ambassador}


def test_the_same_contribution_twice_is_one(ambassador):
    for _twice in range(2):
        logging.record_contribution(
            by=ambassador.user, person=ambassador, date=TODAY, title="Hielp bij de bijeenkomst"
        )

    contribution = Contribution.objects.get()
    logging.remove_contribution(contribution, by=ambassador.user)
    assert not Contribution.objects.exists()


# --- What the others on a podium hear ---------------------------------------------------------------------


def told():
    """Who got which news, oldest first; what was told is put away."""
    found = Message.objects.filter(kind="joint_podium").order_by("pk")
    news = [(m.recipient_name, m.data["news"], m.data["who"]) for m in found]
    found.delete()
    return news


def test_what_one_changes_about_the_occasion_the_others_hear(log, ambassador, other_ambassador):
    both = [ambassador, other_ambassador]
    bram, marleen = (other_ambassador.full_name, ambassador.full_name)
    podium = log(date=TOMORROW, ambassadors=both)
    assert told() == [(bram, "added", marleen)]
    logging.correct(podium, by=ambassador.user, changes={"place": "Ommen"})
    assert told() == [(bram, "changed", marleen)]
    logging.correct(podium, by=ambassador.user, changes={"place": "Ommen"})
    logging.correct(podium, by=ambassador.user, changes={"notes": "only for us"})
    assert told() == []
    logging.cancel(podium, by=other_ambassador.user)
    logging.cancel(podium, by=other_ambassador.user)
    assert told() == [(marleen, "cancelled", bram)]
    logging.restore(podium, by=ambassador.user)
    assert told() == [(bram, "restored", marleen)]
    logging.correct(podium, by=ambassador.user, changes={}, ambassadors=[ambassador])
    assert told() == [(bram, "removed", marleen)]
    assert podium.history.first().history_user == ambassador.user


def test_how_it_went_is_no_news_and_a_new_day_is(log, ambassador, other_ambassador):
    podium = log(status="agreed", ambassadors=[ambassador, other_ambassador])
    told()
    day = date(2026, 12, 1)
    logging.report_outcome(podium, by=None, person=other_ambassador, outcome=Outcome.MOVED, new_date=day)
    assert told() == [(ambassador.full_name, "changed", other_ambassador.full_name)]
    logging.correct(podium, by=None, changes={"date": YESTERDAY})
    logging.report_outcome(podium, by=ambassador.user, outcome=Outcome.HAPPENED, audience=12)
    assert told() == []


def test_the_leader_and_somebody_alone_tell_nobody(log, leader, ambassador, other_ambassador):
    alone = log()
    logging.cancel(alone, by=ambassador.user)
    together = log(date=TOMORROW, ambassadors=[ambassador, other_ambassador])
    told()
    logging.cancel(together, by=leader)
    assert told() == []


@pytest.mark.parametrize("news", ["added", "changed", "cancelled", "restored", "removed"])
def test_each_news_says_who_and_what(log, ambassador, other_ambassador, news):
    podium = log(date=TOMORROW, ambassadors=[ambassador, other_ambassador], title="Op de koffie")
    message = Message.objects.get(kind="joint_podium")
    message.data = {**message.data, "news": news}
    mail = composing.Composer().compose(message)
    assert "Op de koffie" in mail.text
    assert "Marleen Oosterveld" in mail.text
    assert "dinsdag 24 november 2026" in mail.text
    podium.delete()
    assert gate.judge(message, now=timezone.now()).drop
