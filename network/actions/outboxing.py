"""What a leader does with one mail: hold it, let it go, change it, drop it, or decide what became of it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from network.actions.mailing import refuse_line_breaks, wake
from network.models import Message, User

State = Message.State


def hold(message: Message, *, by: User) -> bool:
    """It does not leave until somebody lets it go. False: it was already on its way or gone."""
    return _change(
        message, from_states=[State.QUEUED], state=State.HELD, last_error=_("Held back by %s.") % by
    )


def release(message: Message, *, by: User) -> bool:
    """Let a held mail go; at its own moment, checked once more then."""
    done = _change(
        message,
        from_states=[State.HELD],
        state=State.QUEUED,
        next_attempt_at=None,
        last_error=_("Let go by %s.") % by,
    )
    if done:
        _wake(message)
    return done


def edit(message: Message, *, subject: str, words: str, by: User) -> bool:
    """The leader's own words instead of those of the kind; frame, dots and button stay as they are."""
    refuse_line_breaks(subject)
    return _change(
        message,
        from_states=[State.QUEUED, State.HELD],
        subject=subject.strip(),
        words=words.strip(),
        edited_at=timezone.now(),
        edited_by=by,
    )


def drop(message: Message, *, by: User) -> bool:
    """It never leaves; also for one that failed."""
    return _change(
        message,
        from_states=[State.QUEUED, State.HELD, State.FAILED],
        state=State.DROPPED,
        last_error=_("Dropped by %s.") % by,
    )


def was_received(message: Message, *, by: User) -> bool:
    """The leader asked: the mail that perhaps went out has come."""
    return _change(
        message,
        from_states=[State.UNCERTAIN],
        state=State.SENT,
        sent_at=message.handing_at or timezone.now(),
        last_error=_("Received, says %s.") % by,
    )


def send_again(message: Message, *, by: User) -> bool:
    """Once more, with the same Message-ID, so that a receiver who has it already can tell."""
    now = timezone.now()
    done = _change(
        message,
        from_states=[State.UNCERTAIN, State.FAILED],
        state=State.QUEUED,
        attempts=0,
        not_before=now,
        next_attempt_at=None,
        claimed_by="",
        lease_until=None,
        handing_at=None,
        last_error=_("Sent again by %s.") % by,
    )
    if done:
        _wake(message)
    return done


def _change(message: Message, *, from_states: list[Message.State], **changes: object) -> bool:
    """Only out of these states, also when a worker takes it at the same moment."""
    changed = Message.objects.filter(pk=message.pk, state__in=from_states).update(**changes)
    message.refresh_from_db()
    return bool(changed)


def _wake(message: Message) -> None:
    if message.not_before <= timezone.now():
        wake([message.pk])
