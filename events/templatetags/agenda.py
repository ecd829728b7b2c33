"""What stands on the agenda."""

from functools import lru_cache

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from events.agenda import AgendaItem

register = template.Library()


@register.simple_tag
def agenda_item(item: AgendaItem) -> SafeString:
    """A line of the agenda; kept per language for as long as nothing in it changes."""
    return _line(item, get_language() or "")


@lru_cache(maxsize=1000)
def _line(item: AgendaItem, language: str) -> SafeString:
    return SafeString(get_template("events/public/agenda_item.html").render({"item": item}))
