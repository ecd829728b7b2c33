"""The mails around a ceremony: to guests, to those who are appointed, to buddies."""

from datetime import date, time
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ambassadors import ceremony_calendar
from ambassadors import links as own_links
from ambassadors.emails.words import FIELDS, words_of
from ambassadors.models import Buddy, Guest, PlaqueProof
from network import clock, links
from network.emails import NEWS, SERVICE
from network.messages import register
from network.models import Message, Network

# --- To a guest ----------------------------------------------------------------------------------------


def _guest_of(message: Message) -> Guest | None:
    guest = message.about
    if not isinstance(guest, Guest):
        return None
    guest.ceremony.round.network = message.network
    return guest


def _guest(message: Message) -> dict[str, Any]:
    guest = _guest_of(message)
    if guest is None:
        return {}
    ceremony, round = guest.ceremony, guest.ceremony.round
    own = ceremony.words_en if get_language() == "en" else ceremony.words
    return {
        **words_of(message.network),
        "first_name": guest.name.split(" ")[0],
        "day": date_format(round.ceremony_on, "l j F Y"),
        "starts": ceremony.starts,
        "ends": ceremony.ends,
        "where": ceremony.where,
        "official": round.official,
        "own_words": own or ceremony.words,
        "why": ceremony.called_off_why,
        "reply_by": ceremony.reply_by,
        "action_url": own_links.guest_url(guest),
        "action_label": gettext("Say whether you come")
        if message.kind == "ceremony_invitation"
        else gettext("See the ceremony, or change your answer"),
    }


def _still_guest(message: Message) -> bool | str:
    guest = _guest_of(message)
    if guest is None:
        return gettext("The guest is no longer there.")
    ceremony = guest.ceremony
    if message.variant == "withdrawn":
        return True if guest.withdrawn_at else gettext("The guest is on the list again.")
    if guest.withdrawn_at:
        return gettext("The guest was taken off the list.")
    if ceremony.round.ceremony_on < clock.today():
        return gettext("The ceremony is over.")
    if message.kind == "ceremony_changed" and message.data.get("sequence") != ceremony.sequence:
        return gettext("A later change takes its place.")
    if message.kind in ("ceremony_invitation", "ceremony_reminder") and ceremony.is_off:
        return gettext("The ceremony was called off.")
    if message.kind == "ceremony_reminder" and guest.reply:
        return gettext("The guest answered in the meantime.")
    if message.kind == "ceremony_answered" and message.data.get("reply") != guest.reply:
        return gettext("A later answer takes its place.")
    return True


def _appointment(message: Message) -> tuple[str, bytes] | None:
    guest = _guest_of(message)
    return ceremony_calendar.appointment_of(guest) if guest else None


def _guest_sample(network: Network) -> dict[str, Any]:
    return {
        **words_of(network),
        "first_name": "Karin",
        "day": date_format(date(2027, 4, 1), "l j F Y"),
        "starts": time(15),
        "ends": time(17),
        "where": "Provinciehuis, Luttenbergstraat 2, Zwolle",
        "official": "Els Nieuwenhuis, " + gettext("deputy for Economy"),
        "own_words": gettext("We look forward to it."),
        "why": gettext("The hall is not available."),
        "reply_by": date(2027, 3, 20),
        "action_url": links.absolute(network, "/ceremonie/voorbeeld/"),
        "action_label": gettext("Say whether you come"),
    }


GUEST_FIELDS = {**FIELDS, "day": _("day of the ceremony"), "where": _("place of the ceremony")}
# To everybody on the guest list, when the leader sends the invitations.
CEREMONY_INVITATION = register(
    "ceremony_invitation",
    SERVICE,
    _("Invitation to the ceremony"),
    "ambassadors/email/ceremony_invitation",
    placeholders=GUEST_FIELDS,
    context=_guest,
    still_due=_still_guest,
    calendar=_appointment,
    sample=_guest_sample,
)
# When the leader asks once more: to guests who were invited and said nothing.
CEREMONY_REMINDER = register(
    "ceremony_reminder",
    SERVICE,
    _("Do you come to the ceremony?"),
    "ambassadors/email/ceremony_reminder",
    placeholders=GUEST_FIELDS,
    context=_guest,
    still_due=_still_guest,
    sample=_guest_sample,
)
# At once, to a guest who said yes or no.
CEREMONY_ANSWERED = register(
    "ceremony_answered",
    SERVICE,
    _("Confirmation of a guest's answer"),
    "ambassadors/email/ceremony_answered",
    placeholders=GUEST_FIELDS,
    context=_guest,
    still_due=_still_guest,
    calendar=_appointment,
    sample=_guest_sample,
    variants=(("yes", _("comes")), ("no", _("does not come"))),
)
# To guests who have it in the calendar, when day, hours or place change or it is off for them.
CEREMONY_CHANGED = register(
    "ceremony_changed",
    SERVICE,
    _("The ceremony changes"),
    "ambassadors/email/ceremony_changed",
    placeholders=GUEST_FIELDS,
    context=_guest,
    still_due=_still_guest,
    calendar=_appointment,
    sample=_guest_sample,
    variants=(
        ("changed", _("changed")),
        ("called_off", _("called off")),
        ("withdrawn", _("taken off the list")),
    ),
)


# --- To somebody who is to be appointed ----------------------------------------------------------------


def _proof(message: Message) -> dict[str, Any]:
    proof = message.about
    if not isinstance(proof, PlaqueProof):
        return {}
    proof.round.network = message.network
    return {
        **words_of(message.network),
        "first_name": proof.person.first_name,
        "lines": [line for line in (proof.name, proof.company, proof.place) if line],
        "action_url": own_links.proof_url(proof),
        "action_label": gettext("Approve or correct my plaque"),
    }


def _still_to_prove(message: Message) -> bool | str:
    proof = message.about
    if not isinstance(proof, PlaqueProof):
        return gettext("The proof is no longer there.")
    if proof.approved_at or proof.round.is_appointed:
        return gettext("The plaque was approved, or made.")
    return True


# To everybody chosen, when the leader asks for approval of the plaques.
PLAQUE_PROOF = register(
    "plaque_proof",
    SERVICE,
    _("Does it stand right on your plaque?"),
    "ambassadors/email/plaque_proof",
    placeholders=FIELDS,
    context=_proof,
    still_due=_still_to_prove,
    sample=lambda network: {
        **words_of(network),
        "first_name": "Nadia",
        "lines": ["N. Haddou", "Haddou Metaal", "Deventer"],
        "action_url": links.absolute(network, "/plaquetteproef/voorbeeld/"),
        "action_label": gettext("Approve or correct my plaque"),
    },
)


# --- To a newcomer and their buddy ---------------------------------------------------------------------


def _buddy(message: Message) -> dict[str, Any]:
    pairing = message.about
    if not isinstance(pairing, Buddy):
        return {}
    is_newcomer = message.variant == "newcomer"
    me, other = (pairing.newcomer, pairing.buddy) if is_newcomer else (pairing.buddy, pairing.newcomer)
    work = other.company_on(clock.today())
    return {
        **words_of(message.network),
        "first_name": me.first_name,
        "other": other.full_name,
        "other_first_name": other.first_name,
        "other_company": work.company.name if work else "",
        "other_email": other.email,
        "other_phone": other.phone,
        "action_url": links.absolute(message.network, reverse("my_home")),
        "action_label": gettext("To Mijn"),
    }


def _still_paired(message: Message) -> bool | str:
    return True if isinstance(message.about, Buddy) else gettext("They are no longer paired.")


# To both, on the day of the ceremony or when they are paired later.
BUDDY = register(
    "buddy",
    NEWS,
    _("A buddy for a newcomer"),
    "ambassadors/email/buddy",
    placeholders={**FIELDS, "other": _("name of the other")},
    context=_buddy,
    still_due=_still_paired,
    sample=lambda network: {
        **words_of(network),
        "first_name": "Nadia",
        "other": "Marleen Oosterveld",
        "other_first_name": "Marleen",
        "other_company": "Oosterveld Zorg",
        "other_email": "marleen@example.org",
        "other_phone": "06 12345678",
        "action_url": links.absolute(network, "/mijn/"),
        "action_label": gettext("To Mijn"),
    },
    variants=(("newcomer", _("to the newcomer")), ("buddy", _("to the buddy"))),
)

__all__ = [
    "BUDDY",
    "CEREMONY_ANSWERED",
    "CEREMONY_CHANGED",
    "CEREMONY_INVITATION",
    "CEREMONY_REMINDER",
    "PLAQUE_PROOF",
]
