"""Does a company stand in the area a network works for? Pure: names in, a verdict out.

The area is a list of names of regions and places, one a line. An area without a list cannot be judged: nobody
is left out because a leader has not written it down yet.
"""

from collections.abc import Iterable

from network.sme import Verdict


def names(area: str) -> frozenset[str]:
    return frozenset(filter(None, (plain(line) for line in area.splitlines())))


def lies_in(area: Iterable[str], region: str, place: str) -> Verdict:
    """One name that fits is enough; a company of which nothing is known stays unknown."""
    known = {plain(name) for name in (region, place)} - {""}
    area = set(area)
    if not area or not known:
        return Verdict.UNKNOWN
    return Verdict.MET if known & area else Verdict.NOT_MET


def plain(name: str) -> str:
    return " ".join(name.casefold().split())
