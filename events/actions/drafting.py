"""Keeping what an ambassador has typed so far, so that no error, time-out or empty battery loses it."""

import secrets
from collections.abc import Mapping, Sequence

from django.db import transaction

from ambassadors.models import Person
from events.actions.logging import own_token
from events.models import Podium, PodiumDraft

LONGEST_VALUE = 12_000
MOST_VALUES = 60


def new_token() -> str:
    return secrets.token_urlsafe(32)


def save_draft(*, person: Person, token: str, values: Mapping[str, Sequence[str]]) -> PodiumDraft | None:
    """Keep the values of a form, by field; None when that form has become a podium or nothing was typed."""
    kept = {
        name: [value.replace("\x00", "")[:LONGEST_VALUE] for value in list(given)[:MOST_VALUES]]
        for name, given in values.items()
        if any(value.strip() for value in given)
    }
    if not kept or Podium.objects.filter(form_token=own_token(person, token)).exists():
        return None
    with transaction.atomic():
        draft, _made = PodiumDraft.objects.update_or_create(
            person=person, defaults={"token": token[:43], "values": kept}
        )
    return draft


def discard_draft(*, person: Person, token: str | None = None) -> None:
    """Throw the draft away; with a token only when it belongs to that form."""
    drafts = PodiumDraft.objects.filter(person=person)
    if token is not None:
        drafts = drafts.filter(token=token)
    drafts.delete()
