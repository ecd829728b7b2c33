"""The doorbells of the clock: once a day for each network, however often they ring."""

from datetime import date

import time_machine

from config.celery import SCHEDULE
from events import tasks
from events.models import ChaseStep, FanCalendar, Podium
from network.models import JobRun, Message
from tests.conftest import make_person


def test_the_chase_runs_once_a_day_for_every_network_that_has_it_on(network, other_network):
    make_person(network, "An", "Bos", term=(date(2026, 1, 1), date(2029, 1, 1)))
    make_person(other_network, "Bo", "Dal", term=(date(2026, 1, 1), date(2029, 1, 1)))
    other_network.chase_active = False
    other_network.save()
    with time_machine.travel("2026-05-18T03:20:00+02:00", tick=False):
        tasks.chase()
        tasks.chase()

    assert ChaseStep.objects.get().person.network == network
    assert list(JobRun.objects.values_list("key", flat=True)) == [f"chase:{network.pk}:2026-05-18"]
    assert JobRun.objects.get().outcome["nudge_1"] == 1

    other_network.chase_active = True
    other_network.save()
    with time_machine.travel("2026-05-18T04:20:00+02:00", tick=False):
        tasks.chase()
    assert ChaseStep.objects.count() == 2


def test_the_question_is_asked_once(network, ambassador):
    podium = Podium.objects.create(network=network, kind="panel", status="agreed", date=date(2026, 5, 17))
    podium.ambassadors.add(ambassador)
    with time_machine.travel("2026-05-18T03:40:00+02:00", tick=False):
        tasks.ask_outcomes()
        tasks.ask_outcomes()

    assert Message.objects.filter(kind="how_did_it_go").count() == 1


def test_a_calendar_is_read_once_a_day_and_a_private_address_never(network, fan, other_network):
    calendar = FanCalendar.objects.create(fan=fan, address="http://127.0.0.1/agenda.ics")
    with time_machine.travel("2026-05-18T03:40:00+02:00", tick=False):
        tasks.read_calendars()
        tasks.read_calendars()

    calendar.refresh_from_db()
    assert (calendar.fault, calendar.failing_since) == ("private", date(2026, 5, 18))
    assert dict(JobRun.objects.values_list("key", "outcome__failed")) == {
        f"read_calendars:{network.pk}:2026-05-18": 1,
        f"read_calendars:{other_network.pk}:2026-05-18": None,
    }


def test_nothing_is_planned_in_the_hour_that_the_clock_skips_or_doubles():
    for name in ("chase", "ask-outcomes"):
        assert 2 not in SCHEDULE[name]["schedule"].hour
