"""HTML to PDF, in a child process (press.py).

What all plaques of a house share is laid out once; what differs, fifty plaques at a time. Each page then
becomes a file of its own, with its own fonts, tags and pictures.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Any

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.document import DocumentMetadata, Page
from weasyprint.text.fonts import FontConfiguration

from ambassadors.plaques import drawing, images
from ambassadors.plaques.fitting import USUAL
from ambassadors.plaques.prebuilt import Raw, forms_of_pages, freeze_streams
from ambassadors.plaques.sheet import BROKEN_PORTRAIT, MILLIMETRE, Edition, House, Made, Sheet
from network.pdf import FONT_FACES, OwnMediaFetcher

VARIANT = "pdf/ua-1"

# The order in which a plaque is read; None is the next element of plaque.html, a name a block of
# plaque_fixed.html, which has the named blocks in this same order.
READING = ("eyebrow", "lead", None, "signature", "official", "place", None, None, "caption", None, "wordmark")
LINKED = "caption"
BLOCKS = tuple(name for name in READING if name)

# Its complaints would name people; what matters comes back as an error or a warning.
logging.getLogger("weasyprint").disabled = True


@dataclass(frozen=True)
class Block:
    """A fixed block in the file's structure: a paragraph of text, or a picture with its description."""

    name: str
    text: str = ""  # of several lines, which would be read without a space between them
    alt: str = ""


class Painter:
    """Lays out and writes the plaques of one house."""

    def __init__(self, house: House, css: str, blocks: str) -> None:
        self._house = house
        self._shared = _shared_media(house)
        self._fonts = FontConfiguration()
        # One configuration and one stylesheet for all documents: reading the fonts is the slow part.
        self._css = CSS(string=FONT_FACES + css, font_config=self._fonts, url_fetcher=OwnMediaFetcher())
        self._blocks = {block.name: block for block in _blocks(house)}
        self._forms = forms_of_pages(self._lay_out(blocks, self._shared).write_pdf())
        self._grounds: dict[str, bytes] = {}
        self._colour = drawing.fill_colour(house.colours["brand-ink"]) + b"\n"

    def paint(self, sheets: Sequence[Sheet], editions: Iterable[Edition]) -> list[Made]:
        """Files for every sheet; raises when the batch cannot be laid out."""
        editions = tuple(editions)
        media = dict(self._shared)
        prepared = [self._prepare(sheet, media) for sheet in sheets]
        document = self._lay_out("".join(html for html, _ in prepared), media)
        if len(document.pages) != len(sheets):
            raise ValueError(f"{len(sheets)} plaques took {len(document.pages)} pages")
        return [
            Made(
                key=sheet.key,
                files={edition.name: self._file(page, sheet, document, edition) for edition in editions},
                warning=warning,
            )
            for sheet, page, (_, warning) in zip(sheets, document.pages, prepared, strict=True)
        ]

    def _prepare(self, sheet: Sheet, media: dict[str, bytes]) -> tuple[str, str]:
        """The sheet's HTML with its own portrait in it, and what is wrong with that."""
        picture, alt, warning = self._portrait(sheet)
        # Named after the content: the name ends up in the file, and a rerun may change no byte.
        name = f"own:portrait/{sha256(picture).hexdigest()[:32]}"
        media[name] = picture
        html = sheet.html.replace('src="own:portrait"', f'src="{name}"')
        return html.replace('alt="own:portrait-alt"', f'alt="{escape(alt)}"'), warning

    def _portrait(self, sheet: Sheet) -> tuple[bytes, str, str]:
        warning = ""
        if sheet.portrait is not None:
            try:
                return images.portrait(sheet.portrait, sheet.focus), sheet.portrait_alt, ""
            except images.BrokenImage:
                warning = BROKEN_PORTRAIT
        colours = self._house.colours
        card = images.initials_card(
            sheet.initials, colours["accent-soft"], colours["paper"], colours["brand-ink"]
        )
        return card, sheet.no_portrait_alt, warning

    def _lay_out(self, articles: str, media: dict[str, bytes]) -> Document:
        html = f'<!doctype html><html lang="{escape(self._house.language)}"><body>{articles}</body></html>'
        source = HTML(string=html, base_url="own:page", url_fetcher=OwnMediaFetcher(media))
        return source.render(stylesheets=[self._css], font_config=self._fonts, pdf_variant=VARIANT)

    def _file(self, page: Page, sheet: Sheet, laid_out: Document, edition: Edition) -> bytes:
        metadata = DocumentMetadata(
            title=sheet.title,
            authors=[self._house.network],
            created=self._house.created.isoformat(),
            lang=self._house.language,
        )
        document = Document([page], metadata, laid_out.url_fetcher, self._fonts, {}, None)

        def finish(_document: Document, pdf: pydyf.PDF) -> None:
            page = pdf.objects[pdf.pages["Kids"][0]]
            pictures = _referred(pdf, page["Resources"])["XObject"]
            self._draw_qr_code(pdf, pictures, sheet.verify_url)
            ground = self._draw_ground(pdf, page, pictures, edition)
            texts = self._place_blocks(pdf, page, pictures, sheet)
            _referred(pdf, page["Contents"]).stream[:0] = [ground, *texts]
            freeze_streams(pdf)

        # An identifier of True is the digest of the content.
        content: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=True, finisher=finish)
        return content

    def _draw_qr_code(self, pdf: pydyf.PDF, pictures: dict[str, bytes], url: str) -> None:
        """Put the drawn code where the layout holds a single pixel: sharp at any size."""
        (number,) = (
            number
            for number in (int(found.split()[0]) for found in pictures.values())
            if pdf.objects[number].extra.get("Width") == 1
        )
        form = _form(self._colour + images.qr_form(url), [0, 0, 1, 1])
        form.number = number
        pdf.objects[number] = form

    def _draw_ground(
        self, pdf: pydyf.PDF, page: dict[str, Any], pictures: dict[str, bytes], edition: Edition
    ) -> bytes:
        """Band, arcs and crop marks: decoration, so an artifact. Everything to be read is tagged."""
        if edition.name not in self._grounds:
            form = _form(drawing.fixed_part(self._house, edition), drawing.box(edition, edition.surround))
            self._grounds[edition.name] = form.data
        ground = Raw(self._grounds[edition.name], is_stream=True)
        pdf.add_object(ground)
        pictures["Ground"] = ground.reference
        page["MediaBox"] = pydyf.Array(drawing.box(edition, edition.surround))
        page["BleedBox"] = pydyf.Array(drawing.box(edition, edition.bleed))
        page["TrimBox"] = pydyf.Array(drawing.box(edition, 0))
        return b"/Artifact BMC q /Ground Do Q EMC"

    def _place_blocks(
        self, pdf: pydyf.PDF, page: dict[str, Any], pictures: dict[str, bytes], sheet: Sheet
    ) -> list[bytes]:
        """Draw the shared blocks and give each its place among the elements of the structure tree."""
        references = dict(zip(BLOCKS, self._forms.plant(pdf), strict=True))
        root = _referred(pdf, pdf.catalog["StructTreeRoot"])
        numbers = _referred(pdf, root["ParentTree"])["Nums"]
        parents = numbers[1]
        article = _referred(pdf, _referred(pdf, root["K"][0])["K"][0])
        own = iter(article["K"])
        order, drawn = pydyf.Array(), []
        for name in READING:
            if name is None:
                order.append(next(own))
            elif block := self._blocks.get(name):
                element = _element(block, article, page, len(parents))
                pdf.add_object(element)
                if name == LINKED:
                    _link(pdf, page, element, sheet.verify_url)
                    numbers.extend([1, element.reference])
                order.append(element.reference)
                parents.append(element.reference)
                pictures[name] = references[name]
                lower = (USUAL - sheet.lead_top) * MILLIMETRE if name == "lead" else 0
                mark = f"{element['S']} <</MCID {element['K'][0]}>> BDC"
                drawn.append(f"{mark} q 1 0 0 1 0 {lower:.3f} cm /{name} Do Q EMC")
        article["K"] = order
        return [line.encode() for line in drawn]


def _blocks(house: House) -> list[Block]:
    """Those the house has."""
    found = [Block("eyebrow"), Block("lead"), Block("place"), Block("caption")]
    if house.official_name:
        text = ", ".join(part for part in (house.official_name, house.official_title) if part)
        found.append(Block("official", text=text))
    if house.signature is not None:
        found.append(Block("signature", alt=house.signature_alt))
    if house.logo is not None:
        return [*found, Block("wordmark", alt=house.network)]
    return [*found, Block("wordmark", text=" ".join(house.wordmark))]


def _element(block: Block, parent: Any, page: Any, mark: int) -> pydyf.Dictionary:
    element = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/Link" if block.name == LINKED else "/Figure" if block.alt else "/P",
            "K": pydyf.Array([mark]),
            "Pg": page.reference,
            "P": parent.reference,
        }
    )
    if block.alt:
        element["Alt"] = pydyf.String(block.alt)
    if block.text:
        element["ActualText"] = pydyf.String(block.text)
    return element


def _link(pdf: pydyf.PDF, page: dict[str, Any], element: pydyf.Dictionary, url: str) -> None:
    """A click on the QR code or the words below it opens what a phone would open."""
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(drawing.CHECK),
            "Border": pydyf.Array([0, 0, 0]),
            "F": 4,
            "Contents": pydyf.String(url),
            "A": pydyf.Dictionary({"Type": "/Action", "S": "/URI", "URI": pydyf.String(url)}),
            "StructParent": 1,
        }
    )
    pdf.add_object(annotation)
    page["Annots"] = pydyf.Array([annotation.reference])
    element["K"].append(
        pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": element["Pg"]}).data
    )


def _form(content: bytes, box: list[float]) -> pydyf.Stream:
    return pydyf.Stream(
        [content],
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array(box),
            "Resources": pydyf.Dictionary(),
        },
        compress=True,
    )


def _shared_media(house: House) -> dict[str, bytes]:
    found = {"own:qr": images.PIXEL}
    if house.signature is not None:
        found["own:signature"] = images.signature(house.signature)
    if house.logo is not None:
        found["own:logo"] = images.logo(house.logo)
    return found


def _referred(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
