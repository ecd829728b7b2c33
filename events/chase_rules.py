"""When the chase takes which step: pure, a standing and the steps taken so far in, a decision out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from ambassadors.commitment import Span, Standing, State
from events.sending_days import first_allowed

GRACE = timedelta(days=14)
"""Days between falling behind and the first nudge."""
SILENCE = timedelta(days=14)
"""Days without any change to the year's podia before the first nudge."""
BETWEEN_STEPS = timedelta(days=28)
LOOK_BACK = 60
"""An ended year is thanked for or talked over until this many days after its end."""


class Step(StrEnum):
    NUDGE_1 = "nudge_1"
    NUDGE_2 = "nudge_2"
    CALL = "call"
    THANKS = "thanks"
    EVALUATION = "evaluation"


MAILS = frozenset({Step.NUDGE_1, Step.NUDGE_2, Step.THANKS})
TASKS = frozenset({Step.CALL, Step.EVALUATION})


class Why(StrEnum):
    """The reason of a decision; the sentence is made of it in the reader's language."""

    PAUSED = "paused"
    NOTHING_REQUIRED = "nothing_required"
    MET = "met"
    MISSED = "missed"
    PLANNED = "planned"
    ON_PACE = "on_pace"
    GRACE = "grace"
    RECENT_CHANGE = "recent_change"
    NUDGE_1 = "nudge_1"
    AFTER_NUDGE_1 = "after_nudge_1"
    NUDGE_2 = "nudge_2"
    AFTER_NUDGE_2 = "after_nudge_2"
    CALL = "call"
    CALLED = "called"
    THANKS = "thanks"
    THANKED = "thanked"
    TERM_ENDED = "term_ended"
    EVALUATION = "evaluation"
    EVALUATED = "evaluated"
    SWITCHED_OFF = "switched_off"


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was recorded before: for the k-th podium of the year, planned for that day."""

    k: int
    step: str
    planned_for: date


@dataclass(frozen=True, slots=True)
class Decision:
    """What the chase does today about one commitment year; `step` is None when it does nothing."""

    why: Why
    k: int = 0
    step: Step | None = None
    planned_for: date | None = None
    facts: Mapping[str, date | int] = field(default_factory=dict)


STATE_REASONS = {
    State.PAUSED: Why.PAUSED,
    State.NONE: Why.NOTHING_REQUIRED,
    State.MET: Why.MET,
    State.MISSED: Why.MISSED,
    State.PLANNED: Why.PLANNED,
    State.ON_PACE: Why.ON_PACE,
}


def decide(standing: Standing, taken: Iterable[Taken], quiet: Sequence[Span] = ()) -> Decision:
    """The step about a running year on the day the standing was seen."""
    if standing.state != State.BEHIND:
        return Decision(STATE_REASONS[standing.state])
    on = standing.on
    k = standing.count + 1
    planned = {step.step: step.planned_for for step in taken if step.k == k}
    if Step.CALL in planned:
        return Decision(Why.CALLED, k, facts={"day": planned[Step.CALL]})
    if Step.NUDGE_2 in planned:
        return _after(planned[Step.NUDGE_2], Step.CALL, Why.AFTER_NUDGE_2, on, k, quiet)
    if Step.NUDGE_1 in planned:
        return _after(planned[Step.NUDGE_1], Step.NUDGE_2, Why.AFTER_NUDGE_1, on, k, quiet)
    behind_since = standing.commitment.first_day_expecting_more_than(standing.count)
    assert behind_since is not None, "being behind means that a day has passed which expected more"
    if on < behind_since + GRACE:
        return Decision(Why.GRACE, k, facts={"since": behind_since, "from": behind_since + GRACE})
    if standing.last_change is not None and on - standing.last_change < SILENCE:
        facts = {"changed": standing.last_change, "from": standing.last_change + SILENCE}
        return Decision(Why.RECENT_CHANGE, k, facts=facts)
    return Decision(Why.NUDGE_1, k, Step.NUDGE_1, first_allowed(on, quiet), {"since": behind_since})


def _after(before: date, step: Step, wait: Why, on: date, k: int, quiet: Sequence[Span]) -> Decision:
    facts = {"before": before, "from": before + BETWEEN_STEPS}
    if on - before < BETWEEN_STEPS:
        return Decision(wait, k, facts=facts)
    return Decision(Why(step.value), k, step, first_allowed(on, quiet), facts)


def decide_ended(
    standing: Standing, taken: Iterable[Taken], is_serving: bool, quiet: Sequence[Span] = ()
) -> Decision:
    """The step about a year that has ended: thanks when it was met, a talk when it was missed, each once.

    Thanks are a mail, and mail never goes to somebody whose term has ended: `is_serving` tells whether a term
    of the person holds the day. The talk is the leader's own, so it is also put on the list after a term.
    """
    steps = {step.step: step.planned_for for step in taken}
    day = first_allowed(standing.on, quiet)
    if standing.state == State.MET:
        if Step.THANKS in steps:
            return Decision(Why.THANKED, facts={"day": steps[Step.THANKS]})
        if not is_serving:
            return Decision(Why.TERM_ENDED)
        return Decision(Why.THANKS, 0, Step.THANKS, day)
    if standing.state == State.MISSED:
        if Step.EVALUATION in steps:
            return Decision(Why.EVALUATED, facts={"day": steps[Step.EVALUATION]})
        return Decision(Why.EVALUATION, 0, Step.EVALUATION, day)
    return Decision(STATE_REASONS[standing.state])
