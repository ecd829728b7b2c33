"""A label that comes with the program says ambassador; a network has a word of its own for it.

Mails and pages name the word where they are written. What is written once for every network (the label of a
choice, the heading of a column) passes through here on its way to the reader.
"""

import re

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.models import Network


def in_words_of(text: object, network: Network) -> str:
    """The text in the language of now, with the network's word for one and for several."""
    words = {_("ambassador"): network.word, _("ambassadors"): network.words}
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))

    def put(found: re.Match[str]) -> str:
        article, said = found[1] or "", found[2]
        word = words[said.lower()]
        word = capfirst(word) if said[0].isupper() else word
        if article and get_language() == "en":
            return article[0] + with_article(word)[1:]
        return article + word

    return re.sub(rf"\b((?:an?|een) )?({either})\b", put, str(text), flags=re.IGNORECASE)


def with_article(word: str) -> str:
    """A pioneer, an elder: in English it follows from the word; elsewhere the word itself."""
    if get_language() != "en":
        return word
    return f"an {word}" if word[:1].lower() in "aeiou" else f"a {word}"
