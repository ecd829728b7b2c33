"""The card of a year as a square picture, to share."""

from io import BytesIO

from PIL import Image, ImageDraw

from network.lettering import SANS, SANS_BOLD, SERIF, font, write

SIDE = 1080
MARGIN = 96
WIDTH = SIDE - 2 * MARGIN
MOST_DOTS = 12


def picture(
    *, year: str, name: str, work: str, figures: list[tuple[str, str]], podia: int, network: str,
    colours: dict[str, str],
) -> bytes:  # fmt: skip
    """PNG. `figures` are pairs of a number and what it counts; the dots are the podia."""
    made = Image.new("RGB", (SIDE, SIDE), colours["deep"])
    draw = ImageDraw.Draw(made)
    for step in range(22):
        radius = 180 + 64 * step
        draw.ellipse(
            (SIDE - radius, SIDE - radius, SIDE + radius, SIDE + radius), outline=colours["deep-2"], width=3
        )
    draw.text((MARGIN, MARGIN), year, font=font(SANS_BOLD, 44), fill=colours["on-deep-2"])
    top = write(draw, name, font(SERIF, 84), MARGIN, MARGIN + 70, WIDTH, colours["on-deep"])
    if work:
        top = write(draw, work, font(SANS, 40), MARGIN, top + 8, WIDTH, colours["on-deep-2"])
    top += 40
    for dot in range(min(podia, MOST_DOTS)):
        left = MARGIN + dot * 74
        draw.ellipse((left, top, left + 52, top + 52), fill=colours["bright"])
    top += 100
    for number, what in figures:
        draw.text((MARGIN, top), number, font=font(SERIF, 110), fill=colours["on-deep"])
        draw.text((MARGIN, top + 128), what, font=font(SANS, 40), fill=colours["on-deep-2"])
        top += 204
    draw.text((MARGIN, SIDE - MARGIN - 36), network, font=font(SANS_BOLD, 40), fill=colours["on-deep"])
    out = BytesIO()
    made.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()
