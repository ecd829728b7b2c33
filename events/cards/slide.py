"""The last slide as a picture of 1920 x 1080: a question, and a QR code that the back row can scan."""

from collections.abc import Sequence
from io import BytesIO

import segno
from PIL import Image, ImageDraw

from events.cards.sheet import Card
from network.lettering import SANS, SANS_BOLD, SERIF, cut, font, lines_of, write

SIZE = (1920, 1080)
MARGIN = 130
QR_SIZE = 640
TEXT_WIDTH = SIZE[0] - 3 * MARGIN - QR_SIZE - 80


def slide(card: Card, headline: str, lines: Sequence[str]) -> bytes:
    """PNG. `headline` is what the hall is asked, `lines` what is behind the code."""
    colours = card.colours
    picture = Image.new("RGB", SIZE, colours["deep"])
    draw = ImageDraw.Draw(picture)
    for step in range(26):  # light from the podium's corner, as on the plaque
        radius = 260 + 76 * step
        draw.ellipse(
            (-radius, SIZE[1] - radius, radius, SIZE[1] + radius), outline=colours["deep-2"], width=3
        )
    for dot in range(3):
        left = MARGIN + dot * 62
        draw.ellipse((left, MARGIN, left + 42, MARGIN + 42), fill=colours["bright"])
    top = _fitted(draw, headline, MARGIN, 250, TEXT_WIDTH, (104, 88, 74, 60), colours["on-deep"])
    top += 22
    for line in lines:
        top = write(draw, f"· {line}", font(SANS, 42), MARGIN, top + 22, TEXT_WIDTH, colours["on-deep-2"])
    _bottom(draw, card)
    _code(picture, draw, card)
    out = BytesIO()
    picture.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def _bottom(draw: ImageDraw.ImageDraw, card: Card) -> None:
    top = SIZE[1] - MARGIN - 84
    draw.text((MARGIN, top), cut(card.name, font(SANS_BOLD, 40), TEXT_WIDTH), font=font(SANS_BOLD, 40),
              fill=card.colours["on-deep"])  # fmt: skip
    role = card.role or card.network
    draw.text((MARGIN, top + 52), cut(role, font(SANS, 32), TEXT_WIDTH), font=font(SANS, 32),
              fill=card.colours["on-deep-2"])  # fmt: skip


def _code(picture: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    left, top, around = SIZE[0] - MARGIN - QR_SIZE - 80, 130, 40
    right, bottom = left + QR_SIZE + 2 * around, top + QR_SIZE + 2 * around
    draw.rounded_rectangle((left, top, right, bottom + 100), 36, fill="#FFFFFF")
    code = BytesIO()
    made = segno.make(card.url, error="m", micro=False)
    made.save(code, kind="png", border=0, scale=max(1, QR_SIZE // made.symbol_size(border=0)[0]), dark="#000")
    with Image.open(code) as square:
        sized = square.convert("RGB").resize((QR_SIZE, QR_SIZE), Image.Resampling.NEAREST)
    picture.paste(sized, (left + around, top + around))
    size = next(
        (s for s in (44, 38, 32, 27, 22) if draw.textlength(card.short_url, font(SANS_BOLD, s)) < QR_SIZE),
        20,
    )
    middle = (left + right) / 2
    draw.text((middle, bottom + 36), card.short_url, font=font(SANS_BOLD, size), fill="#000000", anchor="mm")


def _fitted(
    draw: ImageDraw.ImageDraw, text: str, left: int, top: int, width: int, sizes: Sequence[int], fill: str
) -> int:
    """In the largest size that takes at most four lines."""
    size = next((s for s in sizes if len(lines_of(text, font(SERIF, s), width)) <= 4), sizes[-1])
    return write(draw, text, font(SERIF, size), left, top, width, fill)
