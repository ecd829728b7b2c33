"""The promise of N podia a year, as rules: plain values in, plain values out.

No database, no clock. Every interval is half-open, `[start, end)`; every fraction is exact.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

SHORTEST_YEAR = 120
"""A commitment year with fewer active days than this asks for nothing."""


class Basis(StrEnum):
    """What a commitment year is counted from."""

    TERM = "term"
    CALENDAR = "calendar"


class State(StrEnum):
    PAUSED = "paused"
    NONE = "none"
    MET = "met"
    MISSED = "missed"
    PLANNED = "planned"
    ON_PACE = "on_pace"
    BEHIND = "behind"


class Status(StrEnum):
    """The life of a podium."""

    IDEA = "idea"
    AGREED = "agreed"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from `start` up to, not including, `end`; empty when `end` is not after `start`."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return max(0, (self.end - self.start).days)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def cut(self, other: "Span") -> "Span":
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))


@dataclass(frozen=True, slots=True)
class Year:
    """A commitment year: the cut span that counts, and the days of the year before it was cut."""

    span: Span
    full_days: int

    @property
    def start(self) -> date:
        return self.span.start

    @property
    def end(self) -> date:
        return self.span.end


class Entry(NamedTuple):
    """A podium as the commitment sees it. `changed_on` is the day somebody last changed the entry."""

    day: date
    status: str
    changed_on: date


# --- years ---------------------------------------------------------------------------------------


def anniversary(start: date, years: int) -> date:
    """The same day `years` later, counted from `start` itself; 29 February is 28 February in other years."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 2, 28)


def year_on(term: Span, basis: str, day: date) -> Year | None:
    """The commitment year that holds `day`; None outside the term."""
    if day not in term:
        return None
    if basis == Basis.CALENDAR:
        full = Span(date(day.year, 1, 1), date(day.year + 1, 1, 1))
    else:
        passed = day.year - term.start.year
        if anniversary(term.start, passed) > day:
            passed -= 1
        full = Span(anniversary(term.start, passed), anniversary(term.start, passed + 1))
    return Year(full.cut(term), full.days)


def years_of(term: Span, basis: str) -> Iterator[Year]:
    """Every commitment year of a term, first to last."""
    day = term.start
    while year := year_on(term, basis, day):
        yield year
        day = year.end


def years_ended(term: Span, basis: str, day: date, within: int) -> list[Year]:
    """The years of a term that ended on `day` or at most `within` days before it, oldest first."""
    ended: list[Year] = []
    last = min(day, term.end) - timedelta(days=1)
    while (year := year_on(term, basis, last)) and (day - year.end).days <= within:
        if year.end <= day:
            ended.append(year)
        last = year.start - timedelta(days=1)
    return ended[::-1]


# --- pauses --------------------------------------------------------------------------------------


def closed_pauses(pauses: Iterable[tuple[date, date | None]], terms: Sequence[Span]) -> tuple[Span, ...]:
    """Pauses of one person as separate spans in order, overlaps merged.

    A pause without an end lasts until the end of the term it began in; begun outside every term, until the
    end of the next one.
    """
    spans = []
    for start, end in pauses:
        if end is None:
            end = min((term.end for term in terms if term.end > start), default=start)
        if end > start:
            spans.append(Span(start, end))
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def active_days(span: Span, pauses: Sequence[Span]) -> int:
    """Days of `span` in no pause; `pauses` as `closed_pauses` gives them."""
    return span.days - sum(span.cut(pause).days for pause in pauses)


def is_paused(pauses: Sequence[Span], day: date) -> bool:
    return any(day in pause for pause in pauses)


# --- the promise and where somebody stands -------------------------------------------------------


def required_podia(podia_per_year: int, active: int, full: int) -> int:
    """N in proportion to the active days, rounded half up and at least one; none in a short year."""
    if active < SHORTEST_YEAR:
        return 0
    return max(1, (2 * podia_per_year * active + full) // (2 * full))


@dataclass(frozen=True)
class Commitment:
    """What one commitment year asks, whatever was done: the year, its active days and the podia required."""

    year: Year
    pauses: tuple[Span, ...]
    active_days: int
    required: int

    def expected_on(self, day: date) -> Fraction:
        """The podia that should be done or agreed by `day`, exactly."""
        if not self.required:
            return Fraction(0)
        return Fraction(self.required * self._active_before(day), self.active_days)

    def whole_expected_on(self, day: date) -> int:
        """`floor(expected_on(day))`."""
        if day not in self._whole_expected:
            expected = self.required * self._active_before(day) // self.active_days if self.required else 0
            self._whole_expected[day] = expected
        return self._whole_expected[day]

    def first_day_expecting_more_than(self, count: int) -> date | None:
        """The first day of the year on which whole_expected_on exceeds `count`; None when none does."""
        if count not in self._first_days:
            self._first_days[count] = self._first_day(count)
        return self._first_days[count]

    # Many people share one promise: what was worked out for one is kept for the others.
    @cached_property
    def _whole_expected(self) -> dict[date, int]:
        return {}

    @cached_property
    def _first_days(self) -> dict[int, date | None]:
        return {}

    def _first_day(self, count: int) -> date | None:
        if count >= self.required:
            return None
        to_pass = -(-(count + 1) * self.active_days // self.required)  # active days before it, rounded up
        at = self.year.start
        for pause in self.pauses:
            off = self.year.span.cut(pause)
            if not off.days:
                continue
            between = (off.start - at).days
            if to_pass <= between:
                break
            to_pass -= between
            at = off.end
        day = at + timedelta(days=to_pass)
        return day if day < self.year.end else None

    def _active_before(self, day: date) -> int:
        return active_days(Span(self.year.start, min(max(day, self.year.start), self.year.end)), self.pauses)


def commitment(year: Year, pauses: tuple[Span, ...], podia_per_year: int) -> Commitment:
    active = active_days(year.span, pauses)
    return Commitment(year, pauses, active, required_podia(podia_per_year, active, year.full_days))


@dataclass(frozen=True)
class Standing:
    """Where a person stands in one commitment year, seen on day `on`."""

    commitment: Commitment
    on: date
    done: int
    agreed: int
    state: State
    last_change: date | None
    """The last change to any podium dated in the year, cancelled ones and ideas included."""

    @property
    def year(self) -> Year:
        return self.commitment.year

    @property
    def year_start(self) -> date:
        return self.commitment.year.start

    @property
    def year_end(self) -> date:
        return self.commitment.year.end

    @property
    def active_days(self) -> int:
        return self.commitment.active_days

    @property
    def required(self) -> int:
        return self.commitment.required

    @property
    def count(self) -> int:
        """Done and agreed together."""
        return self.done + self.agreed

    @property
    def missing(self) -> int:
        """Podia still to be done or agreed."""
        return max(0, self.required - self.count)

    @cached_property
    def expected(self) -> Fraction:
        return self.commitment.expected_on(self.on)

    @property
    def dots(self) -> tuple[str, ...]:
        """The year's podia as `done`, `agreed` and `open`: as many as required, more when more was done."""
        size = max(self.required, self.done)
        agreed = min(self.agreed, size - self.done)
        return ("done",) * self.done + ("agreed",) * agreed + ("open",) * (size - self.done - agreed)


def standing(promise: Commitment, entries: Iterable[Entry], on: date) -> Standing:
    """Where a person stands on day `on`; `entries` may hold podia of other years, they are passed over."""
    done = agreed = 0
    last_change = None
    span = promise.year.span
    for entry in entries:
        if entry.day not in span:
            continue
        if entry.status == Status.DONE:
            done += entry.day <= on
        elif entry.status == Status.AGREED:
            agreed += entry.day >= on
        if last_change is None or entry.changed_on > last_change:
            last_change = entry.changed_on
    return standing_of_counts(promise, on, done, agreed, last_change)


def standing_of_counts(
    promise: Commitment, on: date, done: int, agreed: int, last_change: date | None
) -> Standing:
    """The same, where somebody else has counted the podia of the year."""
    return Standing(promise, on, done, agreed, _state(promise, on, done, agreed), last_change)


def _state(promise: Commitment, on: date, done: int, agreed: int) -> State:
    if is_paused(promise.pauses, on):
        return State.PAUSED
    if promise.required == 0:
        return State.NONE
    if done >= promise.required:
        return State.MET
    if on >= promise.year.end:
        return State.MISSED
    if done + agreed >= promise.required:
        return State.PLANNED
    if done + agreed >= promise.whole_expected_on(on):
        return State.ON_PACE
    return State.BEHIND
