"""Letters on a picture: the typefaces of the house for Pillow, and words in lines that fit."""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import ImageDraw, ImageFont

# Beside those of `network.pdf`, which needs a second to be read.
SERIF = ("font_source_serif_pro", "SourceSerifPro-Semibold.otf")
SANS = ("font_hanken_grotesk", "HankenGrotesk-Regular.otf")
SANS_BOLD = ("font_hanken_grotesk", "HankenGrotesk-SemiBold.otf")

Font = ImageFont.FreeTypeFont


@lru_cache(maxsize=64)
def font(face: tuple[str, str], size: int) -> Font:
    package, name = face
    return ImageFont.truetype(BytesIO(files(package).joinpath("files", name).read_bytes()), size)


def lines_of(text: str, font: Font, width: int) -> list[str]:
    """As many words on a line as fit; a word that is wider than a line is cut. At least one line."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(cut(word, font, width))
    return lines or [""]


def cut(text: str, font: Font, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def write(
    draw: ImageDraw.ImageDraw, text: str, font: Font, left: int, top: int, width: int, fill: str
) -> int:
    """At most five lines; where the next one would begin."""
    for line in lines_of(text, font, width)[:5]:
        draw.text((left, top), line, font=font, fill=fill)
        top += round(font.size * 1.18)
    return top
