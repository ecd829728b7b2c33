"""A podium in words: its name, where it is, and why it suits somebody."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.matching import Because, Match
from events.models import Podium, PodiumRequest


def podium_name(podium: Podium) -> str:
    """“Workshop at Boost”, or the title that was given."""
    if podium.title:
        return podium.title
    kind = capfirst(podium.get_kind_display())
    return _("%(kind)s at %(at)s") % {"kind": kind, "at": podium.at} if podium.at else kind


def whereabouts(podium: Podium | PodiumRequest) -> str:
    """Host and place, each once: “MKB Deventer” says where, and “MKB Deventer, Ommen” says more."""
    host = _host(podium)
    is_said = f" {podium.place} ".casefold() in f" {host} ".casefold()
    return ", ".join(part for part in (host, "" if is_said else podium.place) if part)


def where_to_go(podium: Podium) -> str:
    """Host and town, for whoever has to find it: “MKB Deventer” is a name, and may meet in Ommen."""
    host = _host(podium)
    parts = [part.strip().casefold() for part in host.split(",")]
    is_said = podium.place.strip().casefold() in parts
    return ", ".join(part for part in (host, "" if is_said else podium.place) if part)


def _host(podium: Podium | PodiumRequest) -> str:
    return podium.host_name or (podium.host.name if podium.host else "")


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


def why(match: Match) -> str:
    """The reasons of a match as one sentence."""
    reasons = [BECAUSE[reason]() for reason in match.because if reason in BECAUSE]
    if len(reasons) > 1:
        reasons[-2:] = [_("%(one)s and %(other)s") % {"one": reasons[-2], "other": reasons[-1]}]
    return _("Because %(reasons)s.") % {"reasons": ", ".join(reasons)}
