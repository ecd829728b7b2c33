"""How answers become a profile: by hand, and over many made-up scans."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledgebank import scoring
from knowledgebank.scoring import Advice, Answer, Question, Scores

YES_NO = (Answer(1, 3), Answer(2, 0))
BRANCH = [
    Question(1, YES_NO, dimension=10, weight=2),
    Question(2, (Answer(3, 0), Answer(4, 4)), dimension=10, only_after=2),
    Question(3, (Answer(5, 0), Answer(6, 0)), dimension=None),
    Question(4, (Answer(7, 1), Answer(8, 2)), dimension=20),
]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, [1, 3, 4]),
        ({1: 1}, [1, 3, 4]),
        ({1: 2}, [1, 2, 3, 4]),
        ({1: 99}, [1, 3, 4]),  # no answer to that question
        ({2: 2}, [1, 3, 4]),  # the answer counts at its own question only
    ],
)
def test_the_way_follows_the_answers(answers, asked):
    assert [question.id for question in scoring.asked(BRANCH, answers)] == asked


@pytest.mark.parametrize(
    ("answers", "total", "sides"),
    [
        ({1: 1, 3: 5, 4: 8}, 100, {10: 100, 20: 100}),
        ({1: 2, 2: 4, 3: 5, 4: 7}, 42, {10: 40, 20: 50}),  # 5 of 12; 4 of 10; 1 of 2
        ({1: 1, 2: 3, 3: 5, 4: 7}, 88, {10: 100, 20: 50}),  # what was not asked counts nowhere
        ({}, 0, {}),
    ],
)
def test_a_score_is_a_share_of_what_could_be_reached(answers, total, sides):
    assert scoring.scores(BRANCH, answers) == Scores(total, sides)


def test_only_answers_on_the_way_are_kept():
    assert scoring.relevant(BRANCH, {1: 1, 2: 4, 3: 5, 4: 99}) == {1: 1, 3: 5}
    assert [question.id for question in scoring.unanswered(BRANCH, {1: 2, 3: 5})] == [2, 4]


@pytest.mark.parametrize(("score", "said"), [(0, [1]), (49, [1]), (50, [2]), (100, [2])])
def test_the_ends_of_a_range_belong_to_it(score, said):
    advice = [Advice(1, None, 0, 49), Advice(2, None, 50, 100), Advice(3, 7, 0, 100)]
    assert [one.id for one in scoring.fitting(advice, Scores(score))] == said


@pytest.mark.parametrize(
    ("ranges", "gaps"),
    [
        ([], [(0, 100)]),
        ([(0, 100)], []),
        ([(50, 100), (0, 49)], []),
        ([(10, 20), (15, 18), (30, 99)], [(0, 9), (21, 29), (100, 100)]),
    ],
)
def test_a_score_without_a_word_is_found(ranges, gaps):
    assert scoring.gaps(Advice(n, None, low, high) for n, (low, high) in enumerate(ranges)) == gaps


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({1: 9, 2: 0}, {1: 9, 2: 0}),
        ({1: 9, 2: 4, 3: 7}, {1: 9, 2: None, 3: None}),  # else 4 would follow from the total
        ({1: 3, 2: 4, 3: 7}, {1: None, 2: None, 3: 7}),
        ({1: 1, 2: 1, 3: 7, 4: 8}, {1: None, 2: None, 3: None, 4: 8}),  # else 2 would follow
        ({1: 4}, {1: None}),
    ],
)
def test_small_groups_are_hidden_and_cannot_be_reckoned(counts, shown):
    assert scoring.without_small(counts) == shown


@st.composite
def scans(draw):
    questions, answer_ids = [], []
    for number in range(draw(st.integers(1, 7))):
        answers = tuple(
            Answer(number * 10 + at, draw(st.integers(0, 5))) for at in range(draw(st.integers(2, 4)))
        )
        after = draw(st.one_of(st.none(), st.sampled_from(answer_ids))) if answer_ids else None
        dimension = draw(st.one_of(st.none(), st.integers(1, 3)))
        questions.append(Question(number, answers, dimension, draw(st.integers(1, 10)), after))
        answer_ids += [answer.id for answer in answers]
    chosen = {
        question.id: draw(st.sampled_from(question.answers)).id
        for question in questions
        if draw(st.booleans())
    }
    return questions, chosen


@given(scans())
def test_any_scan_gives_shares_of_its_own_way_and_nothing_else(made):
    questions, chosen = made
    found = scoring.scores(questions, chosen)
    way = {question.id: question for question in scoring.asked(questions, chosen)}
    for dimension in {question.dimension for question in questions} - {None}:
        rows = [
            (one.weight * (one.points_of(chosen[one.id]) or 0), one.weight * one.highest)
            for one in way.values()
            if one.dimension == dimension and one.id in chosen
        ]
        possible = sum(most for _, most in rows)
        if possible:
            share = Fraction(100 * sum(points for points, _ in rows), possible)
            assert found.by_dimension[dimension] == floor(share + Fraction(1, 2))
        else:
            assert dimension not in found.by_dimension
    assert 0 <= found.total <= 100
    off_the_way = {pk: answer for pk, answer in chosen.items() if pk not in way}
    assert scoring.scores(questions, {pk: a for pk, a in chosen.items() if pk not in off_the_way}) == found


@given(scans(), st.data())
def test_a_better_answer_never_lowers_a_score(made, data):
    questions, chosen = made
    plain = [question for question in questions if question.only_after is None]
    answered = [question for question in plain if question.id in chosen]
    if not answered:
        return
    question = data.draw(st.sampled_from(answered))
    best = max(question.answers, key=lambda answer: answer.points)
    before = scoring.scores(plain, chosen)
    after = scoring.scores(plain, {**chosen, question.id: best.id})
    assert after.total >= before.total
    assert all(after.by_dimension[pk] >= score for pk, score in before.by_dimension.items())
