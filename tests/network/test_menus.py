"""The main menu: the leader's own where there is one, and nothing in it that a browser would carry out."""

import pytest
from django.core.exceptions import ValidationError

from network import menus


def test_a_line_is_words_and_an_address():
    good = "Verhalen | /verhalen/\n\n  Elders|https://example.org/x "
    text = good + "\nScript | javascript:alert(1)\nLeeg |\n//x | //x"
    assert menus.read(text) == [
        menus.Place("Verhalen", "/verhalen/"),
        menus.Place("Elders", "https://example.org/x"),
    ]
    assert menus.faults(text) == ["Script | javascript:alert(1)", "Leeg |", "//x | //x"]


def test_the_leaders_menu_takes_the_place_of_the_built_in_one(visitor, network):
    assert '<a href="/fans/">Fans</a>' in visitor.get("/over/").text
    network.menu = "Wie we zijn | /over/\nAanbod | /kennisbank/"
    network.full_clean()
    network.save()
    text = visitor.get("/over/").text
    assert '<a href="/over/" aria-current="page">Wie we zijn</a>' in text
    assert '<a href="/fans/">Fans</a>' not in text
    assert '<a href="/en/fans/">Fans</a>' in visitor.get("/en/about/").text  # English has its own


@pytest.mark.parametrize("menu", ["Verhalen", "x | javascript:1", "\n".join(["a | /b/"] * 10)])
def test_what_is_no_menu_is_refused(network, menu):
    network.menu = menu
    with pytest.raises(ValidationError) as refused:
        network.full_clean()
    assert list(refused.value.message_dict) == ["menu"]
