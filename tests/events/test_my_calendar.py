"""The feed of one's own podia: secret, stable, and it tells what moved or fell through."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse
from icalendar import Calendar

from ambassadors.actions import profile
from events.actions import logging
from tests.conftest import client_for

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def feed(visitor, ambassador):
    token = profile.renew_calendar_link(ambassador)

    def feed():
        answer = visitor.get(reverse("my_calendar", args=[token]))
        assert answer.status_code == 200
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        return {str(event["summary"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}

    return feed


def podium(person, day, **changes):
    values = {"kind": "workshop", "title": "Zelf roosteren"} | changes
    return logging.log_podium(by=None, network=person.network, ambassadors=[person], date=day, **values)


def test_what_is_agreed_stands_in_it_at_its_hour(feed, ambassador, other_ambassador):
    agreed = podium(
        ambassador, date(2026, 12, 3), start_time=time(8), host_name="Boost; zaal, 2", place="Enschede\nstad"
    )
    podium(ambassador, date(2026, 12, 4), title="Idee", status="idea")
    podium(other_ambassador, date(2026, 12, 5), title="Van Bram")

    events = feed()

    assert list(events) == ["Zelf roosteren"]
    event = events["Zelf roosteren"]
    assert event["uid"] == f"podium-{agreed.pk}@pioniers.koploper"
    assert event["sequence"] == 0
    assert event["status"] == "CONFIRMED"
    assert event["location"] == "Boost; zaal, 2, Enschede\nstad"
    assert event.decoded("dtstart") == datetime(2026, 12, 3, 7, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 12, 3, 8, tzinfo=UTC)


def test_without_an_hour_it_is_the_whole_day(feed, ambassador):
    podium(ambassador, date(2026, 12, 3))

    event = feed()["Zelf roosteren"]

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 3), date(2026, 12, 4))


def test_moved_and_cancelled_keep_their_uid_and_count_up(feed, ambassador):
    agreed = podium(ambassador, date(2026, 12, 3))
    uid = feed()["Zelf roosteren"]["uid"]

    logging.report_outcome(agreed, by=None, outcome=logging.Outcome.MOVED, new_date=date(2026, 12, 10))
    moved = feed()["Zelf roosteren"]
    assert (moved["uid"], moved["sequence"], moved.decoded("dtstart")) == (uid, 1, date(2026, 12, 10))

    logging.cancel(agreed, by=None)
    cancelled = feed()["Zelf roosteren"]
    assert (cancelled["uid"], cancelled["sequence"], cancelled["status"]) == (uid, 2, "CANCELLED")


def test_the_link_can_be_renewed_and_stopped(ambassador_client, visitor, ambassador):
    ambassador_client.post(reverse("my_calendar_renew"))
    ambassador.refresh_from_db()
    first = reverse("my_calendar", args=[ambassador.calendar_token])
    assert visitor.get(first).status_code == 200
    assert first in ambassador_client.get(reverse("my_calendar_link")).content.decode()

    ambassador_client.post(reverse("my_calendar_renew"))
    assert visitor.get(first).status_code == 404
    ambassador.refresh_from_db()
    second = reverse("my_calendar", args=[ambassador.calendar_token])
    ambassador_client.post(reverse("my_calendar_stop"))
    assert visitor.get(second).status_code == 404


def test_a_feed_belongs_to_its_network(ambassador, other_network, visitor):
    path = reverse("my_calendar", args=[profile.renew_calendar_link(ambassador)])

    assert client_for(None, other_network).get(path).status_code == 404
    assert visitor.get(reverse("my_calendar", args=["x" * 32])).status_code == 404
    assert visitor.get(path)["Cache-Control"] == "private, no-store"
