"""What every page shares: the network's colours, its icon, and the page that shows every part."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network import colours, fonts
from network.colours import palette_of
from network.templatetags.koploper import theme_url

FOR_EVER = "public, max-age=31536000, immutable"


def theme(request: HttpRequest, digest: str) -> HttpResponse:
    """The stylesheet with the network's colours and fonts; its address changes with its content."""
    network = request.network
    if theme_url(network).rstrip("/").split("/")[-1] != f"{digest}.css":
        return redirect(theme_url(network))
    response = HttpResponse(_css(palette_of(network)), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER
    return response


def icon(request: HttpRequest) -> HttpResponse:
    """Three dots in the network's colour: one done, one agreed, one open."""
    palette = palette_of(request.network)
    response = render(request, "parts/icon.svg", {"colour": palette.light}, content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400"
    return response


@dataclass(frozen=True)
class StylePage:
    """One page of the style guide: its name, its template, and the sheets of which it shows every part."""

    label: Promise | str
    template: str
    sheets: tuple[str, ...] = ()


# Sheets that use a word each in their own sense never stand on one page, here as elsewhere.
STYLE_PAGES = {
    "": StylePage(_("The site"), "public", ("knowledge", "scan", "search", "embed", "event")),
    "mijn": StylePage(_("Mijn"), "my", ("my", "my_card", "nominating", "account", "fans")),
    "beheer": StylePage(_("The admin"), "admin", ("admin", "requests", "outbox", "report", "composition")),
    "ronde": StylePage(_("Appointment round"), "round", ("admin", "rounds", "board")),
    "leads": StylePage(_("Leads"), "leads", ("admin", "leads")),
}


def style_guide(request: HttpRequest, part: str = "") -> HttpResponse:
    """Every part in every state; for whoever builds a page."""
    if not (settings.DEBUG or settings.DEMO) or part not in STYLE_PAGES:
        raise Http404
    page = STYLE_PAGES[part]
    palette = palette_of(request.network)
    pairs = [
        (ink, ground, round(colours.contrast(palette.light[ink], palette.light[ground]), 1),
         round(colours.contrast(palette.dark[ink], palette.dark[ground]), 1), least)
        for ink, ground, least in colours.PAIRS
    ]  # fmt: skip
    context = {
        "palette": palette,
        "pairs": pairs,
        "sheets": [f"css/{name}.css" for name in page.sheets],
        "parts": [
            (reverse("style_part", args=[slug]) if slug else reverse("style"), one.label, slug == part)
            for slug, one in STYLE_PAGES.items()
        ],
    }
    return render(request, f"network/style/{page.template}.html", context)


def _css(palette: colours.Palette) -> str:
    path = finders.find("css/tokens.css") or settings.STATIC_ROOT / "css/tokens.css"
    with open(path, encoding="utf-8") as file:
        scale = file.read()
    return f"{scale}{fonts.css()}@layer theme{{{palette.css}}}"
