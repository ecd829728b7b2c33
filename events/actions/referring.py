"""The way of a lead: answered, referred, a first step, activated; or closed. Each verb is safe to repeat."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events import lead_links
from events.actions.receiving_leads import LONGEST_LINE, tell
from events.models import Lead, LeadEvent, Proof, Referral, ReferralPartner, Stage
from network import clock
from network.actions import knowing_companies, mailing
from network.models import User

Kind = LeadEvent.Kind


def _locked(lead: Lead) -> Lead:
    found = (
        Lead.objects.select_for_update(of=("self",))
        .select_related("network", "company", "owner")
        .get(pk=lead.pk)
    )
    if not found.is_genuine:
        raise ValidationError(
            _("This lead is not on the board: it is held, a double, or its address was not confirmed."),
            code="not_genuine",
        )
    return found


@transaction.atomic
def own(*, lead: Lead, owner: User | None, by: User) -> Lead:
    lead = _locked(lead)
    if lead.owner == owner:
        return lead
    lead.owner = owner
    lead.save(update_fields=["owner", "changed_at"])
    tell(lead, Kind.OWNED, str(owner or ""), by=by)
    return lead


@transaction.atomic
def answer(*, lead: Lead, by: User, words: str = "") -> Lead:
    """With words: a mail goes to the lead. Without: somebody called or spoke to them.

    The same answer again, with nothing between, is one answer: a form is easily sent twice.
    """
    lead = _locked(lead)
    last = lead.events.order_by("-at", "-pk").first()
    if last and (last.kind, last.text, last.by_id) == (Kind.ANSWERED, words[:LONGEST_LINE], by.pk):
        return lead
    if words and lead.email:
        mailing.post(
            mailing.Mail(
                network=lead.network,
                kind="lead_answer",
                key=f"lead_answer:{lead.pk}:{lead.events.filter(kind=Kind.ANSWERED).count()}",
                to=lead.email,
                name=lead.name,
                language=lead.language,
                context={"own_url": lead_links.own_url(lead)},
                words=words,
                about=lead,
                reason=_("answer to somebody who wanted to know more"),
                reply_to=lead.network.contact_email,
            )
        )
    lead.answered_at = lead.answered_at or timezone.now()
    if lead.stage == Stage.NEW:
        lead.stage = Stage.ANSWERED
    lead.save(update_fields=["answered_at", "stage", "changed_at"])
    tell(lead, Kind.ANSWERED, words, by=by)
    return lead


@transaction.atomic
def refer(*, lead: Lead, partner: ReferralPartner, by: User, note: str = "") -> Referral:
    """Takes a place, and tells both sides. Raises ValidationError when there is no room."""
    lead = _locked(lead)
    partner = ReferralPartner.objects.select_for_update(of=("self",)).get(
        pk=partner.pk, network=lead.network_id
    )
    if known := Referral.objects.filter(lead=lead, partner=partner, released_at=None).first():
        return known
    today = clock.today()
    taken = partner.referrals.filter(released_at=None).count()
    if not partner.is_active or (partner.until and partner.until <= today):
        raise ValidationError(_("Nobody can be referred there any more."), code="not_available")
    if partner.capacity is not None and taken >= partner.capacity:
        raise ValidationError(
            _("%(name)s is full: all %(n)d places are taken.") % {"name": partner, "n": partner.capacity},
            code="full",
        )
    referral = Referral.objects.create(lead=lead, partner=partner, by=by, note=note)
    now = timezone.now()
    lead.answered_at, lead.referred_at = lead.answered_at or now, lead.referred_at or now
    if lead.stage in (Stage.NEW, Stage.ANSWERED):
        lead.stage = Stage.REFERRED
    lead.save(update_fields=["answered_at", "referred_at", "stage", "changed_at"])
    tell(lead, Kind.REFERRED, partner.name, by=by)
    _tell_both(lead, partner, referral)
    return referral


def _tell_both(lead: Lead, partner: ReferralPartner, referral: Referral) -> None:
    if lead.email:
        mailing.post(
            mailing.Mail(
                network=lead.network,
                kind="lead_referred",
                key=f"lead_referred:{referral.pk}",
                to=lead.email,
                name=lead.name,
                language=lead.language,
                context={
                    "name": lead.name,
                    "partner": partner.name,
                    "about": partner.description,
                    "partner_link": partner.link,
                    "contact": partner.contact_name,
                    "note": referral.note,
                    "own_url": lead_links.own_url(lead),
                },
                about=lead,
                reason=_("referred to %s") % partner,
                reply_to=lead.network.contact_email,
            )
        )
    if partner.contact_email:
        mailing.post(
            mailing.Mail(
                network=lead.network,
                kind="lead_for_partner",
                key=f"lead_for_partner:{referral.pk}",
                to=partner.contact_email,
                name=partner.contact_name or partner.name,
                context={
                    "contact": partner.contact_name or partner.name,
                    "name": lead.name,
                    "company": lead.company_name,
                    "place": lead.place,
                    "question": lead.question,
                    "note": referral.note,
                },
                about=lead,
                reason=_("an entrepreneur was referred to them"),
                reply_to=lead.email,
            )
        )


@transaction.atomic
def give_place_back(*, referral: Referral, by: User) -> bool:
    changed = Referral.objects.filter(pk=referral.pk, released_at=None).update(released_at=timezone.now())
    if changed:
        tell(referral.lead, Kind.RETURNED, referral.partner.name, by=by)
    return bool(changed)


@transaction.atomic
def first_step(*, lead: Lead, by: User | None, step: str = "") -> Lead:
    lead = _locked(lead)
    if lead.stage in (Stage.FIRST_STEP, Stage.ACTIVATED):
        return lead
    now = timezone.now()
    lead.stage, lead.first_step_at = Stage.FIRST_STEP, lead.first_step_at or now
    lead.step = step or lead.step
    lead.closed_at, lead.closed_because = None, ""
    lead.save()
    tell(lead, Kind.STAGE, _("First step. %(step)s") % {"step": step}, by=by)
    return lead


@transaction.atomic
def activate(
    *,
    lead: Lead,
    by: User | None,
    on: date,
    proof: str,
    step: str = "",
    company_name: str = "",
    kvk_number: str = "",
) -> Lead:
    """The company took a concrete step. It counts once, however many of its people came."""
    lead = _locked(lead)
    if on > clock.today():
        raise ValidationError(_("That day is still to come."), code="future")
    if company_name or (lead.company is None and lead.company_name):
        lead.company = knowing_companies.know(
            lead.network,
            name=company_name or lead.company_name,
            kvk_number=kvk_number or lead.kvk_number,
            place=lead.place,
            by=by,
        )
    is_new = lead.stage != Stage.ACTIVATED
    lead.stage, lead.activated_on, lead.step = Stage.ACTIVATED, on, step or lead.step
    lead.proof = lead.proof if not is_new and Proof(lead.proof).rank > Proof(proof).rank else proof
    lead.closed_at, lead.closed_because = None, ""
    lead.save()
    if is_new:
        tell(lead, Kind.STAGE, _("Activated. %(step)s") % {"step": lead.step}, by=by)
    return lead


@transaction.atomic
def prove(*, lead: Lead, proof: str, by: User, note: str = "") -> Lead:
    """How sure we are that the step was taken: said, shown or confirmed."""
    lead = _locked(lead)
    if lead.stage != Stage.ACTIVATED or lead.proof == proof:
        return lead
    lead.proof = proof
    lead.save(update_fields=["proof", "changed_at"])
    tell(lead, Kind.PROOF, f"{Proof(proof).label}. {note}".strip(), by=by)
    return lead


@transaction.atomic
def close(*, lead: Lead, because: str, by: User | None) -> Lead:
    lead = _locked(lead)
    if lead.stage in (Stage.CLOSED, Stage.ACTIVATED):
        return lead
    lead.stage, lead.closed_at, lead.closed_because = Stage.CLOSED, timezone.now(), because[:200]
    lead.answered_at = lead.answered_at or timezone.now()
    lead.save()
    tell(lead, Kind.STAGE, _("Closed. %(why)s") % {"why": because}, by=by)
    Referral.objects.filter(lead=lead, released_at=None).exclude(partner__kind="voucher").update(
        released_at=timezone.now()
    )
    return lead


@transaction.atomic
def reopen(*, lead: Lead, by: User) -> Lead:
    """Back to where it was before it was closed, or before it counted as activated."""
    lead = _locked(lead)
    if lead.is_open:
        return lead
    lead.stage = lead.stage_before
    lead.closed_at, lead.closed_because, lead.activated_on, lead.proof = None, "", None, ""
    lead.save()
    tell(lead, Kind.STAGE, _("Open again."), by=by)
    return lead


@transaction.atomic
def note(*, lead: Lead, text: str, by: User) -> LeadEvent:
    return tell(_locked(lead), Kind.NOTE, text, by=by)


@transaction.atomic
def same_as(*, lead: Lead, first: Lead, by: User) -> bool:
    """Two leads are one person: this one goes on under the other, which takes over what it missed."""
    if lead.pk == first.pk or lead.network_id != first.network_id:
        raise ValidationError(_("Choose another lead of this network."), code="not_two")
    held = {one.pk: one for one in (_locked(one) for one in sorted((lead, first), key=lambda one: one.pk))}
    lead, first = held[lead.pk], held[first.pk]
    Lead.objects.filter(duplicate_of=lead).update(duplicate_of=first)
    lead.duplicate_of = first
    lead.save(update_fields=["duplicate_of", "changed_at"])
    fill = [
        name for name in ("phone", "company_name", "place", "region", "theme") if not getattr(first, name)
    ]
    for name in fill:
        setattr(first, name, getattr(lead, name))
    first.company = first.company or lead.company
    first.save()
    tell(first, Kind.DOUBLE, lead.question, by=by)
    return True


def move(*, lead: Lead, to: str, by: User) -> Lead:
    """One column on: what a card on the board can do without its own page."""
    if to == Stage.ANSWERED:
        return answer(lead=lead, by=by)
    if to == Stage.FIRST_STEP:
        return first_step(lead=lead, by=by)
    if to == Stage.ACTIVATED:
        return activate(lead=lead, by=by, on=clock.today(), proof=Proof.SAID)
    if to == Stage.CLOSED:
        return close(lead=lead, because="", by=by)
    raise ValidationError(_("Choose where it goes."), code="unknown")
