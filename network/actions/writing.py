"""Writing to people: one text of the leader, a mail of their own for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.db import transaction
from django.utils.translation import gettext as _

from network import wording
from network.actions import mailing
from network.emails import LETTER
from network.models import MessagePreference, Network, User

PLACEHOLDERS = ("first_name", "name")


class Addressee(Protocol):
    """A person, account or contact to write to."""

    pk: int
    email: str


@dataclass(frozen=True)
class Recipient:
    """Somebody in the list, and why they get no mail, if so."""

    key: str
    name: str
    first_name: str
    email: str
    language: str
    hindrance: str = ""

    @property
    def gets_it(self) -> bool:
        return not self.hindrance


def recipients(network: Network, people: Iterable[Addressee]) -> list[Recipient]:
    """Everybody in the list once, also those who cannot or do not want to get it."""
    stopped = {
        email.lower()
        for email in MessagePreference.objects.filter(network=network, group=LETTER.group.name).values_list(
            "email", flat=True
        )
    }
    found: dict[str, Recipient] = {}
    for person in people:
        name = str(getattr(person, "full_name", "") or getattr(person, "name", "") or person.email)
        email = person.email or ""
        if not email:
            hindrance = _("has no e-mail address")
        elif email.lower() in stopped:
            hindrance = _("does not want mails of this kind")
        else:
            hindrance = ""
        recipient = Recipient(
            key=f"{type(person).__name__.lower()}.{person.pk}",
            name=name,
            first_name=str(getattr(person, "first_name", "") or name.split(" ")[0]),
            email=email,
            language=str(getattr(person, "language", "") or "nl"),
            hindrance=hindrance,
        )
        found.setdefault(email.lower() or recipient.key, recipient)
    return list(found.values())


def text_for(words: str, recipient: Recipient) -> str:
    return wording.filled(words, {"first_name": recipient.first_name, "name": recipient.name})


@transaction.atomic
def write_to(
    people: Iterable[Addressee], *, network: Network, subject: str, body: str, by: User, letter: str
) -> int:
    """Put one mail for each person into the outbox; how many. `letter` names this letter: sent once, ever."""
    return mailing.post_many(
        mailing.Mail(
            network=network,
            kind=LETTER.name,
            key=f"letter:{network.pk}:{letter}:{recipient.key}",
            to=recipient.email,
            name=recipient.name,
            language=recipient.language,
            reason=_("written by %s") % by,
            subject=text_for(subject, recipient),
            words=text_for(body, recipient),
        )
        for recipient in recipients(network, people)
        if recipient.gets_it
    )
