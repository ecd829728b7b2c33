"""From candidates to a selection: what somebody is judged to be, who is chosen, and whether it all fits."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails
from ambassadors.actions import nominating
from ambassadors.actions.refused import Refused
from ambassadors.models import AppointmentRound, Nomination, NominationStatus, NominationStep
from network import clock
from network.actions import mailing
from network.history import changed_by
from network.models import User

Kind = NominationStep.Kind
NEARLY_FULL = 2  # places left from which the board says so


@dataclass(frozen=True)
class Size:
    """How large the network is on the day of the ceremony, and would be with the selection."""

    now: int
    then: int
    maximum: int

    @property
    def places_left(self) -> int:
        return max(0, self.maximum - self.then)

    @property
    def is_too_large(self) -> bool:
        return self.then > self.maximum

    @property
    def is_nearly_full(self) -> bool:
        return not self.is_too_large and self.places_left <= NEARLY_FULL


def judge(
    *,
    nomination: Nomination,
    status: NominationStatus,
    by: User,
    why: str = "",
    look_again_on: date | None = None,
    words: str = "",
) -> bool:
    """Move a candidate to another status; False: it stood there already.

    The first contact takes the privacy notice along. `words`, where given, go to the candidate by mail.
    Raises Refused.
    """
    status = NominationStatus(status)
    if status is NominationStatus.NOT_NOW and look_again_on is None:
        raise Refused([_("Choose a day on which you look again.")])
    if status in NominationStatus.ended() and not why:
        raise Refused([_("Say why: whoever asks later has a right to the reason.")])
    look_again_on = look_again_on if status is NominationStatus.NOT_NOW else None
    with transaction.atomic():
        locked = nominating.lock(nomination)
        if locked.round and locked.round.is_appointed:
            raise Refused([_("This round has been appointed, so its candidates stand as they are.")])
        if locked.held_because:
            raise Refused([_("Let this nomination in first.")])
        if (locked.status, locked.look_again_on) == (status, look_again_on):
            return False
        _end_invitation(locked, status)
        before, locked.status, locked.look_again_on = locked.status, status, look_again_on
        if status is not NominationStatus.SUITABLE:
            locked.selected_at = locked.selected_by = None
        changed_by(locked, by).save(
            update_fields=["status", "look_again_on", "selected_at", "selected_by", "changed_at"]
        )
        nominating.record(locked, Kind.STATUS, by=by, before=before, after=status, why=why)
        if status is NominationStatus.IN_CONVERSATION and locked.person.email:
            nominating.tell(nomination=locked, by=by, why=_("First contact."))
        if words and locked.person.email:
            _write(locked, words)
        nominating.show_again(nomination, locked)
    return True


def select(*, nomination: Nomination, by: User) -> bool:
    """Choose a suitable candidate for the round. False: chosen before. Raises Refused."""
    with transaction.atomic():
        locked = nominating.lock(nomination)
        _still_choosing(locked)
        if locked.is_selected:
            return False
        if locked.state is not NominationStatus.SUITABLE:
            raise Refused([_("Only somebody who is suitable can be chosen, in a round.")])
        locked.selected_at, locked.selected_by = timezone.now(), by
        changed_by(locked, by).save(update_fields=["selected_at", "selected_by", "changed_at"])
        nominating.record(locked, Kind.SELECTED, by=by)
        nominating.show_again(nomination, locked)
    return True


def unselect(*, nomination: Nomination, by: User, why: str = "") -> bool:
    """No longer chosen; who was invited has to be told by hand first. False: was not chosen."""
    with transaction.atomic():
        locked = nominating.lock(nomination)
        _still_choosing(locked)
        if not locked.is_selected:
            return False
        if hasattr(locked, "invitation") and locked.invitation.withdrawn_at is None:
            raise Refused([_("%(name)s was invited. Take the invitation back first.") % {"name": locked}])
        locked.selected_at = locked.selected_by = None
        changed_by(locked, by).save(update_fields=["selected_at", "selected_by", "changed_at"])
        nominating.record(locked, Kind.UNSELECTED, by=by, why=why)
        nominating.show_again(nomination, locked)
    return True


def take_in(*, nomination: Nomination, round: AppointmentRound, by: User | None) -> bool:
    """Put a candidate who waits into a round. False: in a round already."""
    with transaction.atomic():
        locked = nominating.lock(nomination)
        if locked.round_id or round.is_appointed:
            return False
        locked.round = round
        changed_by(locked, by).save(update_fields=["round", "changed_at"])
        nominating.record(locked, Kind.ROUND, by=by, after=str(round.year))
        nominating.show_again(nomination, locked)
    return True


def settle(*, round: AppointmentRound, by: User, accept_size: bool = False) -> bool:
    """The selection stands: the calendar may invite from the day of the decision. False: settled before.

    Raises Refused when nobody is chosen, or when the network becomes larger than its maximum and that was
    not accepted.
    """
    with transaction.atomic():
        locked = AppointmentRound.objects.select_for_update(of=("self",)).select_related("network").get(
            pk=round.pk
        )  # fmt: skip
        if locked.settled_at or locked.is_appointed:
            return False
        if not locked.nominations.selected().exists():
            raise Refused([_("Nobody has been chosen yet.")])
        size = size_of(locked)
        if size.is_too_large and not accept_size:
            raise Refused([too_large(size)])
        locked.settled_at, locked.settled_by = timezone.now(), by
        changed_by(locked, by).save(update_fields=["settled_at", "settled_by"])
    round.settled_at, round.settled_by = locked.settled_at, by
    return True


def unsettle(*, round: AppointmentRound, by: User) -> bool:
    """Choose on; invitations that went out stay. False: was not settled."""
    with transaction.atomic():
        locked = AppointmentRound.objects.select_for_update().get(pk=round.pk)
        if locked.settled_at is None or locked.is_appointed:
            return False
        locked.settled_at = locked.settled_by = None
        changed_by(locked, by).save(update_fields=["settled_at", "settled_by"])
    round.settled_at = round.settled_by = None
    return True


def size_of(round: AppointmentRound) -> Size:
    """Two queries, whatever the number of candidates."""
    current = set(round.network.people.current(round.ceremony_on).values_list("pk", flat=True))
    chosen = set(round.nominations.selected().values_list("person_id", flat=True))
    return Size(now=len(current), then=len(current | chosen), maximum=round.network.maximum_size)


def too_large(size: Size) -> str:
    return _(
        "With this selection the network has %(size)s people; the largest size you set is %(maximum)s. "
        "Confirm that you want this, or choose fewer people."
    ) % {"size": size.then, "maximum": size.maximum}


def _still_choosing(nomination: Nomination) -> None:
    if nomination.round is None:
        raise Refused([_("This candidate is in no round yet.")])
    if nomination.round.is_appointed:
        raise Refused([_("This round has been appointed, so its candidates stand as they are.")])
    if nomination.held_because:
        raise Refused([_("Let this nomination in first.")])


def _end_invitation(nomination: Nomination, status: NominationStatus) -> None:
    """Somebody who is no longer suitable is no longer invited, and is not among those to be appointed."""
    if status is NominationStatus.SUITABLE or not hasattr(nomination, "invitation"):
        return
    invitation = nomination.invitation
    if invitation.withdrawn_at is None and not invitation.is_answered:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
    if nomination.round:
        nomination.round.chosen.remove(nomination.person)


def _write(nomination: Nomination, words: str) -> None:
    person, network = nomination.person, nomination.network
    mailing.post(
        mailing.Mail(
            network=network,
            kind=emails.CANDIDATE_ANSWER.name,
            key=f"candidate_answer:{nomination.public_id}:{clock.now():%Y%m%d%H%M%S%f}",
            to=person.email,
            name=person.full_name,
            language=person.language,
            context={"words_of_leader": words},
            about=nomination,
            reason=_("The project leader decided about this candidate."),
            reply_to=network.contact_email,
        )
    )


class Column:
    """Where a card of the board can be moved to: the open statuses, suitable, and chosen."""

    CHOSEN = "chosen"
    ALL = (
        NominationStatus.NOMINATED.value,
        NominationStatus.IN_CONVERSATION.value,
        NominationStatus.SUITABLE.value,
        CHOSEN,
    )


def move(*, nomination: Nomination, to: str, by: User) -> bool:
    """One card to another column, with whatever lies between. False: it is there already. Raises Refused."""
    if to not in Column.ALL:
        raise ValueError(f"{to} is no column.")
    with transaction.atomic():
        if to == Column.CHOSEN:
            changed = nomination.state is not NominationStatus.SUITABLE and judge(
                nomination=nomination, status=NominationStatus.SUITABLE, by=by
            )
            return select(nomination=nomination, by=by) or changed
        changed = nomination.is_selected and unselect(nomination=nomination, by=by)
        return judge(nomination=nomination, status=NominationStatus(to), by=by) or changed
