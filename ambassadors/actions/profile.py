"""What people change about their own page, and what the leader changes with the same verbs."""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ambassadors.actions import printing
from ambassadors.models import Employment, Person
from network import images
from network.actions import sizing
from network.history import changed_by
from network.models import Company, User


def change_profile(person: Person, *, by: User | None, changes: Mapping[str, Any]) -> Person:
    """Set what differs; nothing is saved when nothing does. A portrait that is replaced is thrown away."""
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        portrait, focus = str(locked.portrait), (locked.focal_x, locked.focal_y)
        changed = {field for field, value in changes.items() if getattr(locked, field) != value}
        for field in changed:
            setattr(locked, field, changes[field])
        if changed:
            changed_by(locked, by)
            locked.save(update_fields={*changed, "changed_at"})
        if portrait and portrait != str(locked.portrait):
            transaction.on_commit(lambda: images.throw_away(portrait, *focus))
        if changed & {"portrait", "focal_x", "focal_y"}:
            sizing.ring(locked)
    return locked


def agree_to_publication(person: Person, *, by: User | None) -> Person:
    """From now on visitors see the person's page. Agreeing twice keeps the first moment."""
    if person.publication_consent_at:
        return person
    return change_profile(person, by=by, changes={"publication_consent_at": timezone.now()})


def withdraw_publication(person: Person, *, by: User | None) -> Person:
    return change_profile(person, by=by, changes={"publication_consent_at": None})


def agree_to_photos(person: Person, *, by: User | None) -> Person:
    """A portrait may be there again; the one that was thrown away does not come back."""
    return change_profile(person, by=by, changes={"photos_refused_at": None})


def refuse_photos(person: Person, *, by: User | None) -> Person:
    """No photos from now on: the portrait goes, from every page and, once that is certain, from the disk.

    Plaques that were made with it are gone too, and made anew with initials.
    """
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        if locked.photos_refused_at:
            return locked
        had_portrait = bool(locked.portrait)
        person = change_profile(
            locked,
            by=by,
            changes={"photos_refused_at": timezone.now(), "portrait": "", "portrait_alt": ""},
        )
        if had_portrait:
            printing.anew_without(person)
    return person


def change_company(
    person: Person, *, by: User | None, name: str, place: str, role: str, since: date
) -> Employment:
    """Somebody works elsewhere from a day on; where they worked before stays on record.

    The same company again only gets the new role. What began later than `since` never was, and goes.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        company = (
            Company.objects.filter(network_id=person.network_id, name__iexact=name).order_by("pk").first()
        )
        if company is None:
            company = Company(network_id=person.network_id, name=name, place=place)
            changed_by(company, by)
            company.save()
        known = person.employments.filter(company=company, role=role).current(since).first()
        if known:
            return known
        for earlier in person.employments.filter(Q(end=None) | Q(end__gt=since)):
            changed_by(earlier, by)
            if earlier.start and earlier.start >= since:
                earlier.delete()
            else:
                earlier.end = since
                earlier.save(update_fields=["end"])
        employment = Employment(person=person, company=company, role=role, start=since)
        changed_by(employment, by)
        employment.save()
    return employment


def renew_calendar_link(person: Person) -> str:
    """A new secret address for the feed; the old one is dead at once."""
    token = secrets.token_urlsafe(24)
    Person.objects.filter(pk=person.pk).update(calendar_token=token)
    return token


def stop_calendar_link(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(calendar_token="")
