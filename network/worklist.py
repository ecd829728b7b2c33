"""Who needs the leader today: each app fills this list, the cockpit shows it.

An app's `worklist.py` registers sources; they are found the way the admin finds `admin.py`:

    @worklist.source("pause", of=pauses_asked)
    def pause_asked(entry: worklist.Entry, person: Any, on: date) -> worklist.Item: ...

`pauses_asked(network, on)` gives rows of COLUMNS (see `rows`); the rows of all apps are fetched in one query
and the people in a second, however many there are. What cannot be put in such a row is registered as a
function that gives whole items with a fixed number of queries:

    @worklist.register
    def call_tasks(network: Network, on: date) -> Iterable[worklist.Item]: ...

What waits in numbers, pressing or not, is a queue, which the leader's weekly mail tells:

    @worklist.queue
    def requests(network: Network, on: date) -> worklist.Queue | None: ...
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, CharField, DateField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from network.models import Network
from network.questions import Question, as_day


class Urgency(IntEnum):
    """The order on the screen, within which the earliest due date comes first."""

    NOW = 0
    SOON = 1
    WHEN_IT_SUITS = 2


@dataclass(frozen=True)
class Item:
    who: str  # the person's name, or what it is about
    tag: str  # two words at most: "Call", "Pause asked"
    reason: str  # a sentence: why this person, why today
    action: str  # a verb: "Write down the talk"
    url: str  # where the one action is taken
    due: date | None = None
    urgency: Urgency = Urgency.SOON
    person: Any = None  # the Person, for the portrait; None where it is about something else
    key: str = ""  # stable: "call:17"; empty: the address
    at_once: bool = False  # one click does it: the address takes a POST with `at_once`
    by_phone: bool = False  # a talk settles it: whom to call
    icon: str = "envelope"  # beside what has no face


@dataclass(frozen=True)
class Queue:
    """What waits, in numbers: also what is not late yet and therefore on nobody's list."""

    label: str  # "3 requests wait for an answer"
    url: str  # where they stand
    note: str = ""  # what presses: "the oldest since 12 November"


class Entry(NamedTuple):
    """One row that waits, as the database gives it."""

    source: str
    pk: int
    person_id: int | None
    day: date | None
    text: str


Contributor = Callable[[Network, date], Iterable[Item]]
Rows = Callable[[Network, date], "QuerySet[Any, Any]"]
ToItem = Callable[[Entry, Any, date], Item]
ToQueue = Callable[[Network, date], Queue | None]

_contributors: list[Contributor] = []
_sources: dict[str, tuple[Rows, ToItem]] = {}
_queues: list[ToQueue] = []


def register(contributor: Contributor) -> Contributor:
    if contributor not in _contributors:
        _contributors.append(contributor)
    return contributor


def queue(found: ToQueue) -> ToQueue:
    if found not in _queues:
        _queues.append(found)
    return found


def queues(network: Network, on: date) -> list[Queue]:
    """What waits in numbers; what nothing waits in is left out."""
    return [found for to_queue in _queues if (found := to_queue(network, on))]


def source(name: str, *, of: Rows) -> Callable[[ToItem], ToItem]:
    def add(to_item: ToItem) -> ToItem:
        _sources[name] = (of, to_item)
        return to_item

    return add


def rows(
    name: str, found: "QuerySet[Any]", *, person: str | None = None, day: Any = None, text: Any = ""
) -> "QuerySet[Any, Any]":
    """A QuerySet in the columns that can be put under each other: names of fields, or expressions."""
    return (
        found.order_by()
        .annotate(
            row_source=Value(name, output_field=CharField()),
            row_pk=Cast("pk", BigIntegerField()),
            row_person=Cast(F(person) if person else Value(None), BigIntegerField()),
            row_day=Cast(F(day) if isinstance(day, str) else day, DateField()) if day else _no_day(),
            row_text=Cast(F(text) if isinstance(text, str) and text else text or Value(""), TextField()),
        )
        .values_list("row_source", "row_pk", "row_person", "row_day", "row_text")
    )


def _no_day() -> Cast:
    return Cast(Value(None), DateField())


def entries(network: Network, on: date) -> list[Entry]:
    """Every row that waits, of all sources, in one query."""
    if not _sources:
        return []
    return [
        Entry(name, pk, person_id, as_day(day), text)
        for name, pk, person_id, day, text in _everything(network.pk, on).rows()
    ]


@lru_cache(maxsize=64)
def _everything(network_id: int, on: date) -> Question:
    first, *others = (of(Network(pk=network_id), on) for of, _to_item in _sources.values())
    return Question(first.union(*others, all=True) if others else first)


def counts(found: Iterable[Entry]) -> dict[str, int]:
    return dict(Counter(entry.source for entry in found))


def items_of(found: Iterable[Entry], people: Mapping[int, Any], on: date) -> list[Item]:
    """The rows as the leader reads them, most pressing first; `people` by their id."""
    made = []
    for entry in found:
        person = people.get(entry.person_id) if entry.person_id else None
        if entry.person_id and person is None:
            continue
        made.append(_sources[entry.source][1](entry, person, on))
    return in_order(made)


def in_order(found: Iterable[Item]) -> list[Item]:
    return sorted(found, key=lambda item: (item.urgency, item.due or date.max, item.who))


def by_person(found: Iterable[Item]) -> list[list[Item]]:
    """One row for each person, with everything about them, where the most pressing of it stands."""
    rows: dict[Any, list[Item]] = {}
    for item in in_order(found):
        rows.setdefault(item.person.pk if item.person else item.key or item.url, []).append(item)
    return list(rows.values())


def contributed(network: Network, on: date) -> list[Item]:
    return [item for contributor in _contributors for item in contributor(network, on)]


def items(network: Network, on: date) -> list[Item]:
    """Everything that waits for the leader on a day, most pressing first."""
    found = entries(network, on)
    ids = {entry.person_id for entry in found if entry.person_id}
    people = network.people.in_bulk(ids) if ids else {}
    return in_order([*items_of(found, people, on), *contributed(network, on)])
