"""How Mijn says days, podia and places."""

from datetime import date, timedelta

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.podium_words import podium_name, whereabouts, why
from network import clock

register = template.Library()
register.filter(podium_name)
register.filter(whereabouts)
register.filter(why)


@register.filter
def near_day(value: date | None) -> str:
    """“today”, “yesterday”, else “Sat 21 November”, with the year when it is another one."""
    if value is None:
        return ""
    today = clock.today()
    near = {0: _("today"), -1: _("yesterday"), 1: _("tomorrow")}.get((value - today).days)
    return near or date_format(value, "D j F" if value.year == today.year else "D j F Y")


@register.filter
def last_day(value: date) -> date:
    """The last day inside a half-open interval that ends on `value`."""
    return value - timedelta(days=1)
