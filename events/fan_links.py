"""The personal page of a contact person: the address is the key, as long as they are it."""

from django.core import signing
from django.urls import reverse

from network import clock
from network.links import opened_in_time, site_url
from network.models import FanContact, Network

SALT = "page of a contact person"
DAYS = 400


def fan_page_path(contact: FanContact) -> str:
    return reverse("fan_page", args=[fan_token(contact)])


def fan_offer_path(contact: FanContact) -> str:
    return reverse("fan_offer", args=[fan_token(contact)])


def fan_page_url(contact: FanContact) -> str:
    return site_url(contact.fan.network) + fan_page_path(contact)


def fan_token(contact: FanContact) -> str:
    return signing.dumps(contact.pk, salt=SALT)


def contact_of(network: Network, token: str) -> FanContact | None:
    """Whose page it is; None for a link that is not ours, is too old, or is of somebody who handed over."""
    pk = opened_in_time(token, salt=SALT, days=DAYS)
    if not isinstance(pk, int) or pk >= 2**63:
        return None
    found = (
        FanContact.objects.current(clock.today())
        .filter(pk=pk, fan__network=network)
        .select_related("fan__relationship_owner", "fan__calendar")
        .first()
    )
    if found:
        found.fan.network = network
    return found
