"""Keeping what an ambassador has typed so far, so that no error, time-out or empty battery loses it."""

import secrets
from collections.abc import Mapping, Sequence

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from ambassadors.models import Person
from events.actions.logging import own_token
from events.models import Podium, PodiumDraft

LONGEST_VALUE = 12_000
MOST_VALUES = 60


def new_token() -> str:
    return secrets.token_urlsafe(32)


def save_draft(
    *,
    person: Person,
    token: str,
    values: Mapping[str, Sequence[str]],
    photo: ContentFile | None = None,
    photo_away: bool = False,
) -> PodiumDraft | None:
    """Keep the values of a form, by field; None when that form has become a podium or nothing was typed.

    A photo stays with the form it was chosen in, until another one takes its place or it is put away.
    """
    kept = {
        name: [value.replace("\x00", "")[:LONGEST_VALUE] for value in list(given)[:MOST_VALUES]]
        for name, given in values.items()
        if any(value.strip() for value in given)
    }
    if not (kept or photo) or Podium.objects.filter(form_token=own_token(person, token)).exists():
        return None
    with transaction.atomic():
        draft, _made = PodiumDraft.objects.select_for_update().get_or_create(
            person=person, defaults={"token": token[:43], "values": kept}
        )
        if draft.photo and (photo or photo_away or draft.token != token[:43]):
            _forget_file(draft.photo.name)
            draft.photo = ""
        if photo:
            draft.photo = photo
        draft.token, draft.values = token[:43], kept
        draft.save()
    return draft


def discard_draft(*, person: Person, token: str | None = None) -> None:
    """Throw the draft away; with a token only when it belongs to that form."""
    drafts = PodiumDraft.objects.filter(person=person)
    if token is not None:
        drafts = drafts.filter(token=token)
    with transaction.atomic():
        for draft in drafts.select_for_update():
            _forget_file(draft.photo.name)
            draft.delete()


def _forget_file(name: str | None) -> None:
    """After the commit, and only when it did not become the photo of a podium."""

    def forget() -> None:
        if name and not Podium.objects.filter(photo=name).exists():
            default_storage.delete(name)

    if name:
        transaction.on_commit(forget, robust=True)
