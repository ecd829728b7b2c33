"""Milestones: a person's own days, each once, and nobody compared with anybody."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.milestones import HEARERS, PODIA, Done, InOffice, Kind, Milestone, reached

DAY = date(2026, 11, 23)
days = st.dates(date(2016, 1, 1), DAY)
podia = st.lists(st.builds(Done, days, st.integers(0, 300)), max_size=30)


def test_first_podium_tenth_podium_and_three_years():
    done = [Done(date(2024, 1, 1) + timedelta(days=40 * n), 12) for n in range(10)]
    terms = [InOffice(date(2023, 4, 1), date(2026, 4, 1))]
    assert reached(done, terms, on=DAY) == [
        Milestone(date(2026, 4, 1), Kind.YEARS, 3),
        Milestone(date(2024, 12, 26), Kind.PODIA, 10),
        Milestone(date(2024, 11, 16), Kind.HEARERS, 100),
        Milestone(date(2024, 4, 1), Kind.YEARS, 1),
        Milestone(date(2024, 1, 1), Kind.PODIA, 1),
    ]


def test_a_gap_begins_the_years_anew_and_a_term_that_follows_on_does_not():
    one, two = InOffice(date(2018, 4, 1), date(2020, 4, 1)), InOffice(date(2020, 4, 1), date(2022, 4, 1))
    later = InOffice(date(2020, 6, 1), date(2022, 6, 1))
    years = lambda terms: [m.number for m in reached([], terms, on=DAY)]  # noqa: E731
    assert years([two, one]) == [3, 1]
    assert years([one, later]) == [1]


def test_a_leap_day_counts_to_its_last_day():
    terms = [InOffice(date(2020, 2, 29), date(2024, 2, 29))]
    assert reached([], terms, on=date(2023, 2, 27)) == [Milestone(date(2021, 2, 28), Kind.YEARS, 1)]
    assert reached([], terms, on=date(2023, 2, 28))[0] == Milestone(date(2023, 2, 28), Kind.YEARS, 3)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(podia, days)
def test_each_once_none_ahead_and_what_was_reached_stays(done, on):
    found = reached(done, [], on=on)
    assert len({(one.kind, one.number) for one in found}) == len(found)
    assert all(one.on <= on for one in found)
    assert [one.on for one in found] == sorted((one.on for one in found), reverse=True)
    past = [podium for podium in done if podium.on <= on]
    assert {one.number for one in found if one.kind is Kind.PODIA} == {n for n in PODIA if n <= len(past)}
    heard = sum(podium.hearers for podium in past)
    assert {one.number for one in found if one.kind is Kind.HEARERS} == {n for n in HEARERS if n <= heard}
    assert set(found) <= set(reached(done, [], on=DAY))
