"""Who suits a request: the cases agreed beforehand, and what must hold whatever is fed in."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.commitment import Span
from events.matching import (
    HEAVIEST,
    WEIGHTS,
    Asked,
    Because,
    But,
    Candidate,
    Hours,
    Match,
    Never,
    fitting,
    match,
    suggestions,
)

TODAY = date(2026, 11, 23)
THE_DAY = date(2026, 12, 16)
IN_OFFICE = (Span(date(2025, 4, 1), date(2028, 4, 1)),)
EVENING = Hours(time(20), time(22))


def somebody(pk: int = 1, **known) -> Candidate:
    """In office, nothing else known, on a stage a month ago so that no reason of fairness counts."""
    values = {"terms": IN_OFFICE, "last_stage": date(2026, 10, 20)} | known
    return Candidate(pk, **values)


def asked(**known) -> Asked:
    return Asked(**({"id": 7, "kind": "presentation", "day": THE_DAY, "hours": EVENING} | known))


def order(request: Asked, *people: Candidate) -> list[int]:
    return [one.person_id for one in suggestions(request, people, TODAY) if one.is_possible]


# --- The table -----------------------------------------------------------------------------------------

REASONS = [
    (Because.ASKED_FOR, {}, {"preferred": 1}),
    (Because.RAISED_HAND, {}, {"hands": frozenset({1})}),
    (Because.LIKES_THE_KIND, {"liked_kinds": ("presentation",)}, {}),
    (Because.SHARES_THE_THEME, {"themes": ("Zelfsturende  teams",)}, {"theme": "zelfsturende teams"}),
    (Because.SHARES_THE_THEME, {"themes": ("roosters",)}, {"words": "Iets over Roosters, graag."}),
    (Because.KNOWS_THE_SECTOR, {"sector": "bouw"}, {"sector": "Bouw"}),
    (Because.KNOWS_THE_SECTOR, {"sector": "bouw"}, {"words": "60 ondernemers, veel bouw"}),
    (Because.NEARBY, {"area": "Ommen, Vechtdal"}, {"place": "ommen"}),
    (Because.NEARBY, {"area": "heel Overijssel"}, {"place": "Ommen", "whole_area": "Overijssel"}),
    (Because.SUITS_THE_TYPE, {"profile_types": ("director",)}, {}),
    (Because.SUITS_THE_TYPE, {"profile_types": ("coach", "seller")}, {}),
    (Because.SUITS_THE_SIZE, {"profile_types": ("director",)}, {"audience": 60}),
    (Because.SUITS_THE_SIZE, {"profile_types": ("coach",)}, {"audience": 12}),
    (Because.KNOWS_THE_HOST, {"hosts": {"fan 3": date(2024, 5, 1)}}, {"host": "fan 3"}),
    (Because.SHORT_OF_PODIA, {"missing": 1}, {}),
    (Because.NONE_LATELY, {"last_stage": None}, {}),
    (Because.NONE_LATELY, {"last_stage": TODAY - timedelta(days=120)}, {}),
]
DOUBTS = [
    (But.YEAR_IS_FULL, {"is_full": True}, {}),
    (But.ASKED_OFTEN, {"asked_lately": 3}, {}),
    (But.STOOD_HERE_LATELY, {"hosts": {"fan 3": date(2026, 6, 2)}}, {"host": "fan 3"}),
    (But.BUSY_AROUND, {"busy": {THE_DAY - timedelta(days=3): (Hours(),)}}, {}),
    (But.FAR, {"area": "Twente, Enschede"}, {"place": "Ede"}),
    (But.NOT_THEIR_KIND, {"profile_types": ("coach",)}, {}),
    (But.NOT_THEIR_SIZE, {"profile_types": ("teacher",)}, {"audience": 200}),
    (But.NOT_THEIR_SIZE, {"profile_types": ("director",)}, {"audience": 8}),
]
RULED_OUT = [
    (Never.OUTSIDE_TERM, {"terms": (Span(date(2025, 4, 1), THE_DAY),)}, {}),
    (Never.OUTSIDE_TERM, {"terms": ()}, {"day": None}),
    (Never.PAUSED, {"pauses": (Span(THE_DAY, THE_DAY + timedelta(days=1)),)}, {}),
    (Never.PAUSED, {"pauses": (Span(TODAY, TODAY + timedelta(days=1)),)}, {}),
    (Never.CLASH, {"busy": {THE_DAY: (Hours(time(21), time(23)),)}}, {}),
    (Never.CLASH, {"busy": {THE_DAY: (Hours(),)}}, {}),
    (Never.SAID_NO, {}, {"said_no": frozenset({1})}),
]


@pytest.mark.parametrize(("reason", "person", "request_"), REASONS)
def test_what_speaks_for_somebody(reason, person, request_):
    assert match(somebody(), asked(), TODAY).because == ()
    found = match(somebody(**person), asked(**request_), TODAY)
    assert reason in found.because
    assert found.is_possible


@pytest.mark.parametrize(("doubt", "person", "request_"), DOUBTS)
def test_what_speaks_against_somebody(doubt, person, request_):
    assert match(somebody(), asked(), TODAY).but == ()
    found = match(somebody(**person), asked(**request_), TODAY)
    assert doubt in found.but
    assert found.is_possible


@pytest.mark.parametrize(("bar", "person", "request_"), RULED_OUT)
def test_what_rules_somebody_out(bar, person, request_):
    everything = {"liked_kinds": ("presentation",), "missing": 3}
    found = match(somebody(**everything | person), asked(**request_), TODAY)
    assert found.never == (bar,)
    assert not found.fits
    assert order(asked(**request_), somebody(**everything | person)) == []


def test_the_score_is_the_sum_of_the_weights_the_leader_chose():
    person = somebody(liked_kinds=("presentation",), missing=1, is_full=True)
    weights = {**WEIGHTS, Because.LIKES_THE_KIND: 10, But.YEAR_IS_FULL: 1}

    assert match(person, asked(), TODAY, weights) == Match(
        1, 7, 13, (Because.LIKES_THE_KIND, Because.SHORT_OF_PODIA), (But.YEAR_IS_FULL,)
    )


def test_fairness_who_is_short_of_podia_comes_first_among_equals():
    fits = {"liked_kinds": ("presentation",)}
    full = somebody(1, is_full=True, **fits)
    on_pace = somebody(2, **fits)
    short = somebody(3, missing=2, **fits)

    assert order(asked(), full, on_pace, short) == [3, 2, 1]


def test_fairness_whoever_waited_longest_comes_first_among_equals():
    fits = {"liked_kinds": ("presentation",)}
    lately = somebody(1, last_stage=date(2026, 11, 1), **fits)
    longer_ago = somebody(2, last_stage=date(2026, 9, 1), **fits)

    assert order(asked(), lately, longer_ago) == [2, 1]


def test_fairness_who_is_asked_all_the_time_makes_way():
    fits = {"liked_kinds": ("presentation",), "area": "Deventer"}
    often = somebody(1, asked_lately=4, **fits)
    never = somebody(2, liked_kinds=("presentation",))

    assert order(asked(place="Deventer"), often, never) == [2, 1]


def test_clash_two_podia_on_one_day_are_possible_when_their_hours_do_not_meet():
    morning = somebody(busy={THE_DAY: (Hours(time(9), time(11)),)})

    found = match(morning, asked(), TODAY)

    assert found.is_possible
    assert But.BUSY_AROUND in found.but


def test_clash_is_impossible_while_the_day_is_open():
    assert match(somebody(busy={TODAY: (Hours(),)}), asked(day=None), TODAY).is_possible


def test_pause_who_is_on_leave_today_is_not_asked_for_later():
    back_soon = somebody(pauses=(Span(date(2026, 11, 1), date(2026, 12, 1)),))

    assert match(back_soon, asked(), TODAY).never == (Never.PAUSED,)


def test_none_suitable_is_said_and_not_covered_up():
    nothing_in_common = somebody(1, missing=3, last_stage=None)
    on_leave = somebody(2, liked_kinds=("presentation",), pauses=(Span(TODAY, date(2027, 1, 1)),))

    found = suggestions(asked(), [nothing_in_common, on_leave], TODAY)

    assert [one.fits for one in found] == [False, False]
    assert [one.person_id for one in found] == [1, 2]


def test_nobody_at_all():
    assert suggestions(asked(), [], TODAY) == []


# --- From the person's side ----------------------------------------------------------------------------


def test_the_requests_that_suit_somebody_the_best_first_and_the_soonest_among_equals():
    person = somebody(profile_types=("teacher",), liked_kinds=("workshop",))
    requests = [
        asked(id=1, kind="company_visit", day=None),
        asked(id=2, kind="workshop", day=date(2027, 2, 1)),
        asked(id=3, kind="workshop", day=date(2026, 12, 1)),
        asked(id=4, kind="fair", day=None),
        asked(id=5, kind="workshop", day=date(2026, 11, 22)),
    ]

    found = fitting(person, requests, TODAY)

    assert [one.request_id for one in found] == [3, 2, 1]


def test_a_mail_about_this_year_names_no_podium_of_the_next():
    person = somebody(liked_kinds=("workshop",))
    requests = [asked(id=1, kind="workshop", day=date(2027, 4, 1)), asked(id=2, kind="workshop", day=None)]

    assert [one.request_id for one in fitting(person, requests, TODAY, until=date(2027, 4, 1))] == [2]


# --- What must always hold -----------------------------------------------------------------------------

DAYS = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=400))
KINDS = st.sampled_from(["presentation", "workshop", "fair"])
TYPES = st.lists(st.sampled_from(["director", "teacher", "coach"]), max_size=2, unique=True).map(tuple)
TEXTS = st.sampled_from(["", "Ommen", "Deventer", "bouw", "zorg"])
SPANS = st.tuples(DAYS, st.integers(1, 500)).map(lambda pair: Span(pair[0], pair[0] + timedelta(pair[1])))
CANDIDATES = st.builds(
    Candidate,
    id=st.integers(1, 8),
    terms=st.lists(SPANS, max_size=2).map(tuple),
    pauses=st.lists(SPANS, max_size=1).map(tuple),
    profile_types=TYPES,
    themes=st.lists(TEXTS, max_size=2).map(tuple),
    liked_kinds=st.frozensets(KINDS),
    area=TEXTS,
    sector=TEXTS,
    missing=st.integers(0, 3),
    is_full=st.booleans(),
    busy=st.dictionaries(DAYS, st.just((Hours(),)), max_size=3),
    last_stage=st.none() | DAYS,
    asked_lately=st.integers(0, 5),
    hosts=st.dictionaries(st.just("fan 1"), DAYS),
)
PEOPLE = st.lists(CANDIDATES, max_size=6, unique_by=lambda person: person.id)
REQUESTS = st.builds(
    Asked,
    id=st.just(7),
    kind=KINDS,
    day=st.none() | DAYS,
    theme=TEXTS,
    place=TEXTS,
    sector=TEXTS,
    words=TEXTS,
    audience=st.none() | st.integers(0, 300),
    host=st.sampled_from(["", "fan 1"]),
    preferred=st.none() | st.integers(1, 8),
    hands=st.frozensets(st.integers(1, 8)),
    said_no=st.frozensets(st.integers(1, 8)),
)
MOVED = st.fixed_dictionaries({name: st.integers(0, HEAVIEST) for name in WEIGHTS})


@given(people=PEOPLE, request_=REQUESTS, weights=MOVED, data=st.data())
def test_the_order_does_not_depend_on_the_order_of_what_came_in(people, request_, weights, data):
    shuffled = data.draw(st.permutations(people))

    assert suggestions(request_, people, TODAY, weights) == suggestions(request_, shuffled, TODAY, weights)


@given(people=PEOPLE, request_=REQUESTS, weights=MOVED)
def test_no_suggestion_breaks_a_hard_rule(people, request_, weights):
    by_id = {person.id: person for person in people}
    for one in suggestions(request_, people, TODAY, weights):
        if not one.is_possible:
            continue
        person, day = by_id[one.person_id], request_.day or TODAY
        assert any(day in term for term in person.terms)
        assert not any(day in pause or TODAY in pause for pause in person.pauses)
        assert request_.day is None or request_.day not in person.busy
        assert person.id not in request_.said_no


ADDED = [
    lambda person, request_: (person, replace(request_, preferred=person.id)),
    lambda person, request_: (person, replace(request_, hands=request_.hands | {person.id})),
    lambda person, request_: (replace(person, liked_kinds={request_.kind, *person.liked_kinds}), request_),
    lambda person, request_: (replace(person, missing=max(1, person.missing)), request_),
    lambda person, request_: (replace(person, last_stage=None), request_),
    lambda person, request_: (replace(person, area=f"{person.area}, {request_.place}"), request_),
    lambda person, request_: (replace(person, themes=(*person.themes, request_.theme)), request_),
    lambda person, request_: (
        (replace(person, sector=f"{request_.sector}"), request_) if request_.sector else (person, request_)
    ),
]


@given(
    people=PEOPLE.filter(bool),
    request_=REQUESTS,
    weights=MOVED,
    chosen=st.integers(0, 5),
    add=st.sampled_from(ADDED),
)
def test_adding_a_reason_never_lowers_a_rank(people, request_, weights, chosen, add):
    person = people[chosen % len(people)]

    def rank(request_, people):
        ids = [one.person_id for one in suggestions(request_, people, TODAY, weights)]
        return ids.index(person.id)

    better, better_request = add(person, request_)
    others = [better if one.id == person.id else one for one in people]

    before = rank(replace(request_, preferred=None) if add is ADDED[0] else request_, people)

    assert rank(better_request, others) <= before
