"""Where a figure that adds up in time will end: pure, amounts by day in, an expectation with its width out.

The past year is cut into blocks of four weeks, counted back from today: thirteen of them hold every season
once. What is to come is taken to be like them. The width says how far apart such blocks lie and how few we
have seen; in about four of five cases the end falls inside it. Below three blocks nothing is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import isqrt

BLOCK = 28
MOST_BLOCKS = 13
FEWEST_BLOCKS = 3
WIDTH = Fraction(128, 100)
"""How many standard deviations to each side hold four in five outcomes."""


@dataclass(frozen=True)
class Forecast:
    amount: int
    low: int
    high: int
    blocks: int  # how many of four weeks it rests on


def forecast(
    amounts: Iterable[tuple[date, int]], *, done: int, since: date, on: date, end: date
) -> Forecast | None:
    """The total at the end of the day before `end`, when `done` was reached on the day `on`.

    `since` is the first day on which anything could have been counted. None: too early to say, or over.
    """
    ahead = (end - on).days - 1
    count = min(((on - since).days + 1) // BLOCK, MOST_BLOCKS)
    if ahead <= 0 or count < FEWEST_BLOCKS:
        return None
    blocks = [0] * count
    for day, amount in amounts:
        at = (on - day).days // BLOCK
        if day <= on and at < count:
            blocks[at] += amount
    mean = Fraction(sum(blocks), count)
    spread = sum(((block - mean) * (block - mean) for block in blocks), Fraction(0)) / (count - 1)
    left = Fraction(ahead, BLOCK)
    # The blocks to come differ among themselves, and the mean itself is known from a few blocks only.
    half = WIDTH * _root(spread * (left + left * left / count))
    expected = done + mean * left
    return Forecast(
        amount=_rounded(expected),
        low=max(done, _rounded(expected - half)),
        high=_rounded(expected + half),
        blocks=count,
    )


def _root(value: Fraction) -> Fraction:
    """The square root, to a thousandth."""
    return Fraction(isqrt(int(value * 1_000_000)), 1000)


def _rounded(value: Fraction) -> int:
    return int(value + Fraction(1, 2)) if value >= 0 else -int(-value + Fraction(1, 2))
