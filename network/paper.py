"""Designed paper: a template as a tagged PDF in the network's house style, laid out in a confined child.

    pdf = paper.printed("knowledgebank/pdf/card.html", {"tool": tool}, network=network)

The template extends `pdf/base.html`. Pictures are handed over as bytes and named `own:NAME` in the template;
nothing else is reached. The same content gives the same bytes.
"""

import fcntl
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from typing import IO, Any

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import get_language

from network import clock, confined
from network.colours import derive
from network.confined import Failed, Unavailable
from network.models import Network

SECONDS = 30.0
AT_ONCE = 2
PATIENCE = 10.0  # seconds that somebody waits for their turn
WAITING = 2  # who wait for it: each keeps a thread of the web server from everybody else

__all__ = ["Failed", "Unavailable", "attachment", "laid_out", "printed"]


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
    html = render_to_string(template, given)
    return laid_out(html, author=network.name, pictures=pictures or {}, on=on or clock.today())


def laid_out(html: str, *, author: str, pictures: Mapping[str, bytes], on: date | None = None) -> bytes:
    """A whole document as PDF; without `on` it has no day. Raises Unavailable and Failed."""
    page = {
        "html": html,
        "pictures": list(pictures),
        "author": author,
        "created": on.isoformat() if on else None,
    }
    with _a_table():
        child = confined.Child("network.paper_child", ({}, []), seconds=SECONDS)
        try:
            _answer, (pdf,) = child.ask(page, list(pictures.values()))
        finally:
            child.stop()
    return pdf


@contextmanager
def _a_table() -> Iterator[None]:
    """So many at a time on this machine: anybody may ask for paper, and each takes a processor for a second.
    Raises Unavailable after waiting a while, and at once when others wait already.
    """
    until = time.monotonic() + PATIENCE
    with ExitStack() as opened:
        seats = _locks(opened, "paper-seat", AT_ONCE + WAITING)
        if not _one_of(seats):
            raise Unavailable("busy")
        tables = _locks(opened, "paper", AT_ONCE)
        while not _one_of(tables):
            if time.monotonic() > until:
                raise Unavailable("busy")
            time.sleep(0.05)
        yield


def _locks(opened: ExitStack, name: str, number: int) -> list[IO[str]]:
    return [
        opened.enter_context((settings.VAR_DIR / f"{name}-{n}.lock").open("w")) for n in range(1, number + 1)
    ]


def _one_of(locks: list[IO[str]]) -> bool:
    """Takes a lock that is free, until its file is closed; False: none is."""
    for lock in locks:
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    return False


def attachment(pdf: bytes, title: str) -> HttpResponse:
    """The PDF as a file to keep; nothing in it runs in this site's name."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{slugify(title)[:80] or "document"}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
