"""How sure we are of a podium's audience: pure, what each side said in, a figure and its evidence out.

The ambassador and the host are asked the same question apart from each other. Two answers that agree confirm
the figure, one is an estimate, two that differ are a conflict that the leader settles. The database holds the
same rule in `Podium.counted` and `Podium.evidence` (generated columns), so that every list can filter on it.
"""

from enum import StrEnum

CLOSE = 3
"""People by which two answers may differ …"""
CLOSE_SHARE = 10
"""… or one in so many of the larger: nobody counts a hall to the last chair."""


class Evidence(StrEnum):
    UNKNOWN = "unknown"
    ESTIMATE = "estimate"
    CONFIRMED = "confirmed"
    CONFLICT = "conflict"


def agree(one: int, other: int) -> bool:
    return abs(one - other) <= CLOSE or abs(one - other) * CLOSE_SHARE <= max(one, other)


def counted(ambassador: int | None, host: int | None, settled: int | None = None) -> int:
    """The figure that counts: what the leader settled, else the lower of the answers, else nothing."""
    if settled is not None:
        return settled
    return min((answer for answer in (ambassador, host) if answer is not None), default=0)


def evidence(
    ambassador: int | None, host: int | None, settled: int | None = None, is_media: bool = False
) -> Evidence:
    """Readers and viewers of media are never more than an estimate."""
    if ambassador is None and host is None:
        return Evidence.UNKNOWN if settled is None else Evidence.ESTIMATE
    if is_media or ambassador is None or host is None:
        return Evidence.ESTIMATE
    if settled is not None or agree(ambassador, host):
        return Evidence.CONFIRMED
    return Evidence.CONFLICT
