"""A request and its suggestions in words: for the leader's pages, the mails and whoever asked."""

from datetime import date

from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.models import ProfileType
from events.matching import Because, But, Never
from events.models import PodiumRequest
from events.priority import Priority, priority
from events.suggesting import Suggestion
from network.dates import day_and_month

Facts = list[tuple[str, str]]


def facts(request: PodiumRequest) -> Facts:
    """What was asked, as lines of a label and a value; nothing for what nobody filled in."""
    lines = [
        (_("What"), capfirst(request.get_kind_display())),
        (_("When"), when(request)),
        (_("Where"), ", ".join(filter(None, (request.place, request.region)))),
        (_("Who will be there"), audience(request.audience)),
        (_("Sector"), request.sector),
        (_("Theme"), request.theme),
        (_("For"), request.host_name or (request.host.name if request.host else "")),
        (_("Contact person"), request.contact_name),
    ]
    return [(label, value) for label, value in lines if value]


def when(request: PodiumRequest) -> str:
    """“Wed 16 December 2026, 20.00–22.00”, or that the day is still open."""
    if request.date is None:
        return _("day still open")
    return ", ".join(filter(None, (date_format(request.date, "D j F Y"), hours(request))))


def hours(thing: object) -> str:
    """“20.00–22.00”, “8.30”, or nothing; of whatever has a start_time and an end_time."""
    times = (getattr(thing, "start_time", None), getattr(thing, "end_time", None))
    return "–".join(time_format(one, "G.i") for one in times if one)


def audience(number: int | None) -> str:
    if number is None:
        return ""
    return ngettext("about %(n)d entrepreneur", "about %(n)d entrepreneurs", number) % {"n": number}


PRIORITIES = {
    Priority.NOW: lambda: _("soon there"),
    Priority.SOON: lambda: _("within a month"),
    Priority.CALM: lambda: _("there is time"),
}


def priority_words(request: PodiumRequest, on: date) -> str:
    """How pressing it is, with the days that are left."""
    if request.date is None:
        return _("day still open")
    left = (request.date - on).days
    if left < 0:
        return _("its day has passed")
    if left == 0:
        return _("today")
    days = ngettext("in %(n)d day", "in %(n)d days", left) % {"n": left}
    return f"{PRIORITIES[priority(on, request.date)]()}, {days}"


# --- Why somebody is suggested, as the leader reads it ---------------------------------------------------


def reasons(suggestion: Suggestion, request: PodiumRequest) -> list[str]:
    """What speaks for somebody; where they stand and how long it was ago together, as one line."""
    found = [_reason(one, suggestion, request) for one in suggestion.match.because]
    return [capfirst(words) for words in found if words]


def _reason(one: Because, suggestion: Suggestion, request: PodiumRequest) -> str:
    candidate, kind = suggestion.candidate, request.get_kind_display()
    if one is Because.ASKED_FOR:
        return _("asked for by name")
    if one is Because.RAISED_HAND:
        return _("raised a hand for this one")
    if one is Because.LIKES_THE_KIND:
        return _("likes to do this: %(kind)s") % {"kind": kind}
    if one is Because.SHARES_THE_THEME:
        return _("tells about %(themes)s") % {"themes": ", ".join(candidate.themes)}
    if one is Because.KNOWS_THE_SECTOR:
        return _("works in %(sector)s, as the audience does") % {"sector": candidate.sector}
    if one is Because.NEARBY:
        return _("comes from nearby, or travels there: %(area)s") % {"area": candidate.area}
    if one is Because.SUITS_THE_TYPE:
        return _("%(type)s: this kind of podium suits") % {"type": _types(candidate.profile_types)}
    if one is Because.SUITS_THE_SIZE:
        return _("%(type)s: the size of this group suits") % {"type": _types(candidate.profile_types[:1])}
    if one is Because.KNOWS_THE_HOST:
        return _("stood there before, in %(when)s") % {"when": _month(_last_here(suggestion))}
    if one is Because.SHORT_OF_PODIA:
        return _tally(suggestion)
    if candidate.last_stage is None:
        return _("has not stood on a stage yet")
    return _("not on a stage since %(when)s") % {"when": _month(candidate.last_stage)}


def _tally(suggestion: Suggestion) -> str:
    standing = suggestion.standing
    if standing is None:
        return ""
    return _("stands at %(count)d of %(required)d podia this year") % {
        "count": standing.done + standing.agreed,
        "required": standing.required,
    }


def doubts(suggestion: Suggestion, request: PodiumRequest) -> list[str]:
    return [capfirst(_doubt(one, suggestion, request)) for one in suggestion.match.but]


def _doubt(one: But, suggestion: Suggestion, request: PodiumRequest) -> str:
    candidate = suggestion.candidate
    if one is But.YEAR_IS_FULL:
        return _("has all podia of this year already")
    if one is But.ASKED_OFTEN:
        return _("was asked %(n)d times in three months") % {"n": candidate.asked_lately}
    if one is But.STOOD_HERE_LATELY:
        return _("stood there in %(when)s") % {"when": _month(_last_here(suggestion))}
    if one is But.BUSY_AROUND:
        return _("has another podium within three days")
    if one is But.FAR:
        return _("does not usually travel there: %(area)s") % {"area": candidate.area}
    if one is But.NOT_THEIR_KIND:
        return _("%(type)s: rather another kind of podium") % {"type": _types(candidate.profile_types)}
    size = _("rather small groups") if (request.audience or 0) > 30 else _("rather a large hall")
    return f"{_types(candidate.profile_types[:1])}: {size}"


def bars(suggestion: Suggestion, pause_end: date | None = None) -> str:
    """Why somebody is not suggested, in one line."""
    words = {
        Never.OUTSIDE_TERM: _("the day lies outside the term"),
        Never.PAUSED: _("paused until %(day)s") % {"day": day_and_month(pause_end)}
        if pause_end
        else _("paused"),
        Never.CLASH: _("has another podium at that moment"),
        Never.SAID_NO: _("said no"),
    }
    return ", ".join(words[one] for one in suggestion.match.never)


def _types(names: tuple[str, ...]) -> str:
    labels = dict(ProfileType.choices)
    return " / ".join(str(labels[name]) for name in names if name in labels)


def _last_here(suggestion: Suggestion) -> date | None:
    return max(suggestion.candidate.hosts.values(), default=None)


def _month(day: date | None) -> str:
    return date_format(day, "F Y") if day else ""


# --- Weights ---------------------------------------------------------------------------------------------

WEIGHT_NAMES = {
    Because.ASKED_FOR: lambda: _("they asked for this person"),
    Because.RAISED_HAND: lambda: _("raised a hand"),
    Because.LIKES_THE_KIND: lambda: _("likes this kind of podium"),
    Because.SHARES_THE_THEME: lambda: _("the theme"),
    Because.KNOWS_THE_SECTOR: lambda: _("the sector of the audience"),
    Because.NEARBY: lambda: _("nearby"),
    Because.SUITS_THE_TYPE: lambda: _("the profile type suits the kind"),
    Because.SUITS_THE_SIZE: lambda: _("the profile type suits the size"),
    Because.KNOWS_THE_HOST: lambda: _("knows the host from before"),
    Because.SHORT_OF_PODIA: lambda: _("short of podia this year"),
    Because.NONE_LATELY: lambda: _("no podium lately"),
    But.YEAR_IS_FULL: lambda: _("has all podia of the year"),
    But.ASKED_OFTEN: lambda: _("was asked often lately"),
    But.STOOD_HERE_LATELY: lambda: _("stood with this host within a year"),
    But.BUSY_AROUND: lambda: _("another podium within three days"),
    But.FAR: lambda: _("outside the travel area"),
    But.NOT_THEIR_KIND: lambda: _("the kind does not suit the profile type"),
    But.NOT_THEIR_SIZE: lambda: _("the size does not suit the profile type"),
}
