"""Whom the chase turns to on a day, and why. Reads only: `events.actions.chasing` takes the steps.

`survey` looks at everybody and explains every decision. `due` gives the same steps, but lets the database
pick out whom to look at.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from ambassadors.commitment import Span, Standing
from ambassadors.models import Person, Term
from events.chase_candidates import Candidate, candidates, paused_around, promises, ranges
from events.chase_rules import LOOK_BACK, Decision, Taken, Why, decide, decide_ended
from events.models import ChaseStep
from events.standing import People, Records, around, records_of
from network.models import Network

PAGE = 1000
"""People looked at together: a page of keys, since an open cursor would keep SQLite's writer out."""

COUNTED = 25_000
"""People counted in one query, of whom few come back."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the chase thinks of one commitment year of one person."""

    person_id: int
    standing: Standing
    decision: Decision


def quiet_periods(network: Network) -> tuple[Span, ...]:
    return tuple(Span(*days) for days in network.quiet_periods.values_list("start", "end"))


def survey(network: Network, on: date) -> Iterator[Line]:
    """Everybody whose term covers the day, and the years that ended lately and ask for a step."""
    quiet = quiet_periods(network)
    for people in _pages(_terms(network, on)):
        for line in _lines(network, people, on, quiet):
            if network.chase_active or not line.decision.step:
                yield line
            elif on < line.standing.year_end:
                yield replace(line, decision=Decision(Why.SWITCHED_OFF))


def due(network: Network, on: date) -> Iterator[Line]:
    """The lines of `survey` that have a step, without looking at everybody."""
    if not network.chase_active:
        return
    quiet = quiet_periods(network)
    sheets = promises(network, on)
    for people in ranges(Person.objects.filter(network=network), COUNTED):
        found = candidates(network, people, sheets, on)
        while page := list(islice(found, PAGE)):
            ids = [candidate.person_id for candidate in page]
            taken = _taken(person_id__gte=min(ids), person_id__lte=max(ids))
            for candidate in page:
                decision = _decision(candidate, taken, quiet)
                if decision.step:
                    yield Line(candidate.person_id, candidate.standing, decision)
    paused = paused_around(network, on)
    for people in ranges(paused, PAGE):
        for line in _lines(network, paused.filter(**people.of("pk")).values("pk"), on, quiet):
            if line.decision.step:
                yield line


def survey_of(network: Network, people: Sequence[int], on: date) -> Iterator[Line]:
    """The survey of some people."""
    return _lines(network, people, on, quiet_periods(network))


# --- looking ---------------------------------------------------------------------------------------


def _lines(network: Network, people: People, on: date, quiet: Sequence[Span]) -> Iterator[Line]:
    taken = _taken(person_id__in=people)
    for records in records_of(network, people, around(on)):
        yield from _lines_of(records, taken, on, quiet)


def _lines_of(
    records: Records, taken: dict[tuple[int, date], list[Taken]], on: date, quiet: Sequence[Span]
) -> Iterator[Line]:
    person = records.person_id
    year = records.year_on(on)
    for ended in records.years_ended(on, LOOK_BACK):
        standing = records.standing(ended, on)
        decision = decide_ended(standing, taken.get((person, ended.start), ()), year is not None, quiet)
        if decision.step:
            yield Line(person, standing, decision)
    if year:
        standing = records.standing(year, on)
        yield Line(person, standing, decide(standing, taken.get((person, year.start), ()), quiet))


def _decision(
    candidate: Candidate, taken: dict[tuple[int, date], list[Taken]], quiet: Sequence[Span]
) -> Decision:
    standing = candidate.standing
    before = taken.get((candidate.person_id, standing.year_start), ())
    if standing.on < standing.year_end:
        return decide(standing, before, quiet)
    return decide_ended(standing, before, candidate.is_serving, quiet)


def _taken(**whose: Any) -> dict[tuple[int, date], list[Taken]]:
    taken = defaultdict(list)
    rows = ChaseStep.objects.filter(**whose).order_by()
    for person, year_start, k, kind, planned_for in rows.values_list(
        "person_id", "year_start", "missing", "kind", "planned_for"
    ):
        taken[person, year_start].append(Taken(k, kind, planned_for))
    return taken


def _pages(terms: QuerySet[Term]) -> Iterator[list[int]]:
    people = terms.order_by("person_id").values_list("person_id", flat=True).distinct()
    page = list(people[:PAGE])
    while page:
        yield page
        page = list(people.filter(person_id__gt=page[-1])[:PAGE]) if len(page) == PAGE else []


def _terms(network: Network, on: date) -> QuerySet[Term]:
    """Terms that hold the day or ended shortly before it."""
    return Term.objects.filter(
        person__network=network, start__lte=on, end__gte=on - timedelta(days=LOOK_BACK)
    )
