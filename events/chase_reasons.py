"""The reason of a decision as one sentence in the reader's language."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.commitment import SHORTEST_YEAR, Standing
from events.chase_rules import Decision, Why


def sentence(decision: Decision, standing: Standing) -> str:
    words = {
        name: date_format(fact, "j F Y") if isinstance(fact, date) else fact
        for name, fact in decision.facts.items()
    } | {
        "done": standing.done,
        "agreed": standing.agreed,
        "count": standing.count,
        "required": standing.required,
        "expected": standing.commitment.whole_expected_on(standing.on),
        "shortest": SHORTEST_YEAR,
        "end": date_format(standing.year_end, "j F Y"),
        "figures": _figures(standing),
    }
    return _pattern(decision.why, standing) % words


def _figures(standing: Standing) -> str:
    """“0 of 3 done or agreed”: what every reason about a shortage is built on."""
    return ngettext(
        "%(count)d of %(required)d podium done or agreed",
        "%(count)d of %(required)d podia done or agreed",
        standing.required,
    ) % {"count": standing.count, "required": standing.required}


def _pattern(why: Why, standing: Standing) -> str:
    match why:
        case Why.PAUSED:
            return _("There is a pause, so nothing is asked.")
        case Why.NOTHING_REQUIRED:
            return _("This year has fewer than %(shortest)d active days, so nothing is asked.")
        case Why.MET:
            return _("The year is met: %(done)d done, %(required)d asked.")
        case Why.MISSED:
            return _("The year ended on %(end)s with %(done)d of %(required)d done.")
        case Why.PLANNED:
            return _("The year is planned: %(done)d done and %(agreed)d agreed, %(required)d asked.")
        case Why.ON_PACE:
            return _("On pace: %(figures)s, %(expected)d expected by now.")
        case Why.GRACE:
            return _("%(figures)s and behind since %(since)s; a first nudge may go from %(from)s.")
        case Why.RECENT_CHANGE:
            return _(
                "%(figures)s, but a podium was changed on %(changed)s; a first nudge may go from %(from)s."
            )
        case Why.NUDGE_1:
            return _("%(figures)s, %(expected)d expected by now; behind since %(since)s.")
        case Why.AFTER_NUDGE_1:
            return _("%(figures)s; first nudge on %(before)s, a second may go from %(from)s.")
        case Why.NUDGE_2:
            return _("%(figures)s, still behind after the first nudge of %(before)s.")
        case Why.AFTER_NUDGE_2:
            return _("%(figures)s; second nudge on %(before)s, a call may follow from %(from)s.")
        case Why.CALL:
            return _("%(figures)s, still behind after the second nudge of %(before)s: time to call.")
        case Why.CALLED:
            return _("%(figures)s; on the leader's list to call since %(day)s.")
        case Why.THANKS:
            return _("The year that ended on %(end)s was met: %(done)d done, %(required)d asked.")
        case Why.THANKED:
            return _("Thanks for the year that ended on %(end)s were planned for %(day)s.")
        case Why.TERM_ENDED:
            return _("The year was met; the term has ended, so no mail is sent.")
        case Why.EVALUATION:
            return _("The year ended on %(end)s with %(done)d of %(required)d done: time to talk it over.")
        case Why.EVALUATED:
            return _("On the leader's list to talk over since %(day)s.")
        case Why.SWITCHED_OFF:
            return _("The chase of this network is off.")
