"""Exports are read again as Excel would: numbers are numbers, days are days, and nothing is a formula."""

import csv
import io
import logging
from datetime import date
from decimal import Decimal

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ambassadors.models import ContactMoment
from events.models import Podium
from network.tables import DANGEROUS, Export, to_csv, to_xlsx

NASTY = ["=1+1", "+31 6", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", " =1", "|x", "%x"]


def export(*rows) -> Export:
    return Export("proef", ("naam", "aantal", "dag", "bedrag"), rows)


def test_csv_for_a_dutch_excel():
    content, count = to_csv(export(('Zoë; "de" Bär\nregel 2', 1775, date(2026, 11, 23), Decimal("12.50"))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert count == 1
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [
        ["naam", "aantal", "dag", "bedrag"],
        ['Zoë; "de" Bär\nregel 2', "1775", "23-11-2026", "12,50"],
    ]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_is_a_formula(text):
    content, _count = to_csv(export((text, -5, None, None)))
    row = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))[1]
    assert row == [f"'{text}", "-5", "", ""]
    cells = next(
        load_workbook(io.BytesIO(to_xlsx(export((text, -5, None, None)))[0])).active.iter_rows(min_row=2)
    )
    assert (cells[0].data_type, cells[1].value) == ("s", -5)


def test_a_workbook_keeps_the_kind_of_each_cell():
    content, count = to_xlsx(
        export(("Anna\x07", 1775, date(2026, 11, 23), Decimal("12.50")), ("", None, None, None))
    )
    sheet = load_workbook(io.BytesIO(content)).active
    cells = next(sheet.iter_rows(min_row=2))
    assert count == 2
    assert [cell.data_type for cell in cells] == ["s", "n", "d", "n"]
    assert cells[0].value == "Anna\ufffd"
    assert (cells[1].value, cells[2].value.date(), cells[3].value) == (1775, date(2026, 11, 23), 12.5)
    assert sheet.freeze_panes == "A2"


@given(st.text(max_size=60))
def test_whatever_the_text_the_first_sign_is_harmless(text):
    content, _count = to_csv(export((text, None, None, None)))
    row = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))[1]
    assert not DANGEROUS.match(row[0])


@pytest.mark.parametrize(
    ("app", "model"),
    [("ambassadors", "person"), ("events", "podium"), ("ambassadors", "contactmoment"),
     ("network", "fanorganisation")],
)  # fmt: skip
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_is_exported_inside_the_network_and_logged_without_names(
    today, network, leader, leader_client, ambassador, foreign_ambassador, fan, app, model, form, caplog
):
    for person, theirs in ((ambassador, network), (foreign_ambassador, foreign_ambassador.network)):
        Podium.objects.create(network=theirs, date=today, kind="panel", title="Geheim").ambassadors.add(
            person
        )
        ContactMoment.objects.create(person=person, date=today, summary="=Geheim")
    foreign_ambassador.network.fans.create(name="Gerwenfan")
    with caplog.at_level(logging.INFO, "koploper.access"):
        response = leader_client.get(f"{reverse('admin:index')}{app}/{model}/export.{form}?q=e")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith('attachment; filename="pioniers-')
    if form == "csv":
        rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    else:
        rows = [list(row) for row in load_workbook(io.BytesIO(response.content)).active.values]
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    text = str(rows)
    assert "Gerwen" not in text
    line = next(record.getMessage() for record in caplog.records if record.name == "koploper.access")
    assert line == (
        f"exported user={leader.pk} network={network.pk} what={app}.{model} format={form} rows=1 filters="
    )
    assert LogEntry.objects.get().user == leader


def test_filters_hold_in_the_file(leader_client, ambassador, other_ambassador):
    rows = leader_client.get("/beheer/ambassadors/person/export.csv?type=director").content.decode(
        "utf-8-sig"
    )
    assert "Lansink" in rows
    assert "Oosterveld" not in rows
    assert leader_client.get("/beheer/ambassadors/person/export.pdf").status_code == 404
    assert leader_client.get("/beheer/ambassadors/person/export.csv?o=x&p=y").status_code in (200, 302)


def test_an_export_asks_the_second_factor_again(leader_client, ambassador):
    session = leader_client.session
    session["account_authentication_methods"][0]["at"] -= 3600
    session.save()
    assert leader_client.get("/beheer/").status_code == 200
    response = leader_client.get("/beheer/ambassadors/person/export.csv")
    assert response.status_code == 302
    assert "second" in response.headers["Location"] or "account" in response.headers["Location"]
