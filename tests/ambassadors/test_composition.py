"""The rules of the composition, reckoned by hand and over every small group there is."""

from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st

from ambassadors.composition import Finder, Group, Move, Verdict, apportion, compose, what_fills

SECTORS = [
    Group("industrie", F(50), ("metaal",)),
    Group("zorg", F(30), ("zorg en welzijn",)),
    Group("ict", F(20)),
]


def people(*sectors: str) -> list[dict[str, str]]:
    return [{"sector": sector} for sector in sectors]


def board_of(stay, added=(), groups=SECTORS):
    return compose({"sector": groups}, people(*stay), people(*added)).boards[0]


def test_counts_shares_and_what_is_not_known():
    board = board_of(["industrie", "Metaal", "zorg en welzijn", "", "sport"])

    assert [(line.name, line.then, line.share) for line in board.lines] == [
        ("industrie", 2, F(1, 2)),
        ("zorg", 1, F(3, 10)),
        ("ict", 0, F(1, 5)),
        ("sport", 1, None),
    ]
    assert board.unknown == 1
    assert [line.verdict for line in board.lines] == [
        Verdict.FITS,
        Verdict.FITS,
        Verdict.ABSENT,
        Verdict.ELSEWHERE,
    ]


def test_likeness_is_the_part_that_is_spread_like_the_audience():
    board = board_of(["industrie", "industrie", "zorg", "sport"])

    assert board.likeness == F(1, 2) + F(1, 4)  # ict is missing, sport is not in the audience
    assert board.best == F(1, 2) + F(1, 4) + F(1, 5)  # 2, 1 and 1 of four places
    assert board.variety == F(5, 6)  # of six pairs only the two of industry are alike


def test_a_mirror_is_a_hundred():
    board = board_of(["industrie"] * 5 + ["zorg"] * 3 + ["ict"] * 2)
    assert board.likeness == board.best == 1
    assert board.gaps == []


def test_what_a_choice_does():
    board = board_of(["industrie"] * 6 + ["zorg"] * 3, ["ict", "industrie"])
    moves = {line.name: (line.added, line.move) for line in board.lines}

    assert moves == {
        "industrie": (1, Move.CLOSER),  # 6 of 9 was 67 %, 7 of 11 is 64 %
        "zorg": (0, Move.CLOSER),  # 33 % became 27 %
        "ict": (1, Move.NEW),
    }
    assert board.likeness > board.likeness_now


def test_the_largest_gap_comes_first_and_who_fills_it():
    groups = {"sector": SECTORS, "size": [Group("small", F(1)), Group("medium", F(1))]}
    stay = [{"sector": "zorg", "size": "small"}] * 6
    found = compose(groups, stay)
    finders = {trait: Finder(given) for trait, given in groups.items()}

    assert [(board.trait, line.name, line.gap) for board, line in found.gaps] == [
        ("sector", "industrie", F(3)),
        ("size", "medium", F(3)),
        ("sector", "ict", F(6, 5)),
    ]
    filled = what_fills(found, {"sector": "metaal", "size": "medium"}, finders)
    assert [line.name for line in filled] == ["industrie", "medium"]
    assert what_fills(found, {"sector": "zorg", "size": ""}, finders) == []


def test_without_an_audience_only_variety_is_said():
    found = compose({"sector": []}, people("zorg", "ict"))
    assert found.likeness is None
    assert found.best is None
    assert found.boards[0].variety == 1
    assert found.gaps == []


def test_nobody_and_nothing_known():
    empty = compose({"sector": SECTORS}, [])
    assert (empty.size_then, empty.likeness, empty.boards[0].variety) == (0, None, None)
    assert empty.boards[0].gaps == []
    assert compose({"sector": SECTORS}, [{}]).boards[0].unknown == 1


def test_written_values_find_their_group():
    groups = [Group("zorg", also=("kinderopvang",)), Group("zorg en techniek"), Group("eigenaar")]
    group_of = Finder(groups).find
    assert group_of("  ZORG ") == "zorg"
    assert group_of("Zorg-en-techniek oost") == "zorg en techniek"  # the longest word wins
    assert group_of("mede-eigenaar") == "eigenaar"
    assert group_of("Verzorging") == "Verzorging"  # a part of a word is no word
    assert group_of("iets  anders") == "iets anders"


shares = st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any)


@given(shares, st.integers(1, 40))
def test_places_add_up_and_nobody_is_a_whole_place_off(weights, seats):
    parts = [F(weight, sum(weights)) for weight in weights]
    given_seats = apportion(parts, seats)
    assert sum(given_seats) == seats
    assert all(abs(n - part * seats) < 1 for n, part in zip(given_seats, parts, strict=True))


@given(shares, st.lists(st.integers(0, 6), max_size=12), st.lists(st.integers(0, 6), max_size=6))
def test_figures_stay_within_their_bounds(weights, stay, added):
    groups = [Group(str(n), F(weight)) for n, weight in enumerate(weights)]
    found = compose({"t": groups}, [{"t": str(n)} for n in stay], [{"t": str(n)} for n in added])
    board = found.boards[0]

    assert found.size_then == len(stay) + len(added)
    assert sum(line.then for line in board.lines) == found.size_then
    if board.likeness is not None:
        assert 0 <= board.likeness <= board.best <= 1
    if board.variety is not None:
        assert 0 <= board.variety <= 1
    assert sum(line.share or 0 for line in board.lines) == 1
    # What is missing somewhere is elsewhere too much: gaps and surpluses cancel out.
    assert sum(line.gap for line in board.lines) == 0


@given(shares, st.lists(st.integers(0, 5), min_size=1, max_size=10))
def test_no_whole_people_are_more_like_the_audience_than_the_best(weights, stay):
    groups = [Group(str(n), F(weight)) for n, weight in enumerate(weights)]
    board = compose({"t": groups}, [{"t": str(n)} for n in stay]).boards[0]
    size = sum(line.then for line in board.lines)
    parts = [line.share for line in board.lines if line.share]
    best = max(
        sum((min(F(n, size), part) for n, part in zip(seats, parts, strict=True)), F(0))
        for seats in _divisions(size, len(parts))
    )
    assert board.best == best


def _divisions(size: int, groups: int):
    if groups == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in _divisions(size - first, groups - 1):
            yield (first, *rest)
