"""How near to a place somebody works or comes. Pure: names in, a rank out; a place is no more than a name."""

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum

from network.working_area import plain


class Nearness(IntEnum):
    """The nearest first."""

    WORKS_THERE = 0
    SAME_REGION = 1
    COMES_THERE = 2
    COMES_EVERYWHERE = 3


def regions_of(places: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By place: the region it lies in, as far as somebody works there."""
    return {plain(place): plain(region) for place, region in places if place and region}


def nearness(
    near: str, *, place: str, region: str, travel_area: str, regions: Mapping[str, str], whole: str = ""
) -> Nearness | None:
    """None: nothing says that they work near that place or come there. `whole` names the whole area."""
    wanted = plain(near)
    if not wanted or wanted == plain(place):
        return Nearness.WORKS_THERE
    around = regions.get(wanted, "")
    if plain(region) and plain(region) in (wanted, around):
        return Nearness.SAME_REGION
    if _names(travel_area, wanted) or _names(travel_area, around):
        return Nearness.COMES_THERE
    if _names(travel_area, plain(whole)):
        return Nearness.COMES_EVERYWHERE
    return None


def _names(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain(text)) is not None
