"""What the page of one lead shows: who it is, what was done, and what can be done now."""

from typing import Any

from django.db.models import Q

from events import referral_places
from events.admin.lead_forms import FORMS, VerbForm
from events.models import Lead, Stage
from events.readiness import fitting
from network import clock

MOST_EVENTS = 60
MOST_ALIKE = 5
NAMES = {
    "beantwoorden": "answer_form", "doorverwijzen": "refer_form", "eerste-stap": "step_form",
    "activeren": "activate_form", "bewijs": "prove_form", "sluiten": "close_form", "notitie": "note_form",
    "eigenaar": "own_form", "wissen": "erase_form",
}  # fmt: skip
# What stands open at each stage, the likeliest first; the rest is one click further.
NEXT: dict[str, tuple[str, ...]] = {
    Stage.NEW: ("answered", "referred"),
    Stage.ANSWERED: ("referred",),
    Stage.REFERRED: ("activated", "first_step"),
    Stage.FIRST_STEP: ("activated",),
}
PARTS = {
    "beantwoorden": "answered", "doorverwijzen": "referred", "eerste-stap": "first_step",
    "activeren": "activated", "sluiten": "closed",
}  # fmt: skip


def page_of(lead: Lead, bound: dict[str, VerbForm], wanted: str = "") -> dict[str, Any]:
    """`bound`: the one form that was sent and has faults. `wanted`: the part that was asked for."""
    partners = referral_places.partners(lead.network, clock.today())
    by_pk = {str(partner.pk): partner for partner in partners}
    order = fitting(map(referral_places.place_of, partners), lead.theme, lead.region)
    values: dict[str, Any] = {name: bound.get(verb) or _fresh(verb, lead) for verb, name in NAMES.items()}
    sent = next(iter(bound.values()), None)
    return values | {
        "lead": lead,
        "stages": _stages(lead),
        "next": next(iter(NEXT.get(lead.stage, ())), ""),
        "open": {*NEXT.get(lead.stage, ()), wanted, *(PARTS.get(verb, "") for verb in bound)},
        "partners": [by_pk[place.name] for place in order],
        "others": [partner for partner in partners if str(partner.pk) not in {place.name for place in order}],
        "chosen_partner": str(
            (bound.get("doorverwijzen") or _fresh("doorverwijzen", lead))["partner"].value() or ""
        ),
        "referrals": list(lead.referrals.select_related("partner")),
        "events": list(lead.events.select_related("by")[:MOST_EVENTS]),
        "check_ins": list(lead.check_ins.select_related("story__person")),
        "alike": alike(lead),
        "is_late": lead.stage == Stage.NEW and lead.answer_by and lead.answer_by < clock.today(),
        "faults": list(sent.non_field_errors()) if sent else [],
    }


def _fresh(verb: str, lead: Lead) -> VerbForm:
    initial = {"company_name": lead.company.name if lead.company else lead.company_name, "step": lead.step}
    if lead.company and lead.company.kvk_number:
        initial["kvk_number"] = lead.company.kvk_number
    if verb == "bewijs":
        initial = {"proof": lead.proof}
    return FORMS[verb](lead=lead, initial=initial)


def _stages(lead: Lead) -> list[tuple[str, bool, bool]]:
    """Label, is it behind us, is it now."""
    order = list(Stage.moving())
    at = order.index(Stage(lead.stage)) if lead.stage in order else -1
    return [(str(stage.label), position < at, position == at) for position, stage in enumerate(order)]


def alike(lead: Lead) -> list[Lead]:
    """Leads that may be the same person: the same name, or the same company with no other name."""
    same = Q()
    if lead.name:
        same |= Q(name__iexact=lead.name)
    if lead.phone:
        same |= Q(phone=lead.phone)
    if not same or not lead.is_genuine:
        return []
    others = Lead.objects.filter(same, network=lead.network_id).genuine().exclude(pk=lead.pk)
    return list(others.select_related("company")[:MOST_ALIKE])
