"""Pictures: checked before they are decoded, kept without what the camera wrote, served in the right size.

A picture is stored once, re-encoded, under a random name, in the request in which it comes. The sizes for the
pages are made from it by the worker (`network/actions/sizing.py`) and kept beside it.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2s
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 24_000_000
LONGEST_SIDE = 2000
FORMATS = ("JPEG", "PNG", "WEBP")


class Shape(NamedTuple):
    """How a picture is cut, and the widths in which pages show it."""

    across: int
    down: int
    widths: tuple[int, ...]

    def height(self, width: int) -> int:
        return width * self.down // self.across


PORTRAIT = Shape(4, 5, (240, 480, 960))
PHOTO = Shape(3, 2, (480, 960, 1440))  # beside a text
ENCODINGS = {"avif": ("AVIF", {"quality": 58, "speed": 8}), "webp": ("WEBP", {"quality": 78, "method": 4})}
ENCODINGS["jpg"] = ("JPEG", {"quality": 82, "optimize": True, "progressive": True})
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


@contextmanager
def whole_files_only() -> Iterator[None]:
    """Half a file is an error. WeasyPrint, once imported, has Pillow fill the missing half with grey."""
    tolerant, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = tolerant


def clean(upload: IO[bytes]) -> ContentFile:
    """The uploaded picture as we keep it: upright, at most 2,000 pixels, no EXIF, a random name.

    Raises ValidationError with a sentence for the person who uploads. Type, weight and number of pixels
    are known from the first bytes; only then is anything decoded.
    """
    upload.seek(0, 2)
    if upload.tell() > MOST_BYTES:
        raise ValidationError(_("This file is larger than 10 MB. Choose a smaller one."), code="too_heavy")
    upload.seek(0)
    try:
        with whole_files_only(), Image.open(upload, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(
                    _("This picture has more than 24 million pixels. Choose a smaller one."), code="too_large"
                )
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
            return ContentFile(*_encoded(upright))
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise ValidationError(
            _("This is not a picture we can read. Choose a JPEG, PNG or WebP file."), code="not_a_picture"
        ) from error
    except ValidationError:
        raise
    except Exception as error:  # Pillow raises whatever a broken file makes it stumble over
        raise ValidationError(
            _("This picture is damaged. Open it, save it again and try once more."), code="damaged"
        ) from error


def _encoded(picture: Image.Image) -> tuple[bytes, str]:
    """Bytes and name: JPEG, or PNG where parts are see-through."""
    out = BytesIO()
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        _bare(picture.convert("RGBA")).save(out, "PNG", optimize=True)
        return out.getvalue(), f"{secrets.token_urlsafe(16)}.png"
    _bare(picture.convert("RGB")).save(out, "JPEG", quality=88, optimize=True)
    return out.getvalue(), f"{secrets.token_urlsafe(16)}.jpg"


def _bare(picture: Image.Image) -> Image.Image:
    """The same pixels without anything that came along: EXIF, GPS, comments, colour profiles."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare


# --- Sizes for the page -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Box:
    left: int
    top: int
    right: int
    bottom: int


def crop_box(width: int, height: int, focal_x: int, focal_y: int, shape: Shape = PORTRAIT) -> Box:
    """The largest part of this shape with the focal point (in percents) as near its centre as it can be."""
    crop_width = min(width, height * shape.across // shape.down)
    crop_height = min(height, width * shape.down // shape.across)
    left = min(max(width * focal_x // 100 - crop_width // 2, 0), width - crop_width)
    top = min(max(height * focal_y // 100 - crop_height // 2, 0), height - crop_height)
    return Box(left, top, left + crop_width, top + crop_height)


def key(name: str, focal_x: int, focal_y: int) -> str:
    """Which picture, cut around which point; empty where there is none."""
    return f"{name} {focal_x} {focal_y}" if name else ""


def version(name: str, focal_x: int, focal_y: int) -> str:
    """Part of a picture's address: another file or focal point is another address."""
    return version_of(key(name, focal_x, focal_y))


def version_of(key: str) -> str:
    return blake2s(key.encode(), digest_size=6).hexdigest()


class Unreadable(Exception):
    """The stored picture is gone or damaged: trying again is of no use."""


def size(key: str, shape: Shape, width: int, encoding: str) -> Path:
    """Where one size stands once it is made. KeyError for an unknown encoding."""
    if encoding not in ENCODINGS:
        raise KeyError(encoding)
    cut = "" if shape == PORTRAIT else f"-{shape.across}x{shape.down}"
    return _root() / f"{version_of(key)}{cut}-{width}.{encoding}"


def make_sizes(name: str, focal_x: int, focal_y: int, shape: Shape) -> int:
    """Make every size that is not there yet, and say how many. Unreadable, or OSError of a full disk."""
    own = key(name, focal_x, focal_y)
    missing: dict[int, list[str]] = {}
    for width in shape.widths:
        for encoding in ENCODINGS:
            if not size(own, shape, width, encoding).exists():
                missing.setdefault(width, []).append(encoding)
    if not missing:
        return 0
    picture = _pixels(name)
    box = crop_box(picture.width, picture.height, focal_x, focal_y, shape)
    for width, encodings in missing.items():
        small = _cut(picture, box, shape, width)
        for encoding in encodings:
            _keep(small, size(own, shape, width, encoding), encoding)
    return sum(len(encodings) for encodings in missing.values())


def portrait(name: str, focal_x: int, focal_y: int, width: int, encoding: str) -> Path:
    """One size of a portrait, for paper: made when it is not there yet. Raises Unreadable."""
    target = size(key(name, focal_x, focal_y), PORTRAIT, width, encoding)
    if not target.exists():
        picture = _pixels(name)
        box = crop_box(picture.width, picture.height, focal_x, focal_y)
        _keep(_cut(picture, box, PORTRAIT, width), target, encoding)
    return target


def _pixels(name: str) -> Image.Image:
    """The stored picture, on white where it is see-through."""
    try:
        with (
            whole_files_only(),
            default_storage.open(name) as stored,
            Image.open(stored, formats=FORMATS) as picture,
        ):
            if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
                return picture.convert("RGB")
            clear = picture.convert("RGBA")
            ground = Image.new("RGBA", clear.size, "white")
            return Image.alpha_composite(ground, clear).convert("RGB")
    except OSError as error:
        if error.errno and not isinstance(error, FileNotFoundError):
            raise  # the disk's fault, not the picture's
        raise Unreadable(name) from error
    except Exception as error:  # Pillow raises whatever a broken file makes it stumble over
        raise Unreadable(name) from error


def _cut(picture: Image.Image, box: Box, shape: Shape, width: int) -> Image.Image:
    return picture.resize(
        (width, shape.height(width)),
        Image.Resampling.LANCZOS,
        box=(box.left, box.top, box.right, box.bottom),
    )


def _keep(picture: Image.Image, target: Path, encoding: str) -> None:
    """Whole or not at all, whoever else makes the same one meanwhile."""
    kind, options = ENCODINGS[encoding]
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{secrets.token_hex(8)}.part")
    try:
        picture.save(unfinished, kind, **options)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def drop_sizes(key: str) -> None:
    """Every size that was made of a picture for one focal point."""
    if key:
        for made in _root().glob(f"{version_of(key)}-*"):
            made.unlink(missing_ok=True)


def throw_away(name: str, focal_x: int, focal_y: int) -> None:
    """A stored picture and every size of it that was made for this focal point."""
    default_storage.delete(name)
    drop_sizes(key(name, focal_x, focal_y))


def _root() -> Path:
    return Path(default_storage.path("renditions"))


def logo(name: str, height: int = 88) -> bytes:
    """A stored logo as PNG, at most this high."""
    with default_storage.open(name) as stored, Image.open(stored) as picture:
        small = picture.convert("RGBA")
        small.thumbnail((height * 6, height), Image.Resampling.LANCZOS)
        out = BytesIO()
        small.save(out, "PNG", optimize=True)
    return out.getvalue()


def forget(name: str) -> None:
    """Take a stored file away, and every size that was ever made of it."""
    root = _root()
    if root.is_dir():
        made = {version(name, x, y) for x in range(101) for y in range(101)}
        for path in root.iterdir():
            if path.name[:12] in made:
                path.unlink(missing_ok=True)
    default_storage.delete(name)
