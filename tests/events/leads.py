"""Leads, cards and places to refer to, for the tests around them."""

from events.actions import handing_cards, receiving_leads
from events.actions.receiving_leads import Inquiry
from events.models import BusinessCard, Lead, LeadEvent, ReferralPartner
from network.actions import mailing
from network.models import Message, Network
from network.suspicion import Signs

GOOD = Signs(seconds=20, filled_trap=False, place="hall")


def inquiry(**changes) -> Inquiry:
    values = {
        "name": "Petra Olthof",
        "email": "petra@olthof.example",
        "company_name": "Olthof Bloemen",
        "place": "Hengelo",
        "theme": "zelfsturende teams",
        "question": "Hoe begin je?",
        "consent_text": "Ja, dat mag.",
    }
    return Inquiry(**{**values, **changes})


def scanned(card: BusinessCard, token: str = "t1", signs: Signs = GOOD, **changes) -> Lead:
    return receiving_leads.receive(card=card, inquiry=inquiry(**changes), signs=signs, form_token=token)


def on_the_board(person, token: str = "t1", **changes) -> Lead:
    lead = scanned(handing_cards.card_of_person(person), token, **changes)
    return receiving_leads.confirm(lead=lead)


def link_in_mail(email: str = "petra@olthof.example") -> str:
    message = Message.objects.filter(kind="lead_confirm", recipient=email).latest("pk")
    return "/" + mailing.contents(message)["link"].split("://")[-1].partition("/")[2]


def partner(network: Network, name: str = "Ondernemend Twente", **fields) -> ReferralPartner:
    values = {"kind": "fan", "contact_name": "Karin", "contact_email": "karin@twente.example"}
    return ReferralPartner.objects.create(network=network, name=name, **{**values, **fields})


def kinds(lead: Lead) -> list[str]:
    return list(LeadEvent.objects.filter(lead=lead).order_by("pk").values_list("kind", flat=True))


def mails(kind: str) -> list[str]:
    return list(Message.objects.filter(kind=kind).order_by("pk").values_list("recipient", flat=True))


__all__ = ["GOOD", "inquiry", "kinds", "link_in_mail", "mails", "on_the_board", "partner", "scanned"]
