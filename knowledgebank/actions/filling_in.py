"""Groups that work with the sheet of a card: begun, filled in by each party, cleared away in the end."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from knowledgebank.models import FilledForm, FillInForm, FormGroup

MOST_PARTIES = 60


class Full(Exception):
    """More sheets than a group has people: a machine is at work."""


def begin_group(form: FillInForm, *, name: str) -> FormGroup:
    return FormGroup.objects.create(form=form, name=name)


def fill_in(group: FormGroup, *, party: str, answers: Mapping[str, str]) -> FilledForm:
    """One more sheet in a group. The same answers of the same party twice are one sheet."""
    with transaction.atomic():
        group = FormGroup.objects.select_for_update().get(pk=group.pk)
        same = group.filled.filter(party=party).order_by("-pk").first()
        if same and same.answers == dict(answers):
            return same
        if group.filled.count() >= MOST_PARTIES:
            raise Full
        filled = FilledForm.objects.create(group=group, party=party, answers=dict(answers))
        FormGroup.objects.filter(pk=group.pk).update(used_at=timezone.now())
    return filled


def change(filled: FilledForm, *, party: str, answers: Mapping[str, str]) -> FilledForm:
    with transaction.atomic():
        filled = FilledForm.objects.select_for_update().get(pk=filled.pk)
        filled.party, filled.answers = party, dict(answers)
        filled.save(update_fields=["party", "answers", "changed_at"])
        FormGroup.objects.filter(pk=filled.group_id).update(used_at=timezone.now())
    return filled


def remove(filled: FilledForm) -> None:
    """One party takes its sheet back."""
    filled.delete()


def end_group(group: FormGroup) -> None:
    """Away with the group and everything that was filled in."""
    group.delete()
