"""What stands on a card, and ten of them on a page: 85 x 55 mm, two columns of five, in millimetres.

The columns stand apart, with bleed between them. The rows touch: what runs over a cut is the same above and
below it, so one cut serves two cards and ten fit on a page. Around them 3 mm of bleed and crop marks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import segno
from django.template.loader import render_to_string

WIDTH, HEIGHT = 85, 55
BLEED = 3
ROWS = 5
PAGE = (210, 297)
LEFTS = (17, 17 + WIDTH + 2 * BLEED)
TOP = 11


@dataclass(frozen=True)
class Card:
    """Plain values; `portrait` is a JPEG, `colours` the network's light palette."""

    language: str
    network: str
    wordmark: tuple[str, ...]
    name: str
    role: str
    invitation: str
    url: str
    phone: str
    qr_alt: str
    portrait_alt: str
    document_title: str
    colours: Mapping[str, str]
    portrait: bytes | None = None

    @property
    def short_url(self) -> str:
        """As people type it: without the scheme and the last slash."""
        return self.url.split("://")[-1].rstrip("/")


@dataclass(frozen=True)
class Mark:
    """One hairline, from a point in one direction."""

    left: float
    top: float
    width: float
    height: float


def html_of(card: Card) -> tuple[str, str, dict[str, bytes]]:
    """HTML, CSS and the pictures they name, without the `own:` before it."""
    places = [(left, TOP + row * HEIGHT) for left in LEFTS for row in range(ROWS)]
    bands = [(left - BLEED, TOP - BLEED) for left in LEFTS]
    values = {
        "card": card,
        "places": places,
        "bands": bands,
        "marks": crop_marks(),
        "name_size": 13.5 if len(card.name) < 22 else 11.5 if len(card.name) < 34 else 9.5,
        "colours": {name.replace("-", "_"): value for name, value in card.colours.items()},
    }
    pictures = {"qr": qr_svg(card.url, card.colours["brand-ink"])}
    if card.portrait:
        pictures["portrait"] = card.portrait
    return (
        render_to_string("events/pdf/cards.html", values),
        render_to_string("events/pdf/cards.css", values),
        pictures,
    )


def crop_marks() -> list[Mark]:
    """At every cut, clear of the bleed: at both sides, and above and below."""
    hair = 0.12
    right_edge, bottom = LEFTS[-1] + WIDTH, TOP + ROWS * HEIGHT
    across = [
        Mark(left, TOP + row * HEIGHT - hair / 2, 6, hair)
        for row in range(ROWS + 1)
        for left in (LEFTS[0] - BLEED - 7, right_edge + BLEED + 1)
    ]
    down = [
        Mark(x - hair / 2, top, hair, 5)
        for left in LEFTS
        for x in (left, left + WIDTH)
        for top in (TOP - BLEED - 6, bottom + BLEED + 1)
    ]
    return across + down


def qr_svg(url: str, colour: str) -> bytes:
    out = BytesIO()
    segno.make(url, error="m", micro=False).save(
        out, kind="svg", border=0, dark=colour, light=None, xmldecl=False, omitsize=True
    )
    return out.getvalue()


def qr_inline(url: str) -> str:
    """For a page: drawn in the colour of its text, on the ground of its page."""
    code: str = segno.make(url, error="m", micro=False).svg_inline(
        border=4, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    return code
