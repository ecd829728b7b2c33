"""The picture that goes along when somebody shares a page: 1200 by 630, in the colours of the network."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from network.lettering import SANS, SANS_BOLD, SERIF, Font, cut, lines_of
from network.lettering import font as font_of

SIZE = (1200, 630)
EDGE = 72
PAPER, INK, INK_2 = "#FBF8F2", "#221D17", "#4F483E"
TITLE_SIZES = (76, 66, 56, 48, 40)
MOST_LINES = 5
UNDER_LINES = 2
BALANCE = 12  # pixels by which a line is tried shorter
PORTRAIT = (440, 550)


@dataclass(frozen=True)
class Share:
    over: str  # a word or two above the title
    title: str
    under: str = ""
    portrait: bytes = b""  # a picture of 4:5, or nothing


@lru_cache(maxsize=64)
def draw(share: Share, *, name: str, brand: str, accent: str) -> bytes:
    """A PNG; the same bytes for the same words."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], 14), fill=brand)
    right = SIZE[0] - EDGE
    if share.portrait:
        right = _put_portrait(picture, share.portrait) - EDGE
    _dots(pen, EDGE, EDGE + 18, brand, accent)
    pen.text((EDGE + 130, EDGE + 2), share.over.upper()[:40], font=font_of(SANS_BOLD, 28), fill=brand)
    lines, font, size = _fitted(share.title, right - EDGE)
    y = 160
    for line in lines:
        pen.text((EDGE, y), line, font=font, fill=INK)
        y += round(size * 1.16)
    under = font_of(SANS, 32)
    for line in _at_most(UNDER_LINES, share.under, under, right - EDGE) if share.under else []:
        pen.text((EDGE, y + 20), line, font=under, fill=INK_2)
        y += 42
    pen.text((EDGE, SIZE[1] - EDGE - 34), name[:60], font=font_of(SERIF, 36), fill=brand)
    out = BytesIO()
    colours = 128 if share.portrait else 32
    picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _put_portrait(picture: Image.Image, content: bytes) -> int:
    """At the right, over the whole height; where it begins."""
    try:
        face = Image.open(BytesIO(content)).convert("RGB")
    except (OSError, ValueError):
        return SIZE[0]
    height = SIZE[1] - 14
    width = round(height * PORTRAIT[0] / PORTRAIT[1])
    picture.paste(face.resize((width, height), Image.Resampling.LANCZOS), (SIZE[0] - width, 14))
    return SIZE[0] - width


def _dots(pen: ImageDraw.ImageDraw, x: int, y: int, brand: str, accent: str) -> None:
    """The signature of every page: done, agreed, open."""
    for number, (fill, line) in enumerate(((brand, brand), (None, brand), (None, accent))):
        left = x + number * 40
        pen.ellipse((left - 12 + 12, y - 12, left + 24, y + 12), fill=fill, outline=line, width=4)


def _fitted(title: str, width: int) -> tuple[list[str], Font, int]:
    """The largest letters in which the title fits; one that never does is cut."""
    lines: list[str] = []
    for size in TITLE_SIZES:
        font = font_of(SERIF, size)
        lines = lines_of(title, font, width)
        if len(lines) * size * 1.16 <= 270 and len(lines) <= MOST_LINES:
            return _balanced(title, font, width), font, size
    size = TITLE_SIZES[-1]
    font = font_of(SERIF, size)
    return _at_most(MOST_LINES, title, font, width), font, size


def _at_most(most: int, text: str, font: Font, width: int) -> list[str]:
    """In so many lines; what does not fit is cut and says so."""
    lines = lines_of(text, font, width)
    if len(lines) <= most:
        return _balanced(text, font, width)
    return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), font, width)]


def _balanced(text: str, font: Font, width: int) -> list[str]:
    """As few lines as fit, of about the same length: no word is left alone on the last."""
    lines = lines_of(text, font, width)
    while width > BALANCE and len(tighter := lines_of(text, font, width - BALANCE)) == len(lines):
        if any("…" in line for line in tighter):
            break
        width, lines = width - BALANCE, tighter
    return lines
