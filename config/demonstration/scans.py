"""Two scans: in which phase a company is, and what would suit it; each filled in by some made-up visitors."""

from datetime import date, timedelta
from random import Random

from django.utils import timezone

from config.demonstration.build import World, keep
from config.demonstration.scan_phase import PHASE
from config.demonstration.scan_sketches import Sketch, Two
from config.demonstration.scan_suits import SUITS
from knowledgebank import scoring
from knowledgebank.models import Scan, ScanAdvice, ScanAnswer, ScanDimension, ScanQuestion, ScanTaking
from knowledgebank.scans import Sheet
from network import clock


def add_scans(world: World) -> None:
    for sketch in (PHASE, SUITS):
        scan = _scan(world, sketch)
        _takings(scan, sketch)


def _scan(world: World, sketch: Sketch) -> Scan:
    (scan,) = keep(
        [
            Scan(
                network=world.network,
                slug=sketch.slug,
                minutes=sketch.minutes,
                source=sketch.source,
                published_on=clock.today() - timedelta(days=200),
                changed_at=timezone.now(),
                **_both(title=sketch.title, summary=sketch.summary, introduction=sketch.introduction),
            )
        ],
        Scan,
    )
    dimensions = keep(
        [
            ScanDimension(scan=scan, position=number, **_both(name=name, explanation=explanation))
            for number, (name, explanation) in enumerate(sketch.dimensions, 1)
        ],
        ScanDimension,
    )
    _questions(scan, sketch, dimensions)
    keep(
        [
            ScanAdvice(
                scan=scan,
                dimension=dimensions[said.dimension - 1] if said.dimension else None,
                low=said.low,
                high=said.high,
                **_both(title=said.title, body=said.body),
            )
            for said in sketch.advice
        ],
        ScanAdvice,
    )
    return scan


def _questions(scan: Scan, sketch: Sketch, dimensions: list[ScanDimension]) -> None:
    """With their answers; some are asked only after one of those."""
    questions = keep(
        [
            ScanQuestion(
                scan=scan,
                position=number,
                weight=asked.weight,
                dimension=dimensions[asked.dimension - 1] if asked.dimension else None,
                **_both(text=asked.text, help=asked.help),
            )
            for number, asked in enumerate(sketch.questions, 1)
        ],
        ScanQuestion,
    )
    answers = {
        question.position: [
            ScanAnswer(question=question, position=number, points=points, **_both(text=text))
            for number, (text, points) in enumerate(asked.answers, 1)
        ]
        for question, asked in zip(questions, sketch.questions, strict=True)
    }
    keep([answer for of_question in answers.values() for answer in of_question], ScanAnswer)
    for question, asked in zip(questions, sketch.questions, strict=True):
        if asked.only_after:
            at, number = asked.only_after
            after = ScanAnswer.objects.get(question=questions[at - 1], position=number)
            ScanQuestion.objects.filter(pk=question.pk).update(only_after=after)


def _takings(scan: Scan, sketch: Sketch) -> None:
    """What visitors filled in over half a year; the same every time."""
    chance, sheet = Random(sketch.seed), Sheet(scan)
    rows = []
    for _visitor in range(sketch.takings):
        level = chance.random()
        given = {
            question.id: question.answers[
                min(len(question.answers) - 1, int(len(question.answers) * (level + chance.random()) / 2))
            ].id
            for question in sheet.rules
        }
        kept = scoring.relevant(sheet.rules, given)
        found = scoring.scores(sheet.rules, kept)
        rows.append(
            ScanTaking(
                scan=scan,
                answers=kept,
                total=found.total,
                by_dimension=found.by_dimension,
                taken_on=_some_day(chance),
            )
        )
    ScanTaking.objects.bulk_create(rows)


def _some_day(chance: Random) -> date:
    return clock.today() - timedelta(days=chance.randrange(1, 180))


def _both(**texts: Two) -> dict[str, str]:
    return {
        name + suffix: text
        for name, (dutch, english) in texts.items()
        for suffix, text in (("", dutch), ("_en", english))
    }
