"""Every kind of mail, in both languages and every variant, as its sample shows it."""

import re

import pytest
from django.template import Engine
from django.utils import translation

from network import messages, wording
from network.actions import composing

pytestmark = pytest.mark.looks

CASES = [
    pytest.param(kind, variant, language, id=f"{kind.name}-{variant or 'all'}-{language}")
    for kind in messages.kinds()
    for variant in ["", *(name for name, _title in kind.variants)]
    for language in ("nl", "en")
]


class Missing(str):
    """What a template writes for a variable that is not there: the test fails on it."""

    def __contains__(self, item):
        return item == "%s"

    def __mod__(self, name):
        raise AssertionError(f"the template asks for “{name}”, which its sample does not have")


@pytest.fixture
def strict_templates(monkeypatch):
    monkeypatch.setattr(Engine.get_default(), "string_if_invalid", Missing("missing"))


@pytest.mark.parametrize(("kind", "variant", "language"), CASES)
def test_mail_can_be_written(kind, variant, language, network, strict_templates):
    with translation.override(language):
        values = composing.sample(kind, network, language=language, variant=variant)
        mail = composing.render(kind, values, variant=variant, words=values["words"])
    assert 0 < len(mail.subject) < 120
    assert "\n" not in mail.subject
    assert f'lang="{language}"' in mail.html
    for part in (mail.subject, mail.text, mail.html):
        assert not re.search(r"{[{%#]|[}%#]}|None|&amp;amp;", part)
    assert network.name in mail.text
    assert len(mail.text.split()) > 8
    assert "<style" not in mail.html
    assert "<script" not in mail.html
    assert not re.search(r'(src|href)="(?!https?://|mailto:|tel:)', mail.html)
    assert "\n\n\n" not in mail.text
    assert not re.search("ambassad", mail.subject + mail.text, re.IGNORECASE)  # it has a word of its own


@pytest.mark.parametrize(("kind", "variant", "language"), CASES)
def test_own_text_keeps_the_frame(kind, variant, language, network, strict_templates):
    if not kind.editable:
        return
    words = "Eigen woorden: " + " ".join(f"{{{name}}}" for name in kind.placeholders)
    with translation.override(language):
        values = composing.sample(kind, network, language=language, variant=variant)
        shown = composing.shown(kind, values)
        filled = wording.filled(words, shown)
        mail = composing.render(kind, values, variant=variant, subject="Eigen onderwerp", words=filled)
    assert mail.subject == "Eigen onderwerp"
    assert "Eigen woorden" in mail.text
    assert "Eigen woorden" in mail.html
    assert "{" not in filled
    assert all(shown[name] for name in kind.placeholders), "a placeholder without a value in the sample"
    if values["action_url"]:
        assert values["action_url"] in mail.text
        assert values["action_label"] in mail.html


def test_every_kind_stands_in_a_group_with_words():
    for kind in messages.kinds():
        assert str(kind.title)
        assert str(kind.group.about)
        assert not (kind.secret and kind.editable)


@pytest.mark.parametrize(("kind", "variant", "language"), CASES)
def test_an_own_text_begins_with_the_words_of_the_built_in_mail(kind, variant, language, network):
    if not kind.editable:
        return
    subject, words = composing.starting_text(kind, network, language=language, variant=variant)
    assert wording.unknown_placeholders(f"{subject} {words}", kind.placeholders) == []
    with translation.override(language):
        values = composing.sample(kind, network, language=language, variant=variant)
        shown = composing.shown(kind, values)
        built_in = composing.render(kind, {**values, "only_words": True}, variant=variant)
    assert wording.filled(subject, shown) == built_in.subject
    assert wording.filled(words, shown) == built_in.text.strip()
    if "first_name" in kind.placeholders:
        assert "{first_name}" in words
        assert shown["first_name"] not in words


@pytest.mark.parametrize(
    "name", ["candidate_notice", "invitation", "assessment_asked", "fan_page", "consent_withdrawn"]
)
def test_who_did_nothing_and_leads_nothing_reads_why_they_get_it(name, network):
    kind = next(kind for kind in messages.kinds() if kind.name == name)
    variant = kind.variants[0][0] if kind.variants else ""
    mail = composing.render(
        kind, composing.sample(kind, network, language="nl", variant=variant), variant=variant
    )
    assert str(kind.about) in mail.text
    assert str(kind.group.about) not in mail.text
