import json
from datetime import date
from io import StringIO
from pathlib import Path

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from ambassadors.actions import appointing
from ambassadors.models import AppointmentRound
from tests.conftest import make_person


@pytest.fixture
def round(network, leader, settings, tmp_path) -> AppointmentRound:
    settings.MEDIA_ROOT = tmp_path / "media"
    people = [make_person(network, "Joris", "Zandstra"), make_person(network, "Amira", "Bakri")]
    round = appointing.open_round(network=network, year=2026, ceremony_on=date(2026, 11, 26), by=leader)
    appointing.choose(round=round, people=people, by=leader)
    return appointing.appoint(round=round, by=leader).round


def run(out: Path, *options: str) -> str:
    told = StringIO()
    call_command(
        "plaques", "--network", "pioniers", "--round", "2026", "--out", str(out), *options, stdout=told
    )
    return told.getvalue()


def made(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir())


def test_one_file_each_under_a_name_that_says_whose_it_is(today, round, tmp_path):
    told = run(tmp_path / "out")
    assert made(tmp_path / "out") == ["PO-2026-001-amira-bakri.pdf", "PO-2026-002-joris-zandstra.pdf"]
    assert "PO-2026-001 Amira Bakri" in told
    assert told.endswith("2 files.\n")


def test_the_printers_edition_and_the_whole_round(today, round, tmp_path):
    run(tmp_path, "--print", "--merged")
    assert [name for name in made(tmp_path) if name.endswith(".pdf")] == [
        "PO-2026-001-amira-bakri-print.pdf",
        "PO-2026-002-joris-zandstra-print.pdf",
        "plaquettes-pioniers-2026-print.pdf",
    ]
    with pikepdf.open(tmp_path / "plaquettes-pioniers-2026-print.pdf") as pdf:
        assert len(pdf.pages) == 2
        assert all(page.obj.MediaBox != page.obj.TrimBox for page in pdf.pages)


def test_a_second_run_changes_no_byte(today, round, tmp_path):
    run(tmp_path / "one", "--merged")
    run(tmp_path / "two", "--merged")
    for name in made(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_dry_run_makes_nothing_and_json_is_for_machines(today, round, tmp_path):
    told = json.loads(run(tmp_path / "out", "--dry-run", "--json"))
    assert [Path(line["file"]).name for line in told] == [
        "PO-2026-001-amira-bakri.pdf",
        "PO-2026-002-joris-zandstra.pdf",
    ]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("network_slug", "year", "sentence"),
    [
        ("nergens", "2026", "There is no network with the short name nergens. Known: pioniers."),
        ("pioniers", "2031", "Pioniers Overijssel has no round of 2031. Rounds: 2026."),
    ],
)
def test_what_is_not_there_is_said(today, round, tmp_path, network_slug, year, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("plaques", "--network", network_slug, "--round", year, "--out", str(tmp_path))


def test_a_round_before_its_appointment_has_no_plaques(today, network, leader, tmp_path):
    appointing.open_round(network=network, year=2026, ceremony_on=date(2026, 12, 1), by=leader)
    with pytest.raises(CommandError, match="Nobody was appointed in 2026 yet"):
        run(tmp_path)


def test_english_plaques_are_not_made_before_it_is_said_what_lacks_english(
    today, network, round, tmp_path, capsys
):
    network.plaque_text, network.plaque_title = "als iemand die durft", "pionier sociale innovatie"
    network.plaque_title_en = "pioneer of social innovation"
    network.client_name, network.client_name_en = "provincie Overijssel", ""
    network.save()
    with pytest.raises(CommandError) as refused:
        run(tmp_path / "out", "--language", "en")
    assert str(refused.value).startswith(
        "Plaques in this language lack: client, in English, text on the plaque, in English. Fill them in"
    )
    assert not (tmp_path / "out").exists()

    run(tmp_path / "out", "--language", "en", "--incomplete", "--dry-run")
    assert "lack: client, in English" in capsys.readouterr().err

    network.plaque_text_en, network.client_name_en = "as one who dares", "the province of Overijssel"
    network.save()
    run(tmp_path / "out", "--language", "en", "--dry-run")
    assert capsys.readouterr().err == ""
