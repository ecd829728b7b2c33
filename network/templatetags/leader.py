"""Marks of the leader's lists."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from network.admin.shared import avatar as _avatar

register = template.Library()


@register.simple_tag
def avatar(person: Any) -> SafeString:
    """The small round portrait, or the initials card."""
    return _avatar(person)


@register.filter
def thousands(number: int | None) -> str:
    """1.775, as Dutch writes it."""
    return f"{number:,}".replace(",", ".") if number is not None else ""
