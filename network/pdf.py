"""What every printed thing stands on: the fonts, and a fetcher that reaches nothing but what it is handed.

Importing WeasyPrint costs over a second, so this module is imported late, by the code that prints.
"""

from collections.abc import Mapping
from importlib.resources import files

from weasyprint.urls import URLFetcher, URLFetcherResponse

FONTS: dict[str, tuple[str, str]] = {
    "own:font/serif": ("font_source_serif_pro", "SourceSerifPro-Regular.otf"),
    "own:font/serif-italic": ("font_source_serif_pro", "SourceSerifPro-It.otf"),
    "own:font/serif-semibold": ("font_source_serif_pro", "SourceSerifPro-Semibold.otf"),
    "own:font/sans": ("font_hanken_grotesk", "HankenGrotesk-Regular.otf"),
    "own:font/sans-semibold": ("font_hanken_grotesk", "HankenGrotesk-SemiBold.otf"),
}

FONT_FACES = "".join(
    f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};src:url("{url}")}}'
    for url, family, weight, style in (
        ("own:font/serif", "Plaque Serif", 400, "normal"),
        ("own:font/serif-italic", "Plaque Serif", 400, "italic"),
        ("own:font/serif-semibold", "Plaque Serif", 600, "normal"),
        ("own:font/sans", "Plaque Sans", 400, "normal"),
        ("own:font/sans-semibold", "Plaque Sans", 600, "normal"),
    )
)


class OwnMediaFetcher(URLFetcher):
    """Knows `data:` addresses, our fonts and the media it was handed under `own:` names.

    Any other address, http and file included, is refused before anything is opened.
    """

    def __init__(self, media: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.media: Mapping[str, bytes] = {} if media is None else media

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        if url in self.media:
            return URLFetcherResponse(url, self.media[url], {"Content-Type": "application/octet-stream"})
        if url in FONTS:
            return URLFetcherResponse(url, font_bytes(url), {"Content-Type": "font/otf"})
        return super().fetch(url, headers)


def font_bytes(url: str) -> bytes:
    package, name = FONTS[url]
    return (files(package) / "files" / name).read_bytes()
