"""Who suits a podium request, and which requests suit somebody, with what speaks for it and against it.

Pure: plain values in and out, no database and no clock. Every reason and every doubt has a weight that the
leader of a network can move; what rules somebody out has none, since no weight may overrule it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from ambassadors.commitment import Span, is_paused


class Because(StrEnum):
    """What speaks for somebody; the words are the reader's."""

    ASKED_FOR = "asked_for"
    RAISED_HAND = "raised_hand"
    LIKES_THE_KIND = "likes_the_kind"
    SHARES_THE_THEME = "shares_the_theme"
    KNOWS_THE_SECTOR = "knows_the_sector"
    NEARBY = "nearby"
    SUITS_THE_TYPE = "suits_the_type"
    SUITS_THE_SIZE = "suits_the_size"
    KNOWS_THE_HOST = "knows_the_host"
    SHORT_OF_PODIA = "short_of_podia"
    NONE_LATELY = "none_lately"

    @classmethod
    def about_the_request(cls) -> frozenset["Because"]:
        """With none of these a request does not suit somebody, however much they need one."""
        return frozenset(cls) - {cls.SHORT_OF_PODIA, cls.NONE_LATELY}


class But(StrEnum):
    """What speaks against somebody, without ruling them out."""

    YEAR_IS_FULL = "year_is_full"
    ASKED_OFTEN = "asked_often"
    STOOD_HERE_LATELY = "stood_here_lately"
    BUSY_AROUND = "busy_around"
    FAR = "far"
    NOT_THEIR_KIND = "not_their_kind"
    NOT_THEIR_SIZE = "not_their_size"


class Never(StrEnum):
    """What rules somebody out."""

    OUTSIDE_TERM = "outside_term"
    PAUSED = "paused"
    CLASH = "clash"
    SAID_NO = "said_no"


WEIGHTS: Mapping[str, int] = {
    Because.ASKED_FOR: 10,
    Because.RAISED_HAND: 8,
    Because.LIKES_THE_KIND: 4,
    Because.SHARES_THE_THEME: 4,
    Because.KNOWS_THE_SECTOR: 3,
    Because.NEARBY: 3,
    Because.SUITS_THE_TYPE: 2,
    Because.SUITS_THE_SIZE: 2,
    Because.KNOWS_THE_HOST: 1,
    Because.SHORT_OF_PODIA: 4,
    Because.NONE_LATELY: 3,
    But.YEAR_IS_FULL: 4,
    But.ASKED_OFTEN: 4,
    But.STOOD_HERE_LATELY: 3,
    But.BUSY_AROUND: 2,
    But.FAR: 2,
    But.NOT_THEIR_KIND: 2,
    But.NOT_THEIR_SIZE: 2,
}
"""Where a network moved nothing; from 0 (does not matter) to HEAVIEST."""
HEAVIEST = 10

SUITING_KINDS: Mapping[str, frozenset[str]] = {
    "director": frozenset({"presentation", "panel", "introduction", "interview"}),
    "teacher": frozenset({"workshop", "company_visit", "article", "interview"}),
    "coach": frozenset({"one_to_one", "business_meeting", "company_visit"}),
    "seller": frozenset({"fair", "presentation", "other_media"}),
    "player": frozenset({"panel", "business_meeting", "presentation"}),
}
"""The kinds of podium on which each profile type is at its best."""
LARGE, SMALL = 60, 20
LIKES_LARGE = frozenset({"director"})
LIKES_SMALL = frozenset({"teacher", "coach"})

LATELY = timedelta(days=120)
"""Nobody who stood on a stage, or will, within these days is said to have had none lately."""
HERE_LATELY = timedelta(days=365)
AROUND = timedelta(days=3)
OFTEN = 3
"""Times asked within ASKED_WITHIN from which it becomes a burden."""
ASKED_WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Hours:
    """A podium on a day; without both times it takes the whole day."""

    start: time | None = None
    end: time | None = None

    def meets(self, other: "Hours") -> bool:
        if None in (self.start, self.end, other.start, other.end):
            return True
        return self.start < other.end and other.start < self.end  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of an ambassador; texts as they were typed."""

    id: int
    terms: tuple[Span, ...] = ()
    pauses: tuple[Span, ...] = ()
    profile_types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    liked_kinds: Collection[str] = ()
    area: str = ""
    """Where they live, work and want to travel to, in words."""
    sector: str = ""
    missing: int = 0
    """Podia still to be found in this commitment year."""
    is_full: bool = False
    """The year's podia are done or agreed."""
    busy: Mapping[date, tuple[Hours, ...]] = field(default_factory=dict)
    """Days with a podium that is agreed or done."""
    last_stage: date | None = None
    """The latest day on a stage, those to come included."""
    asked_lately: int = 0
    hosts: Mapping[str, date] = field(default_factory=dict)
    """When they last stood with each host."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request; `day` is None when the date is still open."""

    id: int
    kind: str
    day: date | None = None
    theme: str = ""
    place: str = ""
    region: str = ""
    hours: Hours = Hours()
    sector: str = ""
    words: str = ""
    """Everything else that was written: themes and sectors are looked for in it."""
    audience: int | None = None
    host: str = ""
    whole_area: str = ""
    """The region of the network: whoever travels all of it is nearby everywhere."""
    preferred: int | None = None
    hands: frozenset[int] = frozenset()
    said_no: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """One person and one request, weighed."""

    person_id: int
    request_id: int
    score: int
    because: tuple[Because, ...] = ()
    but: tuple[But, ...] = ()
    never: tuple[Never, ...] = ()

    @property
    def is_possible(self) -> bool:
        return not self.never

    @property
    def fits(self) -> bool:
        """Possible, and something about the request itself speaks for it."""
        return not self.never and any(reason in _ABOUT_THE_REQUEST for reason in self.because)


_ABOUT_THE_REQUEST = Because.about_the_request()


def match(candidate: Candidate, asked: Asked, on: date, weights: Mapping[str, int] = WEIGHTS) -> Match:
    """Weigh one person against one request, seen on a day."""
    near, suits = _is_near(candidate, asked), _suits_the_kind(candidate, asked)
    because = tuple(_reasons(candidate, asked, on, near, suits))
    but = tuple(_doubts(candidate, asked, on, near, suits))
    score = sum(weights.get(reason, 0) for reason in because) - sum(weights.get(doubt, 0) for doubt in but)
    return Match(candidate.id, asked.id, score, because, but, tuple(_bars(candidate, asked, on)))


def suggestions(
    asked: Asked, candidates: Iterable[Candidate], on: date, weights: Mapping[str, int] = WEIGHTS
) -> list[Match]:
    """Everybody weighed, the best first: those who suit, then who could, then who is ruled out.

    Among equals whoever was longest without a stage comes first.
    """
    found = [(candidate, match(candidate, asked, on, weights)) for candidate in candidates]
    found.sort(
        key=lambda pair: (
            not pair[1].is_possible,
            not pair[1].fits,
            -pair[1].score,
            pair[0].last_stage or date.min,
            pair[0].id,
        )
    )
    return [one for _candidate, one in found]


def fitting(
    candidate: Candidate,
    requests: Iterable[Asked],
    on: date,
    weights: Mapping[str, int] = WEIGHTS,
    *,
    until: date | None = None,
    most: int = 3,
) -> list[Match]:
    """The requests that suit one person best, the soonest first among equals; of days before `until`."""
    far_away = until or date.max
    found = [
        (-one.score, asked.day or far_away, asked.id, one)
        for asked in requests
        if asked.day is None or on <= asked.day < far_away
        if (one := match(candidate, asked, on, weights)).fits
    ]
    return [one for *_, one in sorted(found, key=lambda row: row[:3])[:most]]


# --- What speaks for it, against it, and what rules it out ----------------------------------------------


def _reasons(candidate: Candidate, asked: Asked, on: date, near: bool, suits: bool) -> Iterable[Because]:
    if asked.preferred == candidate.id:
        yield Because.ASKED_FOR
    if candidate.id in asked.hands:
        yield Because.RAISED_HAND
    if asked.kind in candidate.liked_kinds:
        yield Because.LIKES_THE_KIND
    if any(_is_about(asked, asked.theme, theme) for theme in candidate.themes):
        yield Because.SHARES_THE_THEME
    if _is_about(asked, asked.sector, candidate.sector):
        yield Because.KNOWS_THE_SECTOR
    if near:
        yield Because.NEARBY
    if suits:
        yield Because.SUITS_THE_TYPE
    if _size(candidate, asked, LIKES_LARGE, LIKES_SMALL):
        yield Because.SUITS_THE_SIZE
    if asked.host in candidate.hosts and not _stood_here_lately(candidate, asked, on):
        yield Because.KNOWS_THE_HOST
    if candidate.missing > 0:
        yield Because.SHORT_OF_PODIA
    if candidate.last_stage is None or candidate.last_stage <= on - LATELY:
        yield Because.NONE_LATELY


def _doubts(candidate: Candidate, asked: Asked, on: date, near: bool, suits: bool) -> Iterable[But]:
    if candidate.is_full:
        yield But.YEAR_IS_FULL
    if candidate.asked_lately >= OFTEN:
        yield But.ASKED_OFTEN
    if _stood_here_lately(candidate, asked, on):
        yield But.STOOD_HERE_LATELY
    if asked.day and any(abs(asked.day - day) <= AROUND for day in candidate.busy):
        yield But.BUSY_AROUND
    if candidate.area.strip() and (asked.place or asked.region) and not near:
        yield But.FAR
    if candidate.profile_types and not suits and asked.kind not in candidate.liked_kinds:
        yield But.NOT_THEIR_KIND
    if _size(candidate, asked, LIKES_SMALL, LIKES_LARGE):
        yield But.NOT_THEIR_SIZE


def _bars(candidate: Candidate, asked: Asked, on: date) -> Iterable[Never]:
    day = asked.day or on
    if not any(day in term for term in candidate.terms):
        yield Never.OUTSIDE_TERM
    if is_paused(candidate.pauses, day) or is_paused(candidate.pauses, on):
        yield Never.PAUSED
    if asked.day and any(asked.hours.meets(hours) for hours in candidate.busy.get(asked.day, ())):
        yield Never.CLASH
    if candidate.id in asked.said_no:
        yield Never.SAID_NO


def _suits_the_kind(candidate: Candidate, asked: Asked) -> bool:
    return any(asked.kind in SUITING_KINDS.get(name, ()) for name in candidate.profile_types)


def _size(candidate: Candidate, asked: Asked, large: frozenset[str], small: frozenset[str]) -> bool:
    """Whether the first type is one of those for the size of this audience."""
    if asked.audience is None or not candidate.profile_types:
        return False
    first = candidate.profile_types[0]
    return (asked.audience >= LARGE and first in large) or (asked.audience <= SMALL and first in small)


def _stood_here_lately(candidate: Candidate, asked: Asked, on: date) -> bool:
    stood = candidate.hosts.get(asked.host)
    return stood is not None and stood > on - HERE_LATELY


def _is_about(asked: Asked, named: str, text: str) -> bool:
    """The request names it, or speaks of it."""
    return bool(text.strip()) and (_holds(named, text) or _holds(asked.words, text))


def _is_near(candidate: Candidate, asked: Asked) -> bool:
    return any(_holds(candidate.area, place) for place in (asked.place, asked.region, asked.whole_area))


def _holds(text: str, part: str) -> bool:
    """Whole words only: who travels to Enschede does not travel to Ede."""
    part = plain(part)
    return part != " " and part in plain(text)


_SIGNS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Words in small letters with one space around each; kept, since the same few texts come back."""
    return f" {_SIGNS.sub(' ', text.casefold()).strip()} ".replace("  ", " ")
