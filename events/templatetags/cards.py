"""The one stylesheet of the pages behind a card."""

from functools import lru_cache
from hashlib import blake2s
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from network.colours import palette_of

register = template.Library()


@register.simple_tag
def style_url(network: Any) -> str:
    """Changes with the colours and the rules, so that a browser may keep what it has."""
    return reverse("card_style", args=[_digest(palette_of(network).css)])


@lru_cache(maxsize=64)
def card_css(colours: str) -> str:
    """The network's colours, then the rules."""
    path = finders.find("css/card.css") or settings.STATIC_ROOT / "css/card.css"
    with open(path, encoding="utf-8") as file:
        return colours + file.read()


@lru_cache(maxsize=64)
def _digest(colours: str) -> str:
    return blake2s(card_css(colours).encode(), digest_size=6).hexdigest()
