"""How a podium is said in words."""

import pytest

from events.models import Podium
from events.podium_words import whereabouts


@pytest.mark.parametrize(
    ("host", "place", "said"),
    [
        ("MKB Deventer", "Ommen", "MKB Deventer, Ommen"),
        ("MKB Deventer", "Deventer", "MKB Deventer"),
        ("Deventer", "deventer", "Deventer"),
        ("Ommense kring", "Ommen", "Ommense kring, Ommen"),
        ("", "Den Ham", "Den Ham"),
        ("Kring Den Ham", "Den Ham", "Kring Den Ham"),
        ("MKB Deventer", "", "MKB Deventer"),
        ("", "", ""),
    ],
)
def test_a_place_that_the_host_says_is_not_said_twice(host, place, said):
    assert whereabouts(Podium(host_name=host, place=place)) == said
