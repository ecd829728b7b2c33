"""Tables as files that open right in a Dutch Excel, and never as a formula.

A CSV file has a byte order mark and semicolons; text that a spreadsheet could take for a formula gets an
apostrophe in front. A workbook keeps text as text by its type, numbers as numbers and days as days.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

# What a spreadsheet may read as a formula, its full-width twins included, also after spaces.
DANGEROUS = re.compile(r"^\s*[=+\-@＝＋－＠\t\r\n|%]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767  # of a workbook
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Value = str | int | Decimal | date | None


@dataclass(frozen=True)
class Export:
    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Value]]


def to_csv(export: Export) -> tuple[bytes, int]:
    """The file and its number of rows."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(title) for title in export.columns])
    count = 0
    for row in export.rows:
        writer.writerow([_csv_value(value) for value in row])
        count += 1
    return stream.getvalue().encode("utf-8-sig"), count


def to_xlsx(export: Export) -> tuple[bytes, int]:
    rows = list(export.rows)
    return to_workbook([Export(export.name, export.columns, rows)]), len(rows)


def to_workbook(exports: Iterable[Export]) -> bytes:
    """A sheet for each; two of one name are told apart by a number."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for export in exports:
        _write_sheet(book, export)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_sheet(book: Any, export: Export) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", export.name)[:31] or "Sheet")
    sheet.freeze_panes = "A2"
    for at in range(len(export.columns)):
        sheet.column_dimensions[_letters(at)].width = 22

    def cell(value: Value) -> WriteOnlyCell:
        if isinstance(value, str):
            text = CONTROL.sub("\ufffd", value)[:LONGEST_CELL]
            made = WriteOnlyCell(sheet, value=text)
            made.data_type = "s"  # whatever it begins with, it is text
            if DANGEROUS.match(text):
                made.quotePrefix = True  # and stays text when somebody edits the cell
            return made
        made = WriteOnlyCell(sheet, value=value)
        if isinstance(value, date):
            made.number_format = "dd-mm-yyyy"
        return made

    head = []
    for title in export.columns:
        made = cell(str(title))
        made.font = Font(bold=True)
        head.append(made)
    sheet.append(head)
    for row in export.rows:
        sheet.append([cell(value) for value in row])


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if DANGEROUS.match(text) else text


def _csv_value(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, int):
        return str(value)
    return harmless(value.replace("\x00", ""))


def _letters(at: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(at + 1)
