"""Is there somebody to refer to? Pure: what is asked for and what there is in, the holes out.

Every theme an ambassador speaks about and every region the network works in should lead somewhere from day
one. A place that names no themes takes them all; one that names no regions works everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from network.working_area import plain


@dataclass(frozen=True)
class Place:
    """One place to refer to, with the room that is left; None: no limit."""

    name: str
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    room: int | None = None

    @property
    def has_room(self) -> bool:
        return self.room is None or self.room > 0

    def takes(self, theme: str = "", region: str = "") -> bool:
        """An unknown theme or region rules nobody out."""
        return _is_in(theme, self.themes) and _is_in(region, self.regions)


@dataclass(frozen=True)
class Hole:
    theme: str = ""
    region: str = ""
    is_full: bool = False  # there is somebody, and no room


@dataclass(frozen=True)
class Readiness:
    themes: tuple[Hole, ...]
    regions: tuple[Hole, ...]

    @property
    def is_ready(self) -> bool:
        return not self.themes and not self.regions


def _is_in(wanted: str, named: Sequence[str]) -> bool:
    return not wanted or not named or plain(wanted) in {plain(name) for name in named}


def readiness(themes: Iterable[str], regions: Iterable[str], places: Sequence[Place]) -> Readiness:
    """Themes and regions from which nobody can be sent on today, in the order given, each once."""
    return Readiness(
        tuple(hole for theme in _once(themes) if (hole := _hole(places, theme=theme))),
        tuple(hole for region in _once(regions) if (hole := _hole(places, region=region))),
    )


def can_refer(places: Iterable[Place], theme: str = "", region: str = "") -> bool:
    return any(place.has_room and place.takes(theme, region) for place in places)


def fitting(places: Iterable[Place], theme: str = "", region: str = "") -> list[Place]:
    """Those that fit, the ones with room and the most precise first."""
    found = [place for place in places if place.takes(theme, region)]
    return sorted(
        found,
        key=lambda place: (
            not place.has_room,
            not (theme and place.themes),
            not (region and place.regions),
            place.name,
        ),
    )


def _hole(places: Sequence[Place], *, theme: str = "", region: str = "") -> Hole | None:
    there = [place for place in places if place.takes(theme, region)]
    if any(place.has_room for place in there):
        return None
    return Hole(theme, region, is_full=bool(there))


def _once(names: Iterable[str]) -> list[str]:
    return list({plain(name): name for name in reversed(list(names)) if plain(name)}.values())[::-1]
