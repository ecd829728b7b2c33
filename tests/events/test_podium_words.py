"""How a podium is said in words."""

import pytest

from events.models import Podium
from events.podium_words import where_to_go, whereabouts


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


@pytest.mark.parametrize(
    ("host", "place", "said"),
    [
        ("MKB Deventer", "Deventer", "MKB Deventer, Deventer"),
        ("Kennispoort regio Zwolle", "Zwolle", "Kennispoort regio Zwolle, Zwolle"),
        ("Schouwburg, Deventer", "deventer", "Schouwburg, Deventer"),
        ("Deventer", "Deventer", "Deventer"),
        ("", "Den Ham", "Den Ham"),
        ("MKB Deventer", "", "MKB Deventer"),
        ("", "", ""),
    ],
)
def test_whoever_has_to_find_it_always_reads_the_town(host, place, said):
    assert where_to_go(Podium(host_name=host, place=place)) == said
