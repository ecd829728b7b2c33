"""Drawn photos, 3:2, and a scheme as PDF: flat shapes on a quiet ground, like the portraits."""

import io

from PIL import Image, ImageDraw

from config.demonstration.portraits import GROUND, HAIR, SKIN, WEAR

SIZE = (1500, 1000)


def board() -> bytes:
    """Four people in front of a large board with cards."""
    picture = Image.new("RGB", SIZE, GROUND[0])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 820, 1500, 1000), fill="#CFC6B2")
    draw.rounded_rectangle((170, 90, 1330, 640), 24, fill="#FBF8F2", outline="#8D8A86", width=10)
    for column in range(7):
        x = 220 + column * 156
        draw.rectangle((x, 140, x + 120, 172), fill="#4F483E")
        for row in range(5):
            if (column * 3 + row * 5) % 4 == 0:
                continue
            colour = ["#7AC1AF", "#FEAC65", "#C9DFD8", "#EAD9C3"][(column + row * 2) % 4]
            draw.rounded_rectangle((x, 196 + row * 84, x + 120, 256 + row * 84), 8, fill=colour)
    for at, (skin, hair, wear, arm) in enumerate(
        ((SKIN[1], HAIR[4], WEAR[1], -1), (SKIN[3], HAIR[0], WEAR[5], 1), (SKIN[0], HAIR[2], WEAR[0], 1),
         (SKIN[4], HAIR[0], WEAR[2], -1))
    ):  # fmt: skip
        x = 290 + at * 300
        draw.line((x + arm * 60, 740, x + arm * 150, 560), fill=wear, width=54)
        draw.ellipse((x + arm * 150 - 34, 520, x + arm * 150 + 34, 588), fill=skin)
        draw.rounded_rectangle((x - 110, 690, x + 110, 1040), 96, fill=wear)
        draw.rectangle((x - 34, 640, x + 34, 712), fill=skin)
        draw.ellipse((x - 82, 490, x + 82, 690), fill=hair)
        if at % 2:
            draw.rounded_rectangle((x - 84, 560, x + 84, 730), 60, fill=hair)
    return _as("JPEG", picture, quality=88)


def scheme() -> bytes:
    """The four steps of the card as a scheme on one page: own interest, get and bring, exchange, shared ambition."""
    picture = Image.new("RGB", (1754, 1240), "#FBF8F2")
    draw = ImageDraw.Draw(picture)
    for number, x in enumerate((120, 540, 960, 1380)):
        draw.rounded_rectangle((x, 420, x + 260, 780), 28, fill=["#E3EEEB", "#FEE8D8"][number % 2])
        draw.ellipse((x + 80, 470, x + 180, 570), fill="#0B5D4E")
        for dot in range(number + 1):
            draw.ellipse((x + 60 + dot * 38, 660, x + 84 + dot * 38, 684), fill="#C8741A")
        if number < 3:
            draw.polygon(((x + 290, 580), (x + 370, 600), (x + 290, 620)), fill="#0B5D4E")
    return _as("PDF", picture, resolution=150, title="Schema netwerkambitie")


def _as(kind: str, picture: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
