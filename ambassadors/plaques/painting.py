"""HTML to PDF, in a child process (press.py).

What all plaques of a house share is laid out once; what differs, fifty plaques at a time. Each page then
becomes a file of its own, with its own fonts, tags and portrait (assembling.py).
"""

import logging
from collections.abc import Iterable, Sequence
from html import escape

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.document import DocumentMetadata, Page
from weasyprint.text.fonts import FontConfiguration

from ambassadors.plaques import images
from ambassadors.plaques.assembling import Assembler, Portrait
from ambassadors.plaques.prebuilt import forms_of_pages
from ambassadors.plaques.sheet import BROKEN_PORTRAIT, BROKEN_SIGNATURE, Edition, House, Made, Sheet
from network.pdf import FONT_FACES, OwnMediaFetcher

VARIANT = "pdf/ua-1"

# Its complaints would name people; what matters comes back as an error or a warning.
logging.getLogger("weasyprint").disabled = True


class Painter:
    """Lays out and writes the plaques of one house."""

    def __init__(self, house: House, css: str, blocks: str) -> None:
        self._house = house
        self._media, self._warning = _media(house)
        self._fonts = FontConfiguration()
        # One configuration and one stylesheet for all documents: reading the fonts is the slow part.
        self._css = CSS(string=FONT_FACES + css, font_config=self._fonts, url_fetcher=OwnMediaFetcher())
        self._assembler = Assembler(house, forms_of_pages(self._lay_out(blocks).write_pdf()))

    def paint(self, sheets: Sequence[Sheet], editions: Iterable[Edition]) -> list[Made]:
        """Files for every sheet; raises when the batch cannot be laid out."""
        editions = tuple(editions)
        document = self._lay_out("".join(sheet.html for sheet in sheets))
        if len(document.pages) != len(sheets):
            raise ValueError(f"{len(sheets)} plaques took {len(document.pages)} pages")
        return [
            self._one(sheet, page, document, editions)
            for sheet, page in zip(sheets, document.pages, strict=True)
        ]

    def _one(self, sheet: Sheet, page: Page, laid_out: Document, editions: tuple[Edition, ...]) -> Made:
        portrait, warning = self._portrait(sheet)
        files = {edition.name: self._file(page, sheet, portrait, laid_out, edition) for edition in editions}
        return Made(sheet.key, files, warning or self._warning)

    def _portrait(self, sheet: Sheet) -> tuple[Portrait, str]:
        warning = ""
        if sheet.portrait is not None:
            try:
                return Portrait(images.portrait(sheet.portrait, sheet.focus), sheet.portrait_alt), ""
            except images.BrokenImage:
                warning = BROKEN_PORTRAIT
        colours = self._house.colours
        card = images.initials_card(
            sheet.initials, colours["accent-soft"], colours["paper"], colours["brand-ink"]
        )
        return Portrait(card, sheet.no_portrait_alt), warning

    def _lay_out(self, articles: str) -> Document:
        html = f'<!doctype html><html lang="{escape(self._house.language)}"><body>{articles}</body></html>'
        source = HTML(string=html, base_url="own:page", url_fetcher=OwnMediaFetcher(self._media))
        return source.render(stylesheets=[self._css], font_config=self._fonts, pdf_variant=VARIANT)

    def _file(
        self, page: Page, sheet: Sheet, portrait: Portrait, laid_out: Document, edition: Edition
    ) -> bytes:
        metadata = DocumentMetadata(
            title=sheet.title,
            authors=[self._house.network],
            created=self._house.created.isoformat(),
            lang=self._house.language,
        )
        document = Document([page], metadata, laid_out.url_fetcher, self._fonts, {}, None)

        def finish(_document: Document, pdf: pydyf.PDF) -> None:
            self._assembler.assemble(pdf, sheet, portrait, edition)

        # An identifier of True is the digest of the content.
        content: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=True, finisher=finish)
        return content


def _media(house: House) -> tuple[dict[str, bytes], str]:
    """The pictures of the house, and a warning when one of them cannot be read: nothing takes its place."""
    found = {}
    warning = ""
    for name, content, prepare in (
        ("own:signature", house.signature, images.signature),
        ("own:logo", house.logo, images.logo),
    ):
        if content is None:
            continue
        try:
            found[name] = prepare(content)
        except images.BrokenImage:
            found[name], warning = images.NOTHING, BROKEN_SIGNATURE
    return found, warning
