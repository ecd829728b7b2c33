"""Whom the chase turns to on a day, and why. Reads only: `events.actions.chasing` takes the steps.

`survey` looks at everybody and explains every decision. `due` gives the same steps, but lets the database
pick out whom to look at: the rules are worked out once per distinct term, the database counts.
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

PAGE = 2000
"""People looked at together: a page of keys, since an open cursor would keep SQLite's writer out."""


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


def line_of(network: Network, person_id: int, year_start: date, on: date) -> Line | None:
    """What the chase thinks of the running year of one person, when that year began on `year_start`."""
    for line in _lines(network, [person_id], on, quiet_periods(network)):
        if line.standing.year_start == year_start and on < line.standing.year_end:
            return line
    return None


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
    for line in _lines(network, sorted(wanted), on, quiet):
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
    terms = Term.objects.filter(
        person__network=network, start__lte=on, end__gte=on - timedelta(days=LOOK_BACK)
    )
    for term in [Span(*days) for days in terms.order_by().values_list("start", "end").distinct()]:
        holders = Term.objects.filter(person__network=network, start=term.start, end=term.end)
        for ended in years_ended(term, network.commitment_year, on, LOOK_BACK):
            for page in _pages(_ended_without_step(holders, ended, network.podia_per_year)):
                yield ended.start, page
        if year := year_on(term, network.commitment_year, on):
            yield from _behind(holders, year, network.podia_per_year, on)


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
