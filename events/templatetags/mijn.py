"""How Mijn says days and places."""

from datetime import date, timedelta

from django import template
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.matching import Because, Match
from events.models import Podium, PodiumRequest
from network import clock

register = template.Library()


@register.filter
def near_day(value: date | None) -> str:
    """“today”, “yesterday”, else “Sat 21 November”, with the year when it is another one."""
    if value is None:
        return ""
    today = clock.today()
    near = {0: _("today"), -1: _("yesterday"), 1: _("tomorrow")}.get((value - today).days)
    return near or date_format(value, "D j F" if value.year == today.year else "D j F Y")


@register.filter
def last_day(value: date) -> date:
    """The last day inside a half-open interval that ends on `value`."""
    return value - timedelta(days=1)


@register.filter
def podium_name(podium: Podium) -> str:
    """“Workshop at Boost”, or the title that was given."""
    if podium.title:
        return podium.title
    kind = capfirst(podium.get_kind_display())
    return _("%(kind)s at %(at)s") % {"kind": kind, "at": podium.at} if podium.at else kind


@register.filter
def whereabouts(podium: Podium | PodiumRequest) -> str:
    """Host and place, each once."""
    host = podium.host_name or (podium.host.name if podium.host else "")
    return ", ".join(dict.fromkeys(part for part in (host, podium.place) if part))


BECAUSE = {
    Because.LIKES_THE_KIND: lambda: _("you like this kind of podium"),
    Because.SHARES_THE_THEME: lambda: _("it is about your theme"),
    Because.NEARBY: lambda: _("it is nearby"),
    Because.SUITS_THE_TYPE: lambda: _("it suits your profile type"),
    Because.SUITS_THE_SIZE: lambda: _("the size of the group suits you"),
    Because.KNOWS_THE_SECTOR: lambda: _("they work in your sector"),
    Because.KNOWS_THE_HOST: lambda: _("you were there before"),
    Because.ASKED_FOR: lambda: _("they asked for you by name"),
}


@register.filter
def why(match: Match) -> str:
    """The reasons of a match as one sentence."""
    reasons = [BECAUSE[reason]() for reason in match.because if reason in BECAUSE]
    if len(reasons) > 1:
        reasons[-2:] = [_("%(one)s and %(other)s") % {"one": reasons[-2], "other": reasons[-1]}]
    return _("Because %(reasons)s.") % {"reasons": ", ".join(reasons)}
