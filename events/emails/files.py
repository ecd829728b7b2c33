"""The mails around one podium: the invitation, the day before last, and the question afterwards."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import PodiumKind
from events import links
from events.calendar import invitation_of
from events.emails.windows import working_hours
from events.models import FileNote, PodiumFile, PodiumStatus, Side
from events.podium_words import podium_name, where_to_go
from events.request_words import hours
from network import clock
from network.actions import mailing
from network.emails import SERVICE
from network.links import site_url
from network.messages import register
from network.models import Message, Network


def _file(message: Message) -> PodiumFile | None:
    found = PodiumFile.objects.select_related("podium__host", "podium__request").filter(
        podium=message.about_id or 0, podium__network=message.network
    )
    file = found.first()
    if file:
        file.podium.network = message.network
    return file


def _about(message: Message) -> dict[str, Any]:
    file = _file(message)
    if file is None:
        return {}
    podium, side = file.podium, message.data["side"]
    lines = [
        (gettext("What"), podium_name(podium)),
        (gettext("When"), ", ".join(filter(None, (date_format(podium.date, "l j F Y"), hours(podium))))),
        (gettext("Where"), where_to_go(podium)),
        (gettext("Who speaks"), ", ".join(person.full_name for person in podium.ambassadors.all())),
        (gettext("On the day you call"), file.contact),
    ]
    return {
        "podium": podium_name(podium),
        "day": date_format(podium.date, "l j F"),
        "facts": [(label, value) for label, value in lines if value],
        "route": file.route,
        "open_items": [item.text for item in file.checklist.all() if not item.done_at and item.side == side],
        "is_cancelled": podium.status == PodiumStatus.CANCELLED,
        "is_changed": podium.sequence > 0,
        "action_url": _where_they_read(file, side),
        "action_label": gettext("Open the file of this podium"),
    }


def _where_they_read(file: PodiumFile, side: str) -> str:
    network = file.podium.network
    if side == Side.HOST:
        return links.file_url(file)
    name = "my_file" if side == Side.AMBASSADOR else "admin:podium_file"
    return site_url(network) + reverse(name, args=[file.pk])


def appointment(message: Message) -> tuple[str, bytes] | None:
    file = _file(message)
    if file is None:
        return None
    return invitation_of(file.podium, email=message.recipient, name=message.recipient_name)


def invitation_still_due(message: Message) -> bool | str:
    file = _file(message)
    if file is None:
        return gettext("The podium is no longer there.")
    if message.data["sequence"] != file.podium.sequence:
        return gettext("A newer invitation follows.")
    return True


def reminder_still_due(message: Message) -> bool | str:
    file, day = _file(message), mailing.contents(message)["day"]
    if file is None or file.podium.status != PodiumStatus.AGREED or file.podium.date != day:
        return gettext("The podium was moved or cancelled.")
    return True if clock.today() <= day else gettext("The day has passed.")


def question_context(message: Message) -> dict[str, Any]:
    file = _file(message)
    if file is None:
        return {}
    return {
        "podium": podium_name(file.podium),
        "day": date_format(file.podium.date, "l j F"),
        "speakers": ", ".join(person.full_name for person in file.podium.ambassadors.all()),
        "action_url": links.file_url(file, outcome=True),
        "action_label": gettext("Tell how it was"),
    }


def question_still_due(message: Message) -> bool | str:
    file, day = _file(message), mailing.contents(message)["day"]
    if file is None or file.podium.status == PodiumStatus.CANCELLED or file.podium.date != day:
        return gettext("The podium was moved or cancelled.")
    return gettext("They answered already.") if file.host_says else True


def note_context(message: Message) -> dict[str, Any]:
    note = FileNote.objects.filter(pk=message.data["note"]).first()
    return _about(message) | {"who": note.name if note else "", "text": note.text if note else ""}


def still_there(message: Message) -> bool | str:
    return message.about is not None or gettext("The podium is no longer there.")


# --- What the registry knows -------------------------------------------------------------------------------


def _sample(network: Network) -> dict[str, Any]:
    day = clock.today() + timedelta(days=2)
    kind = capfirst(str(PodiumKind.WORKSHOP.label))
    return {
        "podium": f"{kind} Boost",
        "day": date_format(day, "l j F"),
        "facts": [(gettext("What"), kind), (gettext("When"), date_format(day, "l j F Y"))],
        "route": "",
        "open_items": [gettext("Slides and business cards are ready")],
        "is_cancelled": False,
        "is_changed": False,
        "speakers": "Marleen Oosterveld",
        "who": "Iris Nijhuis",
        "text": gettext("We would like to hear your story."),
        "action_url": site_url(network) or "https://example.org/",
        "action_label": gettext("Open the file of this podium"),
    }


ABOUT = {"podium": _("title of the podium"), "day": _("day of the podium")}

# To ambassador and host when a podium is agreed, and again when day, hour or place change or it is cancelled.
PODIUM_INVITATION = register(
    "podium_invitation", SERVICE, _("Appointment for a podium"), "events/email/podium_invitation",
    sample=_sample, context=_about, still_due=invitation_still_due, calendar=appointment, editable=False,
)  # fmt: skip
# To the same, two days before.
PODIUM_REMINDER = register(
    "podium_reminder", SERVICE, _("The podium is nearly there"), "events/email/podium_reminder",
    placeholders=ABOUT, sample=_sample, context=_about, still_due=reminder_still_due, window=working_hours,
)  # fmt: skip
# To the host, on the working day after: what the ambassador is asked too.
HOST_QUESTION = register(
    "host_question", SERVICE, _("How did it go? For the host"), "events/email/host_question",
    placeholders=ABOUT | {"speakers": _("who spoke")},
    sample=_sample, context=question_context, still_due=question_still_due, window=working_hours,
)  # fmt: skip
# To the others behind a file, when one of them writes.
FILE_NOTE = register(
    "file_note", SERVICE, _("A message about a podium"), "events/email/file_note",
    sample=_sample, context=note_context, still_due=still_there, editable=False,
)  # fmt: skip
