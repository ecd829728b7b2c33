"""Cards on paper and on the last slide: the right size, a code for telephones, tags for who listens."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from events import card_prints
from events.actions import handing_cards
from events.cards import press, sheet, slide
from events.models import Podium
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("today")
POINT = 25.4 / 72


@pytest.fixture
def printed(ambassador):
    return card_prints.print_of(handing_cards.card_of_person(ambassador))


def test_what_stands_on_a_card(printed, ambassador):
    code = ambassador.business_card.code
    assert printed.url == f"http://pioniers.localhost/k/{code}/"
    assert printed.short_url == f"pioniers.localhost/k/{code}"
    assert (printed.name, printed.role) == ("Marleen Oosterveld", "directeur, Oosterveld BV, Ommen")


def test_ten_cards_fit_on_the_page_with_bleed_and_marks_outside_it():
    right, bottom = sheet.LEFTS[1] + sheet.WIDTH, sheet.TOP + sheet.ROWS * sheet.HEIGHT
    assert right + sheet.BLEED < sheet.PAGE[0]
    assert bottom + sheet.BLEED < sheet.PAGE[1]
    assert sheet.LEFTS[1] - sheet.LEFTS[0] - sheet.WIDTH == 2 * sheet.BLEED  # each column has its own bleed
    marks = sheet.crop_marks()
    assert len(marks) == 2 * (sheet.ROWS + 1) + 2 * 2 * 2
    for mark in marks:
        assert mark.left >= 0
        assert mark.left + mark.width <= sheet.PAGE[0]
        assert mark.top >= 0
        assert mark.top + mark.height <= sheet.PAGE[1]
        inside_across = (
            mark.left + mark.width > sheet.LEFTS[0] - sheet.BLEED and mark.left < right + sheet.BLEED
        )
        inside_down = mark.top + mark.height > sheet.TOP - sheet.BLEED and mark.top < bottom + sheet.BLEED
        assert not (inside_across and inside_down)  # never over what is printed


def test_the_pdf_is_one_tagged_page_of_a4_with_ten_names(printed):
    content = press.print_cards(printed)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
        box = [float(edge) * POINT for edge in pdf.pages[0].MediaBox]
        assert [round(edge) for edge in box] == [0, 0, 210, 297]
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "nl"
        assert "Visitekaartjes van Marleen Oosterveld" in str(pdf.docinfo.Title)
        assert "pdfuaid:part" in pdf.Root.Metadata.read_bytes().decode()
    html, _css, media = sheet.html_of(printed)
    assert html.count("Marleen Oosterveld</h1>") == 10
    assert html.count(printed.qr_alt) == 10
    assert b"<svg" in media["qr"]


def test_a_name_is_no_markup_and_an_address_outside_is_not_fetched(printed):
    bad = sheet.Card(
        **{**vars(printed), "name": '<img src="http://x.example/a.png"><script>', "portrait": b"no"}
    )
    html, _css, _media = sheet.html_of(bad)
    assert "<script" not in html
    with pikepdf.open(BytesIO(press.print_cards(bad))) as pdf:
        assert len(pdf.pages) == 1


def test_the_last_slide_is_a_picture_for_a_beamer(printed, network, ambassador):
    podium = Podium.objects.create(network=network, kind="panel", title="Samen sturen " * 8, date=TODAY)
    podium.ambassadors.add(ambassador)
    card = handing_cards.card_of_podium(podium)
    content = slide.slide(card_prints.print_of(card), *card_prints.slide_words(card))
    with Image.open(BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1920, 1080))
        light = picture.convert("L").crop((1020, 170, 1700, 850))
        assert {light.getpixel((x, y)) > 127 for x in range(0, 680, 20) for y in range(0, 680, 20)} == {
            True,
            False,
        }
    assert len(content) < 300_000


def test_the_files_have_a_door(ambassador_client, other_ambassador_client, leader_client, ambassador):
    card = handing_cards.card_of_person(ambassador)
    path = f"/mijn/kaartje/{card.code}/dia.png"
    answer = ambassador_client.get(path)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "private, no-store")
    assert 'filename="visitekaartje-marleen-oosterveld.png"' in answer["Content-Disposition"]
    assert other_ambassador_client.get(path).status_code == 404
    assert leader_client.get(f"/beheer/events/businesscard/{card.pk}/dia.png").status_code == 200
