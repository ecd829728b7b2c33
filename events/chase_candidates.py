"""Whom the chase may turn to, picked out by the database: the rules are worked out once, the database counts.

Everybody with the same term and no pause has the same promises. So the promises are worked out in Python,
once each, and go to the database as a table of a few days and numbers; it counts everybody's podia against
them. It may name somebody too many, never too few: `events.chase` puts everyone named here to the rules.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    Field,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django_cte import CTE, with_cte
from django_cte.raw import raw_cte_sql

from ambassadors.commitment import Commitment, Span, Standing, standing_of_counts
from ambassadors.models import Pause, Person, Term
from events.chase_rules import BETWEEN_STEPS, GRACE, LOOK_BACK, SILENCE
from events.models import ChaseStep, Podium, PodiumStatus, StepKind
from events.standing import Records, around, records_without_podia
from network.models import Network

EVERYBODY = 0


@dataclass(frozen=True, slots=True)
class Range:
    """People by key, `after` itself not included."""

    after: int
    last: int

    def of(self, key: str) -> dict[str, int]:
        return {f"{key}__gt": self.after, f"{key}__lte": self.last}


@dataclass(frozen=True, slots=True)
class Promised:
    """What a term asks in one of its years: of everybody who has it, or of one person with a pause."""

    term: Span
    promise: Commitment
    person_id: int


@dataclass(frozen=True, slots=True)
class Candidate:
    person_id: int
    standing: Standing
    is_serving: bool
    """Whether a term of theirs holds the day."""


def ranges(network: Network, size: int) -> Iterator[Range]:
    """Everybody in the network, `size` people at a time."""
    people = Person.objects.filter(network=network).order_by("pk")
    after, found = 0, size
    while found == size:
        page = people.filter(pk__gt=after)[:size].aggregate(last=Max("pk"), found=Count("pk"))
        if found := page["found"]:
            yield Range(after, page["last"])
            after = page["last"]


def shared_promises(network: Network, on: date) -> list[Promised]:
    """By term, of everybody without a pause."""
    terms = _lately(on).order_by("start", "end").values_list("start", "end").distinct()
    basis, podia = network.commitment_year, network.podia_per_year
    return [
        promised
        for start, end in terms
        for promised in _promised(Records(EVERYBODY, (Span(start, end),), (), (), basis, podia), on)
    ]


def candidates(network: Network, people: Range, shared: Sequence[Promised], on: date) -> Iterator[Candidate]:
    """Those of some people whom the chase may turn to on a day, once per commitment year."""
    terms = _lately(on).filter(person__network=network, **people.of("person"))
    without_pause = ~Exists(_pauses_around(on).filter(person=OuterRef("person_id")))
    yield from _matching(terms.filter(without_pause), shared, on)

    own = _pauses_around(on).filter(person__network=network, **people.of("person"))
    with_pause = records_without_podia(network, Person.objects.filter(pk__in=own.values("person")))
    yield from _matching(terms, [row for records in with_pause for row in _promised(records, on)], on)


def _lately(on: date) -> QuerySet[Term]:
    """Terms that hold the day or ended shortly before it."""
    return Term.objects.filter(start__lte=on, end__gte=on - timedelta(days=LOOK_BACK))


def _pauses_around(on: date) -> QuerySet[Pause]:
    """Pauses that may touch a year the chase looks at on a day."""
    window = around(on)
    return Pause.objects.filter(Q(end=None) | Q(end__gt=window.start), start__lt=window.end)


def _promised(records: Records, on: date) -> Iterator[Promised]:
    running = records.year_on(on)
    for year in (*records.years_ended(on, LOOK_BACK), *([running] if running else [])):
        term = records.term_on(year.start)
        assert term is not None
        yield Promised(term, records.promise(year), records.person_id)


def _matching(terms: QuerySet[Term], rows: Sequence[Promised], on: date) -> Iterator[Candidate]:
    running = [row for row in rows if on < row.promise.year.end and row.promise.whole_expected_on(on)]
    ended = [row for row in rows if row.promise.year.end <= on and row.promise.required]
    for some, condition in ((running, _is_behind(on)), (ended, _is_unfinished())):
        if some:
            found = _counted(terms, some, on).filter(condition)
            for person_id, number, is_serving, count, agreed, last_change in found.values_list(
                "person_id", "number", "is_serving", "count", "agreed", "last_change"
            ):
                standing = standing_of_counts(some[number].promise, on, count - agreed, agreed, last_change)
                yield Candidate(person_id, standing, is_serving)


# --- the conditions: `count`, and the columns of the table of promises, are fields of the row ---------


def _is_behind(on: date) -> Q:
    """Fewer podia than expected: long enough and without a change lately, or after the rest between steps."""
    steps = ChaseStep.objects.filter(person=OuterRef("person_id"), year_start=OuterRef("year_start"))
    resting = steps.filter(
        Q(kind=StepKind.CALL) | Q(planned_for__gt=on - BETWEEN_STEPS), missing=OuterRef("count") + 1
    )
    changed = _podia_of_year().filter(podium__changed_on__gt=on - SILENCE)
    enough = Case(When(Exists(steps), then=F("expected")), default=F("expected_before_grace"))
    return Q(count__lt=enough) & ~Exists(resting) & (Exists(steps) | ~Exists(changed))


def _is_unfinished() -> Q:
    """Nobody was thanked for a met year, or put on the list for a missed one."""
    steps = ChaseStep.objects.filter(person=OuterRef("person_id"), year_start=OuterRef("year_start"))
    thanked, evaluated = (Exists(steps.filter(kind=kind)) for kind in (StepKind.THANKS, StepKind.EVALUATION))
    return Q(~thanked, count__gte=F("required")) | Q(~evaluated, count__lt=F("required"))


# --- the rows ------------------------------------------------------------------------------------------


def _counted(terms: QuerySet[Term], rows: Sequence[Promised], on: date) -> QuerySet[Any, Any]:
    """The terms for which a promise is in the table, with its columns and the podia of its year."""
    table = _table(rows, on)
    whose = {} if rows[0].person_id == EVERYBODY else {"person_id": table.col.person}
    agreed = Q(podium__status=PodiumStatus.AGREED, podium__date__gte=on)
    done = Q(podium__status=PodiumStatus.DONE, podium__date__lte=on)
    terms = table.join(terms, start=table.col.term_start, end=table.col.term_end, **whose)
    columns = ("number", "year_start", "year_end", "required", "expected", "expected_before_grace")
    return (
        with_cte(table, select=terms.order_by())
        .annotate(**{name: getattr(table.col, name) for name in columns})
        .annotate(
            is_serving=Exists(Term.objects.current(on).filter(person=OuterRef("person_id"))),
            count=_figure("COUNT", "pk", _podia_of_year().filter(done | agreed)),
            agreed=_figure("COUNT", "pk", _podia_of_year().filter(agreed)),
            last_change=_figure("MAX", "podium__changed_on", _podia_of_year()),
        )
    )


def _podia_of_year() -> QuerySet[Any]:
    return Podium.ambassadors.through.objects.filter(
        person=OuterRef("person_id"),
        podium__date__gte=OuterRef("year_start"),
        podium__date__lt=OuterRef("year_end"),
    )


def _figure(function: str, field: str, podia: QuerySet[Any]) -> Subquery:
    """One figure over all rows of a sub-query. Count() and Max() would group them first."""
    output = IntegerField() if function == "COUNT" else DateField()
    figure = Func(F(field), function=function, output_field=output)
    return Subquery(podia.order_by().annotate(figure=figure).values("figure"))


COLUMNS: dict[str, Field] = {
    "number": IntegerField(),
    "person": IntegerField(),
    "term_start": DateField(),
    "term_end": DateField(),
    "year_start": DateField(),
    "year_end": DateField(),
    "required": IntegerField(),
    "expected": IntegerField(),
    "expected_before_grace": IntegerField(),
}


def _table(rows: Sequence[Promised], on: date) -> CTE:
    """The promises as rows of the database, numbered as they come."""
    given = json.dumps(
        [
            (
                number,
                row.person_id,
                row.term.start.isoformat(),
                row.term.end.isoformat(),
                row.promise.year.start.isoformat(),
                row.promise.year.end.isoformat(),
                row.promise.required,
                row.promise.whole_expected_on(on),
                row.promise.whole_expected_on(on - GRACE),
            )
            for number, row in enumerate(rows)
        ]
    )
    # One parameter: with thousands of them the text of the query would be longer than its work.
    read, source = "value ->> {place}", "json_each(%s)"
    if connection.vendor == "postgresql":
        read, source = "CAST(value ->> {place} AS {type})", "json_array_elements(%s::json)"
    columns = ", ".join(
        f"{read.format(place=place, type=field.db_type(connection))} AS {name}"
        for place, (name, field) in enumerate(COLUMNS.items())
    )
    return CTE(raw_cte_sql(f"SELECT {columns} FROM {source}", [given], COLUMNS), "promise", materialized=True)
