"""Subset the two typefaces of the font packages to woff2; run at set-up, harmless to repeat."""

import importlib.util
import logging
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from fontTools import subset
from fontTools.ttLib import TTFont

from network import fonts

# Basic Latin, Latin-1, Latin Extended-A, and the punctuation, arrows and fractions the texts use.
UNICODES = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026),
    *(0x202F, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2190, 0x2192, 0x2212, 0x2264, 0x2265),
]
FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "lnum", "tnum", "calt"]


class Command(BaseCommand):
    help = "Make the web fonts from the font packages (into the generated static folder)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="make them again")

    def handle(self, *args: object, force: bool, **options: object) -> None:
        logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells every glyph at level info
        for face in fonts.FACES:
            target = Path(settings.GENERATED_STATIC_DIR) / face.static_name
            if target.exists() and not force:
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            size = _subset(_package_file(face), target)
            self.stdout.write(f"{face.static_name}: {size / 1024:.0f} kB")
        fitted = Path(settings.GENERATED_STATIC_DIR) / fonts.FALLBACKS
        if force or not fitted.exists() or fitted.stat().st_mtime < Path(fonts.__file__).stat().st_mtime:
            fitted.write_text(
                "".join(fonts.fitted(face, *_room(_package_file(face))) for face in fonts.FACES)
            )
        fonts.forget()


def _package_file(face: fonts.Face) -> Path:
    spec = importlib.util.find_spec(face.package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"The package {face.package} is not installed.")
    return Path(spec.submodule_search_locations[0]) / "files" / face.source


def _room(source: Path) -> tuple[float, float, float]:
    """How much room a face takes, in ems: a letter's mean width, its height above and below the line."""
    with TTFont(source) as font:
        letters, widths = font.getBestCmap(), font["hmtx"]
        em = font["head"].unitsPerEm
        width = sum(widths[letters[ord(letter)]][0] for letter in fonts.SAMPLE) / len(fonts.SAMPLE)
        # The one pair of heights that browsers on every system use, unless the font asks for the other.
        if font["OS/2"].fsSelection & 1 << 7:
            above, below = font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender
        else:
            above, below = font["hhea"].ascent, font["hhea"].descent
    return width / em, above / em, -below / em


def _subset(source: Path, target: Path) -> int:
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True)
    unfinished = target.with_suffix(".part")
    with subset.load_font(str(source), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=UNICODES)
        subsetter.subset(font)
        subset.save_font(font, str(unfinished), options)
    unfinished.rename(target)
    return target.stat().st_size
