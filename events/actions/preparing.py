"""The file of a podium: opened at the yes, written by ambassador, host and leader alike."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ambassadors.models import Person
from events.models import ChecklistItem, FileNote, Podium, PodiumFile, PodiumRequest, PodiumStatus, Side
from events.sending_days import opening
from network import clock
from network.actions import mailing
from network.history import changed_by
from network.models import Network, User
from network.permissions import runs

SHARED = ("public", "goal", "briefing", "technique", "materials", "route", "contact")
BEFORE = timedelta(days=2)


def open_file(podium: Podium, *, by: User | None, request: PodiumRequest | None = None) -> PodiumFile:
    """The file of a podium, with what the request already told; twice is once."""
    known = PodiumFile.objects.filter(podium=podium).first()
    if known is not None:
        return known
    with transaction.atomic():
        file = PodiumFile(podium=podium)
        if request is not None:
            file.public = request.description[:2000]
            file.host_email = request.contact_email
            file.host_name = request.contact_name or request.asked_by
            file.host_language = request.language
        changed_by(file, by)
        file.save()
        with translation.override(settings.LANGUAGE_CODE):
            ChecklistItem.objects.bulk_create(
                ChecklistItem(file=file, side=side, text=text) for side, text in usual_things()
            )
        if podium.status == PodiumStatus.AGREED:
            invite(file)
        return file


def usual_things() -> list[tuple[str, str]]:
    """With which every checklist begins: who, and what."""
    return [
        (Side.HOST, _("Screen and sound are there, or agreed that they are not needed")),
        (Side.HOST, _("Route and parking are in the file")),
        (Side.AMBASSADOR, _("My story has a beginning, a figure and a question")),
        (Side.AMBASSADOR, _("Slides and business cards are ready")),
        (Side.LEADER, _("Both know whom to call on the day")),
    ]


def write(file: PodiumFile, *, by: User | None, values: Mapping[str, str]) -> PodiumFile:
    """Change what the three share; only what differs is written."""
    with transaction.atomic():
        file = (
            PodiumFile.objects.select_for_update(of=("self",))
            .select_related("podium__network")
            .get(pk=file.pk)
        )
        changed = [name for name in SHARED if name in values and getattr(file, name) != values[name]]
        if changed:
            for name in changed:
                setattr(file, name, values[name])
            changed_by(file, by)
            file.save(update_fields=changed)
        return file


def tick(file: PodiumFile, *, side: Side, done: Iterable[int]) -> None:
    """The ticks of the whole list as they now stand; who ticked first stays named."""
    wanted = set(done)
    with transaction.atomic():
        for item in file.checklist.select_for_update():
            if (item.pk in wanted) == (item.done_at is not None):
                continue
            item.done_at, item.done_by = (timezone.now(), side) if item.pk in wanted else (None, "")
            item.save(update_fields=["done_at", "done_by"])


def add_item(file: PodiumFile, *, side: Side, text: str) -> ChecklistItem:
    """One more thing to do; the same twice is one."""
    with transaction.atomic():
        PodiumFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
        known = file.checklist.filter(text=text).first()
        return known or ChecklistItem.objects.create(file=file, side=side, text=text)


def leave_note(file: PodiumFile, *, side: Side, name: str, text: str) -> FileNote:
    """Write to the others: each gets a mail with a link, and nobody's address."""
    with transaction.atomic():
        PodiumFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
        last = file.notes.last()
        if last is not None and (last.side, last.name, last.text) == (side, name, text):
            return last
        note = FileNote.objects.create(file=file, side=side, name=name, text=text)
        for reader in readers(file):
            if reader.side != side:
                _post(file, reader, "file_note", f"file_note:{note.pk}", {"note": note.pk})
        return note


# --- Calendar -------------------------------------------------------------------------------------------


def invite(file: PodiumFile) -> int:
    """An invitation in everybody's calendar, anew for every change of day, hour or place; once for each."""
    podium = file.podium
    return sum(
        _post(
            file,
            reader,
            "podium_invitation",
            f"podium_invitation:{podium.pk}:{podium.sequence}",
            {"sequence": podium.sequence},
        )
        for reader in readers(file)
        if reader.side != Side.LEADER
    )


def tell_the_calendars(podium: Podium) -> None:
    """After a change that a calendar must hear of; nothing for a podium without a file, or of the past."""
    if podium.date < clock.today():
        return
    file = PodiumFile.objects.select_related("podium__network").filter(podium=podium).first()
    if file is not None and podium.status in (PodiumStatus.AGREED, PodiumStatus.CANCELLED):
        file.podium = podium
        invite(file)


# --- The clock ------------------------------------------------------------------------------------------


def run(network: Network, *, on: date) -> int:
    """Two days before: where, when and what is still open; once for each day agreed."""
    files = (
        PodiumFile.objects.filter(podium__network=network)
        .to_remind(on, on + BEFORE)
        .select_related("podium__network")
    )
    return sum(_remind(file) for file in files.order_by("podium__date", "pk"))


def _remind(file: PodiumFile) -> int:
    with transaction.atomic():
        day = file.podium.date
        changed = PodiumFile.objects.filter(pk=file.pk).exclude(reminded_for=day).update(reminded_for=day)
        if not changed:
            return 0
        return sum(
            _post(file, reader, "podium_reminder", f"podium_reminder:{file.pk}:{day}", {"day": day})
            for reader in readers(file)
            if reader.side != Side.LEADER
        )


# --- Who reads it ---------------------------------------------------------------------------------------


class Reader:
    """One of the people behind a file, as far as a mail needs to know them."""

    def __init__(self, side: Side, pk: int, email: str, name: str, language: str) -> None:
        self.side, self.pk, self.email, self.name, self.language = side, pk, email, name, language


def readers(file: PodiumFile) -> list[Reader]:
    podium = file.podium
    people = Person.objects.filter(podia=podium).exclude(email="")
    found = [Reader(Side.AMBASSADOR, p.pk, p.email, p.full_name, p.language) for p in people]
    if file.host_email:
        found.append(Reader(Side.HOST, 0, file.host_email, file.host_name, file.host_language))
    owner = podium.request.owner if podium.request else None
    if owner is not None and runs(owner, podium.network):
        found.append(Reader(Side.LEADER, owner.pk, owner.email, owner.name, owner.language))
    return found


def _post(
    file: PodiumFile, reader: Reader, kind: str, key: str, context: Mapping[str, Any] | None = None
) -> int:
    podium = file.podium
    data: dict[str, Any] = {"podium": podium.pk, "side": str(reader.side), **(context or {})}
    if reader.side == Side.AMBASSADOR:
        data["person"] = reader.pk
    made = mailing.post(
        mailing.Mail(
            network=podium.network,
            kind=kind,
            key=f"{key}:{reader.side}:{reader.pk}",
            to=reader.email,
            name=reader.name,
            language=reader.language,
            context=data,
            about=podium,
            reason=str(podium),
            not_before=opening(clock.today()) if kind == "podium_reminder" else None,
        )
    )
    return int(made is not None)
