"""A page of cards as PDF."""

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from events.cards.sheet import Card, html_of
from network import paper


def print_cards(card: Card) -> bytes:
    """Ten of one card on A4. Takes a second or two. Raises paper.Unavailable and paper.Failed."""
    html, css, pictures = html_of(card)
    page = format_html(
        '<!doctype html><html lang="{}"><head><title>{}</title><style>{}</style></head>'
        "<body>{}</body></html>",
        card.language,
        card.document_title,
        mark_safe(css),
        mark_safe(html),
    )
    return paper.laid_out(page, author=card.network, pictures=pictures)
