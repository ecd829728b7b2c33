"""Coverage: a group with less than its share comes first."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ambassadors.composition import Group
from events.coverage import coverage

AUDIENCE = [
    Group("Twente", Fraction(50)),
    Group("Zwolle", Fraction(30), ("Regio Zwolle",)),
    Group("Vechtdal", Fraction(20)),
]


def test_gaps_come_first_and_other_words_count_for_their_group():
    found, unknown = coverage({"twente": 60, "Regio Zwolle": 30, "Drenthe": 10, "": 7, " ": 1}, AUDIENCE)
    assert [(one.name, one.amount, one.gap, one.is_blank) for one in found] == [
        ("Vechtdal", 0, Fraction(1, 5), True),
        ("Zwolle", 30, Fraction(0), False),
        ("Drenthe", 10, Fraction(-1, 10), False),
        ("Twente", 60, Fraction(-1, 10), False),
    ]
    assert unknown == 8


def test_without_an_audience_there_are_no_gaps():
    found, unknown = coverage({"a": 1, "b": 3}, [])
    assert [(one.name, one.expected, one.is_blank) for one in found] == [
        ("a", None, False),
        ("b", None, False),
    ]
    assert unknown == 0
    assert coverage({}, AUDIENCE)[0][0].share == 0


words = st.text("abc ", max_size=3)


@given(
    st.dictionaries(words, st.integers(0, 100), max_size=8),
    st.lists(words.filter(str.strip), unique_by=str.strip, max_size=4),
)
def test_nothing_is_lost_and_the_order_holds(amounts, names):
    groups = [Group(name.strip(), Fraction(at + 1)) for at, name in enumerate(names)]
    found, unknown = coverage(amounts, groups)
    assert sum(one.amount for one in found) + unknown == sum(amounts.values())
    assert [one.gap for one in found] == sorted((one.gap for one in found), reverse=True)
    assert {group.name for group in groups} <= {one.name for one in found}
