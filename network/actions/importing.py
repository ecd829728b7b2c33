"""Reading a table from a file, CSV as Excel and others write it or XLSX: every fault with its row and column.

An import is a plan: `plan_<what>` reads the file and the database and says what would happen, `carry_out`
does it in the same transaction. With one fault nothing happens at all.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from network.models import Network, User

MOST_BYTES = 8 * 1024 * 1024
MOST_ROWS = 100_000
MOST_LINES = 2 * MOST_ROWS  # blank ones and those with a fault count too
MOST_COLUMNS = 200
# An XLSX file is a zip: what it may grow to. Sheets are read row by row (100,000 rows of people are 70 MB),
# all other parts are held in memory as a whole.
MOST_IN_SHEETS = 96 * 1024 * 1024
MOST_BESIDE_SHEETS = 32 * 1024 * 1024
LONGEST_ROW = 1024 * 1024
LONGEST_TEXT = 256 * 1024  # a cell of Excel holds 32,767 characters
AT_ONCE = 500  # rows per statement
TAG, ROW = re.compile(rb"<"), re.compile(rb"<(?:\w+:)?row[\s/>]")
SHARED_TEXT = re.compile(rb"<(?:\w+:)?si[\s/>]")  # held in memory, whatever its part is called

Cell = Callable[[Any], Any]
Text = str | Promise


@dataclass(frozen=True)
class Column:
    name: str
    read: Cell
    required: bool = False  # the column must be there
    filled: bool = False  # and so must every cell of it
    about: Text = ""  # what goes into it, for who fills in a file
    also: tuple[str, ...] = ()  # what a Dutch spreadsheet calls it


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong, why, and what to do. Row 1 is the header; 0 is the file as a whole."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        if not self.row:
            return self.message
        if not self.column:
            return _("Row %(row)d: %(message)s") % {"row": self.row, "message": self.message}
        return _("Row %(row)d, column %(column)s: %(message)s") % {
            "row": self.row,
            "column": self.column,
            "message": self.message,
        }


class Row(dict[str, Any]):
    """The cells of one row by column name, read to their values; None where a cell is empty."""

    def __init__(self, number: int, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.number = number


@dataclass(frozen=True)
class Change:
    """One thing the import does, for the list that is shown before it happens."""

    row: int
    who: str
    what: str


class Carried(Protocol):
    def __call__(self, by: User | None) -> None: ...


@dataclass
class Plan:
    """What an import would do. `carry_out` is only there when there is no fault."""

    rows: int = 0
    faults: list[Fault] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    carry_out: Carried | None = None

    @property
    def is_good(self) -> bool:
        return not self.faults


class Unreadable(Exception):
    """The file is no table at all; the message says what to do."""


Planner = Callable[[Network, bytes], Plan]


def run(planner: Planner, *, network: Network, content: bytes, by: User | None, dry_run: bool) -> Plan:
    """Plan an import and, unless it is a dry run or there is a fault, carry it out: all or nothing."""
    try:
        with transaction.atomic():
            plan = planner(network, content)
            if plan.is_good and plan.carry_out and not dry_run:
                plan.carry_out(by)
    except IntegrityError:
        changed = _("Somebody changed the same data at this moment. Nothing was imported; try again.")
        return Plan(faults=[Fault(0, "", changed)])
    return plan


# --- From a file to rows -------------------------------------------------------------------------------


def read(content: bytes, columns: Sequence[Column]) -> tuple[list[Row], list[Fault]]:
    """The rows of a file and every fault in them. A row with a fault is left out."""
    try:
        lines = _lines(content)
        number, header = next(lines, (0, []))
        if not number:
            raise Unreadable(_("The file is empty. Put the names of the columns in the first row."))
        at, faults = _find_columns(header, columns, number)
        if faults:
            return [], faults
        return _read_rows(lines, at, columns, len(header))
    except Unreadable as fault:
        return [], [Fault(0, "", str(fault))]


def _read_rows(
    lines: Iterator[tuple[int, list[Any]]], at: dict[str, int], columns: Sequence[Column], width: int
) -> tuple[list[Row], list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, cells in lines:
        if len(rows) >= MOST_ROWS:
            raise Unreadable(_("The file has more than %(n)d rows. Split it.") % {"n": MOST_ROWS})
        before = len(faults)
        if any(cell != "" for cell in cells[width:]):
            faults.append(
                Fault(
                    number,
                    "",
                    _(
                        "There are more cells than columns. Put quotes around text that holds the character "
                        "between two cells."
                    ),
                )
            )
        values: dict[str, Any] = {}
        for column in columns:
            if column.name not in at:
                continue
            cell = cells[at[column.name]] if at[column.name] < len(cells) else ""
            values[column.name] = None
            if cell == "":
                if column.filled:
                    faults.append(Fault(number, column.name, _("This cell is empty. Fill it in.")))
                continue
            try:
                values[column.name] = column.read(cell)
            except ValueError as fault:
                faults.append(Fault(number, column.name, str(fault)))
        if len(faults) == before:
            rows.append(Row(number, values))
    return rows, faults


def _find_columns(
    header: list[Any], columns: Sequence[Column], number: int
) -> tuple[dict[str, int], list[Fault]]:
    names = [_header_name(cell) for cell in header]
    known = [column.name for column in columns]
    called = {_header_name(word): column.name for column in columns for word in column.also}
    names = [called.get(name, name) for name in names]
    faults = []
    at: dict[str, int] = {}
    for place, name in enumerate(names):
        if not name:
            continue
        if name not in known:
            message = _("Unknown column. The columns are: %(columns)s.") % {"columns": ", ".join(known)}
            faults.append(Fault(number, str(header[place])[:60], message))
        elif name in at:
            faults.append(Fault(number, name, _("This column is there twice. Remove one.")))
        else:
            at[name] = place
    for column in columns:
        if column.required and column.name not in at:
            faults.append(Fault(number, column.name, _("This column is missing. Add it.")))
    return at, faults


def _header_name(cell: Any) -> str:
    return re.sub(r"[\s_-]+", "_", str(cell).strip().strip("\ufeff").strip().lower())


# --- From bytes to lines -------------------------------------------------------------------------------


def _lines(content: bytes) -> Iterator[tuple[int, list[Any]]]:
    """Every line that holds something, with its number as a spreadsheet counts: blank ones count too."""
    if len(content) > MOST_BYTES:
        raise Unreadable(
            _("The file is larger than %(n)d MB. Split it.") % {"n": MOST_BYTES // (1024 * 1024)}
        )
    lines = _xlsx_lines(content) if content[:4] == b"PK\x03\x04" else _csv_lines(content)
    for number, cells in enumerate(lines, start=1):
        if number > MOST_LINES:  # a workbook may say that its next row is the thousand-millionth
            raise Unreadable(_("The file has more than %(n)d rows. Split it.") % {"n": MOST_ROWS})
        clean = [_clean(cell) for cell in cells]
        if any(cell != "" for cell in clean):
            yield number, clean


def _clean(cell: Any) -> Any:
    if cell is None:
        return ""
    return cell.replace("\xa0", " ").strip() if isinstance(cell, str) else cell


def _csv_lines(content: bytes) -> Iterator[list[str]]:
    text = _text(content)
    first, _newline, rest = text.partition("\n")
    if match := re.fullmatch(r"\s*\"?sep=(.)\"?\s*", first, re.IGNORECASE):  # Excel's own first line
        separator, text = match[1], rest
        yield []
    else:
        separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error:
        raise Unreadable(
            _("Line %(n)d cannot be read: perhaps a quotation mark is not closed. Nothing was imported.")
            % {"n": reader.line_num}
        ) from None


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable(_("This is no table. Save it as CSV (UTF-8) or as XLSX and try again."))


def _separator(text: str) -> str:
    """The character between the names of the columns: ; , or a tab."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", header)
    return max(";,\t", key=bare.count)


def _xlsx_lines(content: bytes) -> Iterator[list[Any]]:
    from openpyxl import load_workbook  # late: the rest of the site never needs it

    unreadable = _("This workbook cannot be opened. Save it again as XLSX or CSV and try again.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if not _fits_in_memory(archive):
                raise Unreadable(_("This workbook holds too much. Save only the one table and try again."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says about its own size is often wrong
        for values in sheet.iter_rows(values_only=True):
            if len(values) > MOST_COLUMNS:  # one cell far to the right makes a row of thousands
                raise Unreadable(
                    _("The file has more than %(n)d columns. Remove those that are not asked.")
                    % {"n": MOST_COLUMNS}
                )
            yield list(values)
    except Unreadable:
        raise
    except Exception:  # openpyxl raises whatever a broken file makes it stumble over
        raise Unreadable(unreadable) from None


def _fits_in_memory(archive: zipfile.ZipFile) -> bool:
    """A small file may unpack to gigabytes: judged by its sizes, then by reading it once in small blocks."""
    parts = archive.infolist()
    sheets = [part for part in parts if "/worksheets/" in part.filename]
    in_sheets = sum(part.file_size for part in sheets)
    if in_sheets > MOST_IN_SHEETS or sum(part.file_size for part in parts) - in_sheets > MOST_BESIDE_SHEETS:
        return False
    return all(_every_block_has(archive, part, TAG, LONGEST_TEXT) for part in parts) and all(
        _every_block_has(archive, part, ROW, LONGEST_ROW) and not _any_block_has(archive, part, SHARED_TEXT)
        for part in sheets
    )


def _any_block_has(archive: zipfile.ZipFile, part: zipfile.ZipInfo, mark: re.Pattern[bytes]) -> bool:
    """Blocks overlap by a little, so that a mark between two of them is found."""
    end = b""
    with archive.open(part) as unpacked:
        while block := unpacked.read(LONGEST_TEXT):
            if mark.search(end + block):
                return True
            end = block[-32:]
    return False


def _every_block_has(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, wanted: re.Pattern[bytes], size: int
) -> bool:
    """Whether the wanted mark is in every whole block of this size: nothing is longer than two of them."""
    if not part.filename.endswith((".xml", ".rels")):
        return True  # pictures and the like: never read
    with archive.open(part) as unpacked:
        while len(block := unpacked.read(size)) == size:
            if not wanted.search(block):
                return False
    return True


def in_parts(things: Iterable[Any], size: int = AT_ONCE) -> Iterator[list[Any]]:
    everything = list(things)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
