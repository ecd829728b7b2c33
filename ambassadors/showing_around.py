"""Who could show a newcomer around: pure, from where people work and how many they show around already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Somebody:
    number: int
    region: str = ""
    sector: str = ""
    shows: int = 0  # newcomers of this round they show around already
    leaves: bool = False  # their own term is over by the ceremony


def suggest(newcomers: Iterable[Somebody], guides: Iterable[Somebody]) -> dict[int, int]:
    """For each newcomer somebody else: nobody two before everybody has one, then by region, then by trade."""
    free = {guide.number: guide for guide in guides}
    found: dict[int, int] = {}
    for newcomer in newcomers:
        best = min(
            (guide for guide in free.values() if guide.number != newcomer.number),
            key=lambda guide: (
                guide.leaves,
                guide.shows,
                not _same(guide.region, newcomer.region),
                not _same(guide.sector, newcomer.sector),
                guide.number,
            ),
            default=None,
        )
        if best is None:
            continue
        found[newcomer.number] = best.number
        free[best.number] = replace(best, shows=best.shows + 1)
    return found


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()
