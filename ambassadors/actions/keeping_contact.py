"""Keeping in touch: talks written down, promises to come back kept, pauses given and ended."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from ambassadors.models import ContactMoment, Pause, Person
from network.history import changed_by
from network.models import User


def write_down(
    *,
    by: User | None,
    person: Person,
    date: date,
    kind: str,
    summary: str = "",
    needs: str = "",
    follow_up_on: date | None = None,
) -> ContactMoment:
    """One talk. The same talk sent twice within a minute is one: a double click is no second talk."""
    with transaction.atomic():
        values = {
            "date": date,
            "kind": kind,
            "summary": summary,
            "needs": needs,
            "follow_up_on": follow_up_on,
        }
        Person.objects.select_for_update().get(pk=person.pk)
        last = ContactMoment.objects.filter(person=person, by=by, **values).order_by("-pk").first()
        if last and timezone.now() - last.history.earliest().history_date < timedelta(minutes=1):
            return last
        moment = ContactMoment(person=person, by=by, **values)
        changed_by(moment, by).save()
        return moment


def follow_up(moment: ContactMoment, *, by: User) -> None:
    """The leader came back to it."""
    with transaction.atomic():
        moment = ContactMoment.objects.select_for_update().get(pk=moment.pk)
        if moment.followed_up_at:
            return
        moment.followed_up_at = timezone.now()
        changed_by(moment, by).save(update_fields=["followed_up_at"])


def give_pause(*, by: User, person: Person, start: date, end: date | None = None, reason: str = "") -> Pause:
    """Days in which nothing is asked. The same days twice are one pause."""
    with transaction.atomic():
        known = Pause.objects.filter(person=person, start=start, end=end).first()
        if known:
            return known
        pause = Pause(person=person, start=start, end=end, reason=reason)
        changed_by(pause, by).save()
        return pause


def end_pause(pause: Pause, *, by: User, end: date) -> None:
    """Back to work earlier than planned; a pause that has not begun is taken away."""
    with transaction.atomic():
        pause = Pause.objects.select_for_update().get(pk=pause.pk)
        changed_by(pause, by)
        if end <= pause.start:
            pause.delete()
            return
        if pause.end is None or end < pause.end:
            pause.end = end
            pause.save(update_fields=["end"])
