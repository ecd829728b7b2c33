"""Promise M7: whatever the calendar, and however often and late the chase runs."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from random import Random

import pytest

from ambassadors.commitment import Span
from ambassadors.models import Pause, Term
from events import chase
from events.actions import chasing
from events.models import ChaseStep
from events.sending_days import AMSTERDAM, is_allowed
from tests.events.people import days, podium, populate


@pytest.mark.parametrize("seed", range(5))
def test_every_step_at_most_once_and_never_to_whom_it_may_not(network, seed):
    random = Random(seed)
    network.commitment_year = random.choice(["term", "calendar"])
    network.save()
    start = date(2025, 6, 1) + days(random.randint(0, 600))
    people = populate(network, random, start, people=15)
    on = start
    while on < start + days(240):
        decided = [line for line in chase.survey(network, on) if line.decision.step]
        for _ in range(random.choice([1, 1, 2])):
            chasing.run(network, on=on)
        _check(network, on, decided)
        if random.random() < 0.3:
            podium(network, random.sample(people, 2), random, on)
        on += days(random.choice([1, 1, 2, 7, 30]))

    seen = Counter(ChaseStep.objects.values_list("person", "year_start", "missing", "kind"))
    assert seen
    assert set(seen.values()) == {1}
    _check_the_order()


def _check(network, on, decided):
    taken = list(ChaseStep.objects.filter(decided_on=on).select_related("message"))
    quiet = [Span(*row) for row in network.quiet_periods.values_list("start", "end")]
    for step in taken:
        serving = Term.objects.current(on).filter(person=step.person_id)
        if step.kind != "evaluation":
            assert serving.exists()
        assert is_allowed(step.planned_for, quiet)
        assert step.planned_for >= on
        if step.message:
            local = step.message.not_before.astimezone(AMSTERDAM)
            assert (local.date(), local.hour, local.minute) == (step.planned_for, 9, 0)
    assert not Pause.objects.current(on).filter(person__in=_paused_within_their_term(taken, on)).exists()
    for line in decided:
        assert ChaseStep.objects.filter(person=line.person_id, kind=line.decision.step).exists()


def _paused_within_their_term(taken, on):
    """People with a step whose pause has an end, or began in the term that holds the day."""
    found = set()
    for step in taken:
        term = Term.objects.current(on).filter(person=step.person_id).first()
        for pause in Pause.objects.current(on).filter(person=step.person_id):
            if pause.end or (term and pause.start >= term.start):
                found.add(step.person_id)
    return found


def _check_the_order():
    chains = defaultdict(dict)
    for step in ChaseStep.objects.exclude(kind__in=["thanks", "evaluation"]):
        chains[step.person_id, step.year_start, step.missing][step.kind] = step
    for chain in chains.values():
        assert "nudge_1" in chain
        if "nudge_2" in chain:
            assert chain["nudge_2"].decided_on - chain["nudge_1"].planned_for >= timedelta(days=28)
        if "call" in chain:
            assert chain["call"].decided_on - chain["nudge_2"].planned_for >= timedelta(days=28)
