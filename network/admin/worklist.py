"""What the ground asks of the leader today: mails that perhaps went out, messages on hold."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network import worklist
from network.admin import navigation
from network.models import ContactMessage, Message, Network
from network.worklist import Entry, Item, Urgency

navigation.add(navigation.Group.WORK, 10, gettext_lazy("Today"), "admin:index", counts=navigation.EVERYTHING)


def uncertain_mails(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Message.objects.filter(network=network, state=Message.State.UNCERTAIN)
    return worklist.rows("uncertain", found, day=TruncDate("handing_at"), text="recipient_name")


@worklist.source("uncertain", of=uncertain_mails)
def uncertain_mail(entry: Entry, person: Any, on: date) -> Item:
    try:
        url = reverse("admin:network_message_change", args=[entry.pk])
    except NoReverseMatch:
        url = reverse("admin:index")
    return Item(
        who=entry.text or _("A mail"),
        tag=_("perhaps sent"),
        reason=_(
            "The connection broke while this mail was handed over. Ask whether it came, or send it again."
        ),
        action=_("Decide"),
        url=url,
        due=entry.day,
        urgency=Urgency.NOW,
        key=f"uncertain:{entry.pk}",
    )


def held_messages(network: Network, on: date) -> QuerySet[Any, Any]:
    found = ContactMessage.objects.filter(network=network, state=ContactMessage.State.HELD)
    return worklist.rows("held", found, day=TruncDate("sent_at"), text="name")


@worklist.source("held", of=held_messages)
def held_message(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text,
        tag=_("message held"),
        reason=_("A message through the site looks suspicious. You decide whether it goes on."),
        action=_("Read"),
        url=reverse("admin:network_contactmessage_change", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        key=f"held:{entry.pk}",
        icon="shield-exclamation",
    )
