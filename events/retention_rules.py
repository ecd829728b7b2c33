"""What is over of requests, files, leads, drafts and readers."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from events import models
from events.actions import drafting, forgetting_hosts, forgetting_leads, newsletters
from network.actions import forgetting
from network.models import Network
from network.retention import rule, rules

LEADS = (models.Lead, models.LeadEvent, models.LeadCheckIn, models.Referral)


@rule(
    "requests",
    title=_("whoever asked for somebody"),
    covers=(models.PodiumRequest, models.Offer),
    term="requests",
)
def requests(network: Network | None, before: datetime) -> "QuerySet[models.PodiumRequest]":
    """Closed so long ago, or still open while nobody touched it; not before its own day."""
    found = models.PodiumRequest.objects.filter(network=network)
    ended = Q(closed_at__lt=before) | Q(closed_at=None, asked_at__lt=before)
    over = found.filter(ended).filter(Q(date=None) | Q(date__lt=before.date()))
    return over.exclude(contact_name="", contact_email="", description="", suspicion="", preferred=None)


@requests.forget
def _forget_requests(rows: "QuerySet[models.PodiumRequest]") -> None:
    forgetting_hosts.forget_requests(rows)


@rule(
    "files",
    title=_("hosts and notes in the file of a podium"),
    covers=(models.PodiumFile, models.FileNote),
    term="files",
)
def files(network: Network | None, before: datetime) -> "QuerySet[models.PodiumFile]":
    over = models.PodiumFile.objects.filter(podium__network=network, podium__date__lt=before.date())
    empty = dict.fromkeys(forgetting_hosts.OF_FILE, "")
    return over.exclude(**empty, notes=None)


@files.forget
def _forget_files(rows: "QuerySet[models.PodiumFile]") -> None:
    forgetting_hosts.forget_files(rows)


@rule("leads", title=_("leads: who they were and what they asked"), covers=LEADS, term="leads")
def leads(network: Network | None, before: datetime) -> "QuerySet[models.Lead]":
    assert network is not None
    return forgetting_leads.ended(network, before)


@leads.forget
def _forget_leads(rows: "QuerySet[models.Lead]") -> None:
    for lead in rows:
        forgetting_leads.erase(lead=lead)


@rule(
    "strangers",
    title=_("leads that never confirmed their address"),
    covers=LEADS,
    fixed=forgetting_leads.NEVER_CONFIRMED,
)
def strangers(network: Network | None, before: datetime) -> "QuerySet[models.Lead]":
    assert network is not None
    return forgetting_leads.unconfirmed(network, before)


@strangers.forget
def _forget_strangers(rows: "QuerySet[Any]") -> None:
    forgetting.remove(rows)


@rule("drafts", title=_("drafts of podia"), covers=(models.PodiumDraft,), fixed=timedelta(days=30))
def drafts(network: Network | None, before: datetime) -> "QuerySet[models.PodiumDraft]":
    return models.PodiumDraft.objects.filter(person__network=network, saved_at__lt=before)


@drafts.forget
def _forget_drafts(rows: "QuerySet[models.PodiumDraft]") -> None:
    for draft in rows.select_related("person"):
        drafting.discard_draft(person=draft.person)


@rule(
    "readers",
    title=_("readers who never confirmed"),
    covers=(models.Subscription,),
    fixed=newsletters.KEPT_UNCONFIRMED,
)
def readers(network: Network | None, before: datetime) -> "QuerySet[models.Subscription]":
    return models.Subscription.objects.filter(network=network).never_confirmed(before)


@readers.forget
def _forget_readers(rows: "QuerySet[Any]") -> None:
    forgetting.remove(rows)


@rule(
    "referral_places",
    title=_("contact persons of places that are no longer used"),
    covers=(models.ReferralPartner,),
    term="contacts",
)
def referral_places(network: Network | None, before: datetime) -> "QuerySet[models.ReferralPartner]":
    """Ended so long ago, with nobody referred there since."""
    over = models.ReferralPartner.objects.filter(network=network, until__lt=before.date())
    return over.exclude(referrals__at__gte=before).exclude(contact_name="", contact_email="")


@referral_places.forget
def _forget_places(rows: "QuerySet[models.ReferralPartner]") -> None:
    forgetting.blank(rows, "contact_name", "contact_email")


rules["members"].also_covers(models.BusinessCard, models.ChaseStep, models.Contribution, models.Offer)
