"""Which open podium requests fit an ambassador, and why: pure, plain values in and out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ambassadors.commitment import Span, is_paused


class Because(StrEnum):
    """A reason why a request fits; the words are the reader's."""

    LIKES_THE_KIND = "likes_the_kind"
    SHARES_THE_THEME = "shares_the_theme"
    NEARBY = "nearby"
    SUITS_THE_TYPE = "suits_the_type"


WEIGHTS = {
    Because.LIKES_THE_KIND: 4,
    Because.SHARES_THE_THEME: 4,
    Because.NEARBY: 3,
    Because.SUITS_THE_TYPE: 2,
}

SUITING_KINDS: Mapping[str, frozenset[str]] = {
    "director": frozenset({"presentation", "panel", "introduction", "interview"}),
    "teacher": frozenset({"workshop", "company_visit", "article", "interview"}),
    "coach": frozenset({"one_to_one", "business_meeting", "company_visit"}),
    "seller": frozenset({"fair", "presentation", "other_media"}),
    "player": frozenset({"panel", "business_meeting", "presentation"}),
}
"""The kinds of podium on which each profile type is at its best (DOMAIN 4)."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an ambassador likes; texts as they were typed."""

    profile_types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    liked_kinds: Collection[str] = ()
    area: str = ""
    """Where they live, work and want to travel to, in words."""
    pauses: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """An open request; `day` is None when the date is still open."""

    id: int
    kind: str
    day: date | None = None
    theme: str = ""
    place: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    request_id: int
    score: int
    because: tuple[Because, ...]


def match(wishes: Wishes, asked: Asked, window: Span) -> Match | None:
    """How well one request fits; None when nothing speaks for it or its day cannot be."""
    if asked.day is not None and (asked.day not in window or is_paused(wishes.pauses, asked.day)):
        return None
    because = tuple(_reasons(wishes, asked))
    return Match(asked.id, sum(WEIGHTS[reason] for reason in because), because) if because else None


def best_matches(wishes: Wishes, requests: Iterable[Asked], window: Span, most: int = 3) -> list[Match]:
    """The requests that fit best, the soonest first among equals."""
    found = [
        (-fit.score, asked.day or window.end, asked.id, fit)
        for asked in requests
        if (fit := match(wishes, asked, window))
    ]
    return [fit for *_, fit in sorted(found, key=lambda row: row[:3])[:most]]


def _reasons(wishes: Wishes, asked: Asked) -> Iterable[Because]:
    if asked.kind in wishes.liked_kinds:
        yield Because.LIKES_THE_KIND
    if asked.theme and _plain(asked.theme) in {_plain(theme) for theme in wishes.themes}:
        yield Because.SHARES_THE_THEME
    area = _plain(wishes.area)
    if any(place and _plain(place) in area for place in (asked.place, asked.region)):
        yield Because.NEARBY
    if any(asked.kind in SUITING_KINDS.get(name, ()) for name in wishes.profile_types):
        yield Because.SUITS_THE_TYPE


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
