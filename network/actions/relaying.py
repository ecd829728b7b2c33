"""Passing on messages through the site: the writer never learns the address, the receiver answers."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network import suspicion
from network.actions import counting, mailing
from network.models import ContactMessage, Network, User
from network.suspicion import Signs

HELD, PASSED, REFUSED = ContactMessage.State.HELD, ContactMessage.State.PASSED, ContactMessage.State.REFUSED

REASONS = {
    "trap": gettext_lazy("a field that people do not see was filled in"),
    "too_fast": gettext_lazy("sent faster than somebody can type"),
    "links": gettext_lazy("there are links in it"),
    "many_from_address": gettext_lazy("many messages from this address today"),
    "many_from_place": gettext_lazy("many messages from one place this hour"),
}


class TooMany(Exception):
    """So many messages from one place that a machine must be at work."""


@dataclass(frozen=True)
class Recipient:
    """An ambassador who gets a message; known here by number, name and address only."""

    pk: int
    name: str
    email: str
    language: str


@dataclass(frozen=True)
class Letter:
    """What somebody wrote."""

    name: str
    email: str
    organisation: str
    subject: str
    body: str


def receive(*, network: Network, letter: Letter, recipient: Recipient | None, signs: Signs) -> ContactMessage:
    """Keep the message and pass it on, or hold it for the leader when something about it is odd.

    No `recipient`: it is for the team. Raises TooMany.
    """
    from_place = count_from(signs.place)
    refuse_flood(from_place)
    with transaction.atomic():
        since = timezone.now() - timedelta(days=1)
        from_address = ContactMessage.objects.filter(
            network=network, email__iexact=letter.email, sent_at__gt=since
        ).count()
        odd = suspicion.reasons(
            subject=letter.subject,
            name=letter.name,
            body=letter.body,
            signs=signs,
            from_address=from_address,
            from_place=from_place,
        )
        message = ContactMessage.objects.create(
            network=network,
            name=letter.name,
            email=letter.email,
            organisation=letter.organisation,
            subject=letter.subject,
            body=letter.body,
            for_person=recipient.pk if recipient else None,
            for_name=recipient.name if recipient else "",
            state=HELD if odd else PASSED,
            suspicion="; ".join(str(REASONS[name]) for name in odd),
        )
        if not odd:
            _pass_on(message, recipient)
    return message


@transaction.atomic
def release(*, message: ContactMessage, recipient: Recipient | None, by: User) -> bool:
    """Let a held message through after all; False when it was decided already."""
    if not _decide(message, PASSED, by):
        return False
    _pass_on(message, recipient)
    return True


@transaction.atomic
def refuse(*, message: ContactMessage, by: User) -> bool:
    """Keep a held message from its receiver; False when it was decided already."""
    return _decide(message, REFUSED, by)


def _decide(message: ContactMessage, state: str, by: User) -> bool:
    now = timezone.now()
    changed = ContactMessage.objects.filter(pk=message.pk, state=HELD).update(
        state=state, decided_at=now, decided_by=by
    )
    if changed:
        message.state, message.decided_at, message.decided_by = state, now, by
    return bool(changed)


def _pass_on(message: ContactMessage, recipient: Recipient | None) -> None:
    """To the ambassador; to the team when it is for the team or the ambassador has no address."""
    network = message.network
    if recipient is None and not network.contact_email:
        return  # the team reads it in the admin
    mailing.post(
        mailing.Mail(
            network=network,
            kind="relayed_message",
            key=f"relayed_message:{message.pk}",
            to=recipient.email if recipient else network.contact_email,
            name=recipient.name if recipient else network.name,
            language=recipient.language if recipient else "nl",
            context={
                "sender": message.name,
                "organisation": message.organisation,
                "about": message.subject,
                "body": message.body,
                "is_for_team": recipient is None,
            },
            about=message,
            reason=_("somebody wrote through the site"),
            reply_to=message.email,
        )
    )


def refuse_flood(from_place: int) -> None:
    """Raises TooMany for what no people can have sent."""
    if from_place >= suspicion.FLOOD_PER_PLACE_AN_HOUR:
        raise TooMany(_("Too many messages came from your place. Try again in an hour, or call us."))


def count_from(place: str) -> int:
    """How many messages this place sent in the past hour, this one not included; 0 while nobody can tell."""
    return counting.before(f"relayed-from:{place}")
