"""Whom the chase turns to on a day, and why. Reads only: `events.actions.chasing` takes the steps.

`survey` looks at everybody and explains every decision. `due` gives the same steps, but where many share a
term it lets the database pick out whom to look at: the rules are worked out once, the database counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ambassadors.commitment import Span, Standing, Year, commitment, year_on, years_ended
from ambassadors.models import Pause, Term
from events.chase_rules import LOOK_BACK, Decision, Taken, Why, decide, decide_ended, is_waiting
from events.models import ChaseStep, Podium, PodiumStatus, StepKind
from events.standing import Records, around, records_of
from network.models import Network

PAGE = 1000
"""People looked at together: a page of keys, since an open cursor would keep SQLite's writer out."""

WORTH_A_QUERY = 100
"""People with the same term from which on the database picks; below it everybody is looked at."""


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
    terms = Term.objects.filter(
        person__network=network, start__lte=on, end__gte=on - timedelta(days=LOOK_BACK)
    )
    for people in _pages(terms):
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
    wanted: dict[int, set[date]] = defaultdict(set)
    for year_start, people in _to_look_at(network, on):
        for person in people:
            wanted[person].add(year_start)
        if len(wanted) >= PAGE:
            yield from _steps(network, wanted, on, quiet)
            wanted.clear()
    yield from _steps(network, wanted, on, quiet)


def survey_of(network: Network, people: Sequence[int], on: date) -> Iterator[Line]:
    """The survey of some people."""
    return _lines(network, people, on, quiet_periods(network))


# --- looking ---------------------------------------------------------------------------------------


def _lines(network: Network, people: Sequence[int], on: date, quiet: Sequence[Span]) -> Iterator[Line]:
    taken = _taken(people)
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


def _steps(network: Network, wanted: dict[int, set[date]], on: date, quiet: Sequence[Span]) -> Iterator[Line]:
    people = sorted(wanted)
    for first in range(0, len(people), PAGE):
        for line in _lines(network, people[first : first + PAGE], on, quiet):
            if line.decision.step and line.standing.year_start in wanted[line.person_id]:
                yield line


def _taken(people: Sequence[int]) -> dict[tuple[int, date], list[Taken]]:
    taken = defaultdict(list)
    rows = ChaseStep.objects.filter(person_id__in=people).order_by()
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


# --- letting the database pick ---------------------------------------------------------------------


def _to_look_at(network: Network, on: date) -> Iterator[tuple[date, list[int]]]:
    """By start of the year: people who may be due a step. Never too few; the rules then decide."""
    basis, n = network.commitment_year, network.podia_per_year
    terms = Term.objects.filter(
        person__network=network, start__lte=on, end__gte=on - timedelta(days=LOOK_BACK)
    )
    holders = terms.order_by().values_list("start", "end").annotate(holders=Count("pk"))
    shared, rare = set(), set()
    for start, end, number in holders:
        (shared if number >= WORTH_A_QUERY else rare).add(Span(start, end))
    for term in sorted(shared):
        of_term = Term.objects.filter(person__network=network, start=term.start, end=term.end)
        for ended in years_ended(term, basis, on, LOOK_BACK):
            for page in _pages(_ended_without_step(of_term, ended, n)):
                yield ended.start, page
        if year := year_on(term, basis, on):
            yield from _behind(of_term, year, n, on)
    if rare:
        yield from _with_a_rare_term(terms, rare, basis, on)


def _with_a_rare_term(
    terms: QuerySet[Term], rare: set[Span], basis: str, on: date
) -> Iterator[tuple[date, list[int]]]:
    """Everybody whose term is shared by few: looking at them is cheaper than a query for each term."""
    starts = {term: _years_to_look_at(term, basis, on) for term in rare}
    rows = terms.order_by("person_id", "start").values_list("person_id", "start", "end")
    page = list(rows[:PAGE])
    while page:
        found: dict[date, list[int]] = defaultdict(list)
        for person, start, end in page:
            for year_start in starts.get(Span(start, end), ()):
                found[year_start].append(person)
        yield from found.items()
        person, start, _ = page[-1]
        more = rows.filter(Q(person_id__gt=person) | Q(person_id=person, start__gt=start))
        page = list(more[:PAGE]) if len(page) == PAGE else []


def _years_to_look_at(term: Span, basis: str, on: date) -> list[date]:
    years = years_ended(term, basis, on, LOOK_BACK)
    if year := year_on(term, basis, on):
        years.append(year)
    return [year.start for year in years]


def _behind(
    holders: QuerySet[Term], year: Year, podia_per_year: int, on: date
) -> Iterator[tuple[date, list[int]]]:
    expected = commitment(year, (), podia_per_year).whole_expected_on(on)
    counted = Q(podium__status=PodiumStatus.DONE, podium__date__lte=on) | Q(
        podium__status=PodiumStatus.AGREED, podium__date__gte=on
    )
    candidates = holders.annotate(count=_podia(year, counted)).filter(
        Q(count__lt=expected) | _with_pause_in(year)
    )
    rows = candidates.order_by("person_id").values_list("person_id", "count")
    page = list(rows[:PAGE])
    while page:
        taken = _taken([person for person, _ in page])
        yield (
            year.start,
            [
                person
                for person, count in page
                if not is_waiting(taken.get((person, year.start), ()), count + 1, on)
            ],
        )
        page = list(rows.filter(person_id__gt=page[-1][0])[:PAGE]) if len(page) == PAGE else []


def _ended_without_step(holders: QuerySet[Term], year: Year, podia_per_year: int) -> QuerySet[Term]:
    required = commitment(year, (), podia_per_year).required
    thanked, evaluated = (
        Exists(ChaseStep.objects.filter(person=OuterRef("person_id"), year_start=year.start, kind=kind))
        for kind in (StepKind.THANKS, StepKind.EVALUATION)
    )
    plain = Q(pk__in=[])
    if required:
        plain = Q(~thanked, count__gte=required) | Q(~evaluated, count__lt=required)
    return holders.annotate(count=_podia(year, Q(podium__status=PodiumStatus.DONE))).filter(
        plain | (_with_pause_in(year) & ~(Q(thanked) & Q(evaluated)))
    )


def _podia(year: Year, counted: Q) -> Coalesce:
    """How many podia of the person in the year fulfil `counted`."""
    of_person = Podium.ambassadors.through.objects.filter(
        counted,
        person_id=OuterRef("person_id"),
        podium__date__gte=year.start,
        podium__date__lt=year.end,
    )
    count = of_person.order_by().values("person_id").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(count), 0, output_field=IntegerField())


def _with_pause_in(year: Year) -> Q:
    """People whose year is not like that of others with the same term."""
    pauses = Pause.objects.filter(person=OuterRef("person_id"), start__lt=year.end)
    return Q(Exists(pauses.filter(Q(end=None) | Q(end__gt=year.start))))
