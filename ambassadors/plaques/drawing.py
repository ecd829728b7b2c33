"""The fixed part of the plaque: band, dots, arcs and crop marks, as PDF operators in millimetres from the
cut's lower left corner. Drawn once per house and edition, placed in every file as one artifact."""

from functools import lru_cache
from math import pi, tan

from ambassadors.plaques.sheet import HEIGHT, MILLIMETRE, WIDTH, Edition, House

BAND = 84.0
PORTRAIT = (15.0, 66.0, 54.0, 67.5)  # left and top from the upper left corner, width, height
FRAME = 1.6
QR = (252.2, 163.6, 24.8, 24.8)
ROUNDING = 1.4
ARC = 4 / 3 * tan(pi / 8)


def _place(left: float, top: float, width: float, height: float) -> list[float]:
    """Given from the upper left corner; as PDF has it, in points from the lower left one."""
    edges = (left, HEIGHT - top - height, left + width, HEIGHT - top)
    return [round(edge * MILLIMETRE, 3) for edge in edges]


# Where pictures stand, and what can be clicked: the QR code with the words below it.
PLACES = {
    "qr": _place(*QR),
    "portrait": _place(*PORTRAIT),
    "signature": _place(104, 158, 68, 19),
    "wordmark": _place(15, 172, 54, 22),
    "link": _place(240, 163, 38, 35),
}


def fixed_part(house: House, edition: Edition) -> bytes:
    colours, bleed = house.colours, edition.bleed
    full = (-bleed, -bleed, WIDTH + 2 * bleed, HEIGHT + 2 * bleed)
    band = (-bleed, -bleed, BAND + bleed, HEIGHT + 2 * bleed)
    parts = [
        _number(MILLIMETRE, 0, 0, MILLIMETRE, 0, 0) + b" cm",
        b"q",
        *_filled(colours["paper"], _rectangle(*full)),
        b"q",
        _rectangle(*full),
        b"W n",
        *_echo(colours["line"]),
        b"Q",
        *_filled(colours["brand-ink"], _rectangle(*band)),
        b"q",
        _rectangle(*band),
        b"W n",
        *_stage_light(colours["deep-2"]),
        b"Q",
        *_dots(colours["bright"]),
        *_portrait_frame(colours["paper"]),
        b"Q",
    ]
    if edition.surround:
        parts += _crop_marks(edition)
    return b"\n".join(parts)


def box(edition: Edition, beyond: float) -> list[float]:
    """A page box in points, so many millimetres beyond the cut."""
    return [round(value * MILLIMETRE, 3) for value in (-beyond, -beyond, WIDTH + beyond, HEIGHT + beyond)]


def _echo(colour: str) -> list[bytes]:
    """The same arcs, fewer and faint, in the paper's far corner."""
    return _arcs(colour, WIDTH, HEIGHT, [20 + 7.5 * step for step in range(9)], 0.4)


def _stage_light(colour: str) -> list[bytes]:
    """Arcs that spread from the podium's corner."""
    return _arcs(colour, 0, 0, [26 + 7.5 * step for step in range(24)], 0.3)


def in_square(place: tuple[float, float, float, float]) -> str:
    """The matrix that brings a picture of the unit square to its place."""
    left, top, width, height = (edge * MILLIMETRE for edge in place)
    return f"{width:.3f} 0 0 {height:.3f} {left:.3f} {HEIGHT * MILLIMETRE - top - height:.3f} cm"


@lru_cache(maxsize=1)
def in_frame() -> str:
    """The same for the portrait, behind its rounded corners."""
    left, top, width, height = (edge * MILLIMETRE for edge in PORTRAIT)
    lower = HEIGHT * MILLIMETRE - top - height
    corners = _rounded(left, lower, width, height, ROUNDING * MILLIMETRE).decode()
    return f"{corners} W n {in_square(PORTRAIT)}"


def _arcs(colour: str, x: float, y: float, radii: list[float], width: float) -> list[bytes]:
    circles = [_circle(x, y, radius) for radius in radii]
    return [_rgb(colour) + b" RG", _number(width) + b" w", *circles, b"S"]


def _dots(colour: str) -> list[bytes]:
    return _filled(colour, b"\n".join(_circle(18.4 + 10.6 * step, HEIGHT - 19.4, 3.4) for step in range(3)))


def _portrait_frame(colour: str) -> list[bytes]:
    left, top, width, height = PORTRAIT
    outer = (left - FRAME, HEIGHT - top - height - FRAME, width + 2 * FRAME, height + 2 * FRAME)
    return _filled(colour, _rounded(*outer, 2.6))


def _crop_marks(edition: Edition) -> list[bytes]:
    """Eight hairlines that stay clear of the bleed."""
    start, end = edition.bleed + 1, edition.surround - 1.5
    lines = []
    for x in (0, WIDTH):
        lines += [_line(x, -start, x, -end), _line(x, HEIGHT + start, x, HEIGHT + end)]
    for y in (0, HEIGHT):
        lines += [_line(-start, y, -end, y), _line(WIDTH + start, y, WIDTH + end, y)]
    return [b"0 0 0 RG", _number(0.25 / MILLIMETRE) + b" w", *lines, b"S"]


def fill_colour(colour: str) -> bytes:
    return _rgb(colour) + b" rg"


def _filled(colour: str, path: bytes) -> list[bytes]:
    return [fill_colour(colour), path, b"f"]


def _rgb(colour: str) -> bytes:
    return _number(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _number(*values: float) -> bytes:
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values).encode()


def _line(x1: float, y1: float, x2: float, y2: float) -> bytes:
    return _number(x1, y1) + b" m " + _number(x2, y2) + b" l"


def _rectangle(x: float, y: float, width: float, height: float) -> bytes:
    return _number(x, y, width, height) + b" re"


def _circle(x: float, y: float, radius: float) -> bytes:
    return _rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> bytes:
    right, top, handle = x + width, y + height, radius * (1 - ARC)
    return b"\n".join(
        (
            _number(x + radius, y) + b" m",
            _number(right - radius, y) + b" l",
            _number(right - handle, y, right, y + handle, right, y + radius) + b" c",
            _number(right, top - radius) + b" l",
            _number(right, top - handle, right - handle, top, right - radius, top) + b" c",
            _number(x + radius, top) + b" l",
            _number(x + handle, top, x, top - handle, x, top - radius) + b" c",
            _number(x, y + radius) + b" l",
            _number(x, y + handle, x + handle, y, x + radius, y) + b" c h",
        )
    )
