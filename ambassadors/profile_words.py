"""The words of the questionnaire and of what it proposes: the rules are in profile_types.py."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.models import ProfileType
from ambassadors.profile_types import Motive, Proposal

STATEMENTS = {
    "help": gettext_lazy("If one entrepreneur gets on because of me, my day is good."),
    "known": gettext_lazy("I like it when people who count know who I am."),
    "explain": gettext_lazy("By explaining something I understand it better myself."),
    "win_over": gettext_lazy("It is fun to make somebody enthusiastic who saw nothing in it at first."),
    "challenge": gettext_lazy("I look for people who challenge me."),
    "pass_on": gettext_lazy("What took us years to find out, I want to hand on."),
    "customers": gettext_lazy("Telling our story may well bring my company customers or good people."),
    "question": gettext_lazy("I learn most from what somebody else is stuck with."),
    "room": gettext_lazy("A full room that listens gives me energy."),
    "table": gettext_lazy("I would rather sit at a table with one person than stand before a full room."),
    "measure": gettext_lazy("I want to know how we do beside the best in our line of work."),
    "depth": gettext_lazy("I enjoy a long talk about how something really works."),
    "stand_for": gettext_lazy("People should see what our company stands for."),
    "ahead": gettext_lazy("I like to be the first to know what is new."),
    "circle": gettext_lazy("I like to meet people who have something to decide."),
}
ANSWERS = (
    (1, gettext_lazy("not me at all")),
    (2, gettext_lazy("hardly")),
    (3, gettext_lazy("a bit")),
    (4, gettext_lazy("quite")),
    (5, gettext_lazy("that is me")),
)
MOTIVES = {
    Motive.CAREER: gettext_lazy("getting ahead"),
    Motive.VALUES: gettext_lazy("doing good"),
    Motive.SOCIAL: gettext_lazy("being among people"),
    Motive.LEARNING: gettext_lazy("learning"),
    Motive.ENJOYMENT: gettext_lazy("enjoying it"),
}
DRIVEN_BY = {
    ProfileType.DIRECTOR: gettext_lazy("You like to be seen, and you make others look."),
    ProfileType.TEACHER: gettext_lazy("You like to hand on what you know, and to think along."),
    ProfileType.COACH: gettext_lazy("You like to help somebody one step further."),
    ProfileType.SELLER: gettext_lazy("You like to win people over, for your company too."),
    ProfileType.PLAYER: gettext_lazy("You like to win, and to know where you stand."),
}


def because(proposal: Proposal, profile_type: str, most: int = 3) -> list[str]:
    """The statements somebody said yes to, in their own words."""
    return [str(STATEMENTS[key]) for key in proposal.because[profile_type][:most]]


def strongest(proposal: Proposal) -> list[str]:
    """The motives with the highest mean, at most two, when they stand out at all."""
    highest = max(proposal.motives.values())
    names = [motive for motive, mean in proposal.motives.items() if mean == highest]
    return [str(MOTIVES[motive]) for motive in names] if len(names) <= 2 else []


def named(types: Iterable[str]) -> str:
    """“teacher, then coach”."""
    names = [str(ProfileType(name).label) for name in types if name]
    if len(names) == 2:
        return _("%(first)s, then %(second)s") % {"first": names[0], "second": names[1]}
    return names[0] if names else ""
