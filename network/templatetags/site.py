"""What only the public pages need: menu, addresses in both languages, portraits in the right size."""

from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from network import images, menus
from network.models import Pictured
from network.numbers import number
from network.own_words import in_words_of, with_article
from network.templatetags.koploper import initials

register = template.Library()
register.filter(number)
register.filter(in_words_of)
register.filter(with_article)

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
LOCALES = {"nl": "nl_NL", "en": "en_GB"}


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[dict[str, str]]:
    """Where a visitor can go; `current` is "page" on the page itself and "true" on a page below it."""
    network = context["network"]
    here = context["request"].path
    own = menus.read(network.menu_en if get_language() == "en" else network.menu)
    places = [(place.label, place.href) for place in own] or [
        (network.words[:1].upper() + network.words[1:], reverse("people", args=[network.people_slug])),
        (_("Stories"), reverse("stories")),
        (_("Knowledge bank"), reverse("knowledge")),
        (_("Agenda"), reverse("agenda")),
        (_("Fans"), reverse("fans")),
        (_("About"), reverse("about")),
        (_("Contact"), reverse("contact")),
    ]
    return [
        {
            "label": label,
            "href": href,
            "current": "page" if here == href else "true" if here.startswith(href) else "",
        }
        for label, href in places
    ]


@register.simple_tag(takes_context=True)
def ask_label(context: Context) -> str:
    """The one thing a visitor can ask, in the network's own word."""
    return _("Ask %(a_word)s") % {"a_word": with_article(context["network"].word)}


@register.simple_tag(takes_context=True)
def public_links(context: Context) -> dict[str, Any]:
    """The page's one address, its twin in the other language, and the locale for Open Graph."""
    request, network = context["request"], context["network"]
    if not hasattr(request, "public_links"):
        request.public_links = _links(request, network)
    links: dict[str, Any] = request.public_links
    return links


def _links(request: Any, network: Any) -> dict[str, Any]:
    language = get_language() or settings.LANGUAGE_CODE
    page = request.GET.get("page", "")
    query = f"?page={page}" if page.isdecimal() and page != "1" else ""
    links: dict[str, Any] = {
        "canonical": request.build_absolute_uri(request.path) + query,
        "locale": LOCALES.get(language, language),
        "alternates": [],
        "other": None,
    }
    if not network.english:
        return links
    for code in LANGUAGE_NAMES:
        href = request.path if code == language else twin_address(request, network, code)
        if href is None:
            return links
        links["alternates"].append((code, request.build_absolute_uri(href) + query))
        if code != language:
            links["other"] = {"code": code, "href": href, "name": LANGUAGE_NAMES[code]}
    return links


def twin_address(request: Any, network: Any, language: str) -> str | None:
    """The address of the same page in another language."""
    match = request.resolver_match
    if match is None:
        return None
    kwargs = dict(match.kwargs)
    with override(language):
        if "words" in kwargs:
            kwargs["words"] = slugify(network.words)
        try:
            return reverse(match.view_name, args=match.args or None, kwargs=kwargs or None)
        except NoReverseMatch:
            return None


@register.simple_tag
def portrait(
    person: Any, sizes: str = "(min-width: 44rem) 15rem, 45vw", classes: str = "", eager: bool = False
) -> SafeString:
    """The portrait in AVIF, WebP and JPEG; the initials card where there is none or while its sizes are made.

    `person` has name, slug and focal point.
    """
    shown = person.shown_picture if isinstance(person, Pictured) else person.portrait
    if not shown:
        return format_html('<span class="portrait {}">{}</span>', classes, initials(person.full_name))
    stem = reverse("portrait", args=[person.slug, _version(person), 0, "jpg"]).rsplit("0.", 1)[0]
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((images.CONTENT_TYPES[encoding], _srcset(stem, encoding), sizes) for encoding in ("avif", "webp")),
    )
    return format_html(
        '<span class="portrait {}"><picture>{}<img src="{}" srcset="{}" sizes="{}" alt="{}"'
        ' width="480" height="600"{}></picture></span>',
        classes,
        sources,
        f"{stem}480.jpg",
        _srcset(stem, "jpg"),
        sizes,
        person.portrait_alt or _("Portrait of %(name)s") % {"name": person.full_name},
        SafeString(' fetchpriority="high"' if eager else ' loading="lazy" decoding="async"'),
    )


def _version(person: Any) -> str:
    return images.version(str(person.portrait), person.focal_x, person.focal_y)


def _srcset(stem: str, encoding: str) -> str:
    return ", ".join(f"{stem}{width}.{encoding} {width}w" for width in images.PORTRAIT.widths)


@register.simple_tag(takes_context=True)
def network_text(context: Context, field: str) -> str:
    """A text of the network in the language of the page."""
    text: str = context["network"].in_language(field)
    return text


@register.simple_tag
def own_words() -> SafeString:
    """Marks what people wrote, which is Dutch, on a page in another language."""
    return SafeString("" if get_language() == "nl" else ' lang="nl"')


@register.simple_tag
def person_card(person: Any) -> SafeString:
    """The card of a person in a list; kept per language for as long as nothing on it changes."""
    return _card(person, get_language() or "")


@lru_cache(maxsize=2000)
def _card(person: Any, language: str) -> SafeString:
    return SafeString(get_template("ambassadors/public/person_card.html").render({"person": person}))


@register.simple_tag
def stage_line(line: Any) -> SafeString:
    """A line of what somebody did on stage; kept per language like the card of a person."""
    return _stage_line(line, get_language() or "")


@lru_cache(maxsize=5000)
def _stage_line(line: Any, language: str) -> SafeString:
    return SafeString(get_template("ambassadors/public/stage_line.html").render({"line": line}))


@register.simple_tag(takes_context=True)
def share_picture(context: Context, path: str) -> SafeString:
    """The picture for whoever shares the page; its words are those of the title beside it."""
    return format_html(
        '<meta property="og:image" content="{}"><meta property="og:image:width" content="1200">'
        '<meta property="og:image:height" content="630">'
        '<meta name="twitter:card" content="summary_large_image">',
        context["request"].build_absolute_uri(path),
    )
