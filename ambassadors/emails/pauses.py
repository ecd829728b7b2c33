"""The mails about a pause: asked for, and settled."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import PauseRequest
from network import links
from network.emails import SERVICE, WORK
from network.messages import register
from network.models import Message, Network


def _pause(message: Message) -> dict[str, Any]:
    asked = message.about
    if not isinstance(asked, PauseRequest):
        return {}
    return _of_pause(message.network, asked) | {
        "first_name": message.recipient_name.split(" ")[0],
        "who": asked.person.full_name,
    }


def _of_pause(network: Network, asked: PauseRequest) -> dict[str, Any]:
    start = date_format(asked.start, "j F Y")
    if asked.end is None:
        return {"days": gettext("from %(start)s, until further notice") % {"start": start}}
    last = date_format(asked.end - timedelta(days=1), "j F Y")  # people say the last day, not the first after
    return {"days": gettext("from %(start)s up to and including %(last)s") % {"start": start, "last": last}}


def _pause_asked(message: Message) -> dict[str, Any]:
    return _pause(message) | {
        "action_url": links.absolute(
            message.network, reverse("admin:pause_request", args=[message.about_id or 0])
        ),
        "action_label": gettext("Decide"),
    }


def _pause_answered(message: Message) -> dict[str, Any]:
    return _pause(message) | _to_mijn(message.network)


def _to_mijn(network: Network) -> dict[str, str]:
    return {
        "action_url": links.absolute(network, reverse("my_pause")),
        "action_label": gettext("See your pauses"),
    }


def _still_asked(message: Message) -> bool | str:
    if isinstance(message.about, PauseRequest) and message.about.decided_at is None:
        return True
    return gettext("The pause was decided on or withdrawn.")


def _still_paused(message: Message) -> bool | str:
    if isinstance(message.about, PauseRequest) and message.about.pause is not None:
        return True
    return gettext("The pause is no longer there.")


def _sample_pause(network: Network) -> dict[str, Any]:
    return _of_pause(network, PauseRequest(start=date(2026, 12, 1), end=date(2027, 2, 1))) | {
        "first_name": "Karin",
        "who": "Marleen Oosterveld",
        "action_url": links.absolute(network, "/beheer/"),
        "action_label": gettext("Decide"),
    }


# To everybody who runs the network, at once: somebody who asks for a pause should not get a nudge first.
PAUSE_ASKED = register(
    "pause_asked",
    WORK,
    _("Somebody asks for a pause"),
    "ambassadors/email/pause_asked",
    context=_pause_asked,
    still_due=_still_asked,
    sample=_sample_pause,
    editable=False,
)
# To the ambassador, when the pause is given.
PAUSE_ANSWERED = register(
    "pause_answered",
    SERVICE,
    _("Your pause is settled"),
    "ambassadors/email/pause_answered",
    placeholders={
        "first_name": _("first name"),
        "days": _("the days of the pause in words"),
    },
    context=_pause_answered,
    still_due=_still_paused,
    sample=lambda network: _sample_pause(network) | {"first_name": "Marleen"} | _to_mijn(network),
)
