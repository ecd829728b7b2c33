"""What fifteen answers propose: reckoned by hand, and over every way of answering."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors import profile_words
from ambassadors.models import ProfileType
from ambassadors.profile_types import SAID_YES, STATEMENTS, TYPES, Motive, propose

KEYS = [statement.key for statement in STATEMENTS]
OF = {name: [s.key for s in STATEMENTS if s.type == name] for name in TYPES}


def answers(otherwise: int = 2, **by_type: int) -> dict[str, int]:
    return {s.key: by_type.get(s.type, otherwise) for s in STATEMENTS}


def test_the_statements_are_spread_evenly():
    assert set(TYPES) == set(ProfileType.values)
    assert Counter(s.type for s in STATEMENTS) == dict.fromkeys(TYPES, 3)
    assert Counter(s.motive for s in STATEMENTS) == dict.fromkeys(Motive, 3)
    assert len({(s.motive, s.type) for s in STATEMENTS}) == 15
    assert len(set(KEYS)) == 15
    assert set(profile_words.STATEMENTS) == set(KEYS)
    pairs = list(itertools.pairwise(STATEMENTS))
    assert all(one.type != other.type and one.motive != other.motive for one, other in pairs)


def test_what_stands_out_is_proposed_with_its_reasons():
    proposal = propose(answers(teacher=5, coach=4))

    assert (proposal.first, proposal.second, proposal.is_close) == ("teacher", "coach", False)
    assert proposal.scores == {"director": 6, "teacher": 15, "coach": 12, "seller": 6, "player": 6}
    assert proposal.because["teacher"] == ("explain", "pass_on", "depth")
    assert proposal.because["seller"] == ()
    assert proposal.motives[Motive.LEARNING] > proposal.motives[Motive.CAREER]


def test_one_type_alone():
    proposal = propose(answers(seller=5))
    assert (proposal.first, proposal.second) == ("seller", "")


def test_who_says_yes_to_everything_is_compared_with_themselves():
    proposal = propose(answers(otherwise=4, player=5))
    assert (proposal.first, proposal.second) == ("player", "")


@pytest.mark.parametrize("everything", [1, 3, 5])
def test_nothing_stands_out_when_all_is_alike(everything):
    assert propose(answers(otherwise=everything)).types == ()


def test_three_equally_high_stand_out_no_more_than_none():
    assert propose(answers(director=5, coach=5, player=5)).types == ()


def test_two_equal_are_close_and_the_strongest_answer_comes_first():
    given_answers = answers(otherwise=1) | dict.fromkeys(OF["director"], 4)
    given_answers |= dict(zip(OF["player"], (5, 5, 2), strict=True))
    proposal = propose(given_answers)
    assert (proposal.first, proposal.second, proposal.is_close) == ("player", "director", True)


@pytest.mark.parametrize(
    "wrong",
    [{}, answers() | {"more": 3}, {k: v for k, v in answers().items() if k != "help"}, answers(otherwise=6),
     answers(otherwise=0)],
)  # fmt: skip
def test_answers_that_are_not_complete_are_refused(wrong):
    with pytest.raises(ValueError, match=r"[Aa]nswer"):
        propose(wrong)


@given(st.lists(st.integers(1, 5), min_size=15, max_size=15))
def test_every_proposal_can_be_explained(values):
    given_answers = dict(zip(KEYS, values, strict=True))
    proposal = propose(given_answers)

    assert sum(proposal.scores.values()) == sum(values)
    assert all(3 <= score <= 15 for score in proposal.scores.values())
    if proposal.first:
        assert proposal.scores[proposal.first] == max(proposal.scores.values())
    if proposal.second:
        rest = [score for name, score in proposal.scores.items() if name != proposal.first]
        assert proposal.scores[proposal.second] == max(rest)
        assert proposal.second != proposal.first
    for name in TYPES:
        assert all(given_answers[key] >= SAID_YES and key in OF[name] for key in proposal.because[name])


@given(st.lists(st.integers(1, 4), min_size=15, max_size=15), st.sampled_from(KEYS))
def test_a_stronger_yes_never_takes_a_type_away(values, key):
    before = dict(zip(KEYS, values, strict=True))
    name = next(s.type for s in STATEMENTS if s.key == key)
    if propose(before).first == name:
        assert propose(before | {key: before[key] + 1}).first == name
