"""Where somebody stands, said to them: a headline and a sentence for every state. Never a reproach."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.commitment import Standing, State


@dataclass(frozen=True)
class Words:
    headline: str
    sentence: str


def day_in_words(day: date, on: date) -> str:
    """“3 December”, with the year when it is another one than today's."""
    return date_format(day, "j F" if day.year == on.year else "j F Y")


def words_for(standing: Standing, pause_ends: date | None = None, *, waiting: int = 0) -> Words:
    """What the reader of the standing is told on the day it was seen.

    `waiting`: podia of that year whose day has passed and of which nobody has told how it went.
    """
    if waiting and standing.state in (State.BEHIND, State.MISSED, State.ON_PACE):
        return Words(_headline(standing, waiting), _to_tell_first(standing, waiting))
    return Words(_headline(standing), _sentence(standing, pause_ends))


def _headline(standing: Standing, waiting: int = 0) -> str:
    done, agreed, required = standing.done, standing.agreed, standing.required
    if standing.state == State.PAUSED:
        return _("You have a pause")
    if standing.state == State.MET:
        return _("%(done)d of %(required)d: done!") % {"done": done, "required": required}
    if done and agreed:
        return _("%(done)d done, %(agreed)d agreed") % {"done": done, "agreed": agreed}
    if done:
        return ngettext("%(done)d done", "%(done)d done", done) % {"done": done}
    if agreed:
        return ngettext("%(agreed)d agreed", "%(agreed)d agreed", agreed) % {"agreed": agreed}
    if standing.state == State.NONE:
        return _("Nothing is asked this year")
    if waiting:
        return ngettext("One podium waits for your answer", "%(n)d podia wait for your answer", waiting) % {
            "n": waiting
        }
    if standing.state == State.BEHIND:
        return _("Time for your first podium")
    if standing.state == State.MISSED:
        return _("This year passed by")
    return _("Your year has begun")


def _to_tell_first(standing: Standing, waiting: int) -> str:
    """What is on record already, and only waits for a word, is not asked for once more."""
    tell = _("Tell how it went, and it counts.")
    left = standing.missing - waiting
    if left <= 0 or standing.state == State.MISSED:
        return tell
    then = ngettext("Then one more podium to plan.", "Then another %(n)d podia to plan.", left) % {"n": left}
    return f"{tell} {then}"


def _sentence(standing: Standing, pause_ends: date | None) -> str:
    on, missing = standing.on, standing.missing
    if standing.state == State.PAUSED:
        if pause_ends:
            return _("Until %(day)s nothing is asked of you. Did you take the stage anyway? It counts.") % {
                "day": day_in_words(pause_ends, on)
            }
        return _("Nothing is asked of you now. Did you take the stage anyway? It counts.")
    if standing.state == State.NONE:
        return _("You are in the network for only a short part of this year. Whatever you do is extra.")
    if standing.state == State.MET:
        if standing.done > standing.required or standing.agreed:
            return _("Thank you. You do more than you promised.")
        return _("Thank you. Everything that still comes is extra.")
    if standing.state == State.MISSED:
        return _("It went differently than planned. We gladly talk it over with you.")
    if standing.state == State.PLANNED:
        return _("Your year is planned. All that is left is to do it.")
    to_plan = ngettext(
        "One more podium to plan.", "Another %(missing)d podia to plan.", missing
    ) % {"missing": missing}  # fmt: skip
    if standing.state == State.BEHIND:
        return to_plan + " " + _("Choose one below, or write down what you have in mind.")
    by = standing.commitment.first_day_expecting_more_than(standing.count)
    if by and by > on:
        return to_plan + " " + _("You are well on your way until %(day)s.") % {"day": day_in_words(by, on)}
    return to_plan + " " + _("You have plenty of time.")
