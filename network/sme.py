"""Is a company a small or medium one, as the network's target group has it? Pure.

More than 5 and fewer than 250 people, and a turnover of at most € 50 million or a balance sheet of at most
€ 43 million. What is not known is unknown: nobody fails on a figure that nobody has.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

Value = TypeVar("Value", int, Decimal)

MORE_THAN = 5
FEWER_THAN = 250
MOST_TURNOVER = Decimal(50_000_000)
MOST_BALANCE = Decimal(43_000_000)


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class SmeTest:
    people: Verdict
    money: Verdict

    @property
    def verdict(self) -> Verdict:
        parts = {self.people, self.money}
        if Verdict.NOT_MET in parts:
            return Verdict.NOT_MET
        return Verdict.UNKNOWN if Verdict.UNKNOWN in parts else Verdict.MET


def sme_test(*, employees: int | None, turnover: Decimal | None, balance: Decimal | None) -> SmeTest:
    return SmeTest(
        people=_judge(employees, lambda number: MORE_THAN < number < FEWER_THAN),
        money=_either(
            _judge(turnover, lambda amount: amount <= MOST_TURNOVER),
            _judge(balance, lambda amount: amount <= MOST_BALANCE),
        ),
    )


def _judge(value: Value | None, passes: Callable[[Value], bool]) -> Verdict:
    if value is None:
        return Verdict.UNKNOWN
    return Verdict.MET if passes(value) else Verdict.NOT_MET


def _either(one: Verdict, other: Verdict) -> Verdict:
    """Met by one is met; only two that are known and fail are a failure."""
    if Verdict.MET in (one, other):
        return Verdict.MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in (one, other) else Verdict.NOT_MET
