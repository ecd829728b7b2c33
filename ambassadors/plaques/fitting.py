"""How large the name and the text can be set, from the widths of the letters. Lengths in millimetres."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

COLUMN = 173.0
HIGHEST, USUAL, FLOOR = 30.0, 43.0, 147.0  # where the column may start, where it likes to, where it must end
POINT = 25.4 / 72

NAME_SIZES = {1: range(54, 37, -1), 2: range(48, 27, -1), 3: range(34, 19, -1), 4: range(26, 13, -1)}
SMALLEST_NAME = 14
TEXT_SIZES = (16.5, 15.5, 14.5, 13.5, 12.5, 11.5)
TEXT_WIDTHS = (142.0, COLUMN)
NAME_LEADING, TEXT_LEADING, LINE_LEADING = 1.06, 1.5, 1.4
LEAD, COMPANY = 17, 15.5
LEAD_GAP = 2.4
PLACE, FOOT, FOOT_LEADING, NUMBER_TOP = 62.0, 11, 1.42, 187.86  # of the place and date at the foot
GAPS = 16.0  # between lead, name, company and text together


@dataclass(frozen=True)
class Fit:
    name_size: int  # points
    name_width: float
    text_size: float  # points
    text_width: float
    top: float  # of the lead
    name_top: float


def fit(name: str, company: str, text: str, *, lead: str = "") -> Fit:
    """The largest sizes at which everything fits; the smallest there are when nothing does."""
    lead_height = _height(lead, LEAD, LINE_LEADING, "serif") + (LEAD_GAP if lead else 0)
    used = GAPS + lead_height + _height(company, COMPANY, LINE_LEADING, "sans")
    for text_size in TEXT_SIZES:
        for width in TEXT_WIDTHS:
            rest = FLOOR - used - _height(text, text_size, TEXT_LEADING, "serif", width)
            if found := _name_fit(name, rest - HIGHEST):
                size, name_width, height = found
                top = round(max(HIGHEST, min(USUAL, rest - height)), 1)
                narrow = _balanced_width(text, text_size, width, "serif")
                return Fit(size, name_width, text_size, narrow, top, round(top + lead_height, 1))
    return Fit(SMALLEST_NAME, COLUMN, TEXT_SIZES[-1], COLUMN, HIGHEST, round(HIGHEST + lead_height, 1))


def number_top(place_and_date: str) -> float:
    """Where the number begins: below the place and date, however many lines those take."""
    more = count_lines(place_and_date, PLACE, FOOT, "sans") - 1
    return round(NUMBER_TOP + max(0, more) * FOOT * FOOT_LEADING * POINT, 2)


def _name_fit(name: str, room: float) -> tuple[int, float, float] | None:
    for count, sizes in NAME_SIZES.items():
        for size in sizes:
            height = count * size * NAME_LEADING * POINT
            if height <= room and count_lines(name, COLUMN, size, "serif-semibold") <= count:
                return size, _balanced_width(name, size, COLUMN, "serif-semibold"), height
    return None


def _height(text: str, size: float, leading: float, face: str, width: float = COLUMN) -> float:
    return count_lines(text, width, size, face) * size * leading * POINT


@lru_cache(maxsize=1024)
def _balanced_width(text: str, size: float, widest: float, face: str) -> float:
    """The narrowest column that still needs as many lines as the widest, so that they come out alike."""
    count = count_lines(text, widest, size, face)
    if count <= 1:
        return widest
    low, high = widest / count * 0.8, widest
    while high - low > 1:
        middle = (low + high) / 2
        if count_lines(text, middle, size, face) > count:
            low = middle
        else:
            high = middle
    return round(min(high + 1, widest), 1)


def count_lines(text: str, width: float, size: float, face: str) -> int:
    """Lines of greedy wrapping; a word too long for a line is broken where it must."""
    ems = width / (size * POINT * 1.02)  # two per cent spare: kerning is not counted
    count, used = 0, 0.0
    for word, space in _words(text, face):
        if count and used + space + word <= ems:
            used += space + word
            continue
        count += 1
        used = word
        while used > ems:
            count += 1
            used -= ems
    return count


@lru_cache(maxsize=1024)
def _words(text: str, face: str) -> tuple[tuple[float, float], ...]:
    """Width of each piece that stays together and of the space before it, in ems."""
    widths = _widths(face)
    return tuple(
        (sum(widths.get(ord(letter), 1.0) for letter in piece), widths[32] if space else 0.0)
        for space, piece in re.findall(r"( *)([^ -]+-?|-)", text)
    )


@lru_cache(maxsize=4)
def _widths(face: str) -> dict[int, float]:
    """Advance width per character, in ems."""
    from fontTools.ttLib import TTFont

    package, name = {
        "serif": ("font_source_serif_pro", "SourceSerifPro-Regular.otf"),
        "serif-semibold": ("font_source_serif_pro", "SourceSerifPro-Semibold.otf"),
        "sans": ("font_hanken_grotesk", "HankenGrotesk-Regular.otf"),
    }[face]
    font = TTFont(BytesIO((files(package) / "files" / name).read_bytes()), lazy=True)
    em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    return {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}
