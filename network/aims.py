"""Which targets belong to a period: pure."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Aim(NamedTuple):
    start: date
    end: date  # not included
    amount: int


def amount_for(aims: Iterable[Aim], start: date, end: date) -> int | None:
    """What was agreed for a period: the targets that lie wholly inside it, added up; None without any.

    A target for longer than the period says nothing about it. Of targets that overlap, the longest counts.
    """
    inside = [aim for aim in aims if start <= aim.start and aim.end <= end]
    chosen: list[Aim] = []
    for aim in sorted(inside, key=lambda aim: (aim.start - aim.end, aim.start)):
        if all(aim.end <= other.start or other.end <= aim.start for other in chosen):
            chosen.append(aim)
    return sum(aim.amount for aim in chosen) if chosen else None
