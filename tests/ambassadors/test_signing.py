"""The plaque carries the hand of who appoints, and of nobody else."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation
from PIL import Image

from ambassadors import pdfs
from ambassadors.actions import appointing
from ambassadors.admin.round_page import blanks
from ambassadors.models import AppointmentRound
from tests.conftest import make_person


def hand(colour: str) -> bytes:
    drawn = BytesIO()
    Image.new("RGBA", (30, 9), colour).save(drawn, "PNG")
    return drawn.getvalue()


def put_in_settings(network, colour: str) -> None:
    network.official_signature.save(f"{colour}.png", ContentFile(hand(colour)))


@pytest.fixture
def round(today, network, leader) -> AppointmentRound:
    """Opened before there was a signature."""
    network.official_name, network.official_title = "Anne Verzonnen", "gedeputeerde"
    network.save()
    opened = appointing.open_round(network=network, year=2026, ceremony_on=date(2026, 11, 26), by=leader)
    appointing.choose(round=opened, people=[make_person(network, "Joris", "Zandstra")], by=leader)
    return opened


def test_a_signature_that_came_after_opening_stands_on_the_plaque(round, network, leader):
    with translation.override("en"):
        assert "There is no signature." in blanks(round)
    put_in_settings(network, "navy")
    round.refresh_from_db()
    assert not [words for words in blanks(round) if "signature" in words]

    appointed = appointing.appoint(round=round, by=leader).round

    assert pdfs.plaque_house(appointed).signature == hand("navy")


def test_one_that_came_after_appointing_is_taken_when_the_plaques_are_made_anew(round, network, leader):
    appointing.appoint(round=round, by=leader)
    put_in_settings(network, "navy")
    round.refresh_from_db()

    appointing.change_details(round=round, place="Zwolle", by=leader)

    round.refresh_from_db()
    assert pdfs.plaque_house(round).signature == hand("navy")


def test_plaques_that_are_out_keep_the_signature_they_have(round, network, leader):
    put_in_settings(network, "navy")
    appointing.appoint(round=round, by=leader)
    put_in_settings(network, "red")
    round.refresh_from_db()

    appointing.change_details(round=round, place="Zwolle", by=leader)

    round.refresh_from_db()
    assert pdfs.plaque_house(round).signature == hand("navy")


def test_nobody_signs_with_the_hand_of_another(round, network, leader):
    put_in_settings(network, "navy")
    appointing.change_details(round=round, official_name="Bea Bedacht", by=leader)
    round.refresh_from_db()
    with translation.override("en"):
        assert "There is no signature: the settings hold that of Anne Verzonnen." in blanks(round)

    appointed = appointing.appoint(round=round, by=leader).round

    house = pdfs.plaque_house(appointed)
    assert (house.official_name, house.signature) == ("Bea Bedacht", None)


def test_an_english_plaque_has_no_dutch_title(round):
    assert pdfs.plaque_house(round).official_title == "gedeputeerde"
    assert pdfs.plaque_house(round, "en").official_title == ""
    round.official_title_en = "deputy"
    assert pdfs.plaque_house(round, "en").official_title == "deputy"


def test_a_round_that_is_over_asks_nobody_any_more(round, leader, leader_client):
    proofs = reverse("admin:round_proofs", args=[2026])
    assert "nog niet gevraagd" in leader_client.get(proofs).content.decode()

    appointing.appoint(round=round, by=leader)

    page = leader_client.get(proofs).content.decode()
    assert ("nog niet gevraagd" in page, "niet gevraagd" in page) == (False, True)
