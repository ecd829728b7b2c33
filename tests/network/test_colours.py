"""Whatever two colours a leader chooses, everything drawn can be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network import colours

any_colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(brand=any_colour, accent=any_colour)
@settings(max_examples=300, deadline=None)
def test_every_pair_can_be_read_in_light_and_dark(brand, accent):
    palette = colours.derive(brand, accent)
    for scheme in (palette.light, palette.dark):
        for drawn, ground, least in colours.PAIRS:
            assert colours.contrast(scheme[drawn], scheme[ground]) >= least, (drawn, ground)


@given(brand=any_colour, accent=any_colour)
@settings(max_examples=100, deadline=None)
def test_a_colour_is_kept_or_its_correction_told(brand, accent):
    palette = colours.derive(brand, accent)
    told = {correction.role: correction for correction in palette.corrections}
    for role, wanted in (("brand", brand), ("accent", accent)):
        used = palette.light[role]
        assert (used == wanted) == (role not in told)
        if role in told:
            assert told[role] == colours.Correction(role, wanted, used)


def test_a_colour_that_can_be_read_stays_as_it_is():
    palette = colours.derive("#0b5d4e", "#c8741a")
    assert palette.light["brand"] == "#0B5D4E"
    assert palette.light["accent"] == "#C8741A"
    assert palette.corrections == ()


@pytest.mark.parametrize("brand", ["#FFFFFF", "#FFD500", "#00FF00"])
def test_a_colour_too_light_for_text_is_darkened(brand):
    (correction, *_rest) = colours.derive(brand).corrections
    assert correction.role == "brand"
    assert colours.contrast(correction.used, "#FFFFFF") > colours.contrast(brand, "#FFFFFF")


def test_contrast_is_that_of_wcag():
    assert colours.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert colours.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert colours.contrast("#123456", "#123456") == 1


def test_another_colour_is_another_address():
    assert colours.derive("#0B5D4E").digest != colours.derive("#0B5D4F").digest


def test_the_static_tokens_hold_the_colours_without_a_network():
    with open("static/css/tokens.css", encoding="utf-8") as file:
        assert colours.derive().css in file.read()
