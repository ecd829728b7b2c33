"""Sums of what people declared about themselves, from which nothing under five follows: pure.

A picture is one split of one trait over a whole population: everybody, whoever did not answer included.
Three rules make it safe, and none of them looks at more than the sums:

1. Classes are folded together in an order that was fixed beforehand, smallest interest first, until every
   cell has five people or more. What is folded is at least two classes, and the order does not depend on the
   answers, so that also the choice of what is hidden tells nothing.
2. A population is counted once. Nobody who was in one picture of a trait is ever in another, whatever came
   of it: there are no two sums to subtract, and no year to compare with the next.
3. Fewer than fifteen people, or fewer than three classes, give nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST = 5
"""No cell is smaller."""
LEAST_POPULATION = 15
LEAST_CLASSES = 3
"""Of two classes the one follows from the other."""

NO_ANSWER = ""
"""Rather not say, and everybody of whom nothing is known."""


@dataclass(frozen=True)
class Cell:
    """People in any of these classes together."""

    classes: tuple[str, ...]
    count: int


def picture(answers: Iterable[str], order: Sequence[str]) -> list[Cell]:
    """The finest split whose every cell is large enough; nothing when there is none.

    `order` names the classes of the trait, without "no answer", which is always folded first: the first of
    them is hidden soonest, the last is shown as long as it can be.
    """
    classes = (NO_ANSWER, *order)
    counts = Counter(answers)
    if set(counts) - set(classes):
        raise ValueError("An answer that is no class of this trait.")
    if len(order) < LEAST_CLASSES or counts.total() < LEAST_POPULATION:
        return []
    for split in splits(classes):
        cells = [Cell(part, sum(counts[name] for name in part)) for part in split]
        if all(cell.count >= LEAST for cell in cells):
            return cells
    return []


def splits(classes: Sequence[str]) -> list[list[tuple[str, ...]]]:
    """From every class apart to the last one beside all others, each with one more class folded in."""
    return [
        [tuple(classes[:folded]), *((name,) for name in classes[folded:])]
        for folded in range(1, len(classes))
    ]
