"""The scores of several assessors as one picture: an average by weight, and how far they lie apart. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

# From this part of the scale on, assessors saw something different: worth a talk.
FAR_APART = Fraction(1, 2)


@dataclass(frozen=True)
class Given:
    """One score of one assessor. `value` runs from 1 to `highest`."""

    criterion: int
    weight: int
    highest: int
    value: int


@dataclass(frozen=True)
class CriterionResult:
    criterion: int
    weight: int
    highest: int
    values: tuple[int, ...]  # from low to high

    @property
    def mean(self) -> Fraction:
        return Fraction(sum(self.values), len(self.values))

    @property
    def spread(self) -> int:
        """Between the lowest and the highest."""
        return self.values[-1] - self.values[0]

    @property
    def share(self) -> Fraction:
        """The mean as a part of the scale: 0 for all ones, 1 for all highest."""
        return (self.mean - 1) / (self.highest - 1)

    @property
    def is_far_apart(self) -> bool:
        return Fraction(self.spread, self.highest - 1) >= FAR_APART


@dataclass(frozen=True)
class Result:
    criteria: tuple[CriterionResult, ...]

    @property
    def share(self) -> Fraction:
        """All criteria together by weight, from 0 to 1."""
        total = sum(one.weight for one in self.criteria)
        return sum((one.share * one.weight for one in self.criteria), Fraction()) / total

    @property
    def bars(self) -> int:
        """The same in five steps for a small mark, from 1 to 5; halves go up."""
        return 1 + int(self.share * 4 + Fraction(1, 2))

    @property
    def percent(self) -> int:
        return int(self.share * 100 + Fraction(1, 2))

    @property
    def is_far_apart(self) -> bool:
        return any(one.is_far_apart for one in self.criteria)


def result_of(scores: Iterable[Given]) -> Result | None:
    """None where there are no scores. The order of criteria is that of their first score."""
    by_criterion: dict[int, list[Given]] = {}
    for score in scores:
        by_criterion.setdefault(score.criterion, []).append(score)
    if not by_criterion:
        return None
    return Result(
        tuple(
            CriterionResult(
                criterion, found[0].weight, found[0].highest, tuple(sorted(one.value for one in found))
            )
            for criterion, found in by_criterion.items()
        )
    )
