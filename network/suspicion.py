"""What makes a message through the site suspicious. Suspicious is held for the leader, never thrown away."""

import re
from dataclasses import dataclass

LINK = re.compile(
    r"https?:|www\.|\[url|<a\s|\b[a-z0-9-]+\.(?:ru|cn|top|xyz|click|link|info)\b", re.IGNORECASE
)
LEAST_SECONDS = 2.0
MOST_LINKS = 1
MOST_PER_ADDRESS_A_DAY = 3
MOST_PER_PLACE_AN_HOUR = 10
# Beyond this a machine is at work: refused, with a friendly word.
FLOOD_PER_PLACE_AN_HOUR = 50


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What the form noticed about the sender, apart from the text."""

    seconds: float | None  # between showing and sending; None: the form carried no valid time
    filled_trap: bool  # a field that people do not see was filled in
    place: str  # a hash of where it came from


def reasons(
    *, subject: str, name: str, body: str, signs: Signs, from_address: int, from_place: int
) -> list[str]:
    """The names of the rules it breaks; empty: pass it on. The counts are of messages before this one."""
    found = []
    if signs.filled_trap:
        found.append("trap")
    if signs.seconds is None or signs.seconds < LEAST_SECONDS:
        found.append("too_fast")
    if LINK.search(subject) or LINK.search(name) or len(LINK.findall(body)) > MOST_LINKS:
        found.append("links")
    if from_address >= MOST_PER_ADDRESS_A_DAY:
        found.append("many_from_address")
    if from_place >= MOST_PER_PLACE_AN_HOUR:
        found.append("many_from_place")
    return found
