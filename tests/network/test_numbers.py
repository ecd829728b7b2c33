"""What a browser sends as a key, and numbers as people read them."""

import pytest
from django.utils import translation

from network.numbers import in_words, key_of, number


@pytest.mark.parametrize("sent", [None, "", "abc", "-1", "1.5", " 1", "²", "9" * 19, "9" * 5000])
def test_what_no_row_can_have_is_no_key(sent):
    assert key_of(sent) is None


def test_the_longest_key_fits_every_database():
    assert key_of("12") == 12
    assert key_of("9" * 18) == 999_999_999_999_999_999 < 2**63


@pytest.mark.parametrize(("language", "shown"), [("nl", "1.775"), ("en", "1,775")])
def test_thousands_stand_apart_as_the_language_has_it(language, shown):
    with translation.override(language):
        assert number(1775) == shown
        assert number(None) == ""


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("12.750", "12,750"),
        ("€ 1.400.000,50", "€ 1,400,000.50"),
        ("2,5 keer", "2.5 keer"),
        ("75 %", "75 %"),
        ("3 op 4", "3 op 4"),
        ("versie 1.2", "versie 1.2"),
    ],
)
def test_a_figure_typed_in_dutch_is_written_as_the_page_writes_its_own(typed, english):
    with translation.override("nl"):
        assert in_words(typed) == typed
    with translation.override("en"):
        assert in_words(typed) == english
