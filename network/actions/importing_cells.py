"""How one cell of an imported table is read: a value out, or a ValueError that says what to write instead.

A cell is text from a CSV file, or what a workbook holds: text, a number, a date.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]")
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
DUTCH_DATE = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:[.,]0+)?")
FIRST_YEAR, LAST_YEAR = 1900, 2199
LARGEST = 2_147_483_647  # what the database holds

Read = Callable[[Any], Any]


def text(length: int, *, lines: bool = False) -> Read:
    """Text of at most so many signs, on one line unless `lines`."""

    def read(cell: Any) -> str:
        words = as_text(cell)
        if CONTROL.search(words):
            raise ValueError(_("There are invisible characters in it. Type the text again."))
        if not lines:
            words = " ".join(words.split())
        if len(words) > length:
            raise ValueError(
                _("At most %(most)d characters fit here; these are %(n)d.")
                % {"most": length, "n": len(words)}
            )
        return words

    return read


def email(cell: Any) -> str:
    """An address in small letters: addresses are the same whatever the capitals."""
    address = as_text(cell).removeprefix("mailto:").lower()
    try:
        validate_email(address)
    except ValidationError:
        raise ValueError(_("“%(value)s” is no e-mail address.") % {"value": address[:80]}) from None
    if len(address) > 254:
        raise ValueError(_("“%(value)s” is no e-mail address.") % {"value": address[:80]})
    return address


def emails(cell: Any) -> tuple[str, ...]:
    """Addresses with a semicolon between them, each once."""
    parts = [part for part in (part.strip() for part in as_text(cell).split(";")) if part]
    if not parts:
        raise ValueError(_("This cell is empty. Fill it in."))
    return tuple(dict.fromkeys(email(part) for part in parts))


def day(cell: Any) -> date:
    """2026-11-23, 23-11-2026, 23/11/2026, or a date cell of a workbook."""
    found: date | None = None
    if isinstance(cell, datetime):
        found = cell.date()
    elif isinstance(cell, date):
        found = cell
    else:
        words = as_text(cell)
        try:
            if match := ISO_DATE.fullmatch(words):
                found = date(int(match[1]), int(match[2]), int(match[3]))
            elif match := DUTCH_DATE.fullmatch(words):
                found = date(int(match[4]), int(match[3]), int(match[1]))
        except ValueError:
            raise ValueError(_("“%(value)s” is not on the calendar.") % {"value": words[:40]}) from None
    if found is None:
        raise ValueError(
            _("“%(value)s” is no date. Write 2026-11-23 or 23-11-2026.") % {"value": as_text(cell)[:40]}
        )
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(_("The year %(year)d is not possible here.") % {"year": found.year})
    return found


def whole_number(cell: Any) -> int:
    """A number without decimals, zero or more; 1.775 is one thousand seven hundred and seventy-five."""
    if isinstance(cell, bool):
        number = None
    elif isinstance(cell, int):
        number = cell
    elif isinstance(cell, float):
        number = int(cell) if cell.is_integer() else None
    else:
        words = as_text(cell)
        number = None
        if WHOLE.fullmatch(words) and words.isascii():
            plain = words.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", words) else words
            number = int(re.split(r"[.,]", plain)[0])
    if number is None or number < 0:
        raise ValueError(_("“%(value)s” is no whole number of zero or more.") % {"value": as_text(cell)[:40]})
    if number > LARGEST:
        raise ValueError(_("“%(value)s” is too large.") % {"value": as_text(cell)[:40]})
    return number


def choice(values: list[str], labels: Iterable[tuple[str, Any]] = ()) -> Read:
    """One of some words, whatever the capitals, spaces or hyphens; the words on screen count too."""
    by_name = {_plain(value): value for value in values}

    def read(cell: Any) -> str:
        named = _plain(as_text(cell))
        on_screen = {_plain(str(label)): value for value, label in labels}
        found = by_name.get(named) or on_screen.get(named)
        if found is None:
            raise ValueError(
                _("“%(value)s” is not known here. Choose from: %(choices)s.")
                % {"value": as_text(cell)[:40], "choices": ", ".join(values)}
            )
        return found

    return read


def as_text(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d" if cell.hour == cell.minute == 0 else "%Y-%m-%d %H:%M")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip().lower())
