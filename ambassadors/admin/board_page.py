"""What the board of a round shows; as many questions for a thousand candidates as for ten."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.actions import assessing, selecting
from ambassadors.actions.assessing import Picture
from ambassadors.actions.running_rounds import days_of
from ambassadors.actions.selecting import Column
from ambassadors.models import Answer, AppointmentRound, Invitation, Nomination, NominationStatus
from ambassadors.round_calendar import Days
from network import clock

CARDS_PER_COLUMN = 40
TITLES: dict[str, str | Promise] = {
    "nominated": gettext_lazy("nominated"),
    "in_conversation": gettext_lazy("in conversation"),
    "suitable": gettext_lazy("suitable"),
    "chosen": gettext_lazy("chosen"),
}


@dataclass(frozen=True)
class Card:
    nomination: Nomination
    facts: str  # sector · place · people
    picture: Picture
    chip: str
    is_warm: bool
    moves: tuple[tuple[str, str], ...]  # column and title

    @property
    def bars(self) -> list[bool]:
        """Five, filled as far as the scores reach."""
        filled = self.picture.result.bars if self.picture.result else 0
        return [number < filled for number in range(5)]


@dataclass(frozen=True)
class Lane:
    key: str
    title: str
    cards: tuple[Card, ...]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.cards)


@dataclass(frozen=True)
class Phase:
    title: str
    what: str
    state: str  # done, now, to come


def board(round: AppointmentRound) -> dict[str, Any]:
    rows = {key: _rows(round, key) for key in Column.ALL}
    totals = _totals(round)
    shown = [nomination for found in rows.values() for nomination in found]
    pictures = assessing.pictures(shown)
    invitations = {
        invitation.nomination_id: invitation
        for invitation in Invitation.objects.filter(nomination__in=[one.pk for one in rows[Column.CHOSEN]])
    }
    return {
        "lanes": [
            Lane(
                key,
                capfirst(str(TITLES[key])),
                tuple(_card(one, key, pictures[one.pk], invitations.get(one.pk)) for one in found),
                totals[key],
            )
            for key, found in rows.items()
        ],
        "ended": totals["ended"],
        "waiting_outside": round.network.nominations.waiting_for_a_round().count(),
        "held": round.network.nominations.held().count(),
        "phases": phases(round),
        "size": selecting.size_of(round),
        "total": sum(totals.values()),
        "invited": totals["invited"],
        "not_invited": totals[Column.CHOSEN] - totals["invited"],
        "accepted": totals["accepted"],
    }


def _rows(round: AppointmentRound, key: str) -> list[Nomination]:
    return list(
        _in_column(round.nominations.let_in(), key)
        .select_related("person")
        .prefetch_related("person__employments__company")
        .order_by("person__last_name", "person__first_name", "pk")[:CARDS_PER_COLUMN]
    )


def _in_column(nominations: QuerySet[Nomination], key: str) -> QuerySet[Nomination]:
    if key == Column.CHOSEN:
        return nominations.exclude(selected_at=None)
    return nominations.filter(status=key, selected_at=None)


def _totals(round: AppointmentRound) -> dict[str, int]:
    chosen = Q(selected_at__isnull=False)
    return round.nominations.let_in().aggregate(
        **{key: Count("pk", filter=Q(status=key) & ~chosen) for key in Column.ALL if key != Column.CHOSEN},
        chosen=Count("pk", filter=chosen),
        ended=Count("pk", filter=Q(status__in=NominationStatus.ended())),
        invited=Count("pk", filter=chosen & Q(invitation__isnull=False)),
        accepted=Count("pk", filter=chosen & Q(invitation__answer=Answer.ACCEPTED)),
    )


def _card(nomination: Nomination, key: str, picture: Picture, invitation: Invitation | None) -> Card:
    chip, is_warm = _chip(nomination, invitation)
    fixed = invitation is not None and invitation.withdrawn_at is None
    return Card(
        nomination=nomination,
        facts=facts(nomination, clock.today()),
        picture=picture,
        chip=chip,
        is_warm=is_warm,
        moves=() if fixed else tuple((to, capfirst(str(TITLES[to]))) for to in _ways_from(key)),
    )


def _ways_from(key: str) -> list[str]:
    """The other columns, the next one first: that is where most cards go."""
    at = Column.ALL.index(key)
    return [*Column.ALL[at + 1 :], *reversed(Column.ALL[:at])]


def _chip(nomination: Nomination, invitation: Invitation | None) -> tuple[str, bool]:
    if invitation and invitation.withdrawn_at is None:
        if invitation.answer:
            return capfirst(invitation.get_answer_display()), invitation.answer == Answer.TALK
        late = invitation.answer_by < clock.today()
        return (_("No answer") if late else _("Invited")), late
    if nomination.told_at is None:
        return _("Not told yet"), True
    return "", False


def facts(nomination: Nomination, on: date) -> str:
    work = nomination.person.company_on(on)
    if work is None:
        return ""
    company = work.company
    size = company.employees
    people = ngettext("%(n)d person", "%(n)d people", size) % {"n": size} if size is not None else ""
    return " · ".join(part for part in (capfirst(company.sector), company.place, people) if part)


def phases(round: AppointmentRound) -> list[Phase]:
    days = days_of(round)
    if days is None:
        return []
    return _phases(days, clock.today(), is_appointed=round.is_appointed)


def _phases(days: Days, on: date, *, is_appointed: bool) -> list[Phase]:
    """Each phase runs up to its own last day; the first that is not over is now."""
    spans = [
        (_("Nominating"), days.nominations_until, on > days.nominations_until),
        (_("Judging and choosing"), days.decide_on, on >= days.decide_on),
        (_("Invitations"), days.answer_by, is_appointed or on > days.answer_by),
        (_("Ceremony"), days.ceremony_on, is_appointed and on >= days.ceremony_on),
    ]
    found, is_now_given = [], False
    for title, until, is_over in spans:
        state = "done" if is_over else "to come" if is_now_given else "now"
        if title == spans[0][0] and on < days.opens_on:
            state, until = "to come", days.opens_on
        is_now_given = is_now_given or state == "now"
        found.append(Phase(title, _day_words(until, on, state), state))
    return found


def _day_words(until: date, on: date, state: str) -> str:
    day = date_format(until, "j F")
    if state == "now" and 0 <= (until - on).days <= 21:
        days = (until - on).days
        return (
            _("until %(day)s, today") % {"day": day}
            if days == 0
            else _("until %(day)s, %(days)d days left") % {"day": day, "days": days}
        )
    if state == "done" and until > on:  # appointed before everybody's last day to answer
        return _("closed")
    if state == "done":
        return _("done on %(day)s") % {"day": day}
    return day
