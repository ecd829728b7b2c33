"""A first running order for a ceremony. Pure: hours and names in, lines out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

WELCOME = timedelta(minutes=10)
SPEECH = timedelta(minutes=15)
EACH = timedelta(minutes=4)
PICTURE = timedelta(minutes=10)
DOORS = timedelta(minutes=30)


@dataclass(frozen=True)
class Line:
    at: time
    title: str
    who: str = ""


def drafted(starts: time, names: Sequence[str], *, host: str, official: str) -> list[Line]:
    """Doors half an hour before; then welcome, speech, one plaque after the other, a picture, drinks.

    A line that would fall past midnight is left out: the ceremony ends on its own day.
    """
    day = date(2000, 1, 1)
    now = datetime.combine(day, starts)
    lines: list[tuple[datetime, str, str]] = []
    if now - DOORS >= datetime.combine(day, time(0)):
        lines.append((now - DOORS, _("Doors open, coffee"), ""))
    lines.append((now, _("Welcome"), host))
    now += WELCOME
    lines.append((now, _("Why these entrepreneurs"), official))
    now += SPEECH
    for name in names:
        lines.append((now, _("Plaque for %(name)s") % {"name": name}, official))
        now += EACH
    lines.append((now, _("Picture of everybody together"), ""))
    now += PICTURE
    lines.append((now, _("Drinks, and time to meet"), ""))
    return [Line(moment.time(), title, who) for moment, title, who in lines if moment.date() == day]
