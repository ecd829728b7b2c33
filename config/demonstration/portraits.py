"""Drawn portraits, 4:5: flat shapes on a quiet ground, the same for the same seed."""

import io
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 400, 500
SCALE = 2  # of the finished picture; drawn half as large again, for smooth edges

SKIN = ["#F2C9A8", "#E3AE86", "#C68A5E", "#9A623D", "#6F4429", "#F6D7BF"]
HAIR = ["#2A211C", "#4A3226", "#7A4E2B", "#B98A4A", "#8D8A86", "#D9D4CC", "#A5482A"]
GROUND = ["#DCE5DA", "#EAD9C3", "#D8E0E8", "#E9D6D2", "#E4E0CC", "#D3DFDD"]
WEAR = ["#1F3A4A", "#0B5D4E", "#7B2D3A", "#3E4A2C", "#4A3B63", "#B8652A", "#2B2B2B"]
LINEN, EYES, FRAME = "#F7F3EC", "#241C17", "#2B2320"

Point = tuple[float, float]
COMMAND = re.compile(r"([MLHVCSQZmlhvcsqz])([^MLHVCSQZmlhvcsqz]*)")
NUMBER = re.compile(r"-?\d*\.?\d+")
COORDINATES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}


def flatten(path: str, steps: int = 24) -> list[list[Point]]:
    """The outlines of an SVG path (moves, lines, cubic and quadratic curves) as polygons."""
    outlines: list[list[Point]] = []
    x = y = 0.0
    handle: Point | None = None  # of the last cubic curve, for the smooth one after it
    for letter, text in COMMAND.findall(path):
        kind, relative = letter.upper(), letter.islower()
        numbers = [float(n) for n in NUMBER.findall(text)]
        size = COORDINATES[kind]
        for chunk in [numbers[i : i + size] for i in range(0, len(numbers), size)] if size else [[]]:
            dx, dy = (x, y) if relative else (0.0, 0.0)
            points = [(chunk[i] + dx, chunk[i + 1] + dy) for i in range(0, len(chunk) - 1, 2)]
            start = (x, y)
            if kind == "Z":
                x, y = outlines[-1][0]
                continue
            if kind == "M":
                outlines.append([points[0]])
                x, y = points[0]
                kind = "L"  # further pairs are lines
                continue
            if kind == "L":
                outlines[-1].append(points[0])
                x, y = points[0]
            elif kind == "H":
                x = chunk[0] + dx
                outlines[-1].append((x, y))
            elif kind == "V":
                y = chunk[0] + dy
                outlines[-1].append((x, y))
            elif kind == "Q":
                outlines[-1] += _quadratic(start, points[0], points[1], steps)
                x, y = points[1]
            else:
                if kind == "S":
                    points.insert(0, (2 * x - handle[0], 2 * y - handle[1]) if handle else start)
                outlines[-1] += _cubic(start, points[0], points[1], points[2], steps)
                handle = points[1]
                x, y = points[2]
        if kind not in "CS":
            handle = None
    return outlines


def _cubic(a: Point, b: Point, c: Point, d: Point, steps: int) -> Iterator[Point]:
    for i in range(1, steps + 1):
        t = i / steps
        u = 1 - t
        yield (
            u**3 * a[0] + 3 * u * u * t * b[0] + 3 * u * t * t * c[0] + t**3 * d[0],
            u**3 * a[1] + 3 * u * u * t * b[1] + 3 * u * t * t * c[1] + t**3 * d[1],
        )


def _quadratic(a: Point, b: Point, c: Point, steps: int) -> Iterator[Point]:
    for i in range(1, steps + 1):
        t = i / steps
        u = 1 - t
        yield (u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1])


def darker(colour: str, factor: float = 0.82) -> str:
    return "#" + "".join(f"{int(int(colour[i : i + 2], 16) * factor):02X}" for i in (1, 3, 5))


class Canvas:
    """Fills and strokes in the coordinates of the drawing, on a picture that is shrunk at the end."""

    def __init__(self, ground: str) -> None:
        self.zoom = SCALE * 3 // 2
        self.image = Image.new("RGB", (WIDTH * self.zoom, HEIGHT * self.zoom), ground)
        self.draw = ImageDraw.Draw(self.image)

    def _scaled(self, points: list[Point]) -> list[Point]:
        return [(x * self.zoom, y * self.zoom) for x, y in points]

    def fill(self, path: str, colour: str, opacity: float = 1) -> None:
        for outline in flatten(path):
            if opacity == 1:
                self.draw.polygon(self._scaled(outline), fill=colour)
            else:
                mask = Image.new("L", self.image.size, 0)
                ImageDraw.Draw(mask).polygon(self._scaled(outline), fill=int(255 * opacity))
                self.image.paste(colour, mask=mask)

    def stroke(self, path: str, colour: str, width: float) -> None:
        for outline in flatten(path):
            points = self._scaled(outline)
            self.draw.line(points, fill=colour, width=round(width * self.zoom), joint="curve")
            for x, y in (points[0], points[-1]):
                r = width * self.zoom / 2
                self.draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        box = (
            (x - radius) * self.zoom,
            (y - radius) * self.zoom,
            (x + radius) * self.zoom,
            (y + radius) * self.zoom,
        )
        self.draw.ellipse(box, fill=colour)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        box = (
            (x - radius) * self.zoom,
            (y - radius) * self.zoom,
            (x + radius) * self.zoom,
            (y + radius) * self.zoom,
        )
        self.draw.ellipse(box, outline=colour, width=round(width * self.zoom))

    def jpeg(self) -> bytes:
        picture = self.image.resize((WIDTH * SCALE, HEIGHT * SCALE), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=90, optimize=True, subsampling=0)
        return out.getvalue()


@dataclass(frozen=True)
class Looks:
    skin: str
    hair: str
    ground: str
    wear: str
    style: str
    collar: str
    glasses: bool
    beard: bool

    @classmethod
    def read(cls, text: str) -> "Looks":
        """From words such as "4,2,5,2,curly,shirt,glasses": four places in the palettes, then names."""
        skin, hair, ground, wear, style, collar, *extra = text.split(",")
        return cls(
            SKIN[int(skin)], HAIR[int(hair)], GROUND[int(ground)], WEAR[int(wear)], style, collar,
            "glasses" in extra, "beard" in extra,
        )  # fmt: skip

    @property
    def cloth(self) -> str:
        return darker(self.wear, 0.8)


def _behind_long(c: Canvas, k: Looks) -> None:
    c.fill("M112 205c0-70 38-112 88-112s88 42 88 112v150c0 18-176 18-176 0z", k.hair)


def _behind_bob(c: Canvas, k: Looks) -> None:
    c.fill("M108 210c0-74 40-118 92-118s92 44 92 118v70c0 12-184 12-184 0z", k.hair)


def _behind_curly(c: Canvas, k: Looks) -> None:
    for x, y, radius in (
        (-70, 170, 44),
        (70, 170, 44),
        (-40, 118, 48),
        (40, 118, 48),
        (0, 104, 46),
        (-82, 220, 34),
        (82, 220, 34),
    ):
        c.circle(200 + x, y, radius, k.hair)


def _behind_bun(c: Canvas, k: Looks) -> None:
    c.circle(200, 86, 34, k.hair)


def _behind_scarf(c: Canvas, k: Looks) -> None:
    c.fill("M100 230c0-90 44-136 100-136s100 46 100 136c0 80-30 130-40 150H140c-10-20-40-70-40-150z", k.cloth)


def _front_short(c: Canvas, k: Looks) -> None:
    c.fill(
        "M122 214c-8-70 22-118 82-118 62 0 84 46 74 116-8-34-22-52-40-60-34 10-76 6-96-2-12 14-18 36-20 64z",
        k.hair,
    )


def _front_parted(c: Canvas, k: Looks) -> None:
    c.fill("M120 226c0-80 30-130 84-130 52 0 78 44 78 120-18-22-34-48-42-72-26 34-74 50-120 82z", k.hair)


def _front_bun(c: Canvas, k: Looks) -> None:
    c.fill("M122 208c-4-66 28-110 78-110s82 44 78 110c-16-44-40-62-78-62s-62 18-78 62z", k.hair)


def _front_curly(c: Canvas, k: Looks) -> None:
    c.fill("M126 196c4-52 34-84 74-84s70 32 74 84c-22-26-46-36-74-36s-52 10-74 36z", k.hair)


def _front_scarf(c: Canvas, k: Looks) -> None:
    c.fill("M124 214c0-66 30-106 76-106s76 40 76 106c-10-40-36-64-76-64s-66 24-76 64z", k.cloth)


def _front_bald(c: Canvas, k: Looks) -> None:
    c.fill("M127 220c-8 4-10-30-2-44 2 14 4 26 2 44zM273 220c8 4 10-30 2-44-2 14-4 26-2 44z", k.hair)


Part = Callable[[Canvas, Looks], None]
BEHIND: dict[str, Part] = {
    "long": _behind_long, "bob": _behind_bob, "curly": _behind_curly, "bun": _behind_bun, "scarf": _behind_scarf,
}  # fmt: skip
FRONT: dict[str, Part] = {
    "short": _front_short, "long": _front_parted, "bob": _front_parted, "bun": _front_bun, "curly": _front_curly,
    "scarf": _front_scarf, "bald": _front_bald,
}  # fmt: skip


def _collar(c: Canvas, k: Looks) -> None:
    if k.collar == "v":
        c.fill("M150 372l50 70 50-70-14-8H164z", LINEN)
    elif k.collar == "shirt":
        c.fill("M146 374l54 34-34 40zM254 374l-54 34 34 40z", LINEN)
    else:
        c.fill("M154 368c10 40 82 40 92 0l-8-6h-76z", k.skin)


def _face(c: Canvas, k: Looks) -> None:
    c.circle(172, 224, 6.5, EYES)
    c.circle(228, 224, 6.5, EYES)
    c.stroke("M156 204q16-10 30-2", darker(k.hair, 0.8), 5)
    c.stroke("M214 202q16-8 30 2", darker(k.hair, 0.8), 5)
    c.stroke("M200 228q-8 26-4 32 6 4 12 0", darker(k.skin, 0.7), 4)
    c.stroke("M176 286q24 20 48 0", "#F2E6DC" if k.beard else darker(k.skin, 0.55), 5)
    if k.glasses:
        c.ring(172, 224, 23, FRAME, 4)
        c.ring(228, 224, 23, FRAME, 4)
        c.stroke("M194 222q6-5 12 0", FRAME, 4)


@lru_cache(maxsize=64)
def portrait(text: str) -> bytes:
    """A JPEG of 800 by 1,000 points; the same words always make the same bytes."""
    k = Looks.read(text)
    place = random.Random(text)  # of the quiet circle behind the head
    canvas = Canvas(k.ground)
    canvas.circle(
        place.randint(60, 340), place.randint(60, 190), place.randint(90, 150), darker(k.ground, 0.95)
    )
    if behind := BEHIND.get(k.style):
        behind(canvas, k)
    canvas.fill("M40 500c4-92 62-132 160-132s156 40 160 132z", k.wear)
    canvas.fill("M162 318h76v54c0 26-76 26-76 0z", darker(k.skin, 0.88))
    _collar(canvas, k)
    canvas.fill("M128 212c0-62 30-100 72-100s72 38 72 100c0 70-32 126-72 126s-72-56-72-126z", k.skin)
    canvas.fill(
        "M200 112c42 0 72 38 72 100 0 70-32 126-72 126 34-30 44-150 0-226z", darker(k.skin, 0.94), 0.55
    )
    FRONT[k.style](canvas, k)
    if k.beard:
        canvas.fill(
            "M134 246c4 66 34 96 66 96s62-30 66-96c-10 26-28 30-44 26-14-4-30-4-44 0-16 4-34 0-44-26z", k.hair
        )
    _face(canvas, k)
    return canvas.jpeg()


def signature(seed: int) -> bytes:
    """A made-up signature: a running line in ink on a see-through ground, as a PNG."""
    hand = random.Random(seed)
    path, x = "M20 96", 20
    for _ in range(9):
        step, high, low = hand.randint(18, 40), hand.randint(40, 92), hand.randint(6, 34)
        path += f"c{step / 4:.0f}-{high} {step / 2:.0f}-{high} {step / 2:.0f}-{low}s{step / 2:.0f} {high} {step / 2:.0f} {low}"
        x += step
    path += f"c20-30 60-26 {max(30, 360 - x)}-20"
    zoom = 4
    image = Image.new("RGBA", (420 * zoom, 140 * zoom), (31, 42, 68, 0))
    draw = ImageDraw.Draw(image)
    for outline in flatten(path):
        points = [(px * zoom, py * zoom) for px, py in outline]
        draw.line(points, fill=(31, 42, 68, 255), width=3 * zoom, joint="curve")
    out = io.BytesIO()
    image.resize((840, 280), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()
