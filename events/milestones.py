"""What is worth a moment's attention: a first podium, a tenth, three years. Pure: days in, milestones out.

Never a ranking: only one's own days go in, and nobody is compared with anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ambassadors.commitment import anniversary

PODIA = (1, 10, 25, 50)
YEARS = (1, 3, 5, 10)
HEARERS = (100, 500, 1000)


class Kind(StrEnum):
    PODIA = "podia"
    YEARS = "years"
    HEARERS = "hearers"


@dataclass(frozen=True, order=True)
class Milestone:
    on: date
    kind: Kind
    number: int


@dataclass(frozen=True)
class Done:
    """One podium that was done: its day, and how many heard it."""

    on: date
    hearers: int = 0


@dataclass(frozen=True)
class InOffice:
    """One term, up to and not including its end."""

    start: date
    end: date


def reached(podia: Sequence[Done], terms: Sequence[InOffice], *, on: date) -> list[Milestone]:
    """Everything reached by that day, the latest first; each once."""
    past = sorted((podium for podium in podia if podium.on <= on), key=lambda podium: podium.on)
    found = [Milestone(past[n - 1].on, Kind.PODIA, n) for n in PODIA if n <= len(past)]
    heard, waiting = 0, list(HEARERS)
    for podium in past:
        heard += podium.hearers
        while waiting and heard >= waiting[0]:
            found.append(Milestone(podium.on, Kind.HEARERS, waiting.pop(0)))
    found += [
        Milestone(day, Kind.YEARS, years) for years in YEARS if (day := _years_on(terms, years)) and day <= on
    ]
    return sorted(found, reverse=True)


def _years_on(terms: Sequence[InOffice], years: int) -> date | None:
    """The day on which somebody has been in office so many years without a gap; None: never.

    Terms that follow on each other count as one. A term that ends on that very day was a full one.
    """
    start: date | None = None
    end: date | None = None
    for term in sorted(terms, key=lambda term: term.start):
        if end is None or term.start > end:
            start = term.start
        end = term.end if end is None else max(end, term.end)
        assert start is not None
        day = anniversary(start, years)
        if day <= end:
            return day
    return None
