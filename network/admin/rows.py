"""The rows of the leader's lists: what a column is, is settled once for a list and not again in every cell.

They say what Django's own rows say, and each cell carries the name of its column, which a phone shows above
it. No list of ours is edited in place, or opened in a window of its own to choose from.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.admin.templatetags.admin_list import result_headers
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import display_for_field, display_for_value, lookup_field
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import capfirst

Drawn = Callable[[Any], str]  # of a row: something on the page
ON_ONE_LINE = (models.DateField, models.TimeField, models.ForeignKey)


def table(changelist: Any) -> dict[str, Any]:
    """What the template of a list shows."""
    headers = list(result_headers(changelist))
    columns = list(_columns(changelist, [str(header["text"]) for header in headers]))
    rows = [SafeString("".join([draw(row) for draw in columns])) for row in changelist.result_list]
    return {"headers": headers, "rows": rows}


def _columns(changelist: Any, titles: list[str]) -> Iterator[Drawn]:
    linked = changelist.list_display_links or ()
    first = next((name for name in changelist.list_display if name in linked), None)
    for name, title in zip(changelist.list_display, titles, strict=True):
        if name == "action_checkbox":
            yield _between('<td class="action-checkbox">', changelist.model_admin.action_checkbox, "</td>")
            continue
        field = _field(changelist.model, name)
        classes = f"field-{name}{' nowrap' if isinstance(field, ON_ONE_LINE) else ''}"
        text = _text(changelist, name, field, linked=name in linked)
        if name in linked:
            text = _link(changelist, text)
        if name == first:
            yield _between(f'<th class="{classes}">', text, "</th>")
        else:
            label = conditional_escape(capfirst(title))
            yield _between(f'<td data-label="{label}" class="{classes}">', text, "</td>")


def _between(before: str, drawn: Drawn, after: str) -> Drawn:
    return lambda row: f"{before}{drawn(row)}{after}"


def _field(model: type[models.Model], name: str) -> "models.Field[Any, Any] | None":
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) else None


def _text(changelist: Any, name: str, field: "models.Field[Any, Any] | None", *, linked: bool) -> Drawn:
    """What stands in a cell, escaped."""
    empty = changelist.model_admin.get_empty_value_display()
    if field is None:
        return _own_text(changelist.model_admin, name, empty)
    if field.choices:
        names = {value: conditional_escape(str(label)) for value, label in field.flatchoices}
        return lambda row: names.get(getattr(row, name), empty)
    if isinstance(field, models.ForeignKey):
        return lambda row: empty if (other := getattr(row, name)) is None else conditional_escape(str(other))
    return lambda row: conditional_escape(
        display_for_field(getattr(row, name), field, empty, avoid_link=linked)
    )


def _own_text(model_admin: Any, name: str, empty: str) -> Drawn:
    """Of a method of the list or of the model, or of what the query added to a row."""
    of_list = getattr(model_admin, name, None) if name != "__str__" else None
    described = of_list or getattr(model_admin.model, name, None)
    described = getattr(described, "fget", described)
    is_boolean = getattr(described, "boolean", False)
    empty = getattr(described, "empty_value_display", empty)

    def text(row: Any) -> str:
        value = of_list(row) if of_list else lookup_field(name, row, model_admin)[2]
        if isinstance(value, SafeString):
            return value or empty
        if isinstance(value, str) and not value.strip():
            return empty
        return conditional_escape(display_for_value(value, empty, is_boolean))

    return text


def _link(changelist: Any, text: Drawn) -> Drawn:
    """To the page of the row, which leads back to the list as it was filtered."""
    filters = {"preserved_filters": changelist.preserved_filters, "opts": changelist.opts}

    def link(row: Any) -> str:
        try:
            url = changelist.url_for_result(row)
        except NoReverseMatch:
            return text(row)
        return f'<a href="{conditional_escape(add_preserved_filters(filters, url))}">{text(row)}</a>'

    return link
