"""One podium of several ambassadors: what one of them changes about the occasion, the others hear."""

from collections.abc import Iterable
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.models import Person
from events.models import Podium
from network.actions import mailing
from network.models import User


class News(StrEnum):
    """What the mail to one of the others is about."""

    ADDED = "added"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    REMOVED = "removed"


def person_of(by: User | None, people: Iterable[Person]) -> Person | None:
    """The ambassador of the podium who did it; None for the leader, an import or a job."""
    if by is None:
        return None
    return next((person for person in people if person.user_id == by.pk), None)


def tell_others(
    podium: Podium,
    *,
    who: Person | None,
    before: Iterable[Person],
    after: Iterable[Person],
    about_all: News | None,
) -> None:
    """A mail to everybody but `who`: taken off, put on, or told what happened to the occasion.

    Nothing when no ambassador did it: whoever runs the network talks to people in their own way.
    """
    if who is None:
        return
    were, are = {p.pk: p for p in before}, {p.pk: p for p in after}
    moment = timezone.now().isoformat()
    mails = []
    for pk, person in (were | are).items():
        news = News.REMOVED if pk not in are else News.ADDED if pk not in were else about_all
        if pk == who.pk or news is None or not person.email:
            continue
        mails.append(
            mailing.Mail(
                network=podium.network,
                kind="joint_podium",
                key=f"joint_podium:{podium.pk}:{person.pk}:{moment}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                context={"podium": podium.pk, "who": who.full_name, "news": str(news)},
                about=podium,
                reply_to=podium.network.contact_email,
                reason=_("somebody else changed a podium they share"),
            )
        )
    mailing.post_many(mails)
