"""What is drafted for the press: words of people end as they were said, and as Dutch is written."""

from datetime import date

import pytest
from django.utils import translation

from ambassadors import speeches

OCCASION = speeches.Occasion(
    network="Pioniers", word="pionier", words="pioniers", theme="", region="Overijssel", client="provincie",
    official="", day=date(2027, 2, 8), place="Zwolle", podia=3, term_years=3,
)  # fmt: skip


def subject(**fields):
    return speeches.Subject(first_name="Chidi", full_name="Chidi Okafor", **fields)


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Loslaten was doodeng, en het werkt.", "“Loslaten was doodeng, en het werkt”, zegt Chidi."),
        ("Loslaten werkt", "“Loslaten werkt”, zegt Chidi."),
        ("Durf je dat?", "“Durf je dat?” zegt Chidi."),
        ("Doe het!", "“Doe het!” zegt Chidi."),
        ("En toen …", "“En toen …” zegt Chidi."),
        (" Eerst zien. ", "“Eerst zien”, zegt Chidi."),
    ],
)
def test_what_somebody_said_ends_once(quote, said):
    with translation.override("nl"):
        text = speeches.press_about(subject(quote=quote), OCCASION)
    assert said in text.split("\n\n")
    assert ".”," not in text


def test_without_a_quote_nobody_is_said_to_say_anything():
    with translation.override("nl"):
        assert "zegt" not in speeches.press([subject(), subject()], OCCASION)


@pytest.mark.parametrize(
    ("title", "told"),
    [("Wie ontvangt ons?", "“Wie ontvangt ons?” Een verhaal."), ("Loslaten", "“Loslaten”. Een verhaal.")],
)
def test_a_title_ends_as_it_was_written(title, told):
    one = subject(told=speeches.Told(title=title, summary="Een verhaal.", lessons=()))
    with translation.override("nl"):
        assert f"– Het verhaal: {told}" in speeches.speech(one, OCCASION).split("\n")
        press = speeches.press_about(one, OCCASION)
    assert press.split("\n\n")[1:4] == [
        "Zwolle, 8 februari 2027 – Chidi Okafor is vandaag benoemd tot pionier van Pioniers door provincie.",
        f"Een verhaal. Het hele verhaal: {told.removesuffix(' Een verhaal.')}",
        "Chidi Okafor staat minstens 3 keer per jaar op het podium, 3 jaar lang,"
        " en vertelt een eigen verhaal.",
    ]
