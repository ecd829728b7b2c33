"""The mails of the chase: nudges and thanks. Their figures are those of the day on which they leave."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.commitment import Standing, State
from ambassadors.models import Person, PodiumKind, ProfileType
from events import links
from events.actions.chasing import is_about
from events.chase_reasons import sentence
from events.chase_rules import STATE_REASONS, Decision, Step
from events.emails.windows import chase_window
from events.emails.words import FIELDS, about_person, words_of
from events.journal import Journal
from events.matching import Because, Match
from events.models import ChaseStep, Podium, PodiumRequest, StepKind
from events.podium_words import podium_name, whereabouts, why
from events.standing import Records, around, records_of
from network import clock
from network.actions import mailing
from network.dots import dots_text
from network.emails import CHASE, NEWS
from network.links import site_url
from network.messages import register
from network.models import Message, Network

FIGURES = {
    **FIELDS,
    "tally": _("the dots in words: “1 of 3 podia done, 1 agreed”"),
    "done": _("number of podia done"),
    "agreed": _("number of podia agreed"),
    "required": _("number of podia asked"),
    "missing": _("number of podia still open"),
    "year_end": _("the day the commitment year ends"),
}


# --- The year of one person ----------------------------------------------------------------------------


@dataclass(frozen=True)
class YearOfPerson:
    """What a mail of the chase is about, today; `standing` is None when that year is no more."""

    person: Person
    records: Records | None
    standing: Standing | None

    @property
    def is_serving(self) -> bool:
        return self.records is not None and self.records.term_on(clock.today()) is not None


def year_of(message: Message) -> YearOfPerson:
    """The person and commitment year that a mail of the chase is about."""
    today = clock.today()
    year_start = mailing.contents(message)["year_start"]
    person = Person.objects.get(pk=message.data["person"], network=message.network)
    person.network = message.network
    records = next(records_of(message.network, [person.pk], around(year_start)), None)
    year = records.year_starting(year_start) if records else None
    return YearOfPerson(person, records, records.standing(year, today) if records and year else None)


def _about_year(message: Message, year: YearOfPerson) -> dict[str, Any]:
    standing = year.standing
    values: dict[str, Any] = about_person(year.person)
    if standing:
        values |= _figures(standing.done, standing.agreed, standing.required, standing.year_end)
    return values


def _figures(done: int, agreed: int, required: int, year_end: date) -> dict[str, Any]:
    return {
        "done": done,
        "agreed": agreed,
        "required": required,
        "missing": max(0, required - done - agreed),
        "tally": dots_text(done, agreed, required),
        "year_end": date_format(year_end, "j F Y"),
    }


# --- First and second nudge ----------------------------------------------------------------------------


def nudge_context(message: Message) -> dict[str, Any]:
    year = year_of(message)
    return _about_year(message, year) | _answers(year.person) | {"suggestions": []}


def second_nudge_context(message: Message) -> dict[str, Any]:
    """As the first, with open requests that fit."""
    year = year_of(message)
    values = _about_year(message, year) | _answers(year.person)
    return values | {"suggestions": suggestions(year) if year.standing else []}


def _answers(person: Person) -> dict[str, str]:
    return _actions(person.network) | {"not_now_url": links.not_now_url(person)}


def _actions(network: Network) -> dict[str, str]:
    return {
        "action_url": site_url(network) + reverse("my_log_podium"),
        "action_label": gettext("Log a podium"),
    }


def nudge_still_due(message: Message) -> bool | str:
    """Logging or planning a podium ends it, and nobody is chased who is paused or whose term has ended."""
    year = year_of(message)
    if year.standing is None or not year.is_serving:
        return gettext("The term has ended or was changed.")
    if is_about(year.standing, message.data["k"]):
        return not _is_overtaken(message) or gettext("A later step has followed.")
    if year.standing.state == State.BEHIND:
        return gettext("It was about another podium of the year.")
    return sentence(Decision(STATE_REASONS[year.standing.state]), year.standing)


def _is_overtaken(message: Message) -> bool:
    """It was held back so long that the next step about the same podium has been taken."""
    later = {StepKind.NUDGE_1: [StepKind.NUDGE_2, StepKind.CALL], StepKind.NUDGE_2: [StepKind.CALL]}
    return ChaseStep.objects.filter(
        person=message.data["person"],
        year_start=mailing.contents(message)["year_start"],
        missing=message.data["k"],
        kind__in=later[StepKind(message.kind)],
    ).exists()


def suggestions(year: YearOfPerson) -> list[dict[str, str]]:
    """Open podium requests that fit the person, in words, the best first: those that Mijn shows too."""
    assert year.standing is not None
    found = Journal(year.person, clock.today()).fitting_before(year.standing.year_end)
    return [_suggestion(request, why(match)) for request, match in found]


def _suggestion(request: PodiumRequest, because: str) -> dict[str, str]:
    facts = [
        capfirst(str(PodiumKind(request.kind).label)),
        date_format(request.date, "j F Y") if request.date else gettext("date still open"),
        whereabouts(request),
    ]
    return {"title": str(request), "facts": " · ".join(filter(None, facts)), "because": because}


# --- Thanks at the end of a year -----------------------------------------------------------------------


def thanks_context(message: Message) -> dict[str, Any]:
    year = year_of(message)
    podia = []
    if year.standing:
        podia = list(
            year.person.podia.done()
            .filter(date__gte=year.standing.year_start, date__lt=year.standing.year_end)
            .select_related("host")
            .order_by("date", "pk")
        )
    return _about_year(message, year) | {
        "podia": [_podium_in_words(podium) for podium in podia],
        "reached": sum(podium.counted for podium in podia),
        "action_url": site_url(message.network) + reverse("my_years"),
        "action_label": gettext("See your years"),
    }


def thanks_still_due(message: Message) -> bool | str:
    year = year_of(message)
    if year.standing is None or not year.is_serving:
        return gettext("The term has ended or was changed.")
    if year.standing.state == State.MET:
        return True
    return sentence(Decision(STATE_REASONS[year.standing.state]), year.standing)


def _podium_in_words(podium: Podium) -> str:
    return f"{date_format(podium.date, 'j F Y')}: {podium_name(podium)}"


# --- What the registry knows ---------------------------------------------------------------------------


def _sample_year(network: Network) -> dict[str, Any]:
    today = clock.today()
    return (
        {"first_name": "Marleen", "suggestions": [], "podia": [], "reached": 0}
        | words_of(network)
        | _figures(0, 1, network.podia_per_year, date(today.year + 1, 4, 1))
        | _actions(network)
        | {"not_now_url": site_url(network) + reverse("my_not_now_by_link", args=["…"])}
    )


def _sample_second(network: Network) -> dict[str, Any]:
    suggestion = {
        "title": gettext("Twelve bakers want to see how it works"),
        "facts": f"{capfirst(PodiumKind.COMPANY_VISIT.label)} · {gettext('date still open')} · Ommen",
        "because": why(Match(0, 0, 0, (Because.LIKES_THE_KIND, Because.NEARBY))),
    }
    return _sample_year(network) | {"suggestions": [suggestion]}


def _sample_thanks(network: Network) -> dict[str, Any]:
    done = network.podia_per_year
    return (
        _sample_year(network)
        | _figures(done, 0, done, date(clock.today().year, 4, 1))
        | {
            "podia": [f"{date_format(date(clock.today().year, 3, 5), 'j F Y')}: Boost"],
            "reached": 140,
            "action_url": site_url(network) + reverse("my_years"),
            "action_label": gettext("See your years"),
        }
    )


TYPES = tuple((str(value), label) for value, label in ProfileType.choices)

# To an ambassador who is behind, on the first allowed day after the chase decided so.
NUDGE_1 = register(
    Step.NUDGE_1.value,
    CHASE,
    _("First nudge"),
    "events/email/nudge_1",
    placeholders=FIGURES,
    variants=TYPES,
    sample=_sample_year,
    context=nudge_context,
    still_due=nudge_still_due,
    window=chase_window,
    chase=True,
)
# To the same, about the same podium, 28 days later: with open requests that fit.
NUDGE_2 = register(
    Step.NUDGE_2.value,
    CHASE,
    _("Second nudge"),
    "events/email/nudge_2",
    placeholders=FIGURES,
    variants=TYPES,
    sample=_sample_second,
    context=second_nudge_context,
    still_due=nudge_still_due,
    window=chase_window,
    chase=True,
)
# To an ambassador whose commitment year ended and was met.
THANKS = register(
    Step.THANKS.value,
    NEWS,
    _("Thanks at the end of a year"),
    "events/email/thanks",
    placeholders=FIGURES | {"reached": _("number of entrepreneurs reached that year")},
    variants=TYPES,
    sample=_sample_thanks,
    context=thanks_context,
    still_due=thanks_still_due,
    window=chase_window,
    chase=True,
)
