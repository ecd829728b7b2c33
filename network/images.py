"""Pictures: checked before they are decoded, kept without what the camera wrote, served in the right size.

A picture is stored once, re-encoded, under a random name. The sizes a page asks for are made from it when
they are first asked for and kept beside it.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2s
from io import BytesIO
from pathlib import Path
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 24_000_000
LONGEST_SIDE = 2000
FORMATS = ("JPEG", "PNG", "WEBP")

PORTRAIT_WIDTHS = (240, 480, 960)
PORTRAIT_SHAPE = (4, 5)
PHOTO_WIDTHS = (480, 960, 1440)
PHOTO_SHAPE = (3, 2)
ENCODINGS = {"avif": ("AVIF", {"quality": 58, "speed": 7}), "webp": ("WEBP", {"quality": 78, "method": 4})}
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


def crop_box(
    width: int, height: int, focal_x: int, focal_y: int, shape: tuple[int, int] = PORTRAIT_SHAPE
) -> Box:
    """The largest part of this shape with the focal point (in percents) as near its centre as it can be."""
    across, down = shape
    crop_width = min(width, height * across // down)
    crop_height = min(height, width * down // across)
    left = min(max(width * focal_x // 100 - crop_width // 2, 0), width - crop_width)
    top = min(max(height * focal_y // 100 - crop_height // 2, 0), height - crop_height)
    return Box(left, top, left + crop_width, top + crop_height)


def version(name: str, focal_x: int, focal_y: int) -> str:
    """Part of a picture's address: another file or focal point is another address."""
    return blake2s(f"{name} {focal_x} {focal_y}".encode(), digest_size=6).hexdigest()


def portrait(name: str, focal_x: int, focal_y: int, width: int, encoding: str) -> Path:
    """The file of a stored portrait in one width and encoding; made when it is not there yet."""
    return rendition(name, focal_x, focal_y, width, encoding, PORTRAIT_SHAPE)


def photo(name: str, focal_x: int, focal_y: int, width: int, encoding: str) -> Path:
    """The same for a photo beside a text."""
    return rendition(name, focal_x, focal_y, width, encoding, PHOTO_SHAPE)


def throw_away(name: str, focal_x: int, focal_y: int) -> None:
    """A stored picture and every size of it that was made for this focal point."""
    default_storage.delete(name)
    for made in Path(default_storage.path("renditions")).glob(f"{version(name, focal_x, focal_y)}-*"):
        made.unlink(missing_ok=True)


def rendition(
    name: str, focal_x: int, focal_y: int, width: int, encoding: str, shape: tuple[int, int]
) -> Path:
    """Raises FileNotFoundError when the stored picture is gone and KeyError for an unknown encoding."""
    kind, options = ENCODINGS[encoding]
    root = Path(default_storage.path("renditions"))
    cut = "" if shape == PORTRAIT_SHAPE else "-{}x{}".format(*shape)
    target = root / f"{version(name, focal_x, focal_y)}{cut}-{width}.{encoding}"
    if target.exists():
        return target
    with default_storage.open(name) as stored, Image.open(stored) as picture:
        box = crop_box(picture.width, picture.height, focal_x, focal_y, shape)
        small = picture.convert("RGB").resize(
            (width, width * shape[1] // shape[0]),
            Image.Resampling.LANCZOS,
            box=(box.left, box.top, box.right, box.bottom),
        )
    root.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{secrets.token_hex(8)}.part")
    small.save(unfinished, kind, **options)
    unfinished.replace(target)
    return target


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
    root = Path(default_storage.path("renditions"))
    if root.is_dir():
        made = {version(name, x, y) for x in range(101) for y in range(101)}
        for path in root.iterdir():
            if path.name[:12] in made:
                path.unlink(missing_ok=True)
    default_storage.delete(name)
