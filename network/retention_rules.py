"""What the ground keeps too long: mails, messages, contact persons who left, accounts and their traces."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from network import messages
from network.actions import forgetting
from network.models import ContactMessage, FanContact, ListColumns, Message, Network, Role, SignIn, User
from network.retention import rule

State = Message.State
A_YEAR, HALF_A_YEAR, A_WEEK, A_DAY = (timedelta(days=days) for days in (365, 183, 7, 1))


@rule("mails", title=_("mails: to whom, and what they said"), covers=(Message,), term="mails")
def mails(network: Network | None, before: datetime) -> "QuerySet[Message]":
    return _with_content().filter(network=network, created_at__lt=before)


@rule(
    "sealed_mails",
    title=_("mails with a code or a key that has long expired"),
    covers=(Message,),
    fixed=A_WEEK,
)
def sealed_mails(network: Network | None, before: datetime) -> "QuerySet[Message]":
    secret = [kind.name for kind in messages.kinds() if kind.secret]
    return _with_content().filter(network=network, kind__in=secret, created_at__lt=before)


def _with_content() -> "QuerySet[Message]":
    return Message.objects.exclude(recipient="").exclude(state__in=[State.CLAIMED, State.HANDING])


@mails.forget
@sealed_mails.forget
def _forget_mails(rows: "QuerySet[Message]") -> None:
    forgetting.forget_mails(rows)


@rule("messages", title=_("messages through the site"), covers=(ContactMessage,), term="messages")
def contact_messages(network: Network | None, before: datetime) -> "QuerySet[ContactMessage]":
    return ContactMessage.objects.filter(network=network, sent_at__lt=before)


@contact_messages.forget
def _forget_messages(rows: "QuerySet[Any]") -> None:
    forgetting.remove(rows)


@rule("contacts", title=_("former contact persons of fans"), covers=(FanContact,), term="contacts")
def former_contacts(network: Network | None, before: datetime) -> "QuerySet[FanContact]":
    over = FanContact.objects.filter(fan__network=network, end__lt=before.date())
    return over.exclude(name="", email="", phone="")


@former_contacts.forget
def _forget_contacts(rows: "QuerySet[FanContact]") -> None:
    forgetting.blank(rows, "name", "email", "phone", "role", user=None)


@rule("sign_ins", title=_("attempts to sign in"), covers=(SignIn,), fixed=A_DAY)
def sign_ins(network: Network | None, before: datetime) -> "QuerySet[SignIn]":
    return SignIn.objects.filter(network=network, created_at__lt=before)


@sign_ins.forget
def _forget_sign_ins(rows: "QuerySet[SignIn]") -> None:
    rows.delete()


# --- Of no one network ------------------------------------------------------------------------------------


@rule("log", title=_("what was done in the admin"), covers=(), fixed=A_YEAR, is_global=True)
def log(network: Network | None, before: datetime) -> "QuerySet[LogEntry]":
    return LogEntry.objects.filter(action_time__lt=before)


@log.forget
def _forget_log(rows: "QuerySet[LogEntry]") -> None:
    rows.delete()


@rule(
    "accounts",
    title=_("accounts without a place in any network"),
    covers=(User, ListColumns),
    fixed=HALF_A_YEAR,
    is_global=True,
)
def accounts(network: Network | None, before: datetime) -> "QuerySet[User]":
    """Whose judgement or log is still kept keeps the account too."""
    mine = {"user": OuterRef("pk")}
    return (
        User.objects.annotate(seen_at=Coalesce("last_login", "date_joined"))
        .filter(seen_at__lt=before, is_superuser=False, people=None, assessments=None)
        .filter(
            ~Exists(Role.objects.filter(**mine)),
            ~Exists(FanContact.objects.filter(**mine)),
            ~Exists(LogEntry.objects.filter(**mine)),
        )
        .filter(is_staff=False)
    )


@accounts.forget
def _forget_accounts(rows: "QuerySet[User]") -> None:
    forgetting.remove(rows)
