"""Marks of the leader's lists."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from network.admin.shared import avatar as _avatar

register = template.Library()


@register.simple_tag
def avatar(person: Any) -> SafeString:
    """The small round portrait, or the initials card."""
    return _avatar(person)


@register.filter
def labelled(cells: list[SafeString], headers: list[dict[str, Any]]) -> list[SafeString]:
    """The cells of a row of Django's list, each with the name of its column: a phone shows it above."""
    return [
        SafeString(
            cell.replace("<td ", format_html('<td data-label="{}" ', capfirst(header["text"])), 1)
            if cell.startswith("<td ") and "action-checkbox" not in cell[:40]
            else cell
        )
        for cell, header in zip(cells, headers, strict=False)
    ]
