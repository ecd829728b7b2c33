"""Signed addresses for people without an account: what became of my question, and how does it go."""

from django.core import signing
from django.urls import reverse

from events.models import Lead, LeadCheckIn
from network.links import opened, site_url
from network.models import Network

OWN_SALT, CHECK_IN_SALT = "own question", "how does it go"
CHECK_IN_DAYS = 60


def own_url(lead: Lead) -> str:
    """Where a lead sees what was done, and takes everything back. It works until their details are erased."""
    token = signing.dumps(lead.pk, salt=OWN_SALT)
    return site_url(lead.network) + reverse("lead_own", args=[token])


def lead_of(network: Network, token: str) -> Lead | None:
    found = Lead.objects.filter(pk=opened(token, salt=OWN_SALT), network=network, erased_at=None)
    return found.select_related("network", "company", "duplicate_of").first()


def check_in_url(check_in: LeadCheckIn) -> str:
    token = signing.dumps(check_in.pk, salt=CHECK_IN_SALT)
    return site_url(check_in.lead.network) + reverse("lead_check_in", args=[token])


def check_in_of(network: Network, token: str) -> LeadCheckIn | None:
    """Raises Expired after sixty days."""
    pk = opened(token, salt=CHECK_IN_SALT, days=CHECK_IN_DAYS)
    found = LeadCheckIn.objects.filter(pk=pk, lead__network=network, lead__erased_at=None)
    return found.select_related("lead__network").first()
