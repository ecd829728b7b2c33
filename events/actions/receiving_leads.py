"""Somebody wants to know more: kept at once, confirmed by a link in the mail, held when something is odd.

A whole hall sits behind one address on the internet, so many at a time are no reason to refuse anybody:
past a number they wait for the leader, and nothing typed is lost.
"""

import secrets
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.models import Person
from events.models import BusinessCard, Lead, LeadEvent, Source, Stage
from events.sending_days import is_working_day
from network import company_names, suspicion
from network.actions import counting, knowing_companies, mailing
from network.links import site_url
from network.models import Network, Role, RoleKind, User
from network.suspicion import Signs

VALID_FOR = timedelta(hours=48)
MOST_PER_CARD_AND_PLACE = 300  # in ten minutes; more wait for the leader
WINDOW = 600
MAILS_A_DAY = 3  # with a link, to one address
ANSWER_WITHIN = 2  # working days

REASONS = {
    "trap": gettext_lazy("a field that people do not see was filled in"),
    "too_fast": gettext_lazy("sent faster than somebody can type"),
    "links": gettext_lazy("there are links in it"),
    "many_from_address": gettext_lazy("many times with this address today"),
    "many_from_place": gettext_lazy("very many from one place in ten minutes"),
}
LONGEST_LINE = 2000  # of what is kept of a step
Kind = LeadEvent.Kind


class LinkOver(Exception):
    """The link was ours, and its time is over."""

    def __init__(self, lead: Lead) -> None:
        super().__init__("over")
        self.lead = lead


@dataclass(frozen=True, kw_only=True)
class Inquiry:
    """What somebody typed, and agreed to in which words."""

    name: str
    email: str
    company_name: str = ""
    kvk_number: str = ""
    place: str = ""
    theme: str = ""
    question: str = ""
    phone: str = ""
    language: str = "nl"
    consent_text: str = ""
    tells_bringer: bool = False


def receive(*, card: BusinessCard, inquiry: Inquiry, signs: Signs, form_token: str) -> Lead:
    """Keep it, and mail a link to the address; the same form sent twice is one lead."""
    from_place = count_from(card, signs.place)
    try:
        return _receive(card, inquiry, signs, form_token, from_place)
    except IntegrityError:
        # The other half of a double click was a moment faster.
        known = Lead.objects.filter(form_token=form_token).first()
        if known is None:
            raise
        return known


@transaction.atomic
def _receive(card: BusinessCard, inquiry: Inquiry, signs: Signs, form_token: str, from_place: int) -> Lead:
    if known := Lead.objects.filter(form_token=form_token).first():
        return known
    odd = _odd(card.network, inquiry, signs, from_place)
    now = timezone.now()
    lead = Lead(
        network=card.network,
        source=Source.CARD,
        card=card,
        podium=card.podium,
        brought_by=card.person or _speaker(card),
        form_token=form_token,
        consent_at=now,
        held_at=now if odd else None,
        suspicion="; ".join(str(REASONS[name]) for name in odd),
        **asdict(inquiry),
    )
    lead.save()
    tell(lead, Kind.RECEIVED, inquiry.question)
    if odd:
        tell(lead, Kind.HELD, lead.suspicion)
    else:
        ask_to_confirm(lead)
    return lead


def count_from(card: BusinessCard, place: str) -> int:
    """How many came for this card from one place in ten minutes before this one; 0 when nobody can tell."""
    return counting.before(f"card:{card.pk}:{place}", within=WINDOW)


def _odd(network: Network, inquiry: Inquiry, signs: Signs, from_place: int) -> list[str]:
    since = timezone.now() - timedelta(days=1)
    from_address = Lead.objects.filter(network=network, email__iexact=inquiry.email, received_at__gt=since)
    found = suspicion.reasons(
        subject=inquiry.company_name,
        name=inquiry.name,
        body=inquiry.question,
        signs=signs,
        from_address=from_address.count(),
        from_place=0,
    )
    return [*found, "many_from_place"] if from_place >= MOST_PER_CARD_AND_PLACE else found


def _speaker(card: BusinessCard) -> Person | None:
    """Whose podium it was; nobody when there were several: then it was all of them."""
    people = list(card.podium.ambassadors.all()[:2]) if card.podium else []
    return people[0] if len(people) == 1 else None


def ask_to_confirm(lead: Lead) -> None:
    """One mail with a link that works for 48 hours; only its hash is kept."""
    token = secrets.token_urlsafe(24)
    lead.token_hash, lead.token_until = hash_of(token), timezone.now() + VALID_FOR
    lead.save(update_fields=["token_hash", "token_until", "changed_at"])
    mailing.post(
        mailing.Mail(
            network=lead.network,
            kind="lead_confirm",
            key=f"lead_confirm:{lead.pk}:{lead.token_hash[:16]}",
            to=lead.email,
            name=lead.name,
            language=lead.language,
            context={
                "name": lead.name,
                "link": site_url(lead.network) + reverse("lead_confirm", args=[token]),
                "hours": int(VALID_FOR.total_seconds() // 3600),
            },
            about=lead,
            reason=_("somebody left an address by a business card"),
        )
    )


def ask_again(*, lead: Lead) -> bool:
    """A fresh link after the old one was over; False when enough went out today."""
    with transaction.atomic():
        lead = Lead.objects.select_for_update(of=("self",)).select_related("network").get(pk=lead.pk)
        since = timezone.now() - timedelta(days=1)
        sent = lead.network.messages.filter(
            kind="lead_confirm", recipient__iexact=lead.email, created_at__gt=since
        ).count()
        if lead.confirmed_at or lead.held_at or lead.refused_at or sent >= MAILS_A_DAY:
            return False
        ask_to_confirm(lead)
        return True


def find(network: Network, token: str) -> Lead | None:
    """Whose link it is. Looking at it changes nothing. Raises LinkOver after 48 hours, confirmed or not."""
    lead = (
        Lead.objects.filter(network=network, token_hash=hash_of(token), erased_at=None)
        .select_related("network", "card")
        .first()
    )
    if lead is None or lead.refused_at:
        return None
    if lead.token_until is None or lead.token_until < timezone.now():
        raise LinkOver(lead)
    return lead


@transaction.atomic
def confirm(*, lead: Lead) -> Lead:
    """The address is theirs: the lead is on the board, with somebody who follows it up."""
    lead = (
        Lead.objects.select_for_update(of=("self",)).select_related("network", "podium__host").get(pk=lead.pk)
    )
    if lead.confirmed_at:
        return lead
    now = timezone.now()
    lead.confirmed_at = now
    lead.owner = lead.owner or owner_for(lead)
    lead.answer_by = working_days_after(now, ANSWER_WITHIN)
    if lead.company_name and lead.company is None:
        lead.company = knowing_companies.know(
            lead.network, name=lead.company_name, kvk_number=lead.kvk_number, place=lead.place, by=None
        )
        lead.region = lead.region or lead.company.region
    earlier = _earlier(lead)
    if earlier:
        lead.duplicate_of = earlier
    lead.save(
        update_fields=[
            "confirmed_at",
            "owner",
            "answer_by",
            "company",
            "region",
            "duplicate_of",
            "changed_at",
        ]
    )
    tell(lead, Kind.CONFIRMED)
    if earlier:
        _came_back(earlier, lead)
    return lead


def _earlier(lead: Lead) -> Lead | None:
    """Who wrote before with this address; their first lead goes on, and is held until the end."""
    same = Lead.objects.filter(network=lead.network_id, email__iexact=lead.email).genuine()
    others = same.exclude(pk=lead.pk).exclude(email="").order_by("received_at", "pk")
    return others.select_for_update(of=("self",)).first()


def _came_back(earlier: Lead, lead: Lead) -> None:
    tell(earlier, Kind.DOUBLE, lead.question)
    if earlier.stage == Stage.CLOSED:
        earlier.stage, earlier.closed_at, earlier.closed_because = Stage.NEW, None, ""
        earlier.answer_by, earlier.answer_reminded_at = lead.answer_by, None
        earlier.save(
            update_fields=[
                "stage", "closed_at", "closed_because", "answer_by", "answer_reminded_at", "changed_at",
            ]
        )  # fmt: skip


def owner_for(lead: Lead) -> User | None:
    """Who keeps the relation with the fan of that podium, when they run the network; else its leader."""
    running = Role.objects.running_the_network().filter(network=lead.network)
    host = lead.podium.host if lead.podium else None
    if host and host.relationship_owner_id and running.filter(user=host.relationship_owner_id).exists():
        return host.relationship_owner
    role = running.filter(kind=RoleKind.LEADER).order_by("pk").select_related("user").first()
    return role.user if role else None


def working_days_after(moment: datetime, days: int) -> date:
    """The last working day of a promise of so many."""
    on = timezone.localtime(moment).date()
    while days:
        on += timedelta(days=1)
        days -= is_working_day(on)
    return on


@transaction.atomic
def release(*, lead: Lead, by: User) -> bool:
    """Let a held lead through after all: it gets its mail, as if nothing had been odd."""
    lead = Lead.objects.select_for_update(of=("self",)).select_related("network").get(pk=lead.pk)
    if lead.held_at is None or lead.refused_at:
        return False
    lead.held_at = None
    lead.save(update_fields=["held_at", "changed_at"])
    tell(lead, Kind.RELEASED, by=by)
    if not lead.confirmed_at:
        ask_to_confirm(lead)
    return True


@transaction.atomic
def refuse(*, lead: Lead, by: User) -> bool:
    """Spam: nobody is mailed, and it is gone after thirty days."""
    lead = Lead.objects.select_for_update(of=("self",)).get(pk=lead.pk)
    if lead.held_at is None or lead.refused_at:
        return False
    lead.refused_at = timezone.now()
    lead.save(update_fields=["refused_at", "changed_at"])
    tell(lead, Kind.REFUSED, by=by)
    return True


@transaction.atomic
def write_down(
    *,
    network: Network,
    by: User,
    company_name: str = "",
    kvk_number: str = "",
    place: str = "",
    **fields: object,
) -> Lead:
    """A lead that came by telephone or at the bar: no mail asks to confirm what the team heard itself."""
    now = timezone.now()
    kvk_number = company_names.kvk_number(kvk_number)
    lead = Lead(
        network=network,
        source=Source.HAND,
        owner=by,
        confirmed_at=now,
        company_name=company_name,
        kvk_number=kvk_number,
        place=place,
        answer_by=working_days_after(now, ANSWER_WITHIN),
        **fields,
    )
    if company_name:
        lead.company = knowing_companies.know(
            network, name=company_name, kvk_number=kvk_number, place=place, by=by
        )
    lead.save()
    tell(lead, Kind.RECEIVED, lead.question, by=by)
    return lead


@transaction.atomic
def let_bringer_hear(*, lead: Lead, yes: bool) -> bool:
    """Consent given or taken back by the lead itself, as easily one as the other."""
    return bool(
        Lead.objects.filter(pk=lead.pk, erased_at=None).exclude(tells_bringer=yes).update(tells_bringer=yes)
    )


def tell(lead: Lead, kind: str, text: str = "", by: User | None = None) -> LeadEvent:
    return LeadEvent.objects.create(lead=lead, kind=kind, text=text[:LONGEST_LINE], by=by)


def hash_of(token: str) -> str:
    return salted_hmac("koploper.lead", token, algorithm="sha256").hexdigest()
