"""The mail about a podium that several ambassadors share: one of them changed something."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import PodiumKind
from events.actions.sharing import News
from events.models import Podium
from events.templatetags.mijn import podium_name
from network import clock
from network.emails import REQUESTS
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


def _sample(network: Network) -> dict[str, Any]:
    return {
        "first_name": "Marleen",
        "who": "Bram Lansink",
        "news": str(News.CHANGED),
        "podium": f"{capfirst(PodiumKind.WORKSHOP.label)} Boost",
        "day": date_format(clock.today(), "l j F Y"),
    } | _to_years(network)


# To the other ambassadors of a podium, at once.
joint_podium = register(
    "joint_podium",
    REQUESTS,
    _("News about a podium you share"),
    "events/email/joint_podium",
    sample=_sample,
    context=joint_context,
    still_due=joint_still_due,
    editable=False,
)
