"""Which meetings a public calendar announces: from the bytes of an iCalendar file, without a database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from django.utils import timezone
from icalendar import Calendar, Event
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from network import clock

AHEAD = timedelta(days=365)
MOST = 500
MOST_EVENTS = 5000
MOST_SERIES = 200
"""In the file itself: beyond this it is an archive, and reading it takes the worker's time."""
TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
WITHIN_A_DAY = ("BYSECOND", "BYMINUTE", "BYHOUR")
BY_THE_YEAR = ("BYYEARDAY", "BYWEEKNO", "BYEASTER")
"""No calendar of meetings counts like this, and together with a month there may be no such day."""
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Unreadable(Exception):
    """Not a calendar, or one that repeats too often to be one of meetings."""


@dataclass(frozen=True)
class Meeting:
    """One gathering on one day, as the calendar announces it. `ends` comes after `starts`, or equals it."""

    uid: str
    starts: datetime
    ends: datetime
    all_day: bool
    title: str
    place: str
    link: str


def meetings_in(body: bytes, on: date) -> list[Meeting]:
    """What is announced from `on` for a year, soonest first, at most MOST of them. Raises Unreadable."""
    try:
        calendar = Calendar.from_ical(body)
        events = list(islice(calendar.walk("VEVENT"), MOST_EVENTS + 1))
        if calendar.name != "VCALENDAR" or len(events) > MOST_EVENTS:
            raise Unreadable
        if sum(len(_rules(event)) for event in events) > MOST_SERIES:
            raise Unreadable
        for event in events:
            _judge(event)
        calendar.subcomponents = [part for part in calendar.subcomponents if _comes_back(part)]
        query = recurring_ical_events.of(calendar, skip_bad_series=True)
        found = {(one.uid, one.starts): one for one in _read(query.between(on, on + AHEAD))}
    except Unreadable:
        raise
    except Exception as error:  # whatever a parser of somebody else's file can stumble over
        raise Unreadable from error
    first = clock.moment(on, time.min)
    coming = (one for one in found.values() if one.starts >= first)
    return sorted(coming, key=lambda one: (one.starts, one.uid))[:MOST]


def _rules(event: Any) -> list[Any]:
    rules = event.get("RRULE", [])
    return rules if isinstance(rules, list) else [rules]


def _judge(event: Any) -> None:
    """A meeting comes back by the day at most: one that comes back by the second has a million days."""
    for rule in _rules(event):
        often = {str(value).upper() for value in rule.get("FREQ", [])}
        if often & TOO_OFTEN or any(name in rule for name in WITHIN_A_DAY):
            raise Unreadable


def _comes_back(event: Any) -> bool:
    """Whether a series has days at all: for those of 30 February one would look until the year 9999."""
    return all(_has_days(rule) for rule in _rules(event))


def _has_days(rule: Any) -> bool:
    months, days = rule.get("BYMONTH", []), rule.get("BYMONTHDAY", [])
    if months and days and min(abs(day) for day in days) > max(LONGEST[int(month) - 1] for month in months):
        return False
    if any(name in rule for name in BY_THE_YEAR):
        return False
    by_month = {"MONTHLY", "YEARLY"}.issuperset(str(value).upper() for value in rule.get("FREQ", []))
    return by_month or "BYSETPOS" not in rule


def _read(events: Iterable[Event]) -> Iterator[Meeting]:
    for event in events:
        title = _words(event, "SUMMARY", 200)
        if title and str(event.get("STATUS", "")).upper() != "CANCELLED":
            begins, ends = event.start, event.end
            starts = _moment(begins)
            yield Meeting(
                uid=_words(event, "UID", 255),
                starts=starts,
                ends=max(starts, _moment(ends)),
                all_day=not isinstance(begins, datetime),
                title=title,
                place=_words(event, "LOCATION", 200),
                link=_link(event),
            )


def _moment(value: date | datetime) -> datetime:
    """A time without a zone is that of the clock here."""
    if not isinstance(value, datetime):
        return clock.moment(value, time.min)
    if timezone.is_naive(value):
        return clock.moment(value.date(), value.time())
    return value.astimezone(ZoneInfo("UTC"))


def _words(event: Any, name: str, most: int) -> str:
    """One line, without what a database or a reader cannot stand."""
    line = " ".join(str(event.get(name, "")).split())
    return "".join(sign for sign in line if sign.isprintable())[:most]


def _link(event: Any) -> str:
    """A web address and nothing else: it becomes something to click on."""
    link = str(event.get("URL", "")).strip()
    try:
        place = parse_url(link)
    except LocationParseError:
        return ""
    is_sound = link.isprintable() and len(link) <= 500
    return link if is_sound and place.scheme in ("http", "https") and place.host else ""
