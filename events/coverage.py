"""How what was done is spread over the groups of the audience: pure. The gaps come first.

The shares of the audience and the amounts are both turned into proportions. A group's gap is what it would
have had in proportion, less what it had; positive: it came off badly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ambassadors.composition import Group


@dataclass(frozen=True)
class Covered:
    name: str
    amount: int
    share: Fraction  # of all that was done
    expected: Fraction | None  # the group's share of the audience; None: not a group of it
    fair: int | None = None  # the amount it would have had in proportion

    @property
    def gap(self) -> Fraction:
        return (self.expected or Fraction(0)) - self.share

    @property
    def is_blank(self) -> bool:
        """Part of the audience, and nothing was done there."""
        return self.amount == 0 and bool(self.expected)


def coverage(amounts: Mapping[str, int], groups: Iterable[Group]) -> tuple[list[Covered], int]:
    """Every group of the audience and whatever else came up, worst first; and the amount without a name."""
    groups = list(groups)
    known = {word.casefold(): group.name for group in groups for word in (group.name, *group.also)}
    weights = sum((group.weight for group in groups), Fraction(0))
    found: dict[str, int] = {group.name: 0 for group in groups}
    unknown = 0
    for name, amount in amounts.items():
        word = name.strip()
        if not word:
            unknown += amount
            continue
        named = known.get(word.casefold(), word)
        found[named] = found.get(named, 0) + amount
    total = sum(found.values())
    expected = {group.name: group.weight / weights for group in groups} if weights else {}
    covered = [
        Covered(
            name,
            amount,
            Fraction(amount, total) if total else Fraction(0),
            expected.get(name),
            _fair(expected.get(name), total),
        )
        for name, amount in found.items()
    ]
    return sorted(covered, key=lambda one: (-one.gap, one.name.casefold())), unknown


def _fair(expected: Fraction | None, total: int) -> int | None:
    return None if expected is None else round(expected * total)
