"""The rules of the promise: a table of cases, and every rule against a slow oracle that counts day by day."""

import math
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ambassadors.commitment import (
    Commitment,
    Entry,
    Span,
    Standing,
    State,
    Year,
    active_days,
    anniversary,
    closed_pauses,
    commitment,
    required_podia,
    standing,
    year_on,
    years_ended,
    years_of,
)

DAY = timedelta(days=1)


def d(text: str) -> date:
    return date.fromisoformat(text)


def span(start: str, end: str) -> Span:
    return Span(d(start), d(end))


def seen(term: Span, on: str, *entries: Entry, basis: str = "term", pauses=(), n: int = 3) -> Standing:
    year = year_on(term, basis, d(on))
    assert year is not None
    return standing(commitment(year, closed_pauses(pauses, [term]), n), entries, d(on))


def entry(day: str, status: str = "done", changed: str = "2020-01-01") -> Entry:
    return Entry(d(day), status, d(changed))


# --- years -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [
        ("2024-02-29", 0, "2024-02-29"),
        ("2024-02-29", 1, "2025-02-28"),
        ("2024-02-29", 3, "2027-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2028-02-29", 3, "2031-02-28"),
        ("2025-02-28", 3, "2028-02-28"),
        ("2023-12-31", 1, "2024-12-31"),
    ],
)
def test_an_anniversary_is_counted_from_the_start_itself(start, years, expected):
    assert anniversary(d(start), years) == d(expected)


def test_years_by_term_run_from_anniversary_to_anniversary_and_are_cut_at_the_end():
    years = list(years_of(span("2024-02-29", "2028-06-01"), "term"))

    assert years == [
        Year(span("2024-02-29", "2025-02-28"), 365),
        Year(span("2025-02-28", "2026-02-28"), 365),
        Year(span("2026-02-28", "2027-02-28"), 365),
        Year(span("2027-02-28", "2028-02-29"), 366),
        Year(span("2028-02-29", "2028-06-01"), 365),
    ]


def test_years_by_calendar_are_cut_at_both_ends():
    assert list(years_of(span("2023-04-01", "2025-04-01"), "calendar")) == [
        Year(span("2023-04-01", "2024-01-01"), 365),
        Year(span("2024-01-01", "2025-01-01"), 366),
        Year(span("2025-01-01", "2025-04-01"), 365),
    ]


def test_no_year_outside_the_term():
    term = span("2024-01-01", "2025-01-01")

    assert year_on(term, "term", d("2023-12-31")) is None
    assert year_on(term, "term", d("2025-01-01")) is None
    assert year_on(term, "term", d("2024-12-31")) == Year(term, 366)


def test_years_that_ended_lately():
    term = span("2023-01-10", "2026-01-20")

    assert years_ended(term, "term", d("2026-01-10"), 60) == [Year(span("2025-01-10", "2026-01-10"), 365)]
    assert years_ended(term, "term", d("2026-01-09"), 60) == []
    assert years_ended(term, "term", d("2026-03-11"), 60) == [
        Year(span("2025-01-10", "2026-01-10"), 365),
        Year(span("2026-01-10", "2026-01-20"), 365),
    ]
    assert years_ended(term, "term", d("2026-03-12"), 60) == [Year(span("2026-01-10", "2026-01-20"), 365)]
    assert years_ended(term, "term", d("2026-03-22"), 60) == []
    assert years_ended(term, "term", d("2022-01-01"), 60) == []


# --- pauses ----------------------------------------------------------------------------------------


def test_overlapping_pauses_count_once_and_an_open_one_lasts_until_the_end_of_its_term():
    terms = [span("2024-01-01", "2025-01-01"), span("2025-01-01", "2026-01-01")]

    assert closed_pauses(
        [(d("2024-03-01"), d("2024-04-01")), (d("2024-03-15"), d("2024-05-01")), (d("2024-11-01"), None)],
        terms,
    ) == (span("2024-03-01", "2024-05-01"), span("2024-11-01", "2025-01-01"))
    assert closed_pauses([(d("2026-05-01"), None)], terms) == ()
    assert closed_pauses([(d("2023-12-01"), None)], terms) == (span("2023-12-01", "2025-01-01"),)


# --- what is required --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "active", "full", "expected"),
    [
        (3, 365, 365, 3),
        (3, 119, 365, 0),
        (3, 120, 365, 1),
        (1, 120, 365, 1),
        (3, 182, 365, 1),  # 1.4958…
        (3, 183, 365, 2),  # 1.504…
        (3, 183, 366, 2),  # exactly 1.5, rounded up
        (3, 182, 366, 1),
        (3, 304, 365, 2),
        (3, 305, 366, 3),  # exactly 2.5
        (12, 365, 365, 12),
    ],
)
def test_required_rounds_half_up_in_proportion(n, active, full, expected):
    assert required_podia(n, active, full) == expected


# --- states ------------------------------------------------------------------------------------------

TERM = span("2025-01-01", "2028-01-01")


@pytest.mark.parametrize(
    ("on", "entries", "pauses", "state"),
    [
        ("2025-03-01", [], [], State.ON_PACE),
        ("2025-05-02", [], [], State.ON_PACE),  # 121 of 365 days passed: floor(0.99…) = 0
        ("2025-05-03", [], [], State.BEHIND),  # 122 of 365 days passed: floor(1.002…) = 1
        ("2025-05-03", [entry("2025-05-03", "agreed")], [], State.ON_PACE),  # agreed for today counts
        ("2025-05-04", [entry("2025-05-03", "agreed")], [], State.BEHIND),  # its date has passed
        ("2025-05-03", [entry("2025-05-03")], [], State.ON_PACE),  # done today counts
        ("2025-05-03", [entry("2025-05-04")], [], State.BEHIND),  # done tomorrow: not yet
        ("2025-05-03", [entry("2025-05-03", "cancelled"), entry("2025-04-01", "idea")], [], State.BEHIND),
        ("2025-05-03", [entry("2024-12-31"), entry("2026-01-01", "agreed")], [], State.BEHIND),
        ("2025-05-03", [entry("2025-06-01", "agreed")] * 3, [], State.PLANNED),
        ("2025-05-03", [entry("2025-05-01")] * 3, [], State.MET),
        ("2025-05-03", [entry("2025-05-01")] * 3, [("2025-05-03", "2025-05-04")], State.PAUSED),
        ("2025-05-04", [entry("2025-05-01")] * 3, [("2025-05-03", "2025-05-04")], State.MET),
        ("2025-12-31", [entry("2025-05-01")] * 2, [], State.ON_PACE),  # three are expected only at the end
        ("2025-10-01", [], [("2025-02-01", "2025-10-01")], State.ON_PACE),  # 123 active: 1 × 31 ÷ 123
        ("2025-10-10", [], [("2025-02-01", "2025-10-06")], State.NONE),  # 118 active days
    ],
)
def test_the_first_state_that_fits(on, entries, pauses, state):
    spans = [(d(start), d(end)) for start, end in pauses]

    assert seen(TERM, on, *entries, pauses=spans).state == state


def test_a_year_that_ended_is_met_or_missed_also_seen_later():
    year = next(years_of(TERM, "term"))
    promise = commitment(year, (), 3)

    assert standing(promise, [entry("2025-05-01")] * 3, d("2026-01-01")).state == State.MET
    missed = standing(promise, [entry("2025-05-01")] * 2, d("2026-01-01"))
    assert (missed.state, missed.done, missed.agreed, missed.expected) == (State.MISSED, 2, 0, Fraction(3))


def test_dots_show_done_agreed_and_open():
    assert seen(TERM, "2025-05-03", entry("2025-05-01"), entry("2025-06-01", "agreed")).dots == (
        "done",
        "agreed",
        "open",
    )
    assert (
        seen(TERM, "2025-05-03", *[entry("2025-05-01")] * 4, entry("2025-06-01", "agreed")).dots
        == ("done",) * 4
    )


# --- against an oracle that counts day by day --------------------------------------------------------

days = st.dates(d("2023-06-01"), d("2029-06-01"))
starts = st.one_of(
    days, st.sampled_from([d("2024-02-29"), d("2028-02-29"), d("2024-12-31"), d("2025-01-01")])
)


@st.composite
def calendars(draw):
    start = draw(starts)
    term = Span(start, start + timedelta(days=draw(st.one_of(st.integers(1, 1500), st.just(1096)))))
    around = st.integers(-100, term.days + 100)
    pauses = []
    for _ in range(draw(st.integers(0, 4))):
        begin = start + timedelta(days=draw(around))
        length = draw(st.one_of(st.none(), st.integers(1, 300)))
        pauses.append((begin, None if length is None else begin + timedelta(days=length)))
    entries = [
        Entry(
            start + timedelta(days=draw(around)),
            draw(st.sampled_from(["done", "agreed", "cancelled", "idea"])),
            start + timedelta(days=draw(around)),
        )
        for _ in range(draw(st.integers(0, 6)))
    ]
    on = start + timedelta(days=draw(st.integers(0, term.days - 1)))
    return term, pauses, entries, on, draw(st.sampled_from(["term", "calendar"])), draw(st.integers(1, 6))


def oracle_bounds(term: Span, basis: str, on: date) -> tuple[date, date, int]:
    """Walk from the day to the nearest year boundary on either side, one day at a time."""

    def begins_year(day: date) -> bool:
        if basis == "calendar":
            return (day.month, day.day) == (1, 1)
        if (term.start.month, term.start.day) == (2, 29):
            is_leap = (
                (day - timedelta(days=day.day - 1) + timedelta(days=28)).month == 2
                if day.month == 2
                else False
            )
            return day.month == 2 and day.day == (29 if is_leap else 28)
        return (day.month, day.day) == (term.start.month, term.start.day)

    first = on
    while not begins_year(first):
        first -= DAY
    last = on + DAY
    while not begins_year(last):
        last += DAY
    return max(first, term.start), min(last, term.end), (last - first).days


def oracle(term: Span, pauses, entries, on: date, basis: str, n: int) -> dict:
    start, end, full = oracle_bounds(term, basis, on)

    def paused(day: date) -> bool:
        return any(begin <= day and (day < finish if finish else day < term.end) for begin, finish in pauses)

    active = before = 0
    day = start
    while day < end:
        if not paused(day):
            active += 1
            before += day < on
        day += DAY
    required = 0 if active < 120 else max(1, math.floor(Fraction(n * active, full) + Fraction(1, 2)))
    done = len([e for e in entries if e.status == "done" and start <= e.day < end and e.day <= on])
    agreed = len([e for e in entries if e.status == "agreed" and on <= e.day < end])
    expected = Fraction(required * before, active) if required else Fraction(0)
    if paused(on):
        state = "paused"
    elif required == 0:
        state = "none"
    elif done >= required:
        state = "met"
    elif on >= end:
        state = "missed"
    elif done + agreed >= required:
        state = "planned"
    elif done + agreed >= math.floor(expected):
        state = "on_pace"
    else:
        state = "behind"
    return {
        "start": start,
        "end": end,
        "full": full,
        "active": active,
        "required": required,
        "done": done,
        "agreed": agreed,
        "expected": expected,
        "state": state,
    }


def measured(term: Span, pauses, entries, on: date, basis: str, n: int) -> tuple[Commitment, Standing, dict]:
    year = year_on(term, basis, on)
    assert year is not None
    promise = commitment(year, closed_pauses(pauses, [term]), n)
    stands = standing(promise, entries, on)
    return (
        promise,
        stands,
        {
            "start": year.start,
            "end": year.end,
            "full": year.full_days,
            "active": promise.active_days,
            "required": promise.required,
            "done": stands.done,
            "agreed": stands.agreed,
            "expected": stands.expected,
            "state": stands.state.value,
        },
    )


@settings(max_examples=400, deadline=None)
@given(calendars())
def test_every_figure_equals_counting_day_by_day(case):
    _, _, figures = measured(*case)

    assert figures == oracle(*case)


@settings(max_examples=200, deadline=None)
@given(calendars(), st.integers(0, 6))
def test_the_first_day_that_expects_more_is_found_without_walking(case, count):
    promise, _, _ = measured(*case)
    walked = None
    day = promise.year.start
    while day < promise.year.end:
        if math.floor(promise.expected_on(day)) > count:
            walked = day
            break
        day += DAY

    assert promise.first_day_expecting_more_than(count) == walked


@settings(max_examples=200, deadline=None)
@given(calendars())
def test_the_years_of_a_term_touch_and_fill_it(case):
    term, _, _, on, basis, _ = case
    years = list(years_of(term, basis))

    assert years[0].start == term.start
    assert years[-1].end == term.end
    assert all(before.end == after.start for before, after in pairwise(years))
    assert [year for year in years if on in year.span] == [year_on(term, basis, on)]
    late = on + timedelta(days=200)
    assert years_ended(term, basis, late, 60) == [year for year in years if 0 <= (late - year.end).days <= 60]


@settings(max_examples=200, deadline=None)
@given(calendars())
def test_expectation_never_falls_and_ends_at_what_is_required(case):
    promise, _, _ = measured(*case)
    steps = [
        promise.expected_on(promise.year.start + timedelta(days=n)) for n in range(promise.year.span.days + 1)
    ]

    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[-1] == promise.required
    assert active_days(promise.year.span, promise.pauses) == promise.active_days
