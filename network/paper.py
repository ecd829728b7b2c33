"""Designed paper: a template as a tagged PDF in the network's house style, laid out in a confined child.

    pdf = paper.printed("knowledgebank/pdf/card.html", {"tool": tool}, network=network)

The template extends `pdf/base.html`. Pictures are handed over as bytes and named `own:NAME` in the template;
nothing else is reached. The same content gives the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import get_language

from network import clock, confined
from network.colours import derive
from network.confined import Failed, Unavailable
from network.models import Network

SECONDS = 30.0

__all__ = ["Failed", "Unavailable", "attachment", "printed"]


def printed(
    template: str,
    context: Mapping[str, Any],
    *,
    network: Network,
    pictures: Mapping[str, bytes] | None = None,
    on: date | None = None,
) -> bytes:
    """The PDF; `on` is the day it says it was made. Takes a second or two. Raises Unavailable and Failed."""
    colours = derive(network.brand_colour, network.accent_colour).light
    given = {
        **context,
        "network": network,
        "language": get_language(),
        "colours": {name.replace("-", "_"): value for name, value in colours.items()},
    }
    names, blobs = list(pictures or {}), list((pictures or {}).values())
    page = {
        "html": render_to_string(template, given),
        "pictures": names,
        "author": network.name,
        "created": (on or clock.today()).isoformat(),
    }
    child = confined.Child("network.paper_child", ({}, []), seconds=SECONDS)
    try:
        _answer, (pdf,) = child.ask(page, blobs)
    finally:
        child.stop()
    return pdf


def attachment(pdf: bytes, title: str) -> HttpResponse:
    """The PDF as a file to keep; nothing in it runs in this site's name."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{slugify(title)[:80] or "document"}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
