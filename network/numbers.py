"""Numbers as people read them, the short way of lists, and as browsers send them."""

from django.utils.translation import get_language

LONGEST_KEY = 18  # digits that every database holds


def number(value: int | None) -> str:
    """With its thousands apart, as the language writes it: 1.775 or 1,775; empty without one.

    Django's own filter costs more than the page around it.
    """
    if value is None:
        return ""
    return f"{value:,}" if get_language() == "en" else f"{value:,}".replace(",", ".")


def key_of(sent: object) -> int | None:
    """The key of a row as a browser sends it; None when no row can have it."""
    text = str(sent)
    return int(text) if text.isdecimal() and len(text) <= LONGEST_KEY else None
