"""A milestone in words, and which of them says most to somebody by what drives them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.models import ProfileType
from events.milestones import Kind, Milestone

# Recognition by motive: who wants to be of help reads first whom they reached, others how often.
FIRST = {
    ProfileType.TEACHER: Kind.HEARERS,
    ProfileType.COACH: Kind.HEARERS,
    ProfileType.SELLER: Kind.HEARERS,
    ProfileType.DIRECTOR: Kind.PODIA,
    ProfileType.PLAYER: Kind.PODIA,
}


def words(one: Milestone) -> str:
    if one.kind is Kind.PODIA:
        if one.number == 1:
            return _("Your first podium")
        return _("Your %(n)dth podium") % {"n": one.number}
    if one.kind is Kind.HEARERS:
        return _("More than %(n)d entrepreneurs heard you") % {"n": one.number}
    return ngettext("%(n)d year on stage", "%(n)d years on stage", one.number) % {"n": one.number}


def by_motive(found: Sequence[Milestone], profile_type: str) -> list[Milestone]:
    """The same milestones; those that fit the motive first, and within that the latest first."""
    wanted = FIRST.get(profile_type)  # type: ignore[call-overload]
    return sorted(found, key=lambda one: one.kind is not wanted)
