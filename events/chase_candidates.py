"""Whom the chase may turn to, picked out by the database: the rules are worked out once, the database counts.

Everybody with the same term and no pause has the same promises. So the promises are worked out in Python,
once each, and go to the database as a table of a few days and numbers; it counts everybody's podia against
them. It may name somebody too many, never too few: `events.chase` puts everyone named here to the rules, and
those with a pause, whose promises are their own.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    CharField,
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
    Value,
    When,
)
from django.db.models.functions import Cast, Concat
from django_cte import CTE, with_cte
from django_cte.raw import raw_cte_sql

from ambassadors.commitment import Commitment, Span, Standing, standing_of_counts
from ambassadors.models import Pause, Person, Term
from events.chase_rules import BETWEEN_STEPS, GRACE, LOOK_BACK, SILENCE
from events.models import ChaseStep, Podium, PodiumStatus, StepKind
from events.standing import Records, around
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
    """What a term asks in one of its years."""

    term: Span
    promise: Commitment


@dataclass(frozen=True, slots=True)
class Sheet:
    """Promises of years that all run, or that have all ended, and the same as the database reads them."""

    rows: Sequence[Promised]
    given: str
    is_running: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    person_id: int
    standing: Standing
    is_serving: bool
    """Whether a term of theirs holds the day."""


def ranges(people: QuerySet[Person], size: int) -> Iterator[Range]:
    """All of some people, `size` of them at a time."""
    people = people.order_by("pk")
    after, found = 0, size
    while found == size:
        page = people.filter(pk__gt=after)[:size].aggregate(last=Max("pk"), found=Count("pk"))
        if found := page["found"]:
            yield Range(after, page["last"])
            after = page["last"]


def promises(network: Network, on: date) -> list[Sheet]:
    """By term, of everybody without a pause."""
    terms = _lately(on).order_by("start", "end").values_list("start", "end").distinct()
    basis, podia = network.commitment_year, network.podia_per_year
    everybody = (Records(EVERYBODY, (Span(*days),), (), (), basis, podia) for days in terms)
    return _sheets((row for records in everybody for row in _promised(records, on)), on)


def paused_around(network: Network, on: date) -> QuerySet[Person]:
    """Those with a pause that may touch a year the chase looks at on a day."""
    return Person.objects.filter(network=network, pk__in=_pauses_around(on).values("person"))


def candidates(network: Network, people: Range, sheets: Sequence[Sheet], on: date) -> Iterator[Candidate]:
    """Those without a pause whom the chase may turn to on a day, once per commitment year."""
    without_pause = ~Exists(_pauses_around(on).filter(person=OuterRef("person_id")))
    terms = _lately(on).filter(without_pause, person__network=network, **people.of("person"))
    for sheet in sheets:
        standing = lru_cache(maxsize=1024)(partial(_standing, sheet, on))
        for person_id, number, count, is_serving, rest in _found(terms, sheet, on):
            yield Candidate(person_id, standing(number, count, rest), bool(is_serving))


def _standing(sheet: Sheet, on: date, number: int, count: int, rest: str) -> Standing:
    agreed, _space, changed = rest.partition(" ")
    last_change = date.fromisoformat(changed) if changed else None
    return standing_of_counts(sheet.rows[number].promise, on, count - int(agreed), int(agreed), last_change)


def _lately(on: date) -> QuerySet[Term]:
    """Terms that hold the day or ended shortly before it."""
    return Term.objects.filter(start__lte=on, end__gte=on - timedelta(days=LOOK_BACK))


def _pauses_around(on: date) -> QuerySet[Pause]:
    window = around(on)
    return Pause.objects.filter(Q(end=None) | Q(end__gt=window.start), start__lt=window.end)


def _promised(records: Records, on: date) -> Iterator[Promised]:
    running = records.year_on(on)
    for year in (*records.years_ended(on, LOOK_BACK), *([running] if running else [])):
        term = records.term_on(year.start)
        assert term is not None
        yield Promised(term, records.promise(year))


def _sheets(promised: Iterable[Promised], on: date) -> list[Sheet]:
    """The promises that can ask for a step on the day."""
    running, ended = [], []
    for row in promised:
        if on < row.promise.year.end:
            if row.promise.whole_expected_on(on):
                running.append(row)
        elif row.promise.required:
            ended.append(row)
    return [Sheet(rows, _as_json(rows, on), rows is running) for rows in (running, ended) if rows]


# --- the conditions: `count`, and the columns of the table of promises, are fields of the row ---------


def _is_behind(on: date) -> Q:
    """Fewer podia than expected: long enough and without a change lately, or after the rest between steps."""
    steps = ChaseStep.objects.filter(person=OuterRef("person_id"), year_start=OuterRef("year_start"))
    resting = steps.filter(
        Q(kind=StepKind.CALL) | Q(planned_for__gt=on - BETWEEN_STEPS), missing=OuterRef("count") + 1
    )
    changed = _podia_of_year().filter(podium__changed_on__gt=on - SILENCE)
    first = Q(count__lt=F("expected_before_grace")) & ~Exists(changed)
    return Q(count__lt=F("expected")) & ~Exists(resting) & (Exists(steps) | first)


def _is_unfinished() -> Q:
    """Nobody was thanked for a met year, or put on the list for a missed one."""
    steps = ChaseStep.objects.filter(person=OuterRef("person_id"), year_start=OuterRef("year_start"))
    thanked, evaluated = (Exists(steps.filter(kind=kind)) for kind in (StepKind.THANKS, StepKind.EVALUATION))
    return Q(~thanked, count__gte=F("required")) | Q(~evaluated, count__lt=F("required"))


# --- the rows ------------------------------------------------------------------------------------------


def _found(terms: QuerySet[Term], sheet: Sheet, on: date) -> QuerySet[Any, Any]:
    """Those who may be turned to: person, number of the promise, count, whether in office, and the rest."""
    counted = _counted(terms, sheet, on)
    # A promise of a running year is one of a term that holds the day.
    serving = Exists(Term.objects.current(on).filter(person=OuterRef("person_id")))
    return (
        with_cte(counted, select=counted.queryset().order_by())
        .filter(_is_behind(on) if sheet.is_running else _is_unfinished())
        .annotate(is_serving=Value(1) if sheet.is_running else serving, rest=_agreed_and_last_change(on))
        .values_list("person_id", "number", "count", "is_serving", "rest")
    )


def _counted(terms: QuerySet[Term], sheet: Sheet, on: date) -> CTE:
    """The terms for which there is a promise, with its columns and the podia of its year.

    Materialized: conditions and answer name the count again and again, and it is to be counted once.
    """
    table = _table(sheet)
    terms = table.join(terms, start=table.col.term_start, end=table.col.term_end)
    done = Q(podium__status=PodiumStatus.DONE, podium__date__lte=on)
    podia = _podia_of_year().filter(done | _agreed(on))
    counted = (
        with_cte(table, select=terms.order_by())
        .annotate(**{name: getattr(table.col, name) for name in KEPT})
        .annotate(count=_figure(podia, Func(F("pk"), function="COUNT"), IntegerField()))
    )
    return CTE(counted.values("person_id", *KEPT, "count"), "counted", materialized=True)


def _agreed(on: date) -> Q:
    return Q(podium__status=PodiumStatus.AGREED, podium__date__gte=on)


def _agreed_and_last_change(on: date) -> Subquery:
    """In one text, "1 2026-09-15": going through the podia of a year is what costs."""
    agreed = Func(Case(When(_agreed(on), then=F("pk"))), function="COUNT", output_field=IntegerField())
    last_change = Func(F("podium__changed_on"), function="MAX", output_field=DateField())
    text = [Cast(agreed, CharField()), Value(" "), Cast(last_change, CharField())]
    return _figure(_podia_of_year(), Concat(*text, output_field=CharField()), CharField())


def _podia_of_year() -> QuerySet[Any]:
    return Podium.ambassadors.through.objects.filter(
        person=OuterRef("person_id"),
        podium__date__gte=OuterRef("year_start"),
        podium__date__lt=OuterRef("year_end"),
    )


def _figure(podia: QuerySet[Any], figure: Any, output: Field) -> Subquery:
    """One figure over all rows of a sub-query. Count() and Max() would group them first."""
    return Subquery(podia.order_by().annotate(figure=figure).values("figure"), output_field=output)


KEPT = ("number", "year_start", "year_end", "required", "expected", "expected_before_grace")
COLUMNS: dict[str, Field] = {
    "number": IntegerField(),
    "term_start": DateField(),
    "term_end": DateField(),
    "year_start": DateField(),
    "year_end": DateField(),
    "required": IntegerField(),
    "expected": IntegerField(),
    "expected_before_grace": IntegerField(),
}


def _as_json(rows: Sequence[Promised], on: date) -> str:
    """The promises as rows of the database, numbered as they come."""
    return json.dumps(
        [
            (
                number,
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


def _table(sheet: Sheet) -> CTE:
    # One parameter: with thousands of them the text of the query would be longer than its work.
    read, source = "value ->> {place}", "json_each(%s)"
    if connection.vendor == "postgresql":
        read, source = "CAST(value ->> {place} AS {type})", "json_array_elements(%s::json)"
    columns = ", ".join(
        f"{read.format(place=place, type=field.db_type(connection))} AS {name}"
        for place, (name, field) in enumerate(COLUMNS.items())
    )
    raw = raw_cte_sql(f"SELECT {columns} FROM {source}", [sheet.given], COLUMNS)
    return CTE(raw, "promise", materialized=True)
