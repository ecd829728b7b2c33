"""Every mail about podia, for every profile type, in both languages."""

import pytest
from django.utils import translation

from events.emails.chase import NUDGE_1, NUDGE_2, THANKS
from events.emails.outcomes import HOW_DID_IT_GO
from network import messages
from network.actions import composing

KINDS = [NUDGE_1, NUDGE_2, THANKS, HOW_DID_IT_GO]
CASES = [(kind, variant) for kind in KINDS for variant in ["", *(name for name, _ in kind.variants)]]


def composed(kind, network, language, variant=""):
    with translation.override(language):
        return composing.render(
            kind, composing.sample(kind, network, language=language, variant=variant), variant=variant
        )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("kind", "variant"), CASES)
def test_every_mail_is_whole(network, today, kind, variant, language):
    mail = composed(kind, network, language, variant)

    assert "Marleen" in mail.subject
    assert mail.text.startswith("Dag Marleen,\n" if language == "nl" else "Hello Marleen,\n")
    for made in (mail.subject, mail.text, mail.html):
        assert not any(trace in made for trace in ("{{", "{%", "{first", "%(", "None"))
    assert "<style" not in mail.html


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_has_words_of_its_own_and_every_language_too(network, today, kind):
    texts = [
        composed(kind, network, language, variant).text
        for language in ("nl", "en")
        for variant in ["", *(name for name, _ in kind.variants)]
    ]

    assert len(set(texts)) == len(texts)


def test_the_nudges_show_the_dots_and_the_figures(network, today):
    for kind in (NUDGE_1, NUDGE_2):
        mail = composed(kind, network, "en", "coach")
        assert "0 of 3 podia done, 1 agreed" in mail.text
        assert "1 April 2027" in mail.text
        marks = [part.split('"')[0] for part in mail.html.split('class="dot dot-')[1:]]
        assert marks == ["agreed", "open", "open"]


def test_the_question_offers_three_answers(network, today):
    mail = composed(HOW_DID_IT_GO, network, "en")

    for answer in ("It happened", "It was moved", "It was cancelled"):
        assert answer in mail.text
        assert answer in mail.html


def test_the_placeholders_are_values_of_the_mail(network, today):
    for kind in KINDS:
        with translation.override("en"):
            values = composing.sample(kind, network, language="en")
        assert set(kind.placeholders) <= set(values)
        assert messages.kind_of(kind.name) == kind
