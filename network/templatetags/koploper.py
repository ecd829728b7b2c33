"""The marks every page shares: the dots, the portrait, the wordmark, the theme's address."""

import json
from datetime import date, time
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from network import colours, fonts
from network.dots import dot_marks, dots_text
from network.once_per_language import once_per_language

register = template.Library()
register.simple_tag(colours.mail_colours)
register.simple_tag(dots_text)


@register.simple_tag
def dots(done: int, agreed: int, required: int, size: str = "", label: str = "") -> SafeString:
    """The year's podia: filled is done, ring is agreed, faint is open. Size "l" is the large mark."""
    return _drawn_dots(done, agreed, required, size, str(label))


# A list draws hundreds of marks, of which few differ.
@once_per_language
def _drawn_dots(done: int, agreed: int, required: int, size: str, label: str) -> SafeString:
    label = label or dots_text(done, agreed, required)
    values = {**dot_marks(done, agreed, required), "size": size, "label": label}
    return SafeString(get_template("parts/dots.html").render(values))


@register.inclusion_tag("parts/dots_mail.html")
def dots_mail(done: int, agreed: int, required: int) -> dict[str, Any]:
    """The same mark for e-mail, where SVG is not shown."""
    return {**dot_marks(done, agreed, required), "label": dots_text(done, agreed, required)}


@register.simple_tag
@lru_cache(maxsize=2048)
def initials(name: str) -> SafeString:
    """The designed card for whoever has no portrait; its shape follows from the name."""
    letters = "".join(word[0] for word in name.split() if word[:1].isupper()) or name[:1].upper()
    seed = sum(ord(letter) * at for at, letter in enumerate(name, start=1))
    values = {
        "letters": letters[0] + letters[-1] if len(letters) > 1 else letters,
        "x": 60 + seed % 280,
        "y": 70 + seed // 7 % 140,
        "radius": 110 + seed // 3 % 60,
    }
    return SafeString(get_template("parts/initials.html").render(values))


LONG_NAME = 26  # more letters than the header has room for


@register.simple_tag
def wordmark(name: str) -> SafeString:
    """The network's name with its first word in the brand colour."""
    first, _space, rest = name.partition(" ")
    mark = '<b class="wordmark-long">{}</b>' if len(name) > LONG_NAME else "<b>{}</b>"
    return format_html(f"{mark} {{}}", first, rest) if rest else format_html(mark, first)


@register.simple_tag
def theme_url(network: Any) -> str:
    """Address of the network's colours; it changes when the colours do, so it may be kept for ever."""
    return reverse("theme", args=[colours.palette_of(network).digest + fonts.digest()])


@register.simple_tag
def font_preloads() -> list[str]:
    return fonts.preloads()


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """Structured data as a data block; the characters that could end the block are escaped."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04X}")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: Any) -> str:
    """The present query string with some values changed; None removes one."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value is not None:
            query[key] = value
    return "?" + query.urlencode() if query else "?"


@register.filter
def day(value: date) -> str:
    """A day in full: "za 21 november 2026". The quick way: Django's own filter costs half a page."""
    weekday = str(WEEKDAYS_ABBR[value.weekday()])
    return f"{weekday if get_language() == 'en' else weekday.lower()} {plain_day(value)}"


@register.filter
def plain_day(value: date) -> str:
    """A day of a period, without its weekday: "1 januari 2027"."""
    return f"{value.day} {month_name(value)} {value.year}"


@register.filter
def month_year(value: date) -> str:
    """Month and year: "nov 2026"."""
    return f"{MONTHS_3[value.month]} {value.year}"


@register.filter
def month_name(value: date) -> str:
    return str(MONTHS[value.month])


@register.filter
def isoday(value: date) -> str:
    return value.isoformat()


@register.filter
def clock(value: time) -> str:
    """A time as Dutch and English agendas write it: 8.00 and 20.15."""
    return f"{value.hour}.{value.minute:02d}"


@register.filter
def weekday(value: date) -> str:
    return str(WEEKDAYS[value.weekday()])
