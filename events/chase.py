"""Whom the chase turns to on a day, and why. Reads only: `events.actions.chasing` takes the steps.

`survey` looks at everybody and explains every decision. `due` gives the same steps, but where many share a
term it lets the database pick out whom to look at: the rules are worked out once, the database counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Aggregate, Count, Exists, IntegerField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ambassadors.commitment import (
    Span,
    Standing,
    Year,
    commitment,
    standing_of_counts,
    year_on,
    years_ended,
)
from ambassadors.models import Pause, Term
from events.chase_rules import BETWEEN_STEPS, LOOK_BACK, Decision, Taken, Why, decide, decide_ended
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
    shared, rare = _terms_by_holders(network, on)
    for term in shared:
        yield from _lines_of_a_term(network, term, on, quiet)
    closer: dict[int, set[date]] = defaultdict(set)
    for year_start, people in _to_look_at(network, shared, rare, on):
        for person in people:
            closer[person].add(year_start)
        if len(closer) >= PAGE:
            yield from _steps(network, closer, on, quiet)
            closer.clear()
    yield from _steps(network, closer, on, quiet)


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


def _terms_by_holders(network: Network, on: date) -> tuple[list[Span], set[Span]]:
    """The distinct terms that count on a day: those that many share, and those of few."""
    shared, rare = [], set()
    terms = _terms(network, on).order_by("start", "end").values_list("start", "end")
    for start, end, holders in terms.annotate(holders=Count("pk")):
        if holders >= WORTH_A_QUERY:
            shared.append(Span(start, end))
        else:
            rare.add(Span(start, end))
    return shared, rare


def _to_look_at(
    network: Network, shared: list[Span], rare: set[Span], on: date
) -> Iterator[tuple[date, list[int]]]:
    """By start of the year: people whose year is not like that of others, or whose term is shared by few."""
    basis = network.commitment_year
    for term in shared:
        for year in _years(term, basis, on):
            who = _holders(network, term)
            if on < term.end:
                who = who.filter(_with_pause(year, on))
            for people in _pages(who):
                yield year.start, people
    if not rare:
        return
    starts = {term: [year.start for year in _years(term, basis, on)] for term in rare}
    rows = _terms(network, on).order_by("person_id", "start").values_list("person_id", "start", "end")
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


def _lines_of_a_term(network: Network, term: Span, on: date, quiet: Sequence[Span]) -> Iterator[Line]:
    """The steps of everybody with this running term and no pause: counted by the database."""
    if on >= term.end:
        return
    for year in _years(term, network.commitment_year, on):
        promise = commitment(year, (), network.podia_per_year)
        rows = _counted(_holders(network, term).exclude(_with_pause(year, on)), year, on)
        if on < year.end:
            rows = rows.filter(~_waiting(year, on), count__lt=promise.whole_expected_on(on))
        else:
            rows = rows.filter(_without_step(year, promise.required))
        page = list(rows[:PAGE])
        while page:
            taken = _taken([person for person, *_ in page])
            for person, count, agreed, last_change in page:
                standing = standing_of_counts(promise, on, count - agreed, agreed, last_change)
                before = taken.get((person, year.start), ())
                if on < year.end:
                    decision = decide(standing, before, quiet)
                else:
                    decision = decide_ended(standing, before, is_serving=True, quiet=quiet)
                if decision.step:
                    yield Line(person, standing, decision)
            page = list(rows.filter(person_id__gt=page[-1][0])[:PAGE]) if len(page) == PAGE else []


def _terms(network: Network, on: date) -> QuerySet[Term]:
    """Terms that hold the day or ended shortly before it."""
    return Term.objects.filter(
        person__network=network, start__lte=on, end__gte=on - timedelta(days=LOOK_BACK)
    )


def _holders(network: Network, term: Span) -> QuerySet[Term]:
    return Term.objects.filter(person__network=network, start=term.start, end=term.end)


def _years(term: Span, basis: str, on: date) -> list[Year]:
    years = years_ended(term, basis, on, LOOK_BACK)
    if year := year_on(term, basis, on):
        years.append(year)
    return years


def _counted(holders: QuerySet[Term], year: Year, on: date) -> Any:
    """Rows of person, podia done and agreed together, podia agreed and last change, by person."""
    of_year = Podium.ambassadors.through.objects.filter(
        person_id=OuterRef("person_id"), podium__date__gte=year.start, podium__date__lt=year.end
    )
    agreed = Q(podium__status=PodiumStatus.AGREED, podium__date__gte=on)
    done = Q(podium__status=PodiumStatus.DONE, podium__date__lte=on)
    return (
        holders.annotate(
            count=_number(of_year.filter(done | agreed)),
            agreed=_number(of_year.filter(agreed)),
            last_change=Subquery(_per_person(of_year, Max("podium__changed_on"))),
        )
        .order_by("person_id")
        .values_list("person_id", "count", "agreed", "last_change")
    )


def _number(podia: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(_per_person(podia, Count("pk"))), 0, output_field=IntegerField())


def _per_person(podia: QuerySet[Any], figure: Aggregate) -> QuerySet[Any, Any]:
    return podia.order_by().values("person_id").annotate(figure=figure).values("figure")


def _waiting(year: Year, on: date) -> Exists:
    """The steps taken for the podium that is missing rule out a next one today."""
    steps = ChaseStep.objects.filter(
        person=OuterRef("person_id"), year_start=year.start, missing=OuterRef("count") + 1
    )
    return Exists(steps.filter(Q(kind=StepKind.CALL) | Q(planned_for__gt=on - BETWEEN_STEPS)))


def _without_step(year: Year, required: int) -> Q:
    """Nobody was thanked for a met year, or put on the list for a missed one."""
    if not required:
        return Q(pk__in=[])
    steps = ChaseStep.objects.filter(person=OuterRef("person_id"), year_start=year.start)
    thanked, evaluated = (Exists(steps.filter(kind=kind)) for kind in (StepKind.THANKS, StepKind.EVALUATION))
    return Q(~thanked, count__gte=required) | Q(~evaluated, count__lt=required)


def _with_pause(year: Year, on: date) -> Exists:
    """A pause in the year, or on the day from which it is seen."""
    until = max(year.end, on + timedelta(days=1))
    pauses = Pause.objects.filter(person=OuterRef("person_id"), start__lt=until)
    return Exists(pauses.filter(Q(end=None) | Q(end__gt=year.start)))
