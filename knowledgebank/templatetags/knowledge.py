"""Marks of the knowledge bank: the photo of a story, minutes in words, sections of a method card."""

from django import template
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from knowledgebank.models import StoryVersion, Tool
from network import images, numbers

register = template.Library()
register.filter("figure", numbers.in_words)

QUARTERS = {15: "¼", 30: "½", 45: "¾"}


@register.simple_tag
def story_photo(version: StoryVersion, sizes: str = "(min-width: 60rem) 44rem, 92vw") -> SafeString:
    """The photo of a story in AVIF, WebP and JPEG; its consent is asked by whoever shows it.

    While its sizes are being made, a drawing as large as the photo, with the same words.
    """
    if not version.has_sizes:
        return _drawing(version.photo_alt, is_coming=not version.is_damaged)
    stem = photo_address(version, 0, "jpg").rsplit("0.", 1)[0]
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((images.CONTENT_TYPES[encoding], _srcset(stem, encoding), sizes) for encoding in ("avif", "webp")),
    )
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" alt="{}" width="960" height="640"'
        ' fetchpriority="high"></picture>',
        sources,
        f"{stem}960.jpg",
        _srcset(stem, "jpg"),
        sizes,
        version.photo_alt,
    )


def _drawing(words: str, *, is_coming: bool) -> SafeString:
    drawing = get_template("knowledgebank/parts/photo_coming.svg")
    return SafeString(drawing.render({"words": words, "is_coming": is_coming}))


def photo_address(version: StoryVersion, width: int, encoding: str) -> str:
    mark = images.version(str(version.photo), version.focal_x, version.focal_y)
    return reverse("story_photo", args=[version.story.slug, mark, width, encoding])


def _srcset(stem: str, encoding: str) -> str:
    return ", ".join(f"{stem}{width}.{encoding} {width}w" for width in images.PHOTO.widths)


@register.filter
def minutes(value: int | None) -> str:
    """45 minutes, half an hour, 1½ hours: as one says it."""
    if not value:
        return ""
    whole, rest = divmod(value, 60)
    if (rest and rest not in QUARTERS) or value in (15, 45):
        return ngettext("%(n)d minute", "%(n)d minutes", value) % {"n": value}
    hours = f"{whole or ''}{QUARTERS.get(rest, '')}"
    return ngettext("%(hours)s hour", "%(hours)s hours", 1 if value <= 60 else 2) % {"hours": hours}


@register.simple_tag
def run_time(tool: Tool) -> str:
    """From the shortest to the longest time a card takes."""
    least, most = tool.minutes_run, tool.minutes_run_most
    if least and most and most != least:
        return _("%(least)s to %(most)s") % {"least": minutes(least), "most": minutes(most)}
    return minutes(least or most)


@register.simple_tag
def group_size(tool: Tool) -> str:
    least, most = tool.people_least, tool.people_most
    if least and least == most:
        return ngettext("%(n)d person", "%(n)d people", least) % {"n": least}
    if least and most:
        return _("%(least)d to %(most)d people") % {"least": least, "most": most}
    if least:
        return _("%(least)d people or more") % {"least": least}
    return _("up to %(most)d people") % {"most": most} if most else ""


@register.simple_tag
def section(tool: Tool, name: str) -> SafeString:
    """One section of a card as HTML."""
    return tool.html(name)


@register.simple_tag
def words_of(lang: str) -> SafeString:
    """Marks a text that is in another language than the page."""
    return format_html(' lang="{}"', lang) if lang and lang != get_language() else SafeString("")


@register.filter
def file_size(value: int) -> str:
    """120 kB, 1,2 MB."""
    if value < 1_000_000:
        return f"{max(1, round(value / 1000))} kB"
    number = f"{value / 1_000_000:.1f}"
    return f"{number.replace('.', ',') if get_language() == 'nl' else number} MB"


@register.simple_tag
def ask_person_url(slug: str, story: str = "") -> str:
    """Where a visitor asks one ambassador for a podium; with the story that made them ask."""
    return f"{reverse('ask')}?voor={slug}" + (f"&verhaal={story}" if story else "")
