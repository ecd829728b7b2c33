"""How a plaque is fitted: sizes of names, and what becomes of a portrait."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ambassadors.plaques import fitting, images
from tests.ambassadors.portraits import photo


@settings(max_examples=200, deadline=None)
@given(
    name=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=200),
    company=st.text(max_size=150),
    text=st.text(max_size=300),
)
def test_a_fit_stays_inside_its_column(name, company, text):
    found = fitting.fit(name, company, text, lead="De provincie Overijssel benoemt")
    assert fitting.SMALLEST_NAME <= found.name_size <= 54
    assert 0 < found.name_width <= fitting.COLUMN
    assert fitting.HIGHEST <= found.top <= fitting.USUAL
    assert found.name_top >= found.top


def test_a_short_name_is_large_and_a_long_one_small():
    sizes = [fitting.fit("Jan " * count, "BV", "tot pionier.").name_size for count in (2, 6, 12, 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 54


@pytest.mark.parametrize("focus", [(0.0, 0.0), (0.5, 0.4), (1.0, 1.0)])
@pytest.mark.parametrize("size", [(640, 800), (1600, 900), (500, 2000), (30, 30)])
def test_a_portrait_is_cut_to_four_by_five(size, focus):
    with Image.open(BytesIO(images.portrait(photo(1, size), focus))) as found:
        assert found.width / found.height == pytest.approx(0.8, abs=0.03)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded():
    bomb = BytesIO()
    Image.new("1", (6000, 5000)).save(bomb, "PNG")
    with pytest.raises(images.BrokenImage, match="megapixels"):
        images.portrait(bomb.getvalue(), (0.5, 0.5))


@pytest.mark.parametrize(
    ("place_and_date", "top"),
    [
        ("Zwolle, 8\N{NO-BREAK SPACE}februari\N{NO-BREAK SPACE}2027", 187.86),
        ("Stadsschouwburg, Deventer, 16\N{NO-BREAK SPACE}oktober\N{NO-BREAK SPACE}2025", 193.37),
        ("", 187.86),
    ],
)
def test_the_number_stands_below_the_place_and_date_however_long(place_and_date, top):
    assert fitting.number_top(place_and_date) == top
