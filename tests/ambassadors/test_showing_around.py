"""A buddy for every newcomer: suggested by rule, kept by the leader."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.models import Buddy, Pause, Term
from ambassadors.showing_around import Somebody, suggest
from tests.ambassadors.candidates import make_candidate, make_round

NEAR, FAR = "Twente", "Salland"


def test_somebody_from_nearby_comes_first_and_nobody_twice_before_all_have_one():
    newcomers = [Somebody(1, NEAR), Somebody(2, NEAR), Somebody(3, FAR)]
    guides = [Somebody(10, FAR), Somebody(11, "twente"), Somebody(12)]
    assert suggest(newcomers, guides) == {1: 11, 2: 10, 3: 12}


def test_who_leaves_is_asked_last_and_who_shows_somebody_around_later():
    newcomers = [Somebody(1, NEAR)]
    assert suggest(newcomers, [Somebody(10, NEAR, leaves=True), Somebody(11, FAR, shows=1)]) == {1: 11}
    assert suggest(newcomers, [Somebody(10, NEAR, shows=1), Somebody(11, FAR)]) == {1: 11}


def test_nobody_is_shown_around_by_themselves_or_by_nobody():
    assert suggest([Somebody(1)], [Somebody(1)]) == {}
    assert suggest([Somebody(1)], []) == {}


somebody = st.builds(
    Somebody, st.integers(1, 30), st.sampled_from(["", NEAR, FAR]), st.sampled_from(["", "zorg"]),
)  # fmt: skip


@given(
    st.lists(somebody, unique_by=lambda one: one.number), st.lists(somebody, unique_by=lambda one: one.number)
)
def test_the_work_is_shared(newcomers, guides):
    newcomers = [one for one in newcomers if one.number not in {guide.number for guide in guides}]
    found = suggest(newcomers, guides)
    assert set(found) == ({one.number for one in newcomers} if guides else set())
    loads = [list(found.values()).count(guide.number) for guide in guides]
    assert not loads or max(loads) - min(loads) <= 1


@pytest.fixture
def round(network, today):
    round = make_round(network)
    for name in ("Haddou", "Bos"):
        round.chosen.add(make_candidate(network, name, round=round, status="suitable").person)
    return round


def test_the_suggestion_is_kept_by_one_button(network, round, leader_client, ambassador, other_ambassador):
    back = make_candidate(network, "Terug", round=round, status="suitable").person
    Term.objects.create(person=back, start=date(2020, 1, 1), end=date(2023, 1, 1))
    round.chosen.add(back)
    page = reverse("admin:round_buddies", args=[2027])
    rows = leader_client.get(page).context["rows"]
    assert [person.last_name for person, _pairing, _likely in rows] == ["Bos", "Haddou"]
    likely = {person.pk: number for person, _pairing, number in rows}
    assert set(likely.values()) == {ambassador.pk, other_ambassador.pk}
    assert not Buddy.objects.exists()

    Pause.objects.create(person=ambassador, start=date(2027, 3, 1), end=date(2027, 9, 1))
    paused = leader_client.get(page).context["suggested"]
    assert set(paused.values()) == {other_ambassador.pk}  # rather twice than somebody who is away

    leader_client.post(page, {f"buddy-{newcomer}": number for newcomer, number in likely.items()})
    assert dict(Buddy.objects.values_list("newcomer", "buddy")) == likely
    assert leader_client.get(page).context["suggested"] == {}
