"""The mails around the end of a term, and the one mail a year to honorary members."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.emails.words import FIELDS, words_of
from ambassadors.models import HonoraryOccasion, Parting
from network import clock, links
from network.emails import NEWS, SERVICE
from network.messages import register
from network.models import Message


def _ends(message: Message) -> dict[str, Any]:
    parting = message.about
    if not isinstance(parting, Parting):
        return {}
    return {
        **words_of(message.network),
        "first_name": parting.term.person.first_name,
        "ends": parting.term.end,
        "action_url": links.absolute(message.network, reverse("my_parting")),
        "action_label": gettext("Say what you would like"),
    }


def _still_asked(message: Message) -> bool | str:
    parting = message.about
    if not isinstance(parting, Parting):
        return gettext("The term is no longer there.")
    if parting.wish or parting.agreed:
        return gettext("It was said, or agreed on, in the meantime.")
    term = parting.term
    if term.end <= clock.today() or term.ending:
        return gettext("The term has ended.")
    return True


# To an ambassador whose term ends within four months, once.
TERM_ENDS = register(
    "term_ends",
    SERVICE,
    _("Your term is nearly over: what would you like?"),
    "ambassadors/email/term_ends",
    placeholders={**FIELDS, "ends": _("the first day without a term")},
    context=_ends,
    still_due=_still_asked,
    sample=lambda network: {
        **words_of(network),
        "first_name": "Marleen",
        "ends": date(2027, 4, 1),
        "action_url": links.absolute(network, "/mijn/termijn/"),
        "action_label": gettext("Say what you would like"),
    },
)


def _occasion(message: Message) -> dict[str, Any]:
    occasion = message.about
    if not isinstance(occasion, HonoraryOccasion):
        return {}
    return {
        **words_of(message.network),
        "first_name": message.recipient_name.split(" ")[0],
        "title": occasion.title,
        "on": date_format(occasion.on, "l j F Y"),
        "place": occasion.place,
        "own_words": occasion.words,
        "action_url": links.absolute(message.network, reverse("my_home")),
        "action_label": gettext("To Mijn"),
    }


def _still_to_come(message: Message) -> bool | str:
    occasion = message.about
    if not isinstance(occasion, HonoraryOccasion) or occasion.on < clock.today():
        return gettext("The day has passed.")
    return True


# To every honorary member, once a year, when the leader sends it.
HONORARY_INVITATION = register(
    "honorary_invitation",
    NEWS,
    _("The yearly invitation for honorary members"),
    "ambassadors/email/honorary_invitation",
    placeholders={**FIELDS, "title": _("to what"), "on": _("day")},
    context=_occasion,
    still_due=_still_to_come,
    sample=lambda network: {
        **words_of(network),
        "first_name": "Gerda",
        "title": gettext("the meeting of the network"),
        "on": date_format(date(2027, 4, 1), "l j F Y"),
        "place": "Zwolle",
        "own_words": gettext("We look forward to it."),
        "action_url": links.absolute(network, "/mijn/"),
        "action_label": gettext("To Mijn"),
    },
)
