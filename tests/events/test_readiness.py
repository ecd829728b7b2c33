"""Is there somebody to refer to: pure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.readiness import Hole, Place, can_refer, fitting, readiness

ALL = Place("alles")
TEAMS = Place("teams", themes=("Zelfsturende teams",))
TWENTE = Place("twente", regions=("Twente",))
FULL = Place("vol", themes=("lean",), room=0)


@pytest.mark.parametrize(
    ("themes", "regions", "places", "expected"),
    [
        (["lean"], ["Twente"], [], ((Hole(theme="lean"),), (Hole(region="Twente"),))),
        (["lean"], ["Twente"], [ALL], ((), ())),
        (["lean", "zelfsturende teams"], [], [TEAMS], ((Hole(theme="lean"),), ())),
        (["lean"], [], [FULL], ((Hole(theme="lean", is_full=True),), ())),
        (["lean"], [], [FULL, ALL], ((), ())),
        ([], ["Twente", "Salland"], [TWENTE], ((), (Hole(region="Salland"),))),
        (["Lean", "lean ", ""], [""], [], ((Hole(theme="Lean"),), ())),
    ],
)
def test_the_table(themes, regions, places, expected):
    found = readiness(themes, regions, places)
    assert (found.themes, found.regions) == expected
    assert found.is_ready == (expected == ((), ()))


def test_the_most_precise_with_room_comes_first():
    places = [ALL, FULL, TEAMS, TWENTE]
    assert [place.name for place in fitting(places, "zelfsturende teams", "Twente")] == [
        "teams",
        "twente",
        "alles",
    ]
    assert [place.name for place in fitting(places, "lean", "Salland")] == ["alles", "vol"]


NAMES = st.sampled_from(["lean", "teams", "roosters"])
PLACES = st.lists(
    st.builds(
        Place,
        st.sampled_from("abc"),
        themes=st.lists(NAMES, max_size=2).map(tuple),
        room=st.sampled_from([None, 0, 2]),
    ),
    max_size=3,
)


@given(places=PLACES, more=PLACES, theme=NAMES)
def test_one_more_place_never_makes_a_hole(places, more, theme):
    if can_refer(places, theme):
        assert can_refer(places + more, theme)
    assert bool(readiness([theme], [], places).themes) != can_refer(places, theme)
