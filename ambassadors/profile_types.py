"""What drives somebody, from fifteen statements, and which profile types that proposes: pure.

Every statement asks for one of five motives (after the functional approach to volunteering: career, values,
social, learning, enjoyment) and leans to one profile type: three statements for each motive, three for each
type, no pair twice. A score is the sum of the answers, 3 to 15. It is a start of a talk, not a verdict.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

VERSION = 1
"""Of the statements below; answers to others are not compared with these."""

LOWEST, HIGHEST = 1, 5
SAID_YES = 4
"""From here on an answer counts as a reason."""
CLOSE = 1
"""First and second this near: the talk decides which comes first."""


class Motive(StrEnum):
    CAREER = "career"
    VALUES = "values"
    SOCIAL = "social"
    LEARNING = "learning"
    ENJOYMENT = "enjoyment"


@dataclass(frozen=True)
class Statement:
    key: str
    motive: Motive
    type: str  # a ProfileType


# In the order in which they are asked: no motive and no type twice in a row.
STATEMENTS = (
    Statement("help", Motive.VALUES, "coach"),
    Statement("known", Motive.CAREER, "director"),
    Statement("explain", Motive.LEARNING, "teacher"),
    Statement("win_over", Motive.ENJOYMENT, "seller"),
    Statement("challenge", Motive.SOCIAL, "player"),
    Statement("pass_on", Motive.VALUES, "teacher"),
    Statement("customers", Motive.CAREER, "seller"),
    Statement("question", Motive.LEARNING, "coach"),
    Statement("room", Motive.ENJOYMENT, "director"),
    Statement("table", Motive.SOCIAL, "coach"),
    Statement("measure", Motive.CAREER, "player"),
    Statement("depth", Motive.ENJOYMENT, "teacher"),
    Statement("stand_for", Motive.VALUES, "seller"),
    Statement("ahead", Motive.LEARNING, "player"),
    Statement("circle", Motive.SOCIAL, "director"),
)
TYPES = ("director", "teacher", "coach", "seller", "player")


@dataclass(frozen=True)
class Proposal:
    """`first` and `second` are empty where the answers do not tell."""

    first: str
    second: str
    scores: Mapping[str, int]  # by type
    motives: Mapping[Motive, Fraction]  # the mean answer
    because: Mapping[str, tuple[str, ...]]  # by type: the statements said yes to, strongest first
    is_close: bool  # first and second hardly differ

    @property
    def types(self) -> tuple[str, ...]:
        return tuple(name for name in (self.first, self.second) if name)


def propose(answers: Mapping[str, int]) -> Proposal:
    """The two types that stand out among somebody's own answers.

    First is the highest score. Second is the next, when it is above the middle of this person's own answers:
    whoever says yes to everything is compared with nobody but themselves. Where three or more are equally
    high at the top nothing stands out. Raises ValueError for answers that are not complete.
    """
    if set(answers) != {statement.key for statement in STATEMENTS}:
        raise ValueError("Every statement needs an answer, and nothing else does.")
    if not all(LOWEST <= answer <= HIGHEST for answer in answers.values()):
        raise ValueError("An answer lies between 1 and 5.")
    scores = {name: sum(answers[s.key] for s in STATEMENTS if s.type == name) for name in TYPES}
    ranked = sorted(TYPES, key=lambda name: (-scores[name], _strongest(name, answers), TYPES.index(name)))
    middle = Fraction(sum(scores.values()), len(TYPES))
    top = scores[ranked[0]]
    equal = sum(score == top for score in scores.values())
    first = ranked[0] if equal <= 2 and top > middle else ""
    second = ranked[1] if first and scores[ranked[1]] > middle else ""
    return Proposal(
        first,
        second,
        scores,
        {
            motive: Fraction(sum(answers[s.key] for s in STATEMENTS if s.motive == motive), 3)
            for motive in Motive
        },
        {name: _because(name, answers) for name in TYPES},
        bool(second) and top - scores[second] <= CLOSE,
    )


def _strongest(name: str, answers: Mapping[str, int]) -> list[int]:
    """Among equal sums the one with the strongest single answers comes first."""
    return sorted(-answers[s.key] for s in STATEMENTS if s.type == name)


def _because(name: str, answers: Mapping[str, int]) -> tuple[str, ...]:
    said = [s.key for s in STATEMENTS if s.type == name and answers[s.key] >= SAID_YES]
    return tuple(sorted(said, key=lambda key: -answers[key]))
