"""The mail about a consent that was taken back."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors import links as own_links
from ambassadors.models import Person
from network import links
from network.emails import SERVICE
from network.messages import register
from network.models import Message, Network


def _withdrawn(message: Message) -> dict[str, Any]:
    person = message.about
    if not isinstance(person, Person):
        return {}
    return {
        "first_name": person.first_name,
        "network_name": message.network.name,
        "action_url": own_links.consents_url(person),
        "action_label": gettext("See what you agreed to"),
    }


def _sample(network: Network) -> dict[str, Any]:
    return {
        "first_name": "Marleen",
        "network_name": network.name,
        "action_url": links.absolute(network, "/toestemming/voorbeeld/"),
        "action_label": gettext("See what you agreed to"),
    }


# At once, to who took back a consent: what is gone, and the way back if it was not them.
CONSENT_WITHDRAWN = register(
    "consent_withdrawn",
    SERVICE,
    _("A consent was taken back"),
    "ambassadors/email/consent_withdrawn",
    about=_("You get this mail because you took back a consent."),
    placeholders={"first_name": _("first name"), "network_name": _("name of the network")},
    context=_withdrawn,
    sample=_sample,
    variants=(("photo", _("photos")), ("publication", _("publication"))),
)
