"""Taking mails from the outbox to the mail server: none twice, none lost in silence.

A mail is claimed with a lease, checked once more, handed over and written off. The state "being handed
over" is committed after the server said it is ready and before it gets the text: whoever is killed before
that leaves a mail that can safely be repeated, whoever is killed after it leaves one that may be out. That
one becomes "perhaps sent" and the leader decides.
"""

import logging
import random
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import Error as DatabaseError
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from network import delivery, messages
from network.actions import gate
from network.actions.composing import Composer
from network.delivery import Outcome, Result, Route, Unreachable
from network.letter import letter
from network.models import MailServer, Message, Network

logger = logging.getLogger(__name__)

State = Message.State
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=30))
MOST_ATTEMPTS = 100  # two days of a server that says "later"
SECONDS_AT_ONCE = 25  # a worker that is asked to stop is ready within half a minute
PROBE_EVERY = timedelta(seconds=5)  # connections to a server that is down
CUTS_IN_A_ROW = 3  # a server that breaks off this often counts as down


@dataclass
class Tally:
    """What one round of sending came to."""

    sent: int = 0
    again: int = 0
    failed: int = 0
    uncertain: int = 0
    dropped: int = 0
    postponed: int = 0
    server_down: bool = False

    def count(self, outcome: Outcome) -> None:
        if outcome is not Outcome.LOST:
            setattr(self, outcome, getattr(self, outcome) + 1)


def deliver(ids: list[int], *, seconds: float = SECONDS_AT_ONCE) -> Tally:
    """Send those of these mails that are due and that nobody else is sending; the sweeper finds the rest."""
    until = time.monotonic() + seconds
    sender = Sender(delivery.route())
    try:
        for pk in ids:
            sender.send(pk)
            if sender.tally.server_down or time.monotonic() > until:
                break
    finally:
        sender.route.close()
    return sender.tally


def sweep(*, seconds: float = SECONDS_AT_ONCE) -> Tally:
    """Find everything that is due and was not sent, and clear up after workers that were killed."""
    clear_up()
    until = time.monotonic() + seconds
    sender = Sender(delivery.route())
    try:
        for pk in due_ids():
            sender.send(pk)
            if sender.tally.server_down or time.monotonic() > until:
                break
    finally:
        sender.route.close()
    return sender.tally


def due_ids(*, at_once: int = 100) -> Iterator[int]:
    """The mails that are due, the oldest first, each once; looks again as long as there are more."""
    last: tuple[datetime, int] | None = None
    while True:
        due = Message.objects.due(timezone.now()).order_by("not_before", "pk")
        if last:
            due = due.filter(Q(not_before__gt=last[0]) | Q(not_before=last[0], pk__gt=last[1]))
        batch = list(due.values_list("not_before", "pk")[:at_once])
        if not batch:
            return
        yield from (pk for _not_before, pk in batch)
        last = batch[-1]


def clear_up() -> None:
    """A claim whose lease is over can be repeated; a hand-over whose lease is over is left to the leader."""
    now = timezone.now()
    Message.objects.filter(state=State.CLAIMED, lease_until__lte=now).update(
        state=State.QUEUED, claimed_by="", lease_until=None
    )
    with override(settings.LANGUAGE_CODE):
        lost = Message.objects.filter(state=State.HANDING, lease_until__lte=now).update(
            state=State.UNCERTAIN, lease_until=None, last_error=_("The worker was stopped while sending.")
        )
    if lost:
        logger.warning("outbox: %d mails are uncertain after a stopped worker", lost)


@dataclass
class Sender:
    """Sends mails one after another over one connection."""

    route: Route
    owner: str = field(default_factory=lambda: secrets.token_hex(16))
    composer: Composer = field(default_factory=Composer)
    tally: Tally = field(default_factory=Tally)
    cuts: int = 0
    was_down: bool = False

    def send(self, pk: int) -> None:
        if not self._connected():
            self.tally.server_down = True
            return
        message = self._claim(pk)
        if message is None:
            return
        try:
            verdict = gate.judge(message, now=timezone.now())
        except DatabaseError:
            raise  # the lease runs out and the mail is tried again
        except Exception as error:
            self._cannot_be_made(message, error)
            return
        if verdict.drop:
            self._finish(
                message, state=State.DROPPED, last_error=verdict.why[:500], **nothing_secret(message)
            )
            self.tally.dropped += 1
        elif verdict.wait_until or verdict.hold:
            self._finish(
                message,
                state=State.HELD if verdict.hold else State.QUEUED,
                not_before=verdict.wait_until or message.not_before,
                attempts=F("attempts") - 1,
                last_error=verdict.why[:500],
            )
            self.tally.postponed += 1
        else:
            self._hand_over(message)

    # --- The server ------------------------------------------------------------------------------------

    def _connected(self) -> bool:
        """A server that is down is tried at most once in five seconds, by all workers together."""
        if self.route.is_open:
            return True
        now = timezone.now()
        server, _made = MailServer.objects.get_or_create(name=self.route.name)
        if server.down_since and not MailServer.objects.filter(
            Q(next_try_at=None) | Q(next_try_at__lte=now), name=server.name
        ).update(next_try_at=now + PROBE_EVERY):
            return False
        self.was_down = server.down_since is not None
        if self.cuts >= CUTS_IN_A_ROW:
            self._server_is_down("The server breaks off the conversation.")
            return False
        try:
            self.route.open()
        except Unreachable as error:
            self._server_is_down(str(error))
            return False
        return True

    def _server_is_down(self, error: str) -> None:
        now = timezone.now()
        MailServer.objects.filter(name=self.route.name, down_since=None).update(down_since=now)
        MailServer.objects.filter(name=self.route.name).update(
            next_try_at=now + PROBE_EVERY, last_error=error[:300]
        )
        logger.warning("outbox: the mail server does not answer")

    def _server_works(self) -> None:
        self.cuts = 0
        if self.was_down:
            self.was_down = False
            MailServer.objects.filter(name=self.route.name).update(
                down_since=None, next_try_at=None, last_error=""
            )

    # --- One mail --------------------------------------------------------------------------------------

    def _claim(self, pk: int) -> Message | None:
        now = timezone.now()
        claimed = (
            Message.objects.due(now)
            .filter(pk=pk)
            .update(
                state=State.CLAIMED,
                claimed_by=self.owner,
                lease_until=now + timedelta(seconds=settings.OUTBOX_LEASE),
                attempts=F("attempts") + 1,
            )
        )
        if not claimed:
            return None
        message = Message.objects.select_related("about_type").get(pk=pk)
        message.network = self.composer.network(message.network_id)
        return message

    def _hand_over(self, message: Message) -> None:
        try:
            composed = self.composer.compose(message)
            sheet = letter(message, composed)
        except DatabaseError:
            raise  # the lease runs out and the mail is tried again
        except Exception as error:
            self._cannot_be_made(message, error)
            return
        secret = messages.kind_of(message.kind).secret

        def hand() -> bool:
            now = timezone.now()
            return bool(
                Message.objects.filter(
                    pk=message.pk, state=State.CLAIMED, claimed_by=self.owner, lease_until__gt=now
                ).update(
                    state=State.HANDING,
                    handing_at=now,
                    lease_until=now + timedelta(seconds=settings.OUTBOX_HANDING_LEASE),
                    subject="" if secret else composed.subject[:200],
                    body_text="" if secret else composed.text,
                    body_html="" if secret else composed.html,
                )
            )

        result = self.route.hand_over(sheet, hand)
        self._record(message, result)

    def _cannot_be_made(self, message: Message, error: Exception) -> None:
        """A fault in our own code holds up this mail, not those after it."""
        logger.exception("outbox: mail %s could not be made", message.pk)
        self._finish(message, state=State.FAILED, last_error=f"{type(error).__name__}: {error}"[:500])
        self.tally.failed += 1

    def _record(self, message: Message, result: Result) -> None:
        outcome = result.outcome
        if outcome is Outcome.AGAIN and message.attempts >= MOST_ATTEMPTS:
            outcome = Outcome.FAILED
        if outcome is Outcome.AGAIN and not self.route.is_open:
            self.cuts += 1
        else:
            self._server_works()
        self.tally.count(outcome)
        if outcome is Outcome.SENT:
            self._finish(
                message,
                state=State.SENT,
                sent_at=timezone.now(),
                last_error="",
                **nothing_secret(message),
            )
        elif outcome is Outcome.AGAIN:
            self._finish(
                message,
                state=State.QUEUED,
                next_attempt_at=timezone.now() + back_off(message.attempts),
                handing_at=None,
                last_error=result.error[:500],
            )
        elif outcome is not Outcome.LOST:
            self._finish(message, state=State(outcome), last_error=result.error[:500])

    def _finish(self, message: Message, **changes: object) -> None:
        """Write down what became of a mail, as long as it is still ours.

        That counts after the lease too: whoever got an answer knows more than whoever only saw time pass.
        """
        Message.objects.filter(
            pk=message.pk,
            claimed_by=self.owner,
            state__in=[State.CLAIMED, State.HANDING, State.UNCERTAIN],
        ).update(lease_until=None, **changes)


def nothing_secret(message: Message) -> dict[str, object]:
    """What empties a mail with a code to sign in, once it is of no use any more."""
    kind = messages.find(message.kind)
    return {"data": {}, "words": ""} if kind is not None and kind.secret else {}


def back_off(attempts: int) -> timedelta:
    """One minute, doubling to half an hour, with a quarter of chance so that not all come back at once."""
    first, longest = BACK_OFF
    return min(longest, first * 2 ** min(attempts - 1, 10)) * random.uniform(0.75, 1.25)


# --- How the outbox is doing --------------------------------------------------------------------------


@dataclass(frozen=True)
class Backlog:
    waiting: int  # due and not sent
    waiting_since: datetime | None
    uncertain: int
    failed: int
    held: int
    server_down_since: datetime | None

    @property
    def age(self) -> timedelta:
        """How long the oldest mail that could leave has been waiting."""
        return timezone.now() - self.waiting_since if self.waiting_since else timedelta()


def backlog(network: Network | None = None) -> Backlog:
    """What waits, of one network or of all; for the leader's page, /readyz and `manage.py doctor`."""
    mails = Message.objects.all() if network is None else Message.objects.filter(network=network)
    now = timezone.now()
    late = mails.filter(state__in=State.under_way(), not_before__lte=now)
    oldest = late.order_by("not_before").values_list("not_before", flat=True).first()
    return Backlog(
        waiting=late.count(),
        waiting_since=oldest,
        uncertain=mails.filter(state=State.UNCERTAIN).count(),
        failed=mails.filter(state=State.FAILED).count(),
        held=mails.filter(state=State.HELD).count(),
        server_down_since=MailServer.objects.exclude(down_since=None)
        .order_by("down_since")
        .values_list("down_since", flat=True)
        .first(),
    )
