"""Portraits of nobody."""

from io import BytesIO
from random import Random

from PIL import Image


def photo(seed: int, size: tuple[int, int] = (640, 800)) -> bytes:
    chance = Random(seed)
    small = Image.new("RGB", (8, 10))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(80)])
    found = BytesIO()
    small.resize(size).save(found, "JPEG")
    return found.getvalue()
