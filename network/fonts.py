"""The two typefaces: which files of the font packages, and the CSS that names their subsets.

Until they have come, a page is set in a font of the reader's own device, made as wide and as high as ours: so
nothing moves when ours arrives. How wide ours are is read from the fonts when they are made (`fallbacks`).
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage


@dataclass(frozen=True)
class Face:
    package: str
    source: str
    family: str
    weight: int
    style: str = "normal"
    preload: bool = False

    @property
    def static_name(self) -> str:
        slug = self.family.lower().replace(" ", "-")
        return f"fonts/{slug}-{self.weight}{'i' if self.style == 'italic' else ''}.woff2"


@dataclass(frozen=True)
class Device:
    """A font on the reader's device: names of its upright, bold and italic, and how wide each sets SAMPLE.

    Widths are the mean of a letter in ems, measured on that font or on one made to the same widths.
    """

    family: str
    covers: str
    names: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    widths: tuple[float, float, float]

    def variant(self, face: Face) -> int:
        return 2 if face.style == "italic" else 1 if face.weight >= 600 else 0


# Ordinary Dutch, since letters differ in how often they come and how wide they are.
SAMPLE = (
    "Twaalf ondernemers uit de regio vertellen hoe zij hun bedrijf samen met hun mensen vernieuwden. "
    "Eerlijk, praktisch en graag bij jou op het podium. Wie wil weten wat er gebeurde, leest het verhaal, "
    "vraagt door en kiest daarna zelf een eerste stap: klein, dichtbij en deze week nog."
)

# In the order of the stacks in tokens.css: Apple and Windows, Android, Linux.
DEVICES = (
    Device(
        "Source Serif by Georgia",
        "Source Serif",
        (("Georgia",), ("Georgia Bold", "Georgia-Bold"), ("Georgia Italic", "Georgia-Italic")),
        (0.4388, 0.5121, 0.4471),
    ),
    Device(
        "Source Serif by Noto",
        "Source Serif",
        (
            ("Noto Serif", "NotoSerif", "NotoSerif-Regular"),
            ("Noto Serif Bold", "NotoSerif-Bold"),
            ("Noto Serif Italic", "NotoSerif-Italic"),
        ),
        (0.4782, 0.5079, 0.4617),
    ),
    Device(
        "Source Serif by Times",
        "Source Serif",
        (
            ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "LiberationSerif"),
            (
                "Times New Roman Bold",
                "TimesNewRomanPS-BoldMT",
                "Liberation Serif Bold",
                "LiberationSerif-Bold",
            ),
            (
                "Times New Roman Italic",
                "TimesNewRomanPS-ItalicMT",
                "Liberation Serif Italic",
                "LiberationSerif-Italic",
            ),
        ),
        (0.4006, 0.4269, 0.4013),
    ),
    Device(
        "Hanken Grotesk by Arial",
        "Hanken Grotesk",
        (
            ("Arial", "ArialMT", "Liberation Sans", "LiberationSans"),
            ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "LiberationSans-Bold"),
            ("Arial Italic", "Arial-ItalicMT", "Liberation Sans Italic", "LiberationSans-Italic"),
        ),
        (0.4421, 0.4737, 0.4421),
    ),
    Device(
        "Hanken Grotesk by Roboto",
        "Hanken Grotesk",
        (("Roboto", "Roboto-Regular"), ("Roboto Bold", "Roboto-Bold"), ("Roboto Italic", "Roboto-Italic")),
        (0.4383, 0.4465, 0.4383),
    ),
)
FALLBACKS = "fonts/fallbacks.css"

# Preloaded: what stands above the fold of every page, so that no button wraps and then does not.
FACES = (
    Face("font_source_serif_pro", "SourceSerifPro-Semibold.otf", "Source Serif", 600, preload=True),
    Face("font_source_serif_pro", "SourceSerifPro-Regular.otf", "Source Serif", 400),
    Face("font_source_serif_pro", "SourceSerifPro-It.otf", "Source Serif", 400, "italic"),
    Face("font_hanken_grotesk", "HankenGrotesk-Regular.otf", "Hanken Grotesk", 400, preload=True),
    Face("font_hanken_grotesk", "HankenGrotesk-Medium.otf", "Hanken Grotesk", 500),
    Face("font_hanken_grotesk", "HankenGrotesk-SemiBold.otf", "Hanken Grotesk", 600, preload=True),
)


@lru_cache(maxsize=1)
def urls() -> dict[Face, str]:
    """Where each built face is served; empty until `manage.py build_fonts` has run."""
    found = {}
    for face in FACES:
        if settings.EMBEDDED and not finders.find(face.static_name):
            continue
        try:
            found[face] = staticfiles_storage.url(face.static_name)
        except ValueError:  # not in the manifest: the fonts were not built before collectstatic
            continue
    return found


def preloads() -> list[str]:
    return [url for face, url in urls().items() if face.preload]


def css() -> str:
    faces = "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f'font-display:swap;src:url("{url}") format("woff2")}}'
        for face, url in urls().items()
    )
    return faces + (fallbacks() if faces else "")


@lru_cache(maxsize=1)
def fallbacks() -> str:
    """The fonts of devices, fitted to ours when ours were made; nothing when they were not made yet."""
    try:
        path = finders.find(FALLBACKS) if settings.EMBEDDED else staticfiles_storage.path(FALLBACKS)
        return Path(path).read_text() if path else ""
    except OSError:
        return ""


def fitted(face: Face, width: float, ascent: float, descent: float) -> str:
    """What makes each device's font take the room of this face: its mean width and heights in ems."""
    return "".join(
        _fitted(device, face, width, ascent, descent) for device in DEVICES if device.covers == face.family
    )


def _fitted(device: Device, face: Face, width: float, ascent: float, descent: float) -> str:
    variant = device.variant(face)
    size = width / device.widths[variant]
    sources = ",".join(f'local("{name}")' for name in device.names[variant])
    return (
        f'@font-face{{font-family:"{device.family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:{sources};size-adjust:{size:.2%};ascent-override:{ascent / size:.2%};"
        f"descent-override:{descent / size:.2%};line-gap-override:0%}}"
    )


@lru_cache(maxsize=1)
def digest() -> str:
    """Part of the theme's address, so that a theme with other fonts, or without, is not kept."""
    return hashlib.sha256(css().encode()).hexdigest()[:6] if urls() else "s"


def forget() -> None:
    """After the fonts are made: what was known before is old."""
    for known in (urls, fallbacks, digest):
        known.cache_clear()
