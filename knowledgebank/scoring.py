"""How the answers to a scan become a profile: pure, plain values in and out.

A score is a whole percentage of what could be reached: 0 is the least, 100 the most. Only questions that were
asked count, so a branch that somebody did not enter costs nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FEWEST = 5
"""Sums over fewer people than this are not shown."""

Given = Mapping[int, int]
"""The chosen answer by question, both as keys."""


@dataclass(frozen=True, slots=True)
class Answer:
    id: int
    points: int


@dataclass(frozen=True, slots=True)
class Question:
    id: int
    answers: tuple[Answer, ...]
    dimension: int | None = None
    """None: it only leads on, to a branch, and counts nowhere."""
    weight: int = 1
    only_after: int | None = None
    """The answer to an earlier question after which it is asked; None: always."""

    @property
    def highest(self) -> int:
        return max((answer.points for answer in self.answers), default=0)

    def points_of(self, answer: int) -> int | None:
        """None when it is no answer to this question."""
        return next((one.points for one in self.answers if one.id == answer), None)


@dataclass(frozen=True, slots=True)
class Scores:
    total: int
    by_dimension: dict[int, int] = field(default_factory=dict)
    """Without the dimensions of which nothing was asked."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said about a score from `low` to `high`, both included; no dimension: about the total."""

    id: int
    dimension: int | None
    low: int
    high: int


def asked(questions: Iterable[Question], given: Given) -> list[Question]:
    """The questions on the way that the answers lead along, in order."""
    found: list[Question] = []
    chosen: set[int] = set()
    for question in questions:
        if question.only_after is not None and question.only_after not in chosen:
            continue
        found.append(question)
        answer = given.get(question.id)
        if answer is not None and question.points_of(answer) is not None:
            chosen.add(answer)
    return found


def unanswered(questions: Iterable[Question], given: Given) -> list[Question]:
    return [
        question
        for question in asked(questions, given)
        if question.id not in given or question.points_of(given[question.id]) is None
    ]


def relevant(questions: Iterable[Question], given: Given) -> dict[int, int]:
    """The answers that count: to questions on the way, and to those only."""
    return {
        question.id: given[question.id]
        for question in asked(questions, given)
        if question.id in given and question.points_of(given[question.id]) is not None
    }


def scores(questions: Sequence[Question], given: Given) -> Scores:
    """The profile of a filled-in scan; 0 where nothing could be reached."""
    reached: dict[int, int] = {}
    possible: dict[int, int] = {}
    by_id = {question.id: question for question in questions}
    for question_id, answer in relevant(questions, given).items():
        question = by_id[question_id]
        if question.dimension is None or not question.highest:
            continue
        points = question.points_of(answer) or 0
        reached[question.dimension] = reached.get(question.dimension, 0) + question.weight * points
        possible[question.dimension] = (
            possible.get(question.dimension, 0) + question.weight * question.highest
        )
    return Scores(
        total=_percentage(sum(reached.values()), sum(possible.values())),
        by_dimension={one: _percentage(reached[one], possible[one]) for one in possible},
    )


def fitting(advices: Iterable[Advice], found: Scores) -> list[Advice]:
    """The advice whose range holds the score, in the order given."""
    return [
        advice
        for advice in advices
        if (score := _score_of(advice, found)) is not None and advice.low <= score <= advice.high
    ]


def gaps(advices: Iterable[Advice]) -> list[tuple[int, int]]:
    """The scores for which nothing is said, as ranges from low up to and including high."""
    found, at = [], 0
    for advice in sorted(advices, key=lambda one: (one.low, one.high)):
        if advice.low > at:
            found.append((at, advice.low - 1))
        at = max(at, advice.high + 1)
    if at <= 100:
        found.append((at, 100))
    return found


def by_fives(rows: list[Any]) -> list[Any]:
    """As many as fill groups of five, in their order."""
    return rows[: len(rows) - len(rows) % FEWEST]


def without_small(counts: Mapping[int, int]) -> dict[int, int | None]:
    """Counts as they may be shown: None for a group of fewer than five, and for as many others as it takes
    that what is hidden cannot be reckoned: two groups at least, and five people together.
    """
    hidden = {key for key, count in counts.items() if 0 < count < FEWEST}
    others = sorted((count, key) for key, count in counts.items() if count >= FEWEST)
    while hidden and others and (len(hidden) == 1 or sum(counts[key] for key in hidden) < FEWEST):
        hidden.add(others.pop(0)[1])
    return {key: None if key in hidden else count for key, count in counts.items()}


def _score_of(advice: Advice, found: Scores) -> int | None:
    return found.total if advice.dimension is None else found.by_dimension.get(advice.dimension)


def _percentage(reached: int, possible: int) -> int:
    """Rounded half up, exactly."""
    return (200 * reached + possible) // (2 * possible) if possible else 0
