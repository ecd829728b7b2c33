"""The working day after an agreed podium its ambassadors are asked how it went, each once per day agreed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.commitment import Span, is_paused
from ambassadors.models import Person
from events.models import Podium
from events.models.podia import PodiumQuerySet
from events.sending_days import first_allowed, opening
from events.standing import Records, records_of
from network.actions import mailing
from network.models import Network

LOOK_BACK = timedelta(days=60)
AT_ONCE = 200


@dataclass(frozen=True)
class Question:
    podium: Podium
    person: Person
    planned_for: date


def questions(network: Network, on: date) -> Iterator[Question]:
    """Who is to be asked about which podium. Nobody who is paused or whose term does not hold the day."""
    yield from _questions(network, list(_unasked(network, on)), on)


def run(network: Network, *, on: date) -> int:
    """Ask about every agreed podium whose day has passed; how many mails. Safe to repeat, and to run late."""
    asked = 0
    while podia := list(_unasked(network, on)[:AT_ONCE]):
        asked += _ask(network, podia, on)
    return asked


@transaction.atomic
def _ask(network: Network, podia: list[Podium], on: date) -> int:
    mails = [_mail(network, question) for question in _questions(network, podia, on)]
    Podium.objects.filter(pk__in=[podium.pk for podium in podia]).update(outcome_asked_at=timezone.now())
    return mailing.post_many(mails)


def _unasked(network: Network, on: date) -> PodiumQuerySet:
    return (
        Podium.objects.filter(network=network, outcome_asked_at=None, date__gte=on - LOOK_BACK)
        .without_outcome(on)
        .order_by("date", "pk")
    )


def _questions(network: Network, podia: list[Podium], on: date) -> Iterator[Question]:
    taking_part = list(
        Podium.ambassadors.through.objects.filter(podium__in=podia)
        .order_by("podium_id", "person_id")
        .select_related("person")
    )
    people = sorted({link.person_id for link in taking_part})
    records = {found.person_id: found for found in records_of(network, people, Span(on, on))}
    by_id = {podium.pk: podium for podium in podia}
    for link in taking_part:
        if link.person.email and _may_be_asked(records.get(link.person_id), on):
            yield Question(by_id[link.podium_id], link.person, first_allowed(on))


def _may_be_asked(records: Records | None, on: date) -> bool:
    return records is not None and records.term_on(on) is not None and not is_paused(records.pauses, on)


def _mail(network: Network, question: Question) -> mailing.Mail:
    podium, person = question.podium, question.person
    with translation.override(settings.LANGUAGE_CODE):
        reason = _("The podium of %(day)s was agreed and has no outcome yet.") % {
            "day": date_format(podium.date, "j F Y")
        }
    return mailing.Mail(
        network=network,
        kind="how_did_it_go",
        key=f"how_did_it_go:{podium.pk}:{podium.date}:{person.pk}",
        to=person.email,
        name=person.full_name,
        language=person.language,
        context={"podium": podium.pk, "person": person.pk, "day": podium.date},
        about=podium,
        reason=reason,
        not_before=opening(question.planned_for),
        reply_to=network.contact_email,
    )
