"""The mails about a request: to whoever asked, to whom it was offered, and to the team."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import Person, PodiumKind
from events import links
from events.emails.windows import working_hours
from events.models import Offer, OfferState, PodiumFile, PodiumRequest, RequestState
from events.request_words import facts, priority_words
from network import clock
from network.emails import REQUESTS, SERVICE, WORK
from network.links import site_url
from network.messages import register
from network.models import Message, Network

ANSWERS = {
    "accepted": _("Yes, I come"),
    "not_now": _("Not now, but …"),
    "declined": _("No, not this one"),
}


def _request(message: Message, pk: int | None = None) -> PodiumRequest | None:
    found = PodiumRequest.objects.select_related("host", "preferred").filter(
        pk=pk or message.about_id or 0, network=message.network
    )
    request = found.first()
    if request:
        request.network = message.network
    return request


def _in_words(request: PodiumRequest) -> dict[str, Any]:
    return {
        "request": str(request),
        "facts": facts(request),
        "description": request.description,
        "ambassador": request.network.word,
    }


# --- To whoever asked ------------------------------------------------------------------------------------


def received_context(message: Message) -> dict[str, Any]:
    request = _request(message)
    if request is None:
        return {}
    return _in_words(request) | {
        "contact": request.contact_name,
        "preferred": request.preferred.full_name if request.preferred else "",
        "due": date_format(request.due_on, "l j F") if request.due_on else "",
        "action_url": links.request_url(request),
        "action_label": gettext("Follow or change your request"),
    }


def agreed_context(message: Message) -> dict[str, Any]:
    request = _request(message)
    file = PodiumFile.objects.select_related("podium").filter(podium=message.data.get("podium")).first()
    if request is None or file is None:
        return {"contact": "", "request": "", "facts": [], "description": "", "action_url": ""}
    file.podium.network = message.network
    return _in_words(request) | {
        "contact": request.contact_name,
        "instead_of": _asked_for_in_vain(request, file),
        "action_url": links.file_url(file),
        "action_label": gettext("Open the file of this podium"),
    }


def _asked_for_in_vain(request: PodiumRequest, file: PodiumFile) -> str:
    """Whom they asked for by name, when somebody else comes."""
    wanted = request.preferred
    comes = wanted is None or file.podium.ambassadors.filter(pk=wanted.pk).exists()
    return "" if comes or wanted is None else wanted.full_name


def declined_context(message: Message) -> dict[str, Any]:
    request = _request(message)
    return (_in_words(request) if request else {}) | {"contact": request.contact_name if request else ""}


def still_there(message: Message) -> bool | str:
    return message.about is not None or gettext("It is no longer there.")


# --- To the team ------------------------------------------------------------------------------------------


def for_the_team(message: Message) -> dict[str, Any]:
    request = _request(message)
    if request is None:
        return {}
    return _in_words(request) | {
        "asked_by": request.asked_by,
        "preferred": request.preferred.full_name if request.preferred else "",
        "pressing": priority_words(request, clock.today()),
        "is_withdrawn": request.state == RequestState.WITHDRAWN,
        "action_url": site_url(message.network) + reverse("admin:request", args=[request.pk]),
        "action_label": gettext("See who suits"),
    }


# --- To an ambassador --------------------------------------------------------------------------------------


def offer_context(message: Message) -> dict[str, Any]:
    offer = Offer.objects.select_related("request__host", "person", "offered_by").get(
        pk=message.about_id or 0
    )
    offer.request.network = message.network
    others = offer.request.offers.waiting().exclude(pk=offer.pk).count()
    return _in_words(offer.request) | {
        "first_name": offer.person.first_name,
        "said": offer.words,
        "by": offer.offered_by.name if offer.offered_by else "",
        "before": date_format(offer.answer_before, "l j F"),
        "others": others,
        "answers": [
            {"label": str(label), "url": links.offer_url(offer, choice)} for choice, label in ANSWERS.items()
        ],
    }


def offer_still_due(message: Message) -> bool | str:
    offer = Offer.objects.select_related("request").filter(pk=message.about_id or 0).first()
    if offer is None or offer.state != OfferState.ASKED:
        return gettext("They answered already.")
    if not offer.request.is_open:
        return gettext("The request is no longer open.")
    return True


def closed_context(message: Message) -> dict[str, Any]:
    request = _request(message)
    person = Person.objects.filter(pk=message.data.get("person"), network=message.network).first()
    return {
        "request": str(request) if request else "",
        "first_name": person.first_name if person else message.recipient_name,
        "withdrawn": message.data.get("withdrawn", False),
        "action_url": site_url(message.network) + reverse("my_requests"),
        "action_label": gettext("See what else is asked"),
    }


# --- What the registry knows -------------------------------------------------------------------------------


def _sample(network: Network) -> dict[str, Any]:
    day = clock.today() + timedelta(days=30)
    return {
        "request": gettext("Presentation at Ondernemend Twente"),
        "facts": [
            (gettext("What"), capfirst(str(PodiumKind.PRESENTATION.label))),
            (gettext("When"), date_format(day, "D j F Y")),
            (gettext("Where"), "Hengelo"),
        ],
        "description": gettext("We would like to hear your story."),
        "ambassador": network.word,
        "contact": "Jorrit Leferink",
        "preferred": "Marleen Oosterveld",
        "due": date_format(day, "l j F"),
        "action_url": site_url(network) or "https://example.org/",
        "action_label": gettext("Open"),
    }


def _sample_team(network: Network) -> dict[str, Any]:
    return _sample(network) | {
        "asked_by": "Ondernemend Twente",
        "pressing": gettext("there is time"),
        "is_withdrawn": False,
    }


def _sample_offer(network: Network) -> dict[str, Any]:
    url = site_url(network) or "https://example.org/"
    return _sample(network) | {
        "first_name": "Marleen",
        "said": gettext("This one is made for you."),
        "by": "Hanneke Broekhuis",
        "before": date_format(clock.today() + timedelta(days=7), "l j F"),
        "others": 1,
        "answers": [{"label": str(label), "url": url} for label in ANSWERS.values()],
        "action_url": "",
    }


OFFER_WORDS = {
    "first_name": _("first name"),
    "request": _("title of the request"),
    "before": _("the day before which an answer is hoped for"),
}

# To whoever asked for an ambassador, at once: a copy, and the link to follow and change it.
REQUEST_RECEIVED = register(
    "request_received", SERVICE, _("We have your request"), "events/email/request_received",
    placeholders={"contact": _("name of whoever asked"), "request": _("title of the request")},
    sample=_sample, context=received_context, still_due=still_there,
)  # fmt: skip
# To the same, when somebody said yes.
REQUEST_AGREED = register(
    "request_agreed", SERVICE, _("Somebody comes to your podium"), "events/email/request_agreed",
    placeholders={"contact": _("name of whoever asked"), "speaker": _("who comes")},
    sample=lambda network: _sample(network) | {"speaker": "Bram Lansink", "instead_of": "Marleen Oosterveld"},
    context=agreed_context, still_due=still_there,
)  # fmt: skip
# To the same, when nobody can come; the leader wrote why.
REQUEST_DECLINED = register(
    "request_declined", SERVICE, _("Nobody found for a request"), "events/email/request_declined",
    sample=lambda network: _sample(network) | {"said": gettext("All are on stage then."), "action_url": ""},
    context=declined_context, still_due=still_there, editable=False,
)  # fmt: skip
# To whoever runs the network, when a request comes in, is changed or withdrawn.
REQUEST_CAME_IN = register(
    "request_came_in", WORK, _("A podium request came in"), "events/email/request_came_in",
    sample=_sample_team, context=for_the_team, still_due=still_there, editable=False,
)  # fmt: skip
REQUEST_CHANGED = register(
    "request_changed", WORK, _("A podium request was changed"), "events/email/request_changed",
    sample=_sample_team, context=for_the_team, still_due=still_there, editable=False,
)  # fmt: skip
# To an ambassador whom the leader asks for a request, and once more halfway the time to think.
OFFER = register(
    "offer", REQUESTS, _("Would you do this podium?"), "events/email/offer",
    placeholders=OFFER_WORDS, sample=_sample_offer, context=offer_context, still_due=offer_still_due,
)  # fmt: skip
OFFER_REMINDER = register(
    "offer_reminder", REQUESTS, _("Would you do this podium? Once more"), "events/email/offer_reminder",
    placeholders=OFFER_WORDS, sample=_sample_offer, context=offer_context, still_due=offer_still_due,
    window=working_hours,
)  # fmt: skip
# To whoever was asked too, or raised a hand, when another said yes or the request ended.
OFFER_CLOSED = register(
    "offer_closed", SERVICE, _("The podium is settled"), "events/email/offer_closed",
    placeholders={"first_name": _("first name"), "request": _("title of the request")},
    sample=lambda network: _sample(network) | {"first_name": "Bram", "withdrawn": False},
    context=closed_context, still_due=still_there,
)  # fmt: skip
