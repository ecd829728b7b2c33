"""The network's own word in what comes with the program."""

import re

import polib
import pytest
from django.conf import settings
from django.utils import translation

from network.models import Network
from network.own_words import in_words_of, with_article
from network.privacy import register

PEARLS = Network(
    word_singular="pionier", word_plural="pioniers", word_singular_en="pioneer", word_plural_en="pioneers"
)
ELDERS = Network(word_singular_en="elder", word_plural_en="elders")


@pytest.mark.parametrize(
    ("language", "network", "text", "said"),
    [
        ("nl", PEARLS, "door een ambassadeur", "door een pionier"),
        ("nl", PEARLS, "Ambassadeurs en oud-ambassadeurs", "Pioniers en oud-pioniers"),
        ("nl", PEARLS, "de ambassadeursrol", "de ambassadeursrol"),
        ("nl", ELDERS, "door een ambassadeur", "door een ambassadeur"),
        ("en", PEARLS, "by an ambassador", "by a pioneer"),
        ("en", PEARLS, "An ambassador, two ambassadors", "A pioneer, two pioneers"),
        ("en", ELDERS, "by an ambassador", "by an elder"),
        ("en", PEARLS, "nothing of the kind", "nothing of the kind"),
    ],
)
def test_a_label_says_what_the_network_says(language, network, text, said):
    with translation.override(language):
        assert in_words_of(text, network) == said


@pytest.mark.parametrize(
    ("language", "word", "said"),
    [("en", "pioneer", "a pioneer"), ("en", "ambassador", "an ambassador"), ("nl", "pionier", "pionier")],
)
def test_in_english_a_word_that_somebody_chose_has_its_article(language, word, said):
    with translation.override(language):
        assert with_article(word) == said


# What the program may say in its own word: what is put through `in_words_of` on its way to the reader, what
# is about that word itself, and the names of things in the model that nobody reads on a page.
PUT_THROUGH = {
    "ambassador", "ambassadors", "by an ambassador", "speaking to other ambassadors", "former ambassadors",
    "what the ambassador wants", "the ambassador may hear what becomes of it", "found an ambassador",
    "largest number of ambassadors", "former ambassadors: all but name and term",
    "Of those, the ones to whom an ambassador said yes, up to the last day of this report.",
    "Off: only the project leader, ambassadors, honorary members and fans can.",
}  # fmt: skip
ABOUT_THE_WORD = {
    "Client, theme, official, your own word for ambassador, colours, and where mail is answered.",
    "own word for one ambassador", "own word for several ambassadors",
    "the network's word for one ambassador", "the network's word for several ambassadors",
}  # fmt: skip
UNREAD = {
    "Ambassadors",
    "A card is of one ambassador or of one podium.",
}


def test_no_other_text_says_ambassador():
    """Write `%(word)s`, or put the text through `in_words_of` and name it here."""
    catalogue = polib.pofile(str(settings.BASE_DIR / "locale/nl/LC_MESSAGES/django.po"))
    with translation.override("en"):
        purposes = {str(entry.purpose) for fields in register.values() for entry in fields.values()}
    said = {
        text.msgid
        for text in catalogue
        if re.search(r"(?<!%\()ambassadeur", f"{text.msgstr} {text.msgstr_plural}", re.IGNORECASE)
    }
    assert said - purposes == PUT_THROUGH | ABOUT_THE_WORD | UNREAD
