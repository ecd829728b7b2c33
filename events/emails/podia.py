"""The mails about what an ambassador does with a podium: one that is shared, and a hand that was raised."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import PodiumKind
from events.actions.sharing import News
from events.models import Podium, PodiumStatus
from events.podium_words import podium_name
from network import clock
from network.actions import mailing
from network.emails import REQUESTS, WORK
from network.links import site_url
from network.messages import register
from network.models import Message, Network


def joint_context(message: Message) -> dict[str, Any]:
    """The podium as it is when the mail leaves."""
    podium = Podium.objects.select_related("host").get(pk=message.data["podium"])
    return {
        "first_name": message.recipient_name.split(" ")[0],
        "podium": podium_name(podium),
        "day": date_format(podium.date, "l j F Y"),
    } | _to_years(message.network)


def joint_still_due(message: Message) -> bool | str:
    if Podium.objects.filter(pk=message.data["podium"]).exists():
        return True
    return gettext("The podium is no longer there.")


def _to_years(network: Network) -> dict[str, str]:
    return {"action_url": site_url(network) + reverse("my_years"), "action_label": gettext("See your years")}


def _sample_joint(network: Network) -> dict[str, Any]:
    return {
        "first_name": "Marleen",
        "who": "Bram Lansink",
        "news": str(News.CHANGED),
        "podium": f"{capfirst(PodiumKind.WORKSHOP.label)} Boost",
        "day": date_format(clock.today(), "l j F Y"),
    } | _to_years(network)


# To the other ambassadors of a podium, at once.
JOINT_PODIUM = register(
    "joint_podium",
    REQUESTS,
    _("News about a podium you share"),
    "events/email/joint_podium",
    sample=_sample_joint,
    context=joint_context,
    still_due=joint_still_due,
    editable=False,
)


def hand_raised_context(message: Message) -> dict[str, Any]:
    day = mailing.contents(message).get("day")
    return {
        "day": date_format(day, "l j F Y") if day else "",
        "action_url": site_url(message.network)
        + reverse("admin:events_podium_change", args=[message.about_id]),
        "action_label": gettext("To the idea"),
    }


def hand_raised_still_due(message: Message) -> bool | str:
    if Podium.objects.filter(pk=message.about_id or 0, status=PodiumStatus.IDEA).exists():
        return True
    return gettext("It was settled or withdrawn.")


def _sample_hand_raised(network: Network) -> dict[str, Any]:
    return {
        "name": "Marleen Oosterveld",
        "request": gettext("Twelve bakers want to see how it works"),
        "day": date_format(clock.today(), "l j F Y"),
        "host": "Boost",
        "action_url": site_url(network),
        "action_label": gettext("To the idea"),
    }


# To whoever runs the network, at once when an ambassador wants an open request.
HAND_RAISED = register(
    "hand_raised",
    WORK,
    _("Somebody wants a podium request"),
    "events/email/hand_raised",
    sample=_sample_hand_raised,
    context=hand_raised_context,
    still_due=hand_raised_still_due,
    editable=False,
)
