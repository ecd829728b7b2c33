"""The clock of the rounds: opens, reminds, closes, invites, and tells people what they have a right to.

Safe to run late, twice or from two places: a step has one row per round, a mail one key, and each is written
in the transaction of the change it belongs to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails, round_calendar
from ambassadors.actions import inviting, nominating, scouting, selecting
from ambassadors.models import AppointmentRound, NominationSource, Person, RoundRules, RoundStep, Voice
from ambassadors.round_calendar import Days, Step
from network import clock, drills
from network.actions import mailing
from network.models import FanContact, Network


@dataclass
class Done:
    """What one run did; for the log and for `manage.py rounds`."""

    planned: int = 0
    steps: int = 0
    invited: int = 0
    reminded: int = 0
    told: int = 0
    outcomes: int = 0
    expired: int = 0


def run(network: Network, *, on: date) -> Done:
    done = Done(
        expired=scouting.expire(network, on=on),
        planned=plan(network, on=on),
        told=tell_in_time(network, on=on),
    )
    for round in network.rounds.under_way().select_related("network").order_by("year"):
        done.steps += take_steps(round, on=on)
        done.invited += inviting.invite_due(round, on=on, by=None)
        done.reminded += inviting.remind_due(round, on=on)
    done.outcomes = tell_outcomes(network)
    return done


# --- The round itself ----------------------------------------------------------------------------------


def plan(network: Network, *, on: date) -> int:
    """Put the coming round on the calendar a month before it opens, for networks that settled their rules."""
    rules = RoundRules.objects.filter(network=network).first()
    if rules is None:
        return 0
    ceremony_on = round_calendar.next_ceremony(rules.ceremony_month, rules.ceremony_day, on)
    days = round_calendar.planned(ceremony_on, rules.ahead)
    if not days.opens_on - round_calendar.PLANNED_AHEAD <= on < days.decide_on:
        return 0
    if network.rounds.filter(year=ceremony_on.year).exists():
        return 0
    try:
        with transaction.atomic():
            AppointmentRound.objects.create(
                network=network,
                year=ceremony_on.year,
                opens_on=days.opens_on,
                nominations_until=days.nominations_until,
                decide_on=days.decide_on,
                answer_by=days.answer_by,
                ceremony_on=ceremony_on,
                official_name=network.official_name,
                official_title=network.official_title,
                official_title_en=network.official_title_en,
                official_signature=network.official_signature.name or "",
            )
    except IntegrityError:  # the leader or another run was first
        return 0
    return 1


def days_of(round: AppointmentRound) -> Days | None:
    """None for a round without a calendar."""
    if not (round.opens_on and round.nominations_until and round.decide_on and round.answer_by):
        return None
    return Days(round.opens_on, round.nominations_until, round.decide_on, round.answer_by, round.ceremony_on)


def take_steps(round: AppointmentRound, *, on: date) -> int:
    """What the calendar asks by this day, in order; how many steps."""
    days = days_of(round)
    if days is None:
        return 0
    done = set(round.steps.values_list("kind", flat=True))
    wanted = round_calendar.due(days, done=done, on=on, is_settled=round.settled_at is not None)
    return sum(_take(round, step, due_on) for step, due_on in wanted)


def _take(round: AppointmentRound, step: Step, due_on: date) -> bool:
    """One step with its mails, or nothing: the row is unique and written in the same transaction."""
    try:
        with transaction.atomic():
            row = RoundStep.objects.create(round=round, kind=step, due_on=due_on)
            drills.point(f"round.{step}.begun")
            if step is Step.OPENED:
                for nomination in round.network.nominations.waiting_for_a_round():
                    selecting.take_in(nomination=nomination, round=round, by=None)
            row.messages = mailing.post_many(_mails(round, step))
            row.save(update_fields=["messages"])
            drills.point(f"round.{step}.mailed")
            transaction.on_commit(partial(drills.point, f"round.{step}.committed"))
    except IntegrityError:  # another run was first
        return False
    return True


def _mails(round: AppointmentRound, step: Step) -> Iterator[mailing.Mail]:
    if step is Step.OPENED:
        kind, reason = emails.ROUND_OPENED.name, _("Can put somebody forward for the round of %(year)s.")
        people, contacts = nominators(round.network), fan_contacts(round.network)
    elif step in (Step.REMIND_14, Step.REMIND_3):
        kind, reason = emails.NOMINATE_REMINDER.name, _("Put nobody forward yet in the round of %(year)s.")
        people, contacts = _silent(round)
    else:
        return
    for person in people:
        yield _mail(round, step, kind, reason, f"p{person.pk}", person.email, person.full_name,
                    person.language, {"person": person.pk})  # fmt: skip
    for contact in contacts:
        yield _mail(round, step, kind, reason, f"f{contact.pk}", contact.email, contact.name, "nl",
                    {"contact": contact.pk})  # fmt: skip


def _mail(
    round: AppointmentRound,
    step: Step,
    kind: str,
    reason: str,
    who: str,
    to: str,
    name: str,
    language: str,
    context: dict[str, int],
) -> mailing.Mail:
    return mailing.Mail(
        network=round.network,
        kind=kind,
        key=f"round:{round.pk}:{step}:{who}",
        to=to,
        name=name,
        language=language,
        variant="" if step is Step.OPENED else str(step),
        context=context,
        about=round,
        reason=reason % {"year": round.year},
        not_before=round_calendar.leaves_at(clock.now()),
        reply_to=round.network.contact_email,
    )


def nominators(network: Network) -> Iterable[Person]:
    """Ambassadors in office and honorary members with an address."""
    today = clock.today()
    everybody = network.people.exclude(email="")
    return [*everybody.current(today), *everybody.honorary(today)]


def fan_contacts(network: Network) -> Iterable[FanContact]:
    return FanContact.objects.filter(fan__network=network).current(clock.today()).exclude(email="")


def _silent(round: AppointmentRound) -> tuple[Iterable[Person], Iterable[FanContact]]:
    voices = Voice.objects.filter(nomination__round=round)
    spoken = set(voices.exclude(person=None).values_list("person_id", flat=True))
    contacts = fan_contacts(round.network)
    return (
        [person for person in nominators(round.network) if person.pk not in spoken],
        contacts.exclude(Exists(voices.filter(fan_contact=OuterRef("pk")))),  # type: ignore[attr-defined]
    )


# --- What people have a right to hear ------------------------------------------------------------------


def tell_in_time(network: Network, *, on: date) -> int:
    """The notice of GDPR art. 14, for whoever was not told yet and a month is nearly over; how many mails.

    Whoever has no address stands on the leader's worklist.
    """
    waiting = network.nominations.not_told().exclude(person__email="")
    due = [
        nomination
        for nomination in waiting
        if round_calendar.is_time_to_tell(timezone.localdate(nomination.created_at), on)
    ]
    return sum(
        nominating.tell(nomination=nomination, by=None, why=_("A month is nearly over."))
        for nomination in due
    )


def tell_outcomes(network: Network) -> int:
    """After appointing, whoever put somebody forward hears whether it became something; how many mails."""
    waiting = Voice.objects.filter(
        nomination__network=network,
        nomination__round__appointed_at__isnull=False,
        nomination__held_because="",
        outcome_told_at=None,
        source__in=NominationSource.hear_the_outcome(),
    ).select_related("person", "fan_contact", "nomination__person", "nomination__round")
    return sum(_tell_outcome(network, voice) for voice in waiting)


def _tell_outcome(network: Network, voice: Voice) -> bool:
    """Congratulations come first: not before the morning after the ceremony."""
    round = voice.nomination.round
    assert round is not None
    who = voice.person or voice.fan_contact
    to = who.email if who else voice.email
    with transaction.atomic():
        claimed = Voice.objects.filter(pk=voice.pk, outcome_told_at=None).update(
            outcome_told_at=timezone.now()
        )
        if not claimed or not to:
            return False
        morning_after = clock.moment(round.ceremony_on + timedelta(days=1), round_calendar.OFFICE_OPENS)
        mailing.post(
            mailing.Mail(
                network=network,
                kind=emails.NOMINATION_OUTCOME.name,
                key=f"nomination_outcome:{voice.pk}",
                to=to,
                name=str(who) if who else voice.name,
                language=voice.person.language if voice.person else "nl",
                about=voice,
                reason=_("Put forward a candidate in the round of %(year)s.") % {"year": round.year},
                not_before=max(morning_after, round_calendar.leaves_at(clock.now())),
            )
        )
    return True
