"""Where ambassadors stand in their commitment year: the one answer for every screen, mail and report.

The rules are in `ambassadors.commitment`; this module only fetches what they need, for one person or for
many, always in one query.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from ambassadors.commitment import (
    Commitment,
    Entry,
    Span,
    Standing,
    State,
    Year,
    closed_pauses,
    commitment,
    standing,
    year_on,
    years_ended,
    years_of,
)
from ambassadors.models import Pause, Person, Term
from events.models import Podium
from network.models import Network
from network.questions import Question, as_day

TERM, PAUSE = "term", "pause"

People = Sequence[int] | QuerySet[Person, Any]
"""Their ids, or the question that finds these."""

STATE_NAMES = {
    State.PAUSED: _("paused"),
    State.NONE: _("nothing asked"),
    State.MET: _("met"),
    State.MISSED: _("missed"),
    State.PLANNED: _("planned"),
    State.ON_PACE: _("on pace"),
    State.BEHIND: _("needs an idea"),
}
"""What a screen calls a state: never a reproach."""


def standings(network: Network, on: date) -> dict[int, Standing]:
    """By person id: where every ambassador whose term covers `on` stands in the year that holds `on`.

    People without such a term are not in it. One query, whatever the size of the network.
    """
    rows = (
        (what, person_id, as_day(first), as_day(second))
        for what, person_id, first, second in _of_everybody(network.pk, on).rows()
    )
    return {
        records.person_id: records.standing(year, on)
        for records in _put_together(network, rows)
        if (year := records.year_on(on))
    }


@lru_cache(maxsize=64)
def _of_everybody(network_id: int, on: date) -> Question:
    return Question(_rows({"person__network": network_id}, years_holding(on)))


def standing_of(person: Person, on: date) -> Standing | None:
    """Where one person stands; None when no term of theirs covers `on`."""
    for records in _records(person.network, {"person": person}):
        if year := records.year_on(on):
            return records.standing(year, on)
    return None


def years_of_person(person: Person, on: date) -> list[Standing]:
    """Every commitment year of a person that has begun on `on`, latest first, each seen on `on`."""
    return [
        records.standing(year, on)
        for records in _records(person.network, {"person": person})
        for year in records.years()
        if year.start <= on
    ][::-1]


@dataclass(frozen=True)
class Records:
    """What the rules need to know of one person."""

    person_id: int
    terms: tuple[Span, ...]
    pauses: tuple[Span, ...]
    entries: Sequence[Entry]
    basis: str
    podia_per_year: int

    def term_on(self, day: date) -> Span | None:
        return next((term for term in self.terms if day in term), None)

    def year_on(self, day: date) -> Year | None:
        term = self.term_on(day)
        return _year_on(term, self.basis, day) if term else None

    def year_starting(self, start: date) -> Year | None:
        return next((year for year in self.years() if year.start == start), None)

    def years(self) -> Iterator[Year]:
        for term in self.terms:
            yield from years_of(term, self.basis)

    def years_ended(self, day: date, within: int) -> list[Year]:
        return [year for term in self.terms for year in _years_ended(term, self.basis, day, within)]

    def promise(self, year: Year) -> Commitment:
        return _promise(year, self.pauses, self.podia_per_year)

    def standing(self, year: Year, on: date) -> Standing:
        return standing(self.promise(year), self.entries, on)


# Whoever was appointed together shares the same years and, without a pause, the same promise.
_promise = lru_cache(maxsize=1024)(commitment)
_year_on = lru_cache(maxsize=1024)(year_on)
_years_ended = lru_cache(maxsize=1024)(years_ended)


def years_holding(on: date) -> Span:
    """Wide enough to hold every commitment year that holds `on`."""
    return Span(on - timedelta(days=366), on + timedelta(days=367))


def around(on: date) -> Span:
    """Wide enough to hold every commitment year that holds `on` or ended shortly before."""
    return Span(on - timedelta(days=500), on + timedelta(days=367))


def records_of(network: Network, person_ids: People, window: Span | None = None) -> Iterator[Records]:
    """The records of some people, in the order of their ids; `window` limits the podia that are read."""
    return _records(network, {"person_id__in": person_ids}, window)


def _records(network: Network, whose: dict, window: Span | None = None) -> Iterator[Records]:
    return _put_together(network, _rows(whose, window))


def _put_together(network: Network, rows: Iterable[tuple[str, int, Any, Any]]) -> Iterator[Records]:
    terms: dict[int, list[Span]] = defaultdict(list)
    pauses: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
    entries: dict[int, list[Entry]] = defaultdict(list)
    for what, person_id, first, second in rows:
        if what == TERM:
            terms[person_id].append(Span(first, second))
        elif what == PAUSE:
            pauses[person_id].append((first, second))
        else:
            entries[person_id].append(Entry(first, what, second))
    for person_id in sorted(terms):
        spans = sorted(terms[person_id])
        yield Records(
            person_id,
            tuple(spans),
            closed_pauses(pauses[person_id], spans) if person_id in pauses else (),
            entries.get(person_id, ()),
            network.commitment_year,
            network.podia_per_year,
        )


def _rows(whose: dict, window: Span | None) -> QuerySet[Any, Any]:
    """Terms, pauses and podia in one query: what it is (of a podium its status), whose, and two days."""

    def columns(found: QuerySet[Any], what: Value | F, first: str, second: str) -> QuerySet[Any, Any]:
        kind = Cast(what, CharField(max_length=12))
        found = found.order_by().annotate(what=kind, first=F(first), second=F(second))
        return found.values_list("what", "person_id", "first", "second")

    podia: QuerySet[Any] = Podium.ambassadors.through.objects.filter(**whose)
    if window:
        # COALESCE keeps a planner from going through all podia: the people are few.
        podia = podia.alias(day=Coalesce("podium__date", "podium__date"))
        podia = podia.filter(day__gte=window.start, day__lt=window.end)
    terms = columns(Term.objects.filter(**whose), Value(TERM), "start", "end")
    pauses = columns(Pause.objects.filter(**whose), Value(PAUSE), "start", "end")
    return terms.union(
        pauses, columns(podia, F("podium__status"), "podium__date", "podium__changed_on"), all=True
    )
