"""Numbers as people read them, the short way of lists, and as browsers send them."""

import re

from django.utils.translation import get_language

DUTCH = re.compile(r"\b\d{1,3}(?:\.\d{3})+(?:,\d+)?\b|\b\d+,\d+\b")  # 12.750, 1.200,50 and 2,5
LONGEST_KEY = 18  # digits that every database holds


def number(value: int | None) -> str:
    """With its thousands apart, as the language writes it: 1.775 or 1,775; empty without one.

    Django's own filter costs more than the page around it.
    """
    if value is None:
        return ""
    return f"{value:,}" if get_language() == "en" else f"{value:,}".replace(",", ".")


def in_words(text: str) -> str:
    """A figure that somebody typed in Dutch, such as € 400.000 or 2,5 times, as the language writes it."""
    if get_language() != "en":
        return text
    return DUTCH.sub(lambda match: match[0].translate(str.maketrans(".,", ",.")), text)


def key_of(sent: object) -> int | None:
    """The key of a row as a browser sends it; None when no row can have it."""
    text = str(sent)
    return int(text) if text.isdecimal() and len(text) <= LONGEST_KEY else None
