"""The pictures of a report, on the page and on paper."""

from datetime import date
from typing import Any

from django import template
from django.utils.safestring import SafeString

from network import charts
from network.numbers import number
from network.report import Chart
from network.report_document import Document
from network.templatetags.koploper import plain_day

register = template.Library()


@register.simple_tag
def chart(chart: Chart) -> SafeString:
    """Drawn with the colours of the page it stands on."""
    return SafeString(charts.picture_of(chart, None))


@register.simple_tag
def block_text(document: Document, key: str) -> str:
    """What somebody wrote above a section."""
    return document.texts.get(key, "")


@register.filter
def has_estimates(chart: Chart) -> bool:
    return any(bar.sure is not None for bar in chart.bars)


@register.filter
def has_marks(chart: Chart) -> bool:
    return any(bar.mark is not None for bar in chart.bars)


@register.filter
def cell(value: Any) -> str:
    """A cell as it is read: numbers with their thousands, days in words, nothing as a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, date):
        return plain_day(value)
    return number(value) if isinstance(value, int) else str(value)
