"""What a made-up scan says, in Dutch and English."""

from collections.abc import Sequence
from dataclasses import dataclass, field

Two = tuple[str, str]
"""Dutch and English."""

HOW_MUCH: Sequence[tuple[Two, int]] = (
    (("Nog niet", "Not yet"), 0),
    (("Hier en daar", "Here and there"), 1),
    (("Meestal wel", "Mostly"), 2),
    (("Ja, dat is gewoon hoe we werken", "Yes, that is simply how we work"), 3),
)


@dataclass(frozen=True)
class Asked:
    text: Two
    dimension: int | None
    answers: Sequence[tuple[Two, int]] = HOW_MUCH
    help: Two = ("", "")
    weight: int = 1
    only_after: tuple[int, int] | None = None  # number of an earlier question, number of its answer


@dataclass(frozen=True)
class Said:
    dimension: int | None
    low: int
    high: int
    title: Two
    body: Two


@dataclass(frozen=True)
class Sketch:
    slug: str
    title: Two
    summary: Two
    introduction: Two
    minutes: int
    source: str
    dimensions: Sequence[tuple[Two, Two]]
    questions: Sequence[Asked]
    advice: Sequence[Said]
    takings: int = 0
    seed: int = field(default=0)
