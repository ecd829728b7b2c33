"""What drives an ambassador: filled in by themselves, settled in a talk with the leader."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from ambassadors.actions import profile
from ambassadors.models import MotiveAnswers, Person, TypeTalk
from ambassadors.profile_types import VERSION, Proposal, propose
from network.models import User


def fill_in(person: Person, *, answers: Mapping[str, int]) -> Proposal:
    """The answers in place of earlier ones. They propose; the type itself changes in a talk only."""
    proposal = propose(answers)
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        MotiveAnswers.objects.update_or_create(
            person=person,
            defaults={"answers": dict(answers), "version": VERSION, "filled_at": timezone.now()},
        )
    return proposal


def take_back(person: Person) -> None:
    """The answers are gone; what was settled in a talk stays."""
    MotiveAnswers.objects.filter(person=person).delete()


def proposal_of(person: Person) -> Proposal | None:
    """What the answers propose; None without answers, or with answers to other statements than ours."""
    filled = MotiveAnswers.objects.filter(person=person, version=VERSION).first()
    return propose(filled.answers) if filled else None


def settle(person: Person, *, first: str, second: str = "", talked_on: date, by: User) -> TypeTalk:
    """As leader and ambassador agreed in a talk. The same talk twice is one."""
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        last = person.type_talks.first()
        filled = MotiveAnswers.objects.filter(person=person).first()
        is_known = (
            last
            and (last.first, last.second, last.talked_on) == (first, second, talked_on)
            and (filled is None or filled.filled_at <= last.settled_at)
        )
        if last and is_known:
            return last
        talk = TypeTalk.objects.create(
            person=person, first=first, second=second, talked_on=talked_on, settled_by=by
        )
        profile.change_profile(person, by=by, changes={"profile_type": first, "second_profile_type": second})
    return talk
