"""Where ambassadors stand, asked of the database: the pure rules with the right rows, in three queries."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest

from ambassadors.commitment import Span, State
from ambassadors.models import Pause, Term
from events.models import Podium
from events.standing import STATE_NAMES, standing_of, standings, years_of_person
from tests.conftest import make_person
from tests.events.people import populate


def podium(network, *people, day, status="done"):
    made = Podium.objects.create(network=network, kind="panel", status=status, date=day, changed_on=day)
    made.ambassadors.set(people)
    return made


def test_where_an_ambassador_stands(network, ambassador, other_ambassador, today):
    podium(network, ambassador, other_ambassador, day=date(2026, 5, 1))
    podium(network, ambassador, day=date(2026, 12, 1), status="agreed")
    podium(network, other_ambassador, day=date(2026, 3, 31))  # of the year before

    found = standings(network, today)

    marleen = found[ambassador.pk]
    assert (marleen.year_start, marleen.year_end) == (date(2026, 4, 1), date(2027, 4, 1))
    assert (marleen.active_days, marleen.required, marleen.done, marleen.agreed) == (365, 3, 1, 1)
    assert (marleen.state, marleen.missing) == (State.ON_PACE, 1)
    assert marleen.expected == Fraction(3 * 236, 365)
    bram = found[other_ambassador.pk]
    assert (bram.done, bram.agreed, bram.state) == (1, 0, State.ON_PACE)
    assert set(found) == {ambassador.pk, other_ambassador.pk}
    assert standing_of(ambassador, today) == marleen


def test_the_first_and_the_last_day_of_a_leap_year_are_read(network):
    person = make_person(network, "An", "Bos", term=(date(2027, 3, 1), date(2030, 3, 1)))
    first, last = date(2027, 3, 1), date(2028, 2, 29)
    podium(network, person, day=first)
    podium(network, person, day=last, status="agreed")

    assert [standings(network, day)[person.pk].count for day in (first, last)] == [2, 2]
    assert standings(network, last)[person.pk] == standing_of(person, last)


def test_people_without_a_current_term_and_of_other_networks_are_left_out(
    network, other_network, foreign_ambassador, today
):
    make_person(network, "Oud", "Lid", term=(date(2020, 1, 1), date(2023, 1, 1)))
    make_person(network, "Straks", "Lid", term=(date(2026, 11, 24), date(2029, 11, 24)))
    ends_today = make_person(network, "Net", "Klaar", term=(date(2023, 11, 23), today))
    begins_today = make_person(network, "Net", "Begonnen", term=(today, date(2029, 11, 23)))

    assert set(standings(network, today)) == {begins_today.pk}
    assert standing_of(ends_today, today) is None
    assert standings(other_network, today)[foreign_ambassador.pk].year_start == date(2026, 1, 1)


def test_an_open_pause_lasts_until_the_end_of_its_own_term(network, today):
    person = make_person(network, "An", "Bos", term=(date(2023, 6, 1), date(2026, 6, 1)))
    Term.objects.create(person=person, start=date(2026, 6, 1), end=date(2029, 6, 1))
    Pause.objects.create(person=person, start=date(2026, 5, 1))

    standing = standing_of(person, today)

    assert standing is not None
    assert (standing.state, standing.active_days, standing.required) == (State.BEHIND, 365, 3)
    before = standing_of(person, date(2026, 5, 20))
    assert before is not None
    assert before.state == State.PAUSED


def test_all_years_of_a_person_latest_first(network, ambassador, today):
    podium(network, ambassador, day=date(2025, 5, 1))

    years = years_of_person(ambassador, today)

    assert [(year.year_start, year.done, year.state) for year in years] == [
        (date(2026, 4, 1), 0, State.BEHIND),
        (date(2025, 4, 1), 1, State.MISSED),
    ]


@pytest.mark.parametrize("people", [1, 3])
def test_the_whole_network_in_one_query(network, today, people, django_assert_num_queries):
    for number in range(people):
        person = make_person(network, f"P{number}", "Bos", term=(date(2025, 4, 1), date(2028, 4, 1)))
        podium(network, person, day=date(2026, 5, 1))
        Pause.objects.create(person=person, start=date(2026, 6, 1), end=date(2026, 7, 1))

    with django_assert_num_queries(1):
        assert len(standings(network, today)) == people


def test_one_person_gives_the_same_as_the_whole_network(network, today):
    for seed in range(5):
        people = populate(network, Random(seed), today)
        found = standings(network, today)
        assert {p.pk: s for p in people if (s := standing_of(p, today))} == {
            p.pk: found[p.pk] for p in people if p.pk in found
        }


def test_every_state_has_a_name():
    assert set(STATE_NAMES) == set(State)


def test_a_span_of_no_days_is_empty():
    assert Span(date(2026, 1, 2), date(2026, 1, 1)).days == 0
