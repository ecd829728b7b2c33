"""Tasks of the network that members take over, give back, or finish."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.actions.refused import Refused
from ambassadors.models import ClubTask, Person
from network.history import changed_by
from network.models import User


def take(*, task: ClubTask, person: Person, by: User) -> ClubTask:
    """This is mine now. Raises Refused when somebody was first."""
    with transaction.atomic():
        locked = ClubTask.objects.select_for_update(of=("self",)).get(pk=task.pk)
        if locked.taken_by_id == person.pk:
            return locked
        if locked.taken_by_id or locked.done_at:
            raise Refused([_("Somebody was just before you. Thank you for the offer.")])
        locked.taken_by, locked.taken_at = person, timezone.now()
        changed_by(locked, by).save(update_fields=["taken_by", "taken_at"])
    return locked


def give_back(*, task: ClubTask, person: Person, by: User) -> bool:
    """Somebody else can take it. False: it was not theirs, or is done."""
    with transaction.atomic():
        locked = ClubTask.objects.select_for_update(of=("self",)).get(pk=task.pk)
        if locked.taken_by_id != person.pk or locked.done_at:
            return False
        locked.taken_by, locked.taken_at = None, None
        changed_by(locked, by).save(update_fields=["taken_by", "taken_at"])
    return True


def finish(*, task: ClubTask, person: Person, by: User) -> bool:
    with transaction.atomic():
        locked = ClubTask.objects.select_for_update(of=("self",)).get(pk=task.pk)
        if locked.taken_by_id != person.pk or locked.done_at:
            return False
        locked.done_at = timezone.now()
        changed_by(locked, by).save(update_fields=["done_at"])
    return True
