"""Marks of the leader's lists."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from network.admin.rows import table
from network.admin.shared import avatar as _avatar

register = template.Library()


@register.simple_tag
def avatar(person: Any) -> SafeString:
    """The small round portrait, or the initials card."""
    return _avatar(person)


register.inclusion_tag("admin/change_list_results.html", name="rows")(table)
