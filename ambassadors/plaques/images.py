"""The pictures on a plaque, each small and the same bytes at every run."""

from functools import lru_cache
from io import BytesIO
from itertools import groupby

from PIL import Image, ImageDraw, ImageFont, ImageOps

from network.images import whole_files_only
from network.pdf import font_bytes

ORIENTATION = 0x0112
PORTRAIT = (640, 800)  # 54 by 67.5 mm at 300 dots per inch
SMALL = (480, 600)
LARGEST = 1000  # up to this width a portrait goes in as it is
MOST_PIXELS = 24_000_000
MOST_BYTES = 84_000  # leaves room for fonts and text within 145 KB a file
QUALITIES = (78, 62, 46, 30)


class BrokenImage(Exception):
    """The file is not a picture we can read."""


def portrait(content: bytes, focus: tuple[float, float]) -> bytes:
    """The portrait as JPEG, 4:5, cropped around its focal point."""
    picture = _opened(content)
    width, height = picture.size
    wanted = PORTRAIT[0] / PORTRAIT[1]
    crop = (width, width / wanted) if width / height < wanted else (height * wanted, height)
    left = min(max(focus[0] * width - crop[0] / 2, 0), width - crop[0])
    top = min(max(focus[1] * height - crop[1] / 2, 0), height - crop[1])
    right, bottom = left + crop[0], top + crop[1]
    if crop[0] > LARGEST:
        cut = picture.resize(PORTRAIT, Image.Resampling.HAMMING, box=(left, top, right, bottom))
    else:  # resizing is half of the whole work on a plaque, and the printer does it better
        cut = picture.crop((round(left), round(top), round(right), round(bottom)))
    for quality in QUALITIES:
        if len(found := _jpeg(cut, quality)) <= MOST_BYTES:
            return found
    return _jpeg(cut.resize(SMALL, Image.Resampling.HAMMING), QUALITIES[-1])  # noise, no portrait


def signature(content: bytes) -> bytes:
    """Only the strokes, whether the scan was transparent or on white paper: what is light lets through."""
    picture = _opened(content, keep_alpha=True)
    picture.thumbnail((900, 320), Image.Resampling.LANCZOS)
    white = Image.new("RGBA", picture.size, "#FFFFFF")
    darkness = ImageOps.invert(Image.alpha_composite(white, picture).convert("L"))
    picture.putalpha(darkness.point(lambda value: min(value * 4 // 3, 255)))
    return _png(picture)


def logo(content: bytes) -> bytes:
    picture = _opened(content, keep_alpha=True)
    picture.thumbnail((700, 400), Image.Resampling.LANCZOS)
    return _png(picture)


@lru_cache(maxsize=512)
def initials_card(initials: str, ground: str, ring: str, ink: str) -> bytes:
    """What stands in the frame when there is no portrait: the initials under a rising arc."""
    width, height = PORTRAIT
    large = Image.new("RGB", (width * 2, height * 2), ground)
    draw = ImageDraw.Draw(large)
    for step in range(3):
        radius = 500 + 230 * step
        centre = (width, height * 2 + 80)
        draw.circle(centre, radius, outline=ring, width=30)
    letters = initials[:4] or "?"
    font = ImageFont.truetype(BytesIO(font_bytes("own:font/serif-semibold")), 640)
    while font.getlength(letters) > width * 1.56 and font.size > 80:
        font = font.font_variant(size=int(font.size * 0.9))
    draw.text((width, height * 0.86), letters, fill=ink, font=font, anchor="mm")
    return _jpeg(large.resize(PORTRAIT, Image.Resampling.LANCZOS), 88)


def qr_form(url: str) -> bytes:
    """The QR code as PDF operators in the unit square; the colour is the caller's.

    With a fixed mask: searching the best one costs more than all the rest.
    """
    import segno

    code = segno.make_qr(url, error="m", mask=4, boost_error=False)
    size = len(code.matrix)
    parts = [f"{1 / size:.6f} 0 0 {-1 / size:.6f} 0 1 cm"]
    for y, row in enumerate(code.matrix):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                parts.append(f"{x} {y} {length} 1 re")
            x += length
    return "\n".join([*parts, "f"]).encode()


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(content)) as picture:
        return picture.size


def _opened(content: bytes, *, keep_alpha: bool = False) -> Image.Image:
    try:
        with whole_files_only():
            picture: Image.Image = Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP", "AVIF"))
            if picture.width * picture.height > MOST_PIXELS:
                raise BrokenImage("more than 24 megapixels")
            if not keep_alpha:
                picture.draft("RGB", PORTRAIT)  # a JPEG is decoded at half or a quarter where that is enough
            if picture.getexif().get(ORIENTATION, 1) != 1:
                picture = ImageOps.exif_transpose(picture)
            wanted = "RGBA" if keep_alpha else "RGB"
            if picture.mode != wanted:
                return picture.convert(wanted)
            picture.load()
            return picture
    except BrokenImage:
        raise
    except Exception as problem:  # decoders raise whatever they like on a bad file
        raise BrokenImage(type(problem).__name__) from problem


def _png(picture: Image.Image) -> bytes:
    found = BytesIO()
    picture.save(found, "PNG", optimize=True)
    return found.getvalue()


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    found = BytesIO()
    picture.save(found, "JPEG", quality=quality)
    return found.getvalue()


NOTHING = _png(Image.new("RGBA", (1, 1)))  # stands for a signature that cannot be read
