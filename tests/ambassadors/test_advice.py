"""Whom to connect and what to do next, by profile type."""

import pytest

from ambassadors.advice import Peer, Step, Tie, connect, next_step
from ambassadors.models import ProfileType

ME = Peer(1, types=("teacher",), sector="zorg", region="Twente", themes=frozenset({"loslaten"}), podia=4)
OTHERS = [
    Peer(2, types=("player",), podia=12, years=4, sector="bouw", region="Twente"),
    Peer(3, phase="first", podia=0, sector="zorg", region="Twente"),
    Peer(4, types=("teacher",), podia=2, themes=frozenset({"loslaten"}), region="Salland", sector="ict"),
    Peer(5, is_honorary=True, years=6, podia=8),
]


@pytest.mark.parametrize(
    ("profile_type", "expected"),
    [
        (
            "director",
            [(5, (Tie.HONORARY, Tie.HAS_STANDING)), (2, (Tie.HAS_STANDING,)), (4, (Tie.SHARES_A_THEME,))],
        ),
        ("teacher", [(4, (Tie.SHARES_A_THEME, Tie.SAME_TYPE))]),
        ("coach", [(3, (Tie.JUST_BEGAN, Tie.NOT_ON_STAGE_YET)), (4, (Tie.SHARES_A_THEME,))]),
        ("seller", [(2, (Tie.OTHER_TRADE_NEARBY, Tie.HAS_STANDING)), (5, (Tie.HAS_STANDING,))]),
        ("player", [(2, (Tie.AHEAD,)), (5, (Tie.AHEAD,)), (4, (Tie.SAME_TYPE,))]),
        ("", []),
    ],
)
def test_each_type_is_connected_with_whom_it_gains_from(profile_type, expected):
    found = connect(profile_type, ME, [ME, *OTHERS])
    assert [(one.peer.id, one.because) for one in found] == expected


def test_every_type_has_somebody_to_connect_with():
    for profile_type in ProfileType.values:
        assert connect(profile_type, ME, OTHERS)


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        ({"profile_type": "coach", "to_talk_over": True, "is_paused": True}, Step.LEAVE_ALONE),
        ({"profile_type": "", "to_talk_over": True}, Step.TALK_OVER),
        ({"profile_type": "coach", "to_talk_over": True, "is_met": True}, Step.TALK_OVER),
        ({"profile_type": "", "to_talk_over": False}, Step.ASK_STATEMENTS),
        (
            {"profile_type": "coach", "to_talk_over": False, "is_met": True, "has_request": True},
            Step.RECOGNISE,
        ),
        ({"profile_type": "coach", "to_talk_over": False, "has_request": True}, Step.OFFER_REQUEST),
        ({"profile_type": "coach", "to_talk_over": False, "has_connection": True}, Step.INTRODUCE),
        ({"profile_type": "coach", "to_talk_over": False}, Step.TALK),
    ],
)
def test_the_next_step_is_one(facts, step):
    assert next_step(**facts) == step
