"""The mail to whoever was appointed."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import Appointment
from network import links
from network.emails import SERVICE
from network.messages import register
from network.models import Message, Network


def _appointed(message: Message) -> dict[str, Any]:
    appointment = message.about
    if not isinstance(appointment, Appointment):
        return {}
    network = message.network
    return {
        "first_name": appointment.person.first_name,
        "word": network.word,
        "start": appointment.term.start,
        "end": appointment.term.end,
        "number": appointment.serial_number,
        "podia": network.podia_per_year,
        "action_url": links.absolute(network, reverse("plaque_check", args=[appointment.public_id])),
        "action_label": gettext("See your appointment"),
    }


def _still_appointed(message: Message) -> bool | str:
    if message.about is None:
        return gettext("The appointment is no longer there.")
    return True


def _sample(network: Network) -> dict[str, Any]:
    return {
        "first_name": "Marleen",
        "word": network.word,
        "start": date(2026, 4, 1),
        "end": date(2029, 4, 1),
        "number": "PO-2026-007",
        "podia": network.podia_per_year,
        "action_url": links.absolute(network, "/p/voorbeeld/"),
        "action_label": gettext("See your appointment"),
    }


# To every person of a round, on the day of the ceremony.
APPOINTED = register(
    "appointed",
    SERVICE,
    _("Congratulations on your appointment"),
    "ambassadors/email/appointed",
    placeholders={
        "first_name": _("first name"),
        "word": _("own word for one ambassador"),
        "number": _("plaque number"),
        "podia": _("podia a year"),
    },
    context=_appointed,
    still_due=_still_appointed,
    sample=_sample,
)
