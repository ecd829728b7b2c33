"""Thanks at the end of a term."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import HonoraryMembership, Term
from events.actions import thanking
from network import clock, links
from network.emails import SERVICE
from network.messages import register
from network.models import Message, Network
from network.numbers import number


def _year_line(year: int, podia: int) -> str:
    return ngettext("%(year)d: %(n)d podium", "%(year)d: %(n)d podia", podia) % {"year": year, "n": podia}


def _farewell(message: Message) -> dict[str, Any]:
    term = message.about
    if not isinstance(term, Term):
        return {}
    figures = thanking.in_figures(term)
    network = message.network
    return {
        "first_name": term.person.first_name,
        "network_name": network.name,
        "word": network.word,
        "ended": term.end,
        "podia": figures.podia,
        "audience": number(figures.audience) if figures.audience else "",
        "years": [_year_line(*one) for one in figures.by_year],
        "is_honorary": HonoraryMembership.objects.current(clock.today()).filter(person=term.person).exists(),
        "action_url": links.absolute(network, reverse("my_years")),
        "action_label": gettext("See your years"),
    }


def _still_ended(message: Message) -> bool | str:
    term = message.about
    if not isinstance(term, Term) or term.end > clock.today():
        return gettext("The term runs on.")
    if term.person.terms.filter(end__gt=term.end).exists():
        return gettext("Another term began.")
    return True


def _sample(network: Network) -> dict[str, Any]:
    return {
        "first_name": "Marleen",
        "network_name": network.name,
        "word": network.word,
        "ended": date(2026, 4, 1),
        "podia": 11,
        "audience": "540",
        "years": [_year_line(2024, 5), _year_line(2025, 6)],
        "is_honorary": True,
        "action_url": links.absolute(network, "/mijn/jaar/"),
        "action_label": gettext("See your years"),
    }


# To whoever's last term ended, once, in the morning after.
FAREWELL = register(
    thanking.KIND,
    SERVICE,
    _("Thanks at the end of a term"),
    "events/email/farewell",
    placeholders={
        "first_name": _("first name"),
        "network_name": _("name of the network"),
        "podia": _("number of podia done"),
    },
    context=_farewell,
    still_due=_still_ended,
    sample=_sample,
)
