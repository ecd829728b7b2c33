"""The mails to contact persons of fans, and to whoever keeps the relation."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events import fan_links
from network import clock
from network.emails import SERVICE, WORK
from network.links import absolute, site_url
from network.messages import register
from network.models import FanContact, Message, Network


def _contact(message: Message) -> FanContact | None:
    found = (
        FanContact.objects.filter(pk=message.about_id or 0, fan__network=message.network)
        .select_related("fan")
        .first()
    )
    if found:
        found.fan.network = message.network
    return found


def page_context(message: Message) -> dict[str, Any]:
    contact = _contact(message)
    if contact is None:
        return {}
    return {
        "contact": contact.name.split(" ")[0],
        "fan": contact.fan.name,
        "ambassadors": message.network.words,
        "action_url": fan_links.fan_page_url(contact),
        "action_label": gettext("Open my page"),
    }


def still_contact(message: Message) -> bool | str:
    contact = _contact(message)
    if contact and FanContact.objects.current(clock.today()).filter(pk=contact.pk).exists():
        return True
    return gettext("No longer a contact person.")


def colleague_context(message: Message) -> dict[str, Any]:
    contact = _contact(message)
    if contact is None:
        return {}
    return {
        "action_url": absolute(message.network, reverse("admin:fan_contact", args=[contact.fan_id])),
        "action_label": gettext("Open"),
    }


def _sample(network: Network) -> dict[str, Any]:
    return {
        "contact": "Karin",
        "fan": "Ondernemend Twente",
        "invited_by": "Jorrit Leferink",
        "ambassadors": network.words,
        "name": "Karin Veldhuis",
        "by": "Jorrit Leferink",
        "action_url": site_url(network) or "https://example.org/",
        "action_label": gettext("Open"),
    }


# To a contact person of a fan: when the leader sends it, or a colleague brings them in.
FAN_PAGE = register(
    "fan_page", SERVICE, _("The page of a contact person"), "events/email/fan_page",
    about=_("You get this mail because you are a contact person of one of our fans."),
    placeholders={"contact": _("first name of the contact person"), "fan": _("name of the fan")},
    sample=_sample, context=page_context, still_due=still_contact,
)  # fmt: skip
# To whoever keeps the relation, else to everybody who runs the network, when a colleague was brought in.
FAN_COLLEAGUE = register(
    "fan_colleague", WORK, _("A fan has a new contact person"), "events/email/fan_colleague",
    sample=_sample, context=colleague_context, still_due=still_contact, editable=False,
)  # fmt: skip
