"""Leads are outsiders: what we know of them goes when its term is over, or when they take it back.

What stays is about no person: the company, which step it took and when. So an old account still adds up.
"""

from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from events.actions.receiving_leads import tell
from events.models import Lead, LeadCheckIn, LeadEvent, Referral
from network.actions import forgetting
from network.models import Message, Network, RetentionTerms, User
from network.retention import so_long_ago

NEVER_CONFIRMED = timedelta(days=30)
AT_ONCE = 200


def run(network: Network, *, now: datetime | None = None) -> dict[str, int]:
    now = now or timezone.now()
    removed, erased = 0, 0
    for lead in never_confirmed(network, now):
        _remove(lead)
        removed += 1
    for lead in past_their_term(network, now).iterator(chunk_size=AT_ONCE):
        erased += erase(lead=lead)
    return {"removed": removed, "erased": erased}


def never_confirmed(network: Network, now: datetime) -> QuerySet[Lead]:
    """Nobody answered the link, or the leader refused it: nothing was agreed, so nothing stays."""
    return unconfirmed(network, now - NEVER_CONFIRMED)


def past_their_term(network: Network, now: datetime) -> QuerySet[Lead]:
    """By the network's own term."""
    return ended(network, so_long_ago(now, RetentionTerms.of(network).leads))


def unconfirmed(network: Network, before: datetime) -> QuerySet[Lead]:
    found = Lead.objects.filter(network=network, received_at__lt=before, erased_at=None)
    return found.filter(Q(confirmed_at=None) | Q(refused_at__isnull=False))


def ended(network: Network, before: datetime) -> QuerySet[Lead]:
    """Whose last step was before this moment."""
    last = Greatest(
        "received_at", *(Coalesce(name, "received_at") for name in (
            "answered_at", "referred_at", "first_step_at", "closed_at",
        )),
    )  # fmt: skip
    return (
        Lead.objects.filter(network=network, erased_at=None)
        .annotate(last_step=last)
        .filter(last_step__lt=before)
        .filter(Q(activated_on=None) | Q(activated_on__lt=before.date()))
    )


@transaction.atomic
def _remove(lead: Lead) -> None:
    _forget_mail(lead)
    _forget_reminders(lead)
    lead.delete()


@transaction.atomic
def erase_person(*, lead: Lead, by: User | None = None) -> int:
    """On request: the lead, the first one under which it goes on and holds its words, and every other double
    of that. How many were erased.
    """
    first = lead.duplicate_of_id or lead.pk
    same = Q(pk=lead.pk) | Q(pk=first) | Q(duplicate_of=first)
    found = list(Lead.objects.filter(same, network=lead.network_id, erased_at=None).order_by("pk"))
    for one in found:
        erase(lead=one, by=by)
    return len(found)


@transaction.atomic
def erase(*, lead: Lead, by: User | None = None) -> bool:
    """Name, addresses and words are gone, from the outbox and the notes too; False when they were already."""
    lead = Lead.objects.select_for_update(of=("self",)).get(pk=lead.pk)
    if lead.erased_at:
        return False
    for double in Lead.objects.filter(duplicate_of=lead):
        erase(lead=double, by=by)
    _forget_reminders(lead)
    for name in (
        "name", "email", "phone", "question", "kvk_number", "suspicion", "token_hash", "consent_text",
        "closed_because",
    ):  # fmt: skip
        setattr(lead, name, "")
    lead.company_name = lead.company.name if lead.company else ""
    own_words = set(lead.check_ins.values_list("line", flat=True))
    lead.step = "" if lead.step in own_words else lead.step
    lead.form_token, lead.token_until, lead.tells_bringer = None, None, False
    lead.erased_at = timezone.now()
    lead.save()
    LeadEvent.objects.filter(lead=lead).exclude(kind=LeadEvent.Kind.REFERRED).update(text="")
    LeadCheckIn.objects.filter(lead=lead).update(line="")
    Referral.objects.filter(lead=lead).update(note="")
    _forget_mail(lead)
    tell(lead, LeadEvent.Kind.ERASED, by=by)
    return True


def _forget_mail(lead: Lead) -> None:
    kind = ContentType.objects.get_for_model(Lead)
    Message.objects.filter(about_type=kind, about_id=lead.pk).delete()


def _forget_reminders(lead: Lead) -> None:
    """A mail to the team that counts up who waits is about nobody in particular, and names them."""
    if lead.name:
        named = Message.objects.filter(network=lead.network_id, kind="lead_reminder")
        forgetting.forget_mails(named.filter(body_text__contains=lead.name))
