"""Reading a table: every way a spreadsheet is saved, every fault with its row and column."""

import csv
import io
from datetime import date, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from network.actions import importing
from network.actions import importing_cells as cells
from network.actions.importing import Column, Fault

COLUMNS = (
    Column("email", cells.email, required=True, filled=True),
    Column("name", cells.text(20)),
    Column("since", cells.day),
    Column("people", cells.whole_number),
)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def read(content: bytes | str) -> tuple[list[tuple[int, dict]], list[str]]:
    content = content.encode() if isinstance(content, str) else content
    rows, faults = importing.read(content, COLUMNS)
    return [(row.number, dict(row)) for row in rows], [str(fault) for fault in faults]


def workbook(*rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


ANNA = {"email": "anna@x.example", "name": "Anna", "since": date(2026, 11, 23), "people": 48}


@pytest.mark.parametrize(
    "content",
    [
        "email,name,since,people\nanna@x.example,Anna,2026-11-23,48\n",
        "email;name;since;people\r\nanna@x.example;Anna;23-11-2026;48\r\n",
        "email\tname\tsince\tpeople\nanna@x.example\tAnna\t23/11/2026\t48",
        "sep=;\nemail;name;since;people\nanna@x.example;Anna;23.11.2026;48\n",
        "\ufeffEmail ; NAME ;Since;People;;\nAnna@X.example ;  Anna ;2026-11-23; 48;;\n",
        '"email","name","since","people"\n"anna@x.example","Anna","2026-11-23 00:00:00","48"\n',
        "people,since,name,email\n48.0,2026-11-23,Anna,mailto:anna@x.example",
    ],
)  # fmt: skip
def test_a_table_is_read_however_it_was_saved(content):
    rows, faults = read(content)
    assert faults == []
    assert [values for _number, values in rows] == [ANNA]


def test_a_workbook_with_date_cells():
    rows, faults = read(
        workbook(["Email", "Name", "Since", "People"], ["anna@x.example", "Anna", datetime(2026, 11, 23), 48])
    )
    assert (rows, faults) == ([(2, ANNA)], [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_encoding(encoding):
    rows, faults = read("email;name\nzoe@x.example;Zoë € é\n".encode(encoding))
    assert (rows, faults) == ([(2, {"email": "zoe@x.example", "name": "Zoë € é"})], [])


def test_blank_lines_count_so_that_a_fault_names_the_row_of_the_spreadsheet():
    rows, faults = read("\nemail,name\n\n,,\nanna@x.example,Anna\nwrong,Ben\n")
    assert [number for number, _values in rows] == [5]
    assert faults == ["Row 6, column email: “wrong” is no e-mail address."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ["The file is empty. Put the names of the columns in the first row."]),
        ("name\nAnna\n", ["Row 1, column email: This column is missing. Add it."]),
        (
            "email,nmae,Email\na@x.example,Anna,b@x.example\n",
            [
                "Row 1, column nmae: Unknown column. The columns are: email, name, since, people.",
                "Row 1, column email: This column is there twice. Remove one.",
            ],
        ),
        (
            "email,name\na@x.example,Anna,and more\n",
            [
                "Row 2: There are more cells than columns. Put quotes around text that holds the character "
                "between two cells."
            ],
        ),
        (
            'email,name\na@x.example,"Anna\n',
            ["Line 2 cannot be read: perhaps a quotation mark is not closed. Nothing was imported."],
        ),
        (b"email\n\x00\x01\x02", ["This is no table. Save it as CSV (UTF-8) or as XLSX and try again."]),
        (
            b"PK\x03\x04 no workbook",
            ["This workbook cannot be opened. Save it again as XLSX or CSV and try again."],
        ),
        (
            "email,name,since,people\n,Anna,2026-02-30,-1\na@x.example,"
            + "n" * 21
            + ",tomorrow,4.5\nb@x.example,x\x07y,31-12-1801,99999999999",
            [
                "Row 2, column email: This cell is empty. Fill it in.",
                "Row 2, column since: “2026-02-30” is not on the calendar.",
                "Row 2, column people: “-1” is no whole number of zero or more.",
                "Row 3, column name: At most 20 characters fit here; these are 21.",
                "Row 3, column since: “tomorrow” is no date. Write 2026-11-23 or 23-11-2026.",
                "Row 3, column people: “4.5” is no whole number of zero or more.",
                "Row 4, column name: There are invisible characters in it. Type the text again.",
                "Row 4, column since: The year 1801 is not possible here.",
                "Row 4, column people: “99999999999” is too large.",
            ],
        ),
    ],
)
def test_every_fault_says_where_it_is_and_what_to_do(content, expected):
    assert read(content) == ([], expected)


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(importing, "MOST_BYTES", 1024 * 1024)
    monkeypatch.setattr(importing, "MOST_ROWS", 2)
    assert read(b"x" * (1024 * 1024 + 1)) == ([], ["The file is larger than 1 MB. Split it."])
    assert read("email\n" + "a@x.example\n" * 3) == ([], ["The file has more than 2 rows. Split it."])


def test_thousands_have_a_point_in_dutch():
    written = ("1.775", "1775", "1.775.000", 1775, 1775.0, "12,0", "0")
    assert [cells.whole_number(cell) for cell in written] == [
        1775, 1775, 1775000, 1775, 1775, 12, 0
    ]  # fmt: skip


@given(st.binary(max_size=400))
def test_any_bytes_give_rows_or_faults_and_never_an_error(content):
    rows, faults = importing.read(content, COLUMNS)
    assert all(isinstance(fault, Fault) and fault.message for fault in faults)
    assert rows == [] or all(row["email"] for row in rows)


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)


@given(
    st.lists(
        st.tuples(CELL, st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 2**31 - 1)), min_size=1
    ),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]),
    st.sampled_from(["utf-8", "utf-8-sig"]),
)  # fmt: skip
def test_what_is_written_is_what_is_read(entries, separator, form, encoding):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow(["email", "name", "since", "people"])
    for name, day, people in entries:
        writer.writerow(["a@x.example", name, day.strftime(form), people])
    rows, faults = read(stream.getvalue().encode(encoding))
    assert faults == []
    assert [(values["name"] or "", values["since"], values["people"]) for _number, values in rows] == [
        (" ".join(name.replace("\xa0", " ").split()), day, people) for name, day, people in entries
    ]
