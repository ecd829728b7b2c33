"""“Not now, but …”: an answer to a reminder that is no podium, and no silence either."""

from datetime import date
from enum import StrEnum

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ambassadors.actions import keeping_contact
from ambassadors.models import ContactKind, ContactMoment, Person, PodiumKind
from network import clock


class But(StrEnum):
    LATER = "later"
    OTHERWISE = "otherwise"
    CALL = "call"


def not_now(
    *, person: Person, but: But, month: date | None = None, kind: str = "", line: str = ""
) -> ContactMoment:
    """Kept as contact with the person, with the day on which the leader comes back to it.

    The chase goes on as promised: only a podium ends it. The leader reads the answer beside it.
    """
    today = clock.today()
    with override(settings.LANGUAGE_CODE):  # the leader reads it, whatever the person reads
        return keeping_contact.write_down(
            by=person.user,
            person=person,
            date=today,
            kind=ContactKind.MAIL,
            summary=_in_words(but, month, kind),
            needs=line,
            follow_up_on=max(month, today) if but == But.LATER and month else today,
        )


def _in_words(but: But, month: date | None, kind: str) -> str:
    if but == But.LATER and month:
        return _("Not now, but from %(month)s on.") % {"month": date_format(month, "F Y")}
    if but == But.OTHERWISE and kind:
        return _("Not now, but something else: %(kind)s.") % {"kind": PodiumKind(kind).label}
    return _("Not now, but call me.")
