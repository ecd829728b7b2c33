"""Paper in general: what is laid out, what is never reached, and what is said when it cannot be made."""

import fcntl
import subprocess
from contextlib import ExitStack
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from network import confined, paper

BODY = '{% extends "pdf/base.html" %}{% block title %}Kaart{% endblock %}{% block content %}'


@pytest.fixture
def sheet(settings, tmp_path):
    """Writes a template of one paper and gives its name."""
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]

    def write(content: str) -> str:
        (tmp_path / "kaart.html").write_text(BODY + content + "{% endblock %}")
        return "kaart.html"

    return write


def text_of(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_a_template_becomes_a_tagged_file_that_names_network_and_day(network, sheet):
    network.name = "Pioniers"
    page = sheet("<h1>Dag {{ name }}</h1><p>{{ network.name }}</p>")
    made = paper.printed(page, {"name": "wereld"}, network=network, on=date(2026, 11, 23))
    assert text_of(made).split()[:3] == ["Dag", "wereld", "Pioniers"]
    with pikepdf.open(BytesIO(made)) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "nl"
        with file.open_metadata() as about:
            assert about["dc:title"] == "Kaart"
            assert about["dc:creator"] == ["Pioniers"]
            assert about["xmp:CreateDate"].startswith("2026-11-23")
            assert about["pdfuaid:part"] == "1"


def test_the_same_content_gives_the_same_bytes(network, sheet):
    page = sheet("<h1>Dag</h1>")
    first, second = (paper.printed(page, {}, network=network, on=date(2026, 11, 23)) for _ in "12")
    assert first == second


def test_a_picture_is_what_was_handed_over_and_nothing_else_is_reached(network, sheet):
    picture = BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")
    page = sheet('<img src="own:face" alt="gezicht"><img src="file:///etc/hostname" alt="niets">')
    made = paper.printed(page, {}, network=network, pictures={"face": picture.getvalue()})
    with pikepdf.open(BytesIO(made)) as file:
        assert len(file.pages[0].get_images()) == 1


def test_what_is_typed_is_text(network, sheet):
    made = paper.printed(sheet("<p>{{ name }}</p>"), {"name": "<b>vet</b>"}, network=network)
    assert "<b>vet</b>" in text_of(made)


def test_a_machine_that_cannot_make_pdfs_says_so(network, sheet, monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('no Pango')")
    monkeypatch.setattr(confined, "ROOT", tmp_path)
    (tmp_path / "network").symlink_to(confined.Path(paper.__file__).parent)
    with pytest.raises(paper.Unavailable):
        paper.printed(sheet("<p>Dag</p>"), {}, network=network)


def test_a_file_to_keep_has_a_plain_name():
    response = paper.attachment(b"%PDF", 'Zö"n kaart\r\nX: y')
    assert response["Content-Disposition"] == 'attachment; filename="zon-kaart-x-y.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_so_many_at_a_time_and_whoever_waits_too_long_hears_it(
    network, sheet, settings, tmp_path, monkeypatch
):
    """Anybody may ask for paper: a flood of askers must leave the processors to the others."""
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(paper, "PATIENCE", 0.1)
    with paper._a_table(), paper._a_table(), pytest.raises(paper.Unavailable):
        paper.printed(sheet("<p>Dag</p>"), {}, network=network)
    assert paper.printed(sheet("<p>Dag</p>"), {}, network=network).startswith(b"%PDF")


def test_only_a_few_wait_so_that_the_site_goes_on(network, sheet, settings, tmp_path):
    """Whoever waits keeps a thread of the web server: with eight askers nobody else was answered."""
    settings.VAR_DIR = tmp_path
    with ExitStack() as waiting:
        for number in range(1, paper.AT_ONCE + paper.WAITING + 1):
            seat = waiting.enter_context((tmp_path / f"paper-seat-{number}.lock").open("w"))
            fcntl.flock(seat, fcntl.LOCK_EX)
        with pytest.raises(paper.Unavailable):
            paper.printed(sheet("<p>Dag</p>"), {}, network=network)
    assert paper.printed(sheet("<p>Dag</p>"), {}, network=network).startswith(b"%PDF")
