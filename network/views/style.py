"""What every page shares: the network's colours, its icon, and the page that shows every part."""

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from network import colours, fonts
from network.colours import palette_of
from network.templatetags.koploper import theme_url

FOR_EVER = "public, max-age=31536000, immutable"


def theme(request: HttpRequest, digest: str) -> HttpResponse:
    """The stylesheet with the network's colours and fonts; its address changes with its content."""
    network = getattr(request, "network", None)
    if theme_url(network).rstrip("/").split("/")[-1] != f"{digest}.css":
        return redirect(theme_url(network))
    response = HttpResponse(_css(palette_of(network)), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER
    return response


def icon(request: HttpRequest) -> HttpResponse:
    """Three dots in the network's colour: one done, one agreed, one open."""
    palette = palette_of(getattr(request, "network", None))
    response = render(request, "parts/icon.svg", {"colour": palette.light}, content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400"
    return response


def style_guide(request: HttpRequest) -> HttpResponse:
    """Every part in every state; for whoever builds a page."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    palette = palette_of(getattr(request, "network", None))
    pairs = [
        (ink, ground, round(colours.contrast(palette.light[ink], palette.light[ground]), 1),
         round(colours.contrast(palette.dark[ink], palette.dark[ground]), 1), least)
        for ink, ground, least in colours.PAIRS
    ]  # fmt: skip
    return render(request, "network/public/style.html", {"palette": palette, "pairs": pairs})


def _css(palette: colours.Palette) -> str:
    path = finders.find("css/tokens.css") or settings.STATIC_ROOT / "css/tokens.css"
    with open(path, encoding="utf-8") as file:
        scale = file.read()
    return f"{scale}{fonts.css()}@layer theme{{{palette.css}}}"
