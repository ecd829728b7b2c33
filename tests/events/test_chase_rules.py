"""When the chase takes which step: a table of cases, and the same again by an oracle that walks the days."""

import math
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ambassadors.commitment import (
    Entry,
    Span,
    Standing,
    closed_pauses,
    commitment,
    standing,
    year_on,
    years_ended,
)
from events.chase_rules import Decision, Step, Taken, Why, decide, decide_ended
from events.sending_days import first_allowed, is_allowed
from tests.ambassadors.test_commitment import calendars, oracle

DAY = timedelta(days=1)


def d(text: str) -> date:
    return date.fromisoformat(text)


TERM = Span(d("2025-01-01"), d("2028-01-01"))  # one podium is expected from 3 May 2025, two from 2 September


def seen(on: str, *entries: Entry, pauses=()) -> Standing:
    year = year_on(TERM, "term", d(on))
    assert year is not None
    return standing(commitment(year, closed_pauses(pauses, [TERM]), 3), entries, d(on))


def entry(day: str, status: str = "done", changed: str = "2024-12-01") -> Entry:
    return Entry(d(day), status, d(changed))


@pytest.mark.parametrize(
    ("on", "entries", "taken", "why", "step", "planned"),
    [
        ("2025-05-02", [], [], Why.ON_PACE, None, None),
        ("2025-05-16", [], [], Why.GRACE, None, None),
        ("2025-05-17", [], [], Why.NUDGE_1, "nudge_1", "2025-05-19"),  # a Saturday
        ("2025-05-19", [entry("2025-06-01", "cancelled", "2025-05-06")], [], Why.RECENT_CHANGE, None, None),
        (
            "2025-05-20",
            [entry("2025-06-01", "cancelled", "2025-05-06")],
            [],
            Why.NUDGE_1,
            "nudge_1",
            "2025-05-20",
        ),
        ("2025-05-20", [entry("2025-06-01", "idea", "2025-05-21")], [], Why.RECENT_CHANGE, None, None),
        ("2025-05-20", [entry("2026-01-01", "idea", "2025-05-20")], [], Why.NUDGE_1, "nudge_1", "2025-05-20"),
        ("2025-06-15", [], [(1, "nudge_1", "2025-05-19")], Why.AFTER_NUDGE_1, None, None),
        ("2025-06-16", [], [(1, "nudge_1", "2025-05-19")], Why.NUDGE_2, "nudge_2", "2025-06-16"),
        (
            "2025-06-16",  # silence is asked before the first nudge only
            [entry("2025-06-01", "cancelled", "2025-06-15")],
            [(1, "nudge_1", "2025-05-19")],
            Why.NUDGE_2,
            "nudge_2",
            "2025-06-16",
        ),
        (
            "2025-07-13",
            [],
            [(1, "nudge_1", "2025-05-19"), (1, "nudge_2", "2025-06-16")],
            Why.AFTER_NUDGE_2,
            None,
            None,
        ),
        (
            "2025-07-14",
            [],
            [(1, "nudge_1", "2025-05-19"), (1, "nudge_2", "2025-06-16")],
            Why.CALL,
            "call",
            "2025-07-14",
        ),
        (
            "2025-08-14",
            [],
            [(1, "nudge_1", "2025-05-19"), (1, "nudge_2", "2025-06-16"), (1, "call", "2025-07-14")],
            Why.CALLED,
            None,
            None,
        ),
        (
            "2025-09-16",  # the next podium is another chase
            [entry("2025-07-20")],
            [(1, "nudge_1", "2025-05-19"), (1, "nudge_2", "2025-06-16"), (1, "call", "2025-07-14")],
            Why.NUDGE_1,
            "nudge_1",
            "2025-09-16",
        ),
        ("2025-05-20", [entry("2025-12-01", "agreed", "2025-01-01")], [], Why.ON_PACE, None, None),
        ("2025-12-31", [entry("2025-12-31", "done", "2025-01-01")], [], Why.NUDGE_1, "nudge_1", "2025-12-31"),
        ("2025-12-31", [entry("2025-12-31")] * 2, [], Why.ON_PACE, None, None),
        ("2025-12-31", [entry("2025-12-31")] * 3, [], Why.MET, None, None),
    ],
)
def test_the_steps_of_one_missing_podium(on, entries, taken, why, step, planned):
    decision = decide(seen(on, *entries), [Taken(k, name, d(day)) for k, name, day in taken])

    assert (decision.why, decision.step) == (why, step)
    assert decision.planned_for == (d(planned) if planned else None)


def test_a_pause_stops_the_chase():
    assert decide(seen("2025-06-01", pauses=[(d("2025-06-01"), None)]), []) == Decision(Why.PAUSED)


def test_a_quiet_period_moves_the_mail_and_the_clock_runs_from_the_planned_day():
    quiet = [Span(d("2025-05-10"), d("2025-06-02"))]
    first = decide(seen("2025-05-17"), [], quiet)
    taken = [Taken(first.k, "nudge_1", d("2025-06-02"))]

    assert (first.step, first.planned_for) == (Step.NUDGE_1, d("2025-06-02"))
    assert decide(seen("2025-06-29"), taken, quiet).why == Why.AFTER_NUDGE_1
    assert decide(seen("2025-06-30"), taken, quiet).step == Step.NUDGE_2


def ended(on: str, *entries: Entry, pauses=()) -> Standing:
    year = year_on(TERM, "term", d("2025-06-01"))
    assert year is not None
    return standing(commitment(year, closed_pauses(pauses, [TERM]), 3), entries, d(on))


def test_a_year_that_was_met_is_thanked_for_once():
    met = ended("2026-01-01", *[entry("2025-03-01")] * 3)

    assert decide_ended(met, [], is_serving=True) == Decision(Why.THANKS, 0, Step.THANKS, d("2026-01-02"))
    assert decide_ended(met, [Taken(0, "thanks", d("2026-01-02"))], is_serving=True).step is None
    assert decide_ended(met, [], is_serving=False) == Decision(Why.TERM_ENDED)


def test_a_year_that_was_missed_is_talked_over_once():
    missed = ended("2026-02-28", *[entry("2025-03-01")] * 2)  # a Saturday

    for is_serving in (True, False):
        assert decide_ended(missed, [], is_serving) == Decision(
            Why.EVALUATION, 0, Step.EVALUATION, d("2026-03-02")
        )
    assert decide_ended(missed, [Taken(0, "evaluation", d("2026-03-02"))], is_serving=True).step is None


def test_an_ended_year_waits_for_a_pause_and_asks_nothing_when_nothing_was_required():
    assert (
        decide_ended(ended("2026-01-05", pauses=[(d("2026-01-03"), d("2026-01-10"))]), [], True).why
        == Why.PAUSED
    )
    assert decide_ended(
        ended("2026-01-05", pauses=[(d("2025-02-01"), d("2026-01-01"))]), [], True
    ) == Decision(Why.NOTHING_REQUIRED)


@st.composite
def histories(draw):
    """Steps as they can have been recorded: for one k a first, then perhaps a second, then perhaps a call."""
    on = draw(st.integers(0, 120))
    taken = []
    for k in draw(st.lists(st.integers(1, 4), unique=True, max_size=3)):
        ago = on
        for step in draw(
            st.sampled_from([["nudge_1"], ["nudge_1", "nudge_2"], ["nudge_1", "nudge_2", "call"]])
        ):
            taken.append((k, step, ago))
            ago -= draw(st.integers(27, 40))
    return taken


@settings(max_examples=400, deadline=None)
@given(calendars(), histories(), st.lists(st.tuples(st.integers(-30, 30), st.integers(1, 30)), max_size=2))
def test_the_next_step_equals_walking_the_days(case, history, periods):
    term, pauses, entries, on, basis, n = case
    taken = [Taken(k, step, on - timedelta(days=ago)) for k, step, ago in history]
    quiet = [Span(on + timedelta(days=at), on + timedelta(days=at + long)) for at, long in periods]
    year = year_on(term, basis, on)
    assert year is not None
    decision = decide(standing(commitment(year, closed_pauses(pauses, [term]), n), entries, on), taken, quiet)

    figures = oracle(*case)
    expected = None
    if figures["state"] == "behind":
        k = figures["done"] + figures["agreed"] + 1
        planned = {step.step: step.planned_for for step in taken if step.k == k}
        d0 = figures["start"]
        while math.floor(oracle(term, pauses, entries, d0, basis, n)["expected"]) < k:
            d0 += DAY
        in_year = [e for e in entries if figures["start"] <= e.day < figures["end"]]
        is_silent = all((on - e.changed_on).days >= 14 for e in in_year)
        if "nudge_1" not in planned:
            expected = "nudge_1" if (on - d0).days >= 14 and is_silent else None
        elif "nudge_2" not in planned:
            expected = "nudge_2" if (on - planned["nudge_1"]).days >= 28 else None
        elif "call" not in planned:
            expected = "call" if (on - planned["nudge_2"]).days >= 28 else None

    assert (decision.step.value if decision.step else None) == expected
    assert decision.planned_for == (first_allowed(on, quiet) if expected else None)


# --- Promise M7 on ten thousand calendars ----------------------------------------------------------------


def some_spans(random: Random, around: date, most: int) -> list[Span]:
    starts = [around + timedelta(days=random.randint(-60, 330)) for _ in range(random.randint(0, most))]
    return [Span(start, start + timedelta(days=random.randint(1, 80))) for start in starts]


def some_entries(random: Random, around: date) -> list[Entry]:
    return [
        Entry(
            around + timedelta(days=random.randint(-30, 400)),
            random.choice(["done", "agreed", "cancelled", "idea"]),
            around + timedelta(days=random.randint(-30, 400)),
        )
        for _ in range(random.randint(0, 4))
    ]


@pytest.mark.parametrize("part", range(10))
def test_ten_thousand_calendars(part):
    """Late and double runs over a year and its aftermath: no step twice, none where none may be."""
    steps = 0
    for seed in range(part * 1000, part * 1000 + 1000):
        steps += run_through(Random(seed))
    assert steps > 1000


def run_through(random: Random) -> int:
    start = date(2024, 1, 1) + timedelta(days=random.randint(0, 1500))
    term = Span(start, start + timedelta(days=random.choice([90, 200, 400, 1096])))
    pauses = closed_pauses([(span.start, span.end) for span in some_spans(random, start, 2)], [term])
    quiet = some_spans(random, start, 2)
    entries = some_entries(random, start)
    basis = random.choice(["term", "calendar"])
    taken: dict[date, list[Taken]] = {}
    on = start - timedelta(days=3)
    while on < start + timedelta(days=470):
        serving = on in term
        for _ in range(random.choice([1, 1, 2])):
            years = [(year, decide_ended) for year in years_ended(term, basis, on, 60)]
            if year := year_on(term, basis, on):
                years.append((year, None))
            for year, ended in years:
                before = taken.setdefault(year.start, [])
                seen = standing(commitment(year, pauses, 3), entries, on)
                decision = ended(seen, before, serving, quiet) if ended else decide(seen, before, quiet)
                if decision.step is None:
                    continue
                assert decision.planned_for is not None
                assert (decision.k, decision.step) not in {(step.k, step.step) for step in before}
                assert is_allowed(decision.planned_for, quiet)
                assert decision.planned_for >= on
                assert not any(on in pause for pause in pauses)
                assert serving or decision.step == Step.EVALUATION
                before.append(Taken(decision.k, decision.step, decision.planned_for))
        on += timedelta(days=random.choice([1, 2, 5, 9, 30]))
    return sum(len(steps) for steps in taken.values())
