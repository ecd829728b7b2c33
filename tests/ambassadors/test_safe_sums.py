"""P8: no number under five follows from what is shown, also for whoever knows every rule by heart."""

from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.models import PersonalTrait
from ambassadors.safe_sums import LEAST, NO_ANSWER, Cell, picture, splits

ORDER = ("other", "man", "woman")


def answers(none: int, other: int, man: int, woman: int) -> list[str]:
    return [NO_ANSWER] * none + ["other"] * other + ["man"] * man + ["woman"] * woman


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((5, 5, 6, 7), [5, 5, 6, 7]),  # all large enough
        ((4, 5, 6, 7), [9, 6, 7]),  # the small one is folded with the next
        ((5, 0, 9, 8), [5, 9, 8]),  # nobody is a small number too
        ((0, 0, 12, 8), [12, 8]),  # still too small: one more is folded in
        ((0, 1, 3, 20), []),  # the rest stays too small
        ((9, 3, 6, 4), []),  # the last one would be seen
        ((1, 1, 6, 6), []),  # fourteen people
    ],
)
def test_small_cells_are_folded_together_in_a_fixed_order(counts, expected):
    assert [cell.count for cell in picture(answers(*counts), ORDER)] == expected


def test_what_is_folded_says_which_classes():
    assert picture(answers(2, 1, 2, 12), ORDER) == [
        Cell((NO_ANSWER, "other", "man"), 5),
        Cell(("woman",), 12),
    ]


def test_two_classes_give_nothing():
    assert picture(["yes"] * 10 + ["no"] * 10, ("no", "yes")) == []


def test_an_answer_that_is_no_class_is_refused():
    with pytest.raises(ValueError, match="no class"):
        picture(["?"] * 20, ORDER)


def test_the_order_of_folding_names_every_class_once():
    for trait in PersonalTrait:
        assert sorted(trait.folding) == sorted(trait.classes)


def every_division(people: int, classes: int):
    if classes == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in every_division(people - first, classes - 1):
            yield (first, *rest)


@pytest.mark.parametrize(("people", "classes"), [(15, 4), (16, 4), (20, 4), (25, 4), (15, 5), (20, 5)])
def test_nobody_who_knows_the_rules_learns_a_number_under_five(people, classes):
    """For every picture: all divisions that lead to it, as an adversary would list them. No class and no
    union of classes has the same number under five in all of them; nor is it certain to be empty."""
    order = tuple("abcdef"[: classes - 1])
    names = (NO_ANSWER, *order)
    leads_to = defaultdict(list)
    for division in every_division(people, classes):
        given_answers = [name for name, n in zip(names, division, strict=True) for _ in range(n)]
        cells = tuple((cell.classes, cell.count) for cell in picture(given_answers, order))
        leads_to[cells].append(division)
    unions = [part for size in range(1, classes) for part in combinations(range(classes), size)]
    for cells, divisions in leads_to.items():
        for union in unions:
            possible = {sum(division[at] for at in union) for division in divisions}
            assert len(possible) > 1 or min(possible) >= LEAST, (cells, union, possible)


@given(st.lists(st.integers(0, 40), min_size=4, max_size=7))
def test_every_cell_has_five_or_more_and_together_they_are_everybody(counts):
    order = tuple("abcdef"[: len(counts) - 1])
    names = (NO_ANSWER, *order)
    cells = picture([name for name, n in zip(names, counts, strict=True) for _ in range(n)], order)
    if cells:
        assert all(cell.count >= LEAST for cell in cells)
        assert sum(cell.count for cell in cells) == sum(counts)
        assert [name for cell in cells for name in cell.classes] == list(names)
        assert len(cells) >= 2
        assert all(len(cell.classes) == 1 for cell in cells[1:])  # only the first is folded


def test_splits_go_from_fine_to_coarse():
    assert splits(("", "a", "b")) == [[("",), ("a",), ("b",)], [("", "a"), ("b",)]]
