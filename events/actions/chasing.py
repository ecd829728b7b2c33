"""Taking the steps of the chase: recorded once ever, with the mail or the task that belongs to it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation

from ambassadors.commitment import Standing, State
from ambassadors.models import Person
from events import chase
from events.chase_reasons import sentence
from events.chase_rules import MAILS
from events.models import ChaseStep, StepKind
from events.sending_days import opening
from events.standing import Records, records_of
from network.actions import composing, mailing
from network.models import Message, Network, User

AT_ONCE = 500
Row = TypeVar("Row")


def run(network: Network, *, on: date) -> Counter[str]:
    """Take every step that is due on a day; how many of each. Safe to repeat, and to run late."""
    taken: Counter[str] = Counter()
    for lines in _batches(chase.due(network, on)):
        taken += take(network, lines, on=on)
    lapse_settled_tasks(network, on=on)
    return taken


@transaction.atomic
def take(network: Network, lines: Sequence[chase.Line], *, on: date) -> Counter[str]:
    """Record the steps of these lines, each with its mail; those that somebody else recorded are left out."""
    # Of two runs at once the second waits here, and then sees what the first wrote.
    Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    lines = [line for line in _not_yet_taken(lines) if line.decision.step]
    people = Person.objects.in_bulk([line.person_id for line in lines])
    with translation.override(settings.LANGUAGE_CODE):
        reasons = {_key(line): sentence(line.decision, line.standing)[:300] for line in lines}
    mails = {
        _key(line): mail
        for line in lines
        if (mail := _mail(network, people[line.person_id], line, reasons[_key(line)])) is not None
    }
    mailing.post_many(mails.values())
    messages = dict(Message.objects.filter(key__in=mails).values_list("key", "pk"))
    ChaseStep.objects.bulk_create(
        ChaseStep(
            person_id=line.person_id,
            year_start=line.standing.year_start,
            year_end=line.standing.year_end,
            missing=line.decision.k,
            kind=str(line.decision.step),
            decided_on=on,
            planned_for=line.decision.planned_for or on,
            reason=reasons[_key(line)],
            message_id=messages.get(_key(line)),
        )
        for line in lines
    )
    return Counter(str(line.decision.step) for line in lines)


def preview(network: Network, person: Person, line: chase.Line) -> composing.Composed | None:
    """The mail of a line as it would leave today; None when its step is no mail. Nothing is written."""
    mail = _mail(network, person, line)
    if mail is None:
        return None
    return composing.Composer().compose(
        Message(
            network=network,
            kind=mail.kind,
            recipient=mail.to,
            recipient_name=mail.name,
            language=mail.language,
            variant=mail.variant,
            data=mailing.packed(mail.context or {}),
        )
    )


def handle(step: ChaseStep, *, by: User) -> None:
    """The leader has called, or talked the year over."""
    ChaseStep.objects.open_tasks().filter(pk=step.pk).update(handled_at=timezone.now(), handled_by=by)


def lapse_settled_tasks(
    network: Network, *, on: date, people: Iterable[Person] | QuerySet[Person] | None = None
) -> int:
    """Take tasks off the leader's list whose reason is gone; of some people, or of the whole network."""
    tasks = ChaseStep.objects.open_tasks().filter(person__network=network)
    if people is not None:
        tasks = tasks.filter(person__in=people)
    lapsed = 0
    for steps in _batches(tasks.order_by("person_id", "pk")):
        records = {r.person_id: r for r in records_of(network, [step.person_id for step in steps])}
        settled = [step.pk for step in steps if _is_settled(step, records.get(step.person_id), on)]
        lapsed += ChaseStep.objects.open_tasks().filter(pk__in=settled).update(lapsed_at=timezone.now())
    return lapsed


def _is_settled(step: ChaseStep, records: Records | None, on: date) -> bool:
    year = records.year_starting(step.year_start) if records else None
    if not records or not year:
        return True  # the term was corrected: there is no such year any more
    standing = records.standing(year, on)
    if step.kind == StepKind.EVALUATION:
        return standing.state == State.MET
    return standing.state != State.PAUSED and not is_about(standing, step.missing)


def is_about(standing: Standing, k: int) -> bool:
    """Whether the k-th podium of the year is still the one that is missing."""
    return standing.state == State.BEHIND and standing.count + 1 == k


def _not_yet_taken(lines: Sequence[chase.Line]) -> list[chase.Line]:
    known = set(
        ChaseStep.objects.filter(person_id__in={line.person_id for line in lines}).values_list(
            "person_id", "year_start", "missing", "kind"
        )
    )
    return [
        line
        for line in lines
        if (line.person_id, line.standing.year_start, line.decision.k, line.decision.step) not in known
    ]


def _mail(network: Network, person: Person, line: chase.Line, reason: str = "") -> mailing.Mail | None:
    """None for a task of the leader, and for somebody without an e-mail address."""
    if line.decision.step not in MAILS or not person.email:
        return None
    assert line.decision.planned_for is not None
    return mailing.Mail(
        network=network,
        kind=line.decision.step,
        key=_key(line),
        to=person.email,
        name=person.full_name,
        language=person.language,
        context=data_of(line),
        about=person,
        reason=reason,
        not_before=opening(line.decision.planned_for),
        reply_to=network.contact_email,
        variant=person.profile_type,
    )


def data_of(line: chase.Line) -> dict[str, object]:
    """What the mail of a line keeps: whom and what it is about. Its figures are fetched when it leaves."""
    return {"person": line.person_id, "year_start": line.standing.year_start, "k": line.decision.k}


def _key(line: chase.Line) -> str:
    return f"chase:{line.decision.step}:{line.person_id}:{line.standing.year_start}:{line.decision.k}"


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    source = iter(rows)
    while batch := list(islice(source, AT_ONCE)):
        yield batch
