"""Who needs the leader today: each app fills this list, the cockpit shows it.

An app's `worklist.py` registers functions; they are found the way the admin finds `admin.py`:

    @worklist.register
    def call_tasks(network: Network, on: date) -> Iterable[worklist.Item]: ...

A function asks a fixed number of queries, whatever the number of items.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from network.models import Network


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


Contributor = Callable[[Network, date], Iterable[Item]]
_contributors: list[Contributor] = []


def register(contributor: Contributor) -> Contributor:
    if contributor not in _contributors:
        _contributors.append(contributor)
    return contributor


def items(network: Network, on: date) -> list[Item]:
    """Everything that waits for the leader on a day, most pressing first."""
    found = [item for contributor in _contributors for item in contributor(network, on)]
    return sorted(found, key=lambda item: (item.urgency, item.due or date.max, item.who))
