"""The two typefaces: which files of the font packages, and the CSS that names their subsets."""

from dataclasses import dataclass
from functools import lru_cache

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
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f'font-display:swap;src:url("{url}") format("woff2")}}'
        for face, url in urls().items()
    )


@lru_cache(maxsize=1)
def digest() -> str:
    """Part of the theme's address, so that a theme without fonts is not kept after they are built."""
    return "f" if urls() else "s"
