"""On which days, and between which hours, the network may write to people: pure, dates in and dates out."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import holidays

from ambassadors.commitment import Span

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OPENS = time(9)
CLOSES = time(17)


@cache
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year, categories=("public",)))


def is_working_day(day: date) -> bool:
    """Monday to Friday and no public holiday of the Netherlands."""
    return day.weekday() < 5 and day not in _public_holidays(day.year)


def is_allowed(day: date, quiet: Sequence[Span] = ()) -> bool:
    return is_working_day(day) and not any(day in span for span in quiet)


def first_allowed(day: date, quiet: Sequence[Span] = ()) -> date:
    """The first allowed day on or after `day`; `quiet` are the network's own quiet periods."""
    return _first_allowed(day, tuple(quiet))


@lru_cache(maxsize=256)
def _first_allowed(day: date, quiet: tuple[Span, ...]) -> date:
    while not is_allowed(day, quiet):
        day = max((span.end for span in quiet if day in span), default=day + timedelta(days=1))
    return day


def opening(day: date) -> datetime:
    """The moment the mail of a day may start to leave."""
    return datetime.combine(day, OPENS, AMSTERDAM)


def next_opening(moment: datetime, quiet: Sequence[Span] = ()) -> datetime | None:
    """When a mail may leave that wants to leave at `moment`; None when it may leave at once."""
    local = moment.astimezone(AMSTERDAM)
    today = local.date()
    if is_allowed(today, quiet) and OPENS <= local.time() < CLOSES:
        return None
    if local.time() >= OPENS:
        today += timedelta(days=1)
    return opening(first_allowed(today, quiet))
