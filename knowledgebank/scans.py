"""A scan as it is read: its records, the rules made of them, and what is said about a filled-in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import get_language

from knowledgebank import scoring
from knowledgebank.models import (
    Scan,
    ScanAdvice,
    ScanAnswer,
    ScanDimension,
    ScanQuestion,
    ScanTaking,
    StoryVersion,
    Tool,
)
from knowledgebank.public_items import Item, gathered, stories, tools
from knowledgebank.scan_chart import Chart
from network.numbers import key_of


class Sheet:
    """The questions of one scan, in order; three queries, whatever its size."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        answers = Prefetch("answers", ScanAnswer.objects.order_by("position"))
        self.questions: list[ScanQuestion] = list(
            scan.questions.order_by("position").prefetch_related(answers)
        )
        self.dimensions: list[ScanDimension] = list(scan.dimensions.order_by("position"))
        self.by_id = {question.pk: question for question in self.questions}

    @cached_property
    def rules(self) -> list[scoring.Question]:
        return [
            scoring.Question(
                question.pk,
                tuple(scoring.Answer(answer.pk, answer.points) for answer in question.answers.all()),
                question.dimension_id,
                question.weight,
                question.only_after_id,
            )
            for question in self.questions
        ]

    def given(self, sent: Mapping[str, Any]) -> scoring.Given:
        """The answers that a form or an address sent; what answers none of these questions is passed over."""
        found = {}
        for question in self.rules:
            answer = key_of(sent.get(self.by_id[question.id].field))
            if answer is not None and question.points_of(answer) is not None:
                found[question.id] = answer
        return found

    def answer(self, pk: int) -> ScanAnswer | None:
        return next((a for question in self.questions for a in question.answers.all() if a.pk == pk), None)

    def unanswered(self, given: scoring.Given) -> list[ScanQuestion]:
        return [self.by_id[question.id] for question in scoring.unanswered(self.rules, given)]

    def asked(self, given: scoring.Given) -> list[ScanQuestion]:
        return [self.by_id[question.id] for question in scoring.asked(self.rules, given)]


@dataclass(frozen=True)
class Side:
    """One dimension in a profile, with its score and what is said about it."""

    dimension: ScanDimension
    score: int
    advice: ScanAdvice | None


@dataclass(frozen=True)
class Result:
    taking: ScanTaking
    advice: ScanAdvice | None
    """About the total; None where the scan says nothing about this score."""
    sides: list[Side]
    tools: list[Item]
    stories: list[Item]

    @property
    def weakest(self) -> list[Side]:
        """Where most is to be won; nothing when that is more than half of it, and so says nothing."""
        lowest = min((side.score for side in self.sides), default=0)
        found = [side for side in self.sides if side.score == lowest]
        return found if len(found) * 2 <= len(self.sides) else []

    @property
    def chart(self) -> Chart | None:
        return Chart([side.score for side in self.sides]) if len(self.sides) >= 3 else None


def result_of(taking: ScanTaking, on: date) -> Result:
    """What the page, the paper and the mail of a filled-in scan show; four queries."""
    dimensions = {one.pk: one for one in taking.scan.dimensions.order_by("position")}
    advices = {one.pk: one for one in taking.scan.advices.order_by("low", "pk")}
    rules = [scoring.Advice(one.pk, one.dimension_id, one.low, one.high) for one in advices.values()]
    said = {one.dimension: advices[one.id] for one in reversed(scoring.fitting(rules, taking.scores))}
    sides = [
        Side(dimensions[pk], score, said.get(pk))
        for pk, score in sorted(
            taking.scores.by_dimension.items(), key=lambda row: _position(dimensions, row[0])
        )
        if pk in dimensions
    ]
    found = _goes_with([one.pk for one in said.values()], taking.scan, on)
    return Result(taking, said.get(None), sides, found.get("tool", []), found.get("story", []))


def _position(dimensions: Mapping[int, ScanDimension], pk: int) -> int:
    return dimensions[pk].position if pk in dimensions else 0


def _goes_with(advices: list[int], scan: Scan, on: date) -> dict[str, list[Item]]:
    language = get_language() or "nl"
    chosen = Tool.objects.filter(advised_in__in=advices, network=scan.network_id).values("slug")
    cards = Tool.objects.filter(network=scan.network_id, slug__in=chosen).public(on)
    told = StoryVersion.objects.public(on).filter(
        story__network=scan.network_id, story__advised_in__in=advices
    )
    return gathered(stories(told.distinct()), tools(cards.in_language(language)))


# --- What keeps a scan from going online -----------------------------------------------------------------


@dataclass(frozen=True)
class Fault:
    """`what` is one of nothing_asked, few_answers, backward, no_advice; `about` names the record or range."""

    what: str
    about: str = ""


def faults(scan: Scan) -> list[Fault]:
    """What a visitor would stumble over."""
    sheet = Sheet(scan)
    found = [] if sheet.questions else [Fault("nothing_asked")]
    seen: set[int] = set()
    for question in sheet.questions:
        answers = {answer.pk for answer in question.answers.all()}
        if len(answers) < 2:
            found.append(Fault("few_answers", str(question)))
        if question.only_after_id is not None and question.only_after_id not in seen:
            found.append(Fault("backward", str(question)))
        seen |= answers
    advices = [
        scoring.Advice(pk, None, low, high)
        for pk, low, high in scan.advices.filter(dimension=None).values_list("pk", "low", "high")
    ]
    found += [Fault("no_advice", f"{low}–{high}") for low, high in scoring.gaps(advices)]
    return found


# --- Sums --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnswerCount:
    text: str
    count: int | None
    """None: too few, or hidden so that too few cannot be reckoned."""


@dataclass(frozen=True)
class Sums:
    """What many filled in, without anything about one; None and empty under five.

    The sums move on by five people at a time: whoever looks again after one more came in learns nothing of
    that one.
    """

    count: int
    average: int | None
    sides: list[tuple[ScanDimension, int]]
    questions: list[tuple[ScanQuestion, list[AnswerCount]]]


def sums(scan: Scan) -> Sums:
    every = list(scan.takings.counted().order_by("pk").values_list("answers", "total", "by_dimension"))
    taken = scoring.by_fives(every)
    if not taken:
        return Sums(len(every), None, [], [])
    sheet = Sheet(scan)
    sides = []
    for dimension in sheet.dimensions:
        known = [scores[str(dimension.pk)] for _, _, scores in taken if str(dimension.pk) in scores]
        if known := scoring.by_fives(known):
            sides.append((dimension, _mean(known)))
    counted = []
    hidden: set[int | None] = set()
    for question in sheet.questions:
        given = [answers[str(question.pk)] for answers, _, _ in taken if str(question.pk) in answers]
        given = scoring.by_fives(given)
        counts = {answer.pk: given.count(answer.pk) for answer in question.answers.all()}
        shown = scoring.without_small(counts)
        if question.only_after_id in hidden:  # how many were asked it, is how many gave that answer
            shown = dict.fromkeys(counts)
        hidden |= {pk for pk, count in shown.items() if count is None}
        counted.append(
            (question, [AnswerCount(answer.text, shown[answer.pk]) for answer in question.answers.all()])
        )
    return Sums(len(taken), _mean([total for _, total, _ in taken]), sides, counted)


def _mean(numbers: list[int]) -> int:
    """Rounded half up."""
    return (2 * sum(numbers) + len(numbers)) // (2 * len(numbers))
