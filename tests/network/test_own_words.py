"""The network's own word in what comes with the program."""

import pytest
from django.utils import translation

from network.models import Network
from network.own_words import in_words_of, with_article

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
