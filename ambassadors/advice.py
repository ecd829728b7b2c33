"""What a leader can best do for an ambassador, by profile type: whom to connect, and the next step. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Peer:
    """What is known of somebody in the network, as far as it matters here."""

    id: int
    types: tuple[str, ...] = ()
    phase: str = ""
    sector: str = ""
    region: str = ""
    themes: frozenset[str] = frozenset()
    podia: int = 0  # done, ever
    years: int = 0  # since the first term began
    is_honorary: bool = False


class Tie(StrEnum):
    """Why two people are connected; the words are the reader's."""

    HAS_STANDING = "has_standing"
    HONORARY = "honorary"
    SHARES_A_THEME = "shares_a_theme"
    SAME_TYPE = "same_type"
    JUST_BEGAN = "just_began"
    NOT_ON_STAGE_YET = "not_on_stage_yet"
    OTHER_TRADE_NEARBY = "other_trade_nearby"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Connection:
    peer: Peer
    because: tuple[Tie, ...]


Rules = Mapping[Tie, tuple[int, Callable[[Peer, Peer], bool]]]


def _shares_a_theme(me: Peer, other: Peer) -> bool:
    return bool(me.themes & other.themes)


def _same_type(me: Peer, other: Peer) -> bool:
    return bool(me.types) and bool(other.types) and me.types[0] in other.types


def _nearby(me: Peer, other: Peer) -> bool:
    return bool(me.region) and me.region == other.region


CONNECTS: Mapping[str, Rules] = {
    # Somebody of standing who speaks well of them.
    "director": {
        Tie.HONORARY: (3, lambda me, other: other.is_honorary),
        Tie.HAS_STANDING: (2, lambda me, other: other.years >= 3 or other.podia >= 10),
        Tie.SHARES_A_THEME: (1, _shares_a_theme),
    },
    # Somebody to spar with.
    "teacher": {
        Tie.SHARES_A_THEME: (3, _shares_a_theme),
        Tie.SAME_TYPE: (2, _same_type),
    },
    # Somebody who is helped by a personal talk.
    "coach": {
        Tie.JUST_BEGAN: (3, lambda me, other: other.phase == "first" and not other.is_honorary),
        Tie.NOT_ON_STAGE_YET: (2, lambda me, other: other.podia == 0 and not other.is_honorary),
        Tie.SHARES_A_THEME: (1, _shares_a_theme),
    },
    # Somebody who may become a customer, or knows them.
    "seller": {
        Tie.OTHER_TRADE_NEARBY: (
            3,
            lambda me, other: _nearby(me, other) and bool(other.sector) and other.sector != me.sector,
        ),
        Tie.HAS_STANDING: (1, lambda me, other: other.years >= 3 or other.podia >= 10),
    },
    # Somebody to measure up with.
    "player": {
        Tie.AHEAD: (3, lambda me, other: other.podia > me.podia),
        Tie.SAME_TYPE: (2, _same_type),
    },
}


def connect(profile_type: str, me: Peer, others: Iterable[Peer], most: int = 3) -> list[Connection]:
    """Whom this type gains most from, with the reasons; nobody for whom nothing speaks."""
    rules = CONNECTS.get(profile_type, {})
    found = []
    for other in others:
        if other.id == me.id:
            continue
        because = tuple(tie for tie, (_weight, fits) in rules.items() if fits(me, other))
        if because:
            score = sum(rules[tie][0] for tie in because)
            found.append((-score, -other.podia, other.id, Connection(other, because)))
    return [connection for *_order, connection in sorted(found, key=lambda row: row[:3])[:most]]


class Step(StrEnum):
    """The one thing to do next."""

    ASK_STATEMENTS = "ask_statements"  # nothing is known of what drives them
    TALK_OVER = "talk_over"  # answered, not talked about
    LEAVE_ALONE = "leave_alone"  # a pause
    RECOGNISE = "recognise"  # the year is met
    OFFER_REQUEST = "offer_request"  # an open request suits the type
    INTRODUCE = "introduce"
    TALK = "talk"


def next_step(
    *,
    profile_type: str,
    to_talk_over: bool,
    is_paused: bool = False,
    is_met: bool = False,
    has_request: bool = False,
    has_connection: bool = False,
) -> Step:
    """The first that fits: know somebody before acting, and never push who is away."""
    if is_paused:
        return Step.LEAVE_ALONE
    if to_talk_over:
        return Step.TALK_OVER
    if not profile_type:
        return Step.ASK_STATEMENTS
    if is_met:
        return Step.RECOGNISE
    if has_request:
        return Step.OFFER_REQUEST
    return Step.INTRODUCE if has_connection else Step.TALK
