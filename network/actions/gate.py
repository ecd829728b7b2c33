"""The one gate before every mail: is it still needed, is it wanted, and may it leave now?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from network import messages
from network.models import Message, MessagePreference, User
from network.permissions import runs

LOOK_AGAIN = timedelta(hours=2)  # whether the reminders are on again


@dataclass(frozen=True)
class Verdict:
    """Nothing set: it may go."""

    drop: bool = False
    hold: bool = False
    wait_until: datetime | None = None
    why: str = ""


def judge(message: Message, *, now: datetime) -> Verdict:
    """The reasons stand in the outbox, in the first language of the installation."""
    with override(settings.LANGUAGE_CODE):
        try:
            kind = messages.kind_of(message.kind)
        except messages.UnknownKind:
            return Verdict(hold=True, why=_("This kind of mail does not exist any more."))
        if kind.still_due is not None and (due := kind.still_due(message)) is not True:
            return Verdict(drop=True, why=str(due or _("It is no longer needed.")))
        if kind.group.of_the_team and not _runs_it(message):
            return Verdict(drop=True, why=_("This person does not run the network any more."))
        if kind.stoppable and not is_wanted(message.network_id, message.recipient, kind.group.name):
            return Verdict(drop=True, why=_("This person does not want mails of this kind."))
        if kind.chase and not message.network.chase_active:
            return Verdict(wait_until=now + LOOK_AGAIN, why=_("The reminders of this network are off."))
        if kind.window is not None and (opens := kind.window(message.network, now)) is not None:
            return Verdict(wait_until=opens, why=_("It waits for working hours."))
    return Verdict()


def _runs_it(message: Message) -> bool:
    """Between making a mail and its leaving a role may have been taken back."""
    user = User.objects.filter(email__iexact=message.recipient).first()
    return user is not None and runs(user, message.network)


def is_wanted(network_id: int, email: str, group: str) -> bool:
    return not MessagePreference.objects.filter(network=network_id, email__iexact=email, group=group).exists()
