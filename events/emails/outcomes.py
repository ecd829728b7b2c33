"""How did it go? The question to an ambassador after an agreed podium."""

from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.commitment import Span
from ambassadors.models import Person, PodiumKind
from events import links
from events.actions.logging import Outcome
from events.emails.windows import working_hours
from events.emails.words import FIELDS, about_person, words_of
from events.models import Podium, PodiumStatus
from events.podium_words import podium_name
from events.standing import records_of
from network import clock
from network.actions import mailing
from network.emails import REQUESTS
from network.links import site_url
from network.messages import register
from network.models import Message, Network

ANSWERS = {
    Outcome.HAPPENED: _("It happened"),
    Outcome.MOVED: _("It was moved"),
    Outcome.CANCELLED: _("It was cancelled"),
}


def outcome_context(message: Message) -> dict[str, Any]:
    person = Person.objects.get(pk=message.data["person"], network=message.network)
    podium = Podium.objects.select_related("host").get(pk=message.data["podium"], network=message.network)
    return about_person(person) | {
        "podium": podium_name(podium),
        "day": date_format(podium.date, "l j F"),
        "answers": [
            {"label": str(label), "url": links.outcome_url(podium, person, choice)}
            for choice, label in ANSWERS.items()
        ],
    }


def outcome_still_due(message: Message) -> bool | str:
    today = clock.today()
    podium = Podium.objects.filter(pk=message.data["podium"], ambassadors=message.data["person"]).first()
    if podium is None or podium.status != PodiumStatus.AGREED:
        return gettext("Somebody already said how it went.")
    if podium.date != mailing.contents(message)["day"] or podium.date >= today:
        return gettext("The podium was moved.")
    records = next(records_of(message.network, [message.data["person"]], Span(today, today)), None)
    if records is None or records.term_on(today) is None:
        return gettext("The term has ended or was changed.")
    if any(today in pause for pause in records.pauses):
        return gettext("There is a pause, so nothing is asked.")
    return True


def _sample_outcome(network: Network) -> dict[str, Any]:
    return (
        {"first_name": "Marleen", "podium": f"{capfirst(PodiumKind.WORKSHOP.label)} Boost"}
        | words_of(network)
        | {
            "day": date_format(clock.today(), "l j F"),
            "answers": [{"label": str(label), "url": site_url(network)} for label in ANSWERS.values()],
        }
    )


# To every ambassador of an agreed podium, the working day after it.
HOW_DID_IT_GO = register(
    "how_did_it_go",
    REQUESTS,
    _("How did it go?"),
    "events/email/how_did_it_go",
    placeholders=FIELDS | {"podium": _("title of the podium"), "day": _("day of the podium")},
    sample=_sample_outcome,
    context=outcome_context,
    still_due=outcome_still_due,
    window=working_hours,
)
