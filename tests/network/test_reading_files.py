"""The report as files, frozen when it was approved, and when paper cannot be made."""

import json
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from events.models import Podium
from network import confined, paper, report, report_document
from network.actions import composing, reporting
from network.models import Message, Report, RoleKind
from tests.conftest import user_with_role
from tests.network.test_reading import figures, make, step

# --- Files ---------------------------------------------------------------------------------------------


def test_one_click_gives_a_workbook_with_the_rows(today, network, reader_client):
    make(network, date=date(2026, 3, 1), audience=40, title='=HYPERLINK("x")')
    make(network, date=date(2025, 3, 1), audience=60)
    response = reader_client.get("/verslag/verslag.xlsx?jaar=2026")
    book = load_workbook(BytesIO(response.content))
    figures_sheet = list(book.worksheets[0].iter_rows(values_only=True))
    assert ("Podia", "ondernemers bereikt", 40, 0, 40) in {row[:5] for row in figures_sheet}
    rows = next(sheet for sheet in book.worksheets if sheet.title == "Podia")
    cells = list(rows.iter_rows(min_row=2))
    assert [(cell[1].value, cell[1].data_type, cell[7].value) for cell in cells] == [
        ('=HYPERLINK("x")', "s", 40)
    ]


def test_one_click_gives_a_tagged_pdf_and_the_same_twice(today, network, reader_client):
    make(network, date=date(2026, 3, 1), audience=40, audience_by_host=40)
    first, second = (reader_client.get("/verslag/verslag.pdf?jaar=2026") for _ in "12")
    assert first["Content-Type"] == "application/pdf"
    assert first.content == second.content
    with pikepdf.open(BytesIO(first.content)) as file:
        assert file.Root.MarkInfo.Marked
        assert "2026" in str(file.docinfo["/Title"])


def test_the_workbook_holds_the_tables_too(today, network, reader_client):
    make(network, date=date(2026, 3, 1), audience=40)
    response = reader_client.get("/verslag/verslag.xlsx?dag=2026-03-02")
    book = load_workbook(BytesIO(response.content))
    sheet = next(one for one in book.worksheets if one.title.startswith("Toen bekend"))
    rows = list(sheet.iter_rows(values_only=True))
    assert ("ondernemers bereikt", 0, 40, "+40") in rows


# --- Frozen --------------------------------------------------------------------------------------------


@pytest.fixture
def draft(today, network, leader) -> Report:
    make(network, date=date(2026, 3, 1), audience=40)
    step(network, date(2026, 4, 1))
    found = reporting.draft(
        by=leader, network=network, title="Jaar 2026", start=date(2026, 1, 1), end=date(2027, 1, 1)
    )
    return reporting.write(found, texts={"nl": {"introduction": "Een goed jaar."}, "en": {"podia": "Good."}})


def test_an_approved_report_says_what_it_said(draft, network, leader, reader_client):
    approved = reporting.approve(draft, by=leader)
    before = {name: report_document.of_report(approved, name) for name in ("nl", "en")}
    period = report.Period(draft.start, draft.end)
    live = {
        name: report_document.live(network, period, language=name, title=draft.title, texts=draft.texts)
        for name in ("nl", "en")
    }
    for name in ("nl", "en"):
        assert before[name].sections == live[name].sections
        assert before[name].sheets() == live[name].sheets()
    make(network, date=date(2026, 5, 1), audience=900)
    Podium.objects.filter(audience=40).update(audience=1)
    found = Report.objects.get(pk=approved.pk)
    assert report_document.of_report(found, "nl").sections == before["nl"].sections
    response = reader_client.get(f"/verslag/{found.pk}/")
    page = response.content.decode()
    assert figures(response)["reached"] == 40
    assert "Een goed jaar." in page
    assert "Leader" in page
    assert figures(reader_client.get("/verslag/"))["reached"] == 901
    rows = reader_client.get(f"/verslag/{found.pk}/rijen/reached/").context
    assert (rows["total"], len(rows["page"])) == (40, 1)
    assert reader_client.get(f"/verslag/{found.pk}/?taal=en").context["document"].texts == {"podia": "Good."}
    assert found.digest == report_document.digest_of(found.frozen, found.texts)
    assert "Greet" not in json.dumps(found.frozen)


def test_who_approves_a_year_that_is_not_over_is_told(draft, leader_client):
    told = "De periode loopt tot en met 31 december 2026."
    address = reverse("admin:report_write", args=[draft.pk])
    assert told in leader_client.get(address).text
    Report.objects.update(end=date(2026, 11, 1))
    assert "De periode loopt" not in leader_client.get(address).text


def test_nothing_changes_an_approved_report(draft, leader):
    approved = reporting.approve(draft, by=leader)
    assert reporting.approve(draft, by=leader).approved_at == approved.approved_at
    with pytest.raises(reporting.Approved):
        reporting.write(approved, texts={"nl": {"introduction": "Anders"}})
    for change in (
        {"title": "Anders"},
        {"frozen": {}},
        {"texts": {}},
        {"digest": "x"},
        {"approved_at": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Report.objects.filter(pk=approved.pk).update(**change)
    leader.delete()  # an account may go; the name stands in what was frozen
    approved.refresh_from_db()
    assert (approved.approved_by, approved.frozen["approved_by"]) == (None, "Leader")


def test_the_client_sees_no_draft(draft, reader_client, leader_client):
    assert reader_client.get(f"/verslag/{draft.pk}/").status_code == 404
    assert reader_client.get(f"/verslag/{draft.pk}/verslag.xlsx").status_code == 404
    assert leader_client.get(f"/verslag/{draft.pk}/").status_code == 200
    assert draft.title not in reader_client.get("/verslag/").content.decode()


def test_the_leader_makes_words_and_approves_on_one_page(today, network, leader_client):
    make(network, date=date(2026, 3, 1), audience=40)
    leader_client.post(
        "/beheer/network/report/add/", {"title": "Najaar", "start": "2026-07-01", "end": "2027-01-01"}
    )
    found = Report.objects.get()
    page = f"/beheer/network/report/{found.pk}/schrijven/"
    long = "x" * 5000
    refused = leader_client.post(page, {"nl-introduction": long})
    assert refused.status_code == 422
    assert long in refused.content.decode()
    leader_client.post(page, {"nl-introduction": "Welkom", "en-closing": "Thanks"})
    found.refresh_from_db()
    assert (found.texts, found.is_approved) == (
        {"nl": {"introduction": "Welkom"}, "en": {"closing": "Thanks"}},
        False,
    )
    leader_client.post(page, {"nl-introduction": "Welkom", "approve": "1"})
    found.refresh_from_db()
    assert (found.texts["nl"], found.is_approved) == ({"introduction": "Welkom"}, True)
    leader_client.post(page, {"nl-introduction": "Anders"})
    assert Report.objects.get().texts["nl"] == {"introduction": "Welkom"}
    assert (
        leader_client.post(f"/beheer/network/report/{found.pk}/delete/", {"post": "yes"}).status_code == 403
    )


def test_the_door_of_the_admin_sends_the_client_to_the_report(reader_client):
    assert reader_client.get("/beheer/", follow=True).request["PATH_INFO"] == "/verslag/"


def test_the_leader_goes_on_from_what_is_missing_to_the_list(today, network, leader_client):
    make(network, date=date(2026, 3, 1))
    assert "/beheer/events/podium/?" in leader_client.get("/verslag/").content.decode()


# --- Without paper -------------------------------------------------------------------------------------


@pytest.fixture
def no_paper(monkeypatch, tmp_path):
    """A machine on which the engine for PDFs does not start."""
    (tmp_path / "weasyprint.py").write_text("raise OSError('no Pango')")
    monkeypatch.setattr(confined, "ROOT", tmp_path)
    (tmp_path / "network").symlink_to(confined.Path(paper.__file__).parent)


def test_a_pdf_that_fails_is_said_on_the_page_it_came_from(
    today, network, reader_client, draft, leader, no_paper
):
    reporting.approve(draft, by=leader)
    frozen = f"/verslag/{draft.pk}/"
    for page, query in (("/verslag/", "?jaar=2026"), ("/verslag/", "?taal=en"), (frozen, "")):
        answer = reader_client.get(f"{page}verslag.pdf{query}", follow=True)
        assert answer.request["PATH_INFO"] == page
        assert answer.request["QUERY_STRING"] == query.removeprefix("?")
        said = "The PDF could not be made" if "taal=en" in query else "De PDF kon nu niet"
        assert said in answer.text
    assert "De PDF kon nu niet" not in reader_client.get("/verslag/").text


def test_the_leader_begins_a_report_with_the_period_in_view(today, network, leader_client, reader_client):
    make(network, date=date(2026, 3, 1))
    add = "/beheer/network/report/add/?start=2026-01-01&amp;end=2027-01-01&amp;title=Jaarverslag+2026"
    assert add in leader_client.get("/verslag/?jaar=2026").text
    form = leader_client.get(add.replace("&amp;", "&")).text
    assert 'value="Jaarverslag 2026"' in form
    assert 'value="2026-01-01"' in form
    assert 'value="2027-01-01"' in leader_client.get("/beheer/network/report/add/").text  # this year
    assert "/beheer/" not in reader_client.get("/verslag/?jaar=2026").text.partition("<footer")[0]


def test_the_client_is_told_once_when_a_report_is_approved(
    today, network, other_network, client_reader, leader, draft
):
    user_with_role(other_network, "elders@provincie.example", RoleKind.CLIENT)
    reporting.approve(draft, by=leader)
    reporting.approve(draft, by=leader)
    message = Message.objects.get(kind="report_approved")
    assert message.recipient == client_reader.email
    mail = composing.Composer().compose(message)
    assert draft.title in mail.subject
    assert f"/verslag/{draft.pk}/" in mail.text


def test_no_name_of_a_person_is_frozen_in_a_title(draft, network, ambassador, leader):
    """A report outlives what may be kept of a person; the words that somebody wrote for it stay theirs."""
    make(network, date=date(2026, 3, 1), title="marleen oosterveld bij de bakkers")
    reporting.write(draft, texts={"nl": {"closing": "Dank aan Marleen Oosterveld."}})
    approved = reporting.approve(draft, by=leader)
    kept = json.dumps(approved.frozen, ensure_ascii=False)
    assert "… bij de bakkers" in kept
    assert "oosterveld" not in kept.lower()
    assert report_document.digest_of(approved.frozen, approved.texts) == approved.digest


def test_titles_stay_as_they_are_where_nobody_is_known(network):
    assert (
        report.nameless(network)("Marleen Oosterveld bij de bakkers") == "Marleen Oosterveld bij de bakkers"
    )
