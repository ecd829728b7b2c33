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


def counted(ambassador: int | None, host: int | None, settled: int | None = None, checked_in: int = 0) -> int:
    """The figure that counts: what the leader settled, else the lower of the answers, else nothing.

    Who checked in by the QR code was there: the figure is never lower than that.
    """
    if settled is not None:
        return settled
    return max(min((answer for answer in (ambassador, host) if answer is not None), default=0), checked_in)


def evidence(
    ambassador: int | None,
    host: int | None,
    settled: int | None = None,
    is_media: bool = False,
    checked_in: int = 0,
) -> Evidence:
    """Readers and viewers of media are never more than an estimate.

    The audience itself is a third voice: as many check-ins as one answer says confirm it, far more than the
    answers say is a conflict, and fewer say nothing, since not everybody scans.
    """
    answers = [answer for answer in (ambassador, host) if answer is not None]
    if not answers and settled is None and not checked_in:
        return Evidence.UNKNOWN
    if is_media or not answers:
        return Evidence.ESTIMATE
    if settled is not None:
        return Evidence.CONFIRMED if len(answers) == 2 else Evidence.ESTIMATE
    lower = min(answers)
    if checked_in > lower and not agree(lower, checked_in):
        return Evidence.CONFLICT
    if len(answers) == 1:
        return Evidence.CONFIRMED if checked_in and agree(lower, checked_in) else Evidence.ESTIMATE
    return Evidence.CONFIRMED if agree(*answers) else Evidence.CONFLICT
