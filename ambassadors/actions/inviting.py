"""Asking the chosen, and what they answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails, round_calendar
from ambassadors.actions import consenting, nominating, profile
from ambassadors.actions.refused import Refused
from ambassadors.models import (
    Answer,
    AppointmentRound,
    Consent,
    DeclineReason,
    Invitation,
    Nomination,
    NominationStatus,
    NominationStep,
    Purpose,
)
from ambassadors.round_calendar import Reminder
from network import clock, drills
from network.actions import mailing
from network.history import changed_by
from network.models import User
from network.own_words import with_article

Kind = NominationStep.Kind
REMINDED = {Reminder.TWO_WEEKS: "reminded_14_at", Reminder.THREE_DAYS: "reminded_3_at"}


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What podia fit, in a new ambassador's own words."""

    kinds: Collection[str] = field(default_factory=tuple)
    themes: Collection[str] = field(default_factory=tuple)
    travel_area: str = ""
    available: str = ""


def invite_due(round: AppointmentRound, *, on: date, by: User | None) -> int:
    """Invite whoever is chosen and was not invited; how many. None before the selection is settled."""
    if round.settled_at is None or round.decide_on is None or on < round.decide_on or round.is_appointed:
        return 0
    waiting = round.nominations.selected().filter(invitation=None).values_list("pk", flat=True)
    return sum(_invite(pk, on=on, by=by) for pk in list(waiting))


def _invite(pk: int, *, on: date, by: User | None) -> bool:
    with transaction.atomic():
        nomination = nominating.lock(Nomination(pk=pk))
        round, person = nomination.round, nomination.person
        if (
            round is None
            or round.answer_by is None
            or not nomination.is_selected
            or hasattr(nomination, "invitation")
        ):
            return False
        network = nomination.network
        invitation = Invitation(
            nomination=nomination,
            charter=consenting.kept_text_for(network, Purpose.CHARTER),
            sent_on=on,
            answer_by=round_calendar.answer_day(round.answer_by, on, round.ceremony_on),
        )
        changed_by(invitation, by).save()
        drills.point("inviting.invited")
        nominating.record(nomination, Kind.INVITED, by=by)
        if person.email:
            nominating.tell(nomination=nomination, by=by, why=_("First contact."))
            mailing.post(
                mailing.Mail(
                    network=network,
                    kind=emails.INVITATION.name,
                    key=f"invitation:{nomination.public_id}",
                    to=person.email,
                    name=person.full_name,
                    language=person.language,
                    about=invitation,
                    reason=_("Chosen in the round of %(year)s.") % {"year": round.year},
                    not_before=round_calendar.leaves_at(clock.now()),
                    reply_to=network.contact_email,
                )
            )
        drills.point("inviting.mailed")
        transaction.on_commit(partial(drills.point, "inviting.committed"))
    return True


def remind_due(round: AppointmentRound, *, on: date) -> int:
    """Remind whoever did not answer, two weeks and three days before the last day; how many mails."""
    waiting = (
        Invitation.objects.unanswered()
        .filter(nomination__round=round)
        .filter(Q(reminded_14_at=None) | Q(reminded_3_at=None))
        .select_related("nomination__person", "nomination__network")
    )
    return sum(
        _remind(invitation, reminder)
        for invitation in waiting
        for reminder in round_calendar.reminders_due(
            invitation.sent_on, invitation.answer_by, done=_reminded(invitation), on=on
        )
    )


def _reminded(invitation: Invitation) -> set[str]:
    return {reminder for reminder, column in REMINDED.items() if getattr(invitation, column)}


def _remind(invitation: Invitation, reminder: Reminder) -> bool:
    column, person = REMINDED[reminder], invitation.nomination.person
    with transaction.atomic():
        claimed = (
            Invitation.objects.unanswered()
            .filter(pk=invitation.pk, **{column: None})
            .update(**{column: timezone.now()})
        )
        if not claimed or not person.email:
            return False
        mailing.post(
            mailing.Mail(
                network=invitation.nomination.network,
                kind=emails.INVITATION_REMINDER.name,
                key=f"invitation_reminder:{invitation.nomination.public_id}:{reminder}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                variant=f"days_{reminder}",
                about=invitation,
                reason=_("Has not answered the invitation yet."),
                not_before=round_calendar.leaves_at(clock.now()),
                reply_to=invitation.nomination.network.contact_email,
            )
        )
    return True


def accept(
    *,
    invitation: Invitation,
    consents: Collection[Purpose],
    wishes: Wishes,
    read: Mapping[Purpose, str],
    by: User | None = None,
) -> bool:
    """Yes: the person is among those to be appointed. False: said before.

    The charter has to be agreed to; every other purpose is a choice, for the words of which `read` holds the
    seal. Raises Refused, or consenting.WordsChanged.
    """
    if Purpose.CHARTER not in consents:
        a_word = with_article(_word(invitation))
        raise Refused([_("Agree to the charter to become %(a_word)s.") % {"a_word": a_word}])
    with transaction.atomic():
        locked, round = _open_to_answer(invitation)
        if locked.answer not in ("", Answer.TALK):
            return False
        person = locked.nomination.person
        for purpose in Purpose.with_the_invitation():
            if purpose in consents:
                text = (
                    locked.charter  # the one of the invitation, whatever is written since
                    if purpose is Purpose.CHARTER
                    else consenting.text_that_was_read(round.network, purpose, read.get(purpose, ""))
                )
                consenting.give(person=person, text=text, way=Consent.Way.INVITATION, by=by)
        if Purpose.PHOTO not in consents and not person.portrait:
            profile.refuse_photos(person, by=by)
        drills.point("accepting.consented")
        locked.answer, locked.answered_at, locked.available = (
            Answer.ACCEPTED,
            timezone.now(),
            wishes.available,
        )
        changed_by(locked, by).save(update_fields=["answer", "answered_at", "available"])
        given = {
            "liked_kinds": list(wishes.kinds),
            "themes": list(wishes.themes),
            "travel_area": wishes.travel_area,
        }
        profile.change_profile(person, by=by, changes={name: value for name, value in given.items() if value})
        round.chosen.add(person)
        drills.point("accepting.chosen")
        nominating.record(locked.nomination, Kind.ANSWERED, by=by, after=Answer.ACCEPTED)
        _confirm(locked)
        drills.point("accepting.confirmed")
        transaction.on_commit(partial(drills.point, "accepting.committed"))
        _show_again(invitation, locked)
    return True


def decline(
    *, invitation: Invitation, reason: DeclineReason, remark: str = "", by: User | None = None
) -> bool:
    """No, thank you: the candidate is out of this round, and the place is free. False: said before."""
    with transaction.atomic():
        locked, _round = _open_to_answer(invitation)
        if locked.answer not in ("", Answer.TALK):
            return False
        locked.answer, locked.answered_at = Answer.DECLINED, timezone.now()
        locked.decline_reason, locked.remark = reason, remark
        changed_by(locked, by).save(update_fields=["answer", "answered_at", "decline_reason", "remark"])
        nominating.record(locked.nomination, Kind.ANSWERED, by=by, after=Answer.DECLINED)
        nominating.withdraw(nomination=locked.nomination, by=by, why=str(DeclineReason(reason).label))
        _confirm(locked)
        _show_again(invitation, locked)
    return True


def ask_for_talk(*, invitation: Invitation, remark: str = "", by: User | None = None) -> bool:
    """First a talk: the leader calls, and the link goes on working. False: asked before."""
    with transaction.atomic():
        locked, _round = _open_to_answer(invitation)
        if locked.answer:
            return False
        locked.answer, locked.answered_at, locked.remark = Answer.TALK, timezone.now(), remark
        changed_by(locked, by).save(update_fields=["answer", "answered_at", "remark"])
        nominating.record(locked.nomination, Kind.ANSWERED, by=by, after=Answer.TALK, why=remark)
        _show_again(invitation, locked)
    return True


def take_back(*, invitation: Invitation, by: User, why: str) -> bool:
    """The invitation no longer holds, and the candidate is not chosen any more. False: no longer held."""
    with transaction.atomic():
        nomination = nominating.lock(invitation.nomination)
        locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if locked.withdrawn_at:
            return False
        if nomination.round is None or nomination.round.is_appointed:
            raise Refused([_("This round has been appointed, so its candidates stand as they are.")])
        locked.withdrawn_at = timezone.now()
        changed_by(locked, by).save(update_fields=["withdrawn_at"])
        nomination.round.chosen.remove(nomination.person)
        nomination.selected_at = nomination.selected_by = None
        changed_by(nomination, by).save(update_fields=["selected_at", "selected_by", "changed_at"])
        nominating.record(nomination, Kind.UNSELECTED, by=by, why=why)
    return True


def _open_to_answer(invitation: Invitation) -> tuple[Invitation, AppointmentRound]:
    """Invitation and round, held, and still open; what was accepted or declined comes back as it is."""
    nomination = nominating.lock(invitation.nomination)
    locked = (
        Invitation.objects.select_for_update(of=("self",)).select_related("charter").get(pk=invitation.pk)
    )
    locked.nomination = nomination
    round = AppointmentRound.objects.select_for_update(of=("self",)).select_related("network").get(
        nominations=nomination.pk
    )  # fmt: skip
    nomination.round = round
    if locked.answer not in ("", Answer.TALK):
        return locked, round
    if locked.withdrawn_at or nomination.state is not NominationStatus.SUITABLE:
        raise Refused([_("This invitation no longer holds. Call us if that surprises you.")])
    if round.is_appointed:
        raise Refused([_("This round has been appointed. Call us: there is a next one.")])
    return locked, round


def _confirm(invitation: Invitation) -> None:
    """What was answered, in the candidate's own mailbox."""
    nomination = invitation.nomination
    person, network = nomination.person, nomination.network
    if person.email:
        mailing.post(
            mailing.Mail(
                network=network,
                kind=emails.INVITATION_ANSWERED.name,
                key=f"invitation_answered:{nomination.public_id}:{invitation.answer}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                variant=invitation.answer,
                about=invitation,
                reason=_("Answered the invitation."),
                reply_to=network.contact_email,
            )
        )


def _word(invitation: Invitation) -> str:
    return invitation.nomination.network.word


def _show_again(seen: Invitation, locked: Invitation) -> None:
    for name in ("answer", "answered_at", "decline_reason", "remark", "available"):
        setattr(seen, name, getattr(locked, name))
