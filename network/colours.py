"""From a network's two colours to every colour on the screen.

The leader chooses a brand and an accent colour. Everything else is derived here, in light and dark,
so that each pair in PAIRS meets WCAG 2.2 AA. A colour that cannot carry text as it is, is moved along
its lightness (hue kept, chroma where the screen allows) and the change is reported.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2s
from math import atan2, cbrt, cos, hypot, sin
from typing import Any

TEXT, MARK = 4.5, 3.0
DEFAULT_BRAND, DEFAULT_ACCENT = "#0B5D4E", "#C8741A"

LIGHT_NEUTRALS = {
    "paper": "#FBF8F2",
    "band": "#F5F0E6",
    "card": "#FFFFFF",
    "line": "#E4DDD0",
    "edge": "#8C8273",
    "ink": "#221D17",
    "ink-2": "#4F483E",
    "ink-3": "#675F54",
    "on-deep": "#F7F3EA",
    "on-bright": "#221D17",
    "danger": "#A3291B",
    "danger-soft": "#FBE8E3",
}
DARK_NEUTRALS = {
    "paper": "#16130E",
    "band": "#1D1914",
    "card": "#231F19",
    "line": "#3B352B",
    "edge": "#877D6E",
    "ink": "#F3EEE4",
    "ink-2": "#D2CABC",
    "ink-3": "#ADA495",
    "on-deep": "#F7F3EA",
    "on-bright": "#221D17",
    "danger": "#FFA391",
    "danger-soft": "#3D1F19",
}
SURFACES = ("paper", "band", "card")

# (what is drawn, what it is drawn on, the least contrast): the whole promise, tested over all colours.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, surface, TEXT) for ink in ("ink", "ink-2", "ink-3") for surface in SURFACES),
    *((ink, soft, TEXT) for ink in ("ink", "ink-2") for soft in ("brand-soft", "accent-soft", "danger-soft")),
    *((colour, surface, TEXT) for colour in ("brand", "brand-ink", "danger") for surface in SURFACES),
    ("brand", "brand-soft", TEXT),
    ("brand-ink", "brand-soft", TEXT),
    ("danger", "danger-soft", TEXT),
    ("on-brand", "brand", TEXT),
    ("on-brand", "brand-hover", TEXT),
    ("on-deep", "deep", TEXT),
    ("on-deep-2", "deep", TEXT),
    ("bright", "deep", TEXT),
    ("on-bright", "bright", TEXT),
    ("deep-mark", "deep", MARK),
    ("accent-ink", "accent-soft", TEXT),
    *(("accent-ink", surface, TEXT) for surface in SURFACES),
    *(("accent", surface, MARK) for surface in SURFACES),
    *(("edge", surface, MARK) for surface in SURFACES),
)


@dataclass(frozen=True)
class Correction:
    role: str
    wanted: str
    used: str


@dataclass(frozen=True)
class Palette:
    light: dict[str, str]
    dark: dict[str, str]
    corrections: tuple[Correction, ...]

    @cached_property
    def css(self) -> str:
        """The custom properties, ready for a stylesheet."""
        light, dark = _declarations(self.light), _declarations(self.dark)
        return (
            f":root{{color-scheme:light dark;{light}}}"
            f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
            f"@media print{{:root{{color-scheme:light;{light}}}}}"
        )

    @cached_property
    def digest(self) -> str:
        return blake2s(self.css.encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=256)
def derive(brand: str = DEFAULT_BRAND, accent: str = DEFAULT_ACCENT) -> Palette:
    """The whole palette; both colours as #RRGGBB."""
    light, dark = _light(brand, accent), _dark(brand, accent)
    corrections = tuple(
        Correction(role, wanted.upper(), light[role])
        for role, wanted in (("brand", brand), ("accent", accent))
        if wanted.upper() != light[role]
    )
    return Palette(light, dark, corrections)


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _light(brand: str, accent: str) -> dict[str, str]:
    colours = dict(LIGHT_NEUTRALS)
    surfaces = [colours[name] for name in SURFACES]
    colours["brand-soft"] = _tone(brand, 0.94, 0.013)
    colours["accent-soft"] = _tone(accent, 0.945, 0.032)
    colours["brand"] = _darken(brand, [*surfaces, colours["brand-soft"]], TEXT)
    lightness, chroma, _ = _oklch(colours["brand"])
    colours["on-brand"] = "#FFFFFF"
    colours["brand-hover"] = _tone(colours["brand"], max(lightness - 0.06, 0), chroma)
    colours["brand-ink"] = _tone(colours["brand"], min(lightness, 0.335), min(chroma, 0.1))
    _add_deep(colours, brand, accent, lightness=0.335, chroma=0.056)
    colours["accent"] = _darken(accent, surfaces, MARK)
    accent_ink = _tone(accent, 0.44, 0.1)
    colours["accent-ink"] = _darken(accent_ink, [*surfaces, colours["accent-soft"]], TEXT)
    return colours


def _dark(brand: str, accent: str) -> dict[str, str]:
    colours = dict(DARK_NEUTRALS)
    surfaces = [colours[name] for name in SURFACES]
    colours["brand-soft"] = _tone(brand, 0.285, 0.032)
    colours["accent-soft"] = _tone(accent, 0.29, 0.04)
    bright_brand = _tone(brand, max(_oklch(brand)[0], 0.76), min(_oklch(brand)[1], 0.12))
    colours["brand"] = _lighten(bright_brand, [*surfaces, colours["brand-soft"]], TEXT)
    lightness, chroma, _ = _oklch(colours["brand"])
    colours["on-brand"] = DARK_NEUTRALS["paper"]
    colours["brand-hover"] = _tone(colours["brand"], min(lightness + 0.06, 1), chroma)
    colours["brand-ink"] = _tone(brand, max(lightness, 0.88), 0.06)
    _add_deep(colours, brand, accent, lightness=0.29, chroma=0.05)
    bright_accent = _tone(accent, max(_oklch(accent)[0], 0.74), _oklch(accent)[1])
    colours["accent"] = _lighten(bright_accent, surfaces, MARK)
    accent_ink = _tone(accent, 0.86, 0.09)
    colours["accent-ink"] = _lighten(accent_ink, [*surfaces, colours["accent-soft"]], TEXT)
    return colours


def _add_deep(colours: dict[str, str], brand: str, accent: str, *, lightness: float, chroma: float) -> None:
    """The dark panel in the brand's hue and what may stand on it; the same idea in light and dark."""
    colours["deep"] = _tone(brand, lightness, chroma)
    colours["deep-2"] = _tone(brand, lightness + 0.08, chroma)
    colours["on-deep-2"] = _lighten(_tone(brand, 0.885, 0.025), [colours["deep"]], TEXT)
    colours["deep-mark"] = _lighten(_tone(brand, 0.66, 0.03), [colours["deep"]], MARK)
    bright = _tone(accent, max(_oklch(accent)[0], 0.81), min(_oklch(accent)[1], 0.13))
    colours["bright"] = _lighten(bright, [colours["deep"]], TEXT)


def _darken(colour: str, surfaces: list[str], ratio: float) -> str:
    return _until(colour, surfaces, ratio, step=-0.01)


def _lighten(colour: str, surfaces: list[str], ratio: float) -> str:
    return _until(colour, surfaces, ratio, step=0.01)


def _until(colour: str, surfaces: list[str], ratio: float, *, step: float) -> str:
    """The colour itself when it stands out enough, else the nearest tone that does."""
    found = colour.upper()
    lightness, chroma, _ = _oklch(found)
    while min(contrast(found, surface) for surface in surfaces) < ratio and 0 < lightness < 1:
        lightness = min(max(lightness + step, 0.0), 1.0)
        found = _tone(colour, lightness, chroma)
    return found


def _tone(colour: str, lightness: float, chroma: float) -> str:
    """The same hue at another lightness, with at most this chroma; a grey stays a grey."""
    _, own, hue = _oklch(colour)
    low, high = 0.0, min(own, chroma)
    if not _in_gamut(_to_linear(lightness, high, hue)):
        for _ in range(14):
            middle = (low + high) / 2
            low, high = (middle, high) if _in_gamut(_to_linear(lightness, middle, hue)) else (low, middle)
        high = low
    return _hex(_to_linear(lightness, high, hue))


def _declarations(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value.lower()}" for name, value in colours.items())


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _expand(red), _expand(green), _expand(blue)


def _expand(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _compress(value: float) -> float:
    value = min(max(value, 0.0), 1.0)
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(linear: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(_compress(value) * 255):02X}" for value in linear)


def _in_gamut(linear: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= value <= 1.0005 for value in linear)


def _oklch(colour: str) -> tuple[float, float, float]:
    """Lightness, chroma and hue in Björn Ottosson's OKLab, where equal steps look equal."""
    red, green, blue = _linear(colour)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _to_linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def palette_of(network: Any) -> Palette:
    if network is None:
        return derive()
    return derive(network.brand_colour, network.accent_colour)


def mail_colours(network: Any) -> dict[str, str]:
    """The light palette by name, with underscores, for the styles of a mail or a printed page."""
    return {name.replace("-", "_"): value for name, value in palette_of(network).light.items()}
