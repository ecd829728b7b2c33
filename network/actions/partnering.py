"""Keeping fans: a change of contact person is a hand-over, never a new name over an old one."""

from datetime import date

from django.db import transaction

from network import succession
from network.history import changed_by
from network.models import FanContact, FanOrganisation, User


def hand_over(
    *,
    by: User | None,
    fan: FanOrganisation,
    name: str,
    since: date,
    role: str = "",
    email: str = "",
    phone: str = "",
    replaces: FanContact | None = None,
) -> FanContact:
    """A new contact person from a day on; the one before ends that day. The same person twice is one."""
    with transaction.atomic():
        FanOrganisation.objects.select_for_update().get(pk=fan.pk)
        known = FanContact.objects.filter(fan=fan, name=name, email=email, end=None).first()
        if known:
            return known
        if replaces and replaces.end is None:
            replaces.end = since
            changed_by(replaces, by).save(update_fields=["end"])
        contact = FanContact(fan=fan, name=name, role=role, email=email, phone=phone, start=since)
        changed_by(contact, by).save()
        if replaces and replaces.email:
            succession.hand_over(replaces, contact, by)
        return contact
