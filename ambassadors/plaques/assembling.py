"""Puts a plaque together: the shared blocks, the portrait, the QR code and the ground join the page that was
laid out, each with its place in the structure that screen readers follow."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pydyf

from ambassadors.plaques import drawing, images
from ambassadors.plaques.fitting import USUAL
from ambassadors.plaques.prebuilt import Prebuilt, Raw, freeze_streams
from ambassadors.plaques.sheet import MILLIMETRE, Edition, House, Sheet

# The articles of plaque_fixed.html, in its order.
FORMS = ("eyebrow", "lead", "signature", "official", "place", "caption", "wordmark")
# The order in which a plaque is read; "own" is the next element of plaque.html.
READING = tuple(
    "eyebrow lead own signature official place own qr caption portrait wordmark".split()  # noqa: SIM905
)
LINKED = "caption"


@dataclass(frozen=True)
class Portrait:
    content: bytes  # JPEG
    alt: str


@dataclass(frozen=True)
class Block:
    """One element of the structure, and the operators that draw it."""

    name: str
    drawn: str
    alt: str = ""  # of a picture
    text: str = ""  # of several lines, which would be read without a space between them


class Assembler:
    def __init__(self, house: House, forms: Prebuilt) -> None:
        self._house = house
        self._forms = forms
        self._texts = {
            "official": ", ".join(part for part in (house.official_name, house.official_title) if part)
        }
        self._alts = {"signature": house.signature_alt, "qr": house.qr_alt}
        if house.logo is None:
            self._texts["wordmark"] = " ".join(house.wordmark)
        else:
            self._alts["wordmark"] = house.network
        self._left_out = {
            name
            for name, value in (("official", house.official_name), ("signature", house.signature))
            if not value
        }
        self._grounds: dict[str, bytes] = {}
        self._colour = drawing.fill_colour(house.colours["brand-ink"]) + b"\n"

    def assemble(self, pdf: pydyf.PDF, sheet: Sheet, portrait: Portrait, edition: Edition) -> None:
        page = pdf.objects[pdf.pages["Kids"][0]]
        _set_boxes(page, edition)
        pictures = _referred(pdf, page["Resources"])["XObject"]
        pictures.update(zip(FORMS, self._forms.plant(pdf), strict=True))
        add = _adder(pdf, pictures)
        add("ground", Raw(self._ground(edition), is_stream=True))
        add("qr", _form(self._colour + images.qr_form(sheet.verify_url), [0, 0, 1, 1]))
        add("portrait", _jpeg(portrait.content))
        drawn = self._tag(pdf, page, sheet, portrait)
        # The ground is decoration, so an artifact: everything to be read is tagged.
        contents = _referred(pdf, page["Contents"])
        contents.stream[:0] = [b"/Artifact BMC q /ground Do Q EMC", *drawn]
        freeze_streams(pdf)

    def _ground(self, edition: Edition) -> bytes:
        if edition.name not in self._grounds:
            form = _form(drawing.fixed_part(self._house, edition), drawing.box(edition, edition.surround))
            self._grounds[edition.name] = form.data
        return self._grounds[edition.name]

    def _tag(self, pdf: pydyf.PDF, page: Any, sheet: Sheet, portrait: Portrait) -> list[bytes]:
        """Give every block its element in the structure tree, in reading order; what draws them."""
        root = _referred(pdf, pdf.catalog["StructTreeRoot"])
        numbers = _referred(pdf, root["ParentTree"])["Nums"]
        parents = numbers[1]
        article = _referred(pdf, _referred(pdf, root["K"][0])["K"][0])
        own = iter(article["K"])
        order, drawn = pydyf.Array(), []
        for name in READING:
            if name in self._left_out:
                continue
            if name == "own":
                order.append(next(own))
                continue
            block = self._block(name, sheet, portrait)
            element = _element(block, article, page, len(parents))
            pdf.add_object(element)
            if name == LINKED:
                _link(pdf, page, element, sheet.verify_url)
                numbers.extend([1, element.reference])
            order.append(element.reference)
            drawn.append(f"{element['S']} <</MCID {len(parents)}>> BDC q {block.drawn} Do Q EMC".encode())
            parents.append(element.reference)
        article["K"] = order
        return drawn

    def _block(self, name: str, sheet: Sheet, portrait: Portrait) -> Block:
        alt, text = self._alts.get(name, ""), self._texts.get(name, "")
        if name == "qr":
            return Block(name, f"{drawing.in_square(drawing.QR)} /qr", alt)
        if name == "portrait":
            return Block(name, f"{drawing.in_frame()} /portrait", portrait.alt)
        lower = (USUAL - sheet.lead_top) * MILLIMETRE if name == "lead" else 0
        return Block(name, f"1 0 0 1 0 {lower:.3f} cm /{name}", alt, text)


def _adder(pdf: pydyf.PDF, pictures: dict[str, bytes]) -> Callable[[str, pydyf.Object], None]:
    def add(name: str, found: pydyf.Object) -> None:
        pdf.add_object(found)
        pictures[name] = found.reference

    return add


def _set_boxes(page: dict[str, Any], edition: Edition) -> None:
    page["MediaBox"] = pydyf.Array(drawing.box(edition, edition.surround))
    page["BleedBox"] = pydyf.Array(drawing.box(edition, edition.bleed))
    page["TrimBox"] = pydyf.Array(drawing.box(edition, 0))


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
        element["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(drawing.PLACES[block.name])})
    if block.text:
        element["ActualText"] = pydyf.String(block.text)
    return element


def _link(pdf: pydyf.PDF, page: dict[str, Any], element: pydyf.Dictionary, url: str) -> None:
    """A click on the QR code or the words below it opens what a phone would open."""
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(drawing.PLACES["link"]),
            "Border": pydyf.Array([0, 0, 0]),
            "F": 4,
            "Contents": pydyf.String(url),
            "A": pydyf.Dictionary({"Type": "/Action", "S": "/URI", "URI": pydyf.String(url)}),
            "StructParent": 1,
        }
    )
    pdf.add_object(annotation)
    page["Annots"] = pydyf.Array([annotation.reference])
    target = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": element["Pg"]})
    element["K"].append(target.data)


def _jpeg(content: bytes) -> pydyf.Stream:
    width, height = images.size_of(content)
    extra = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "ColorSpace": "/DeviceRGB",
        "BitsPerComponent": 8,
        "Interpolate": "true",
        "Filter": "/DCTDecode",
    }
    return pydyf.Stream([content], extra)


def _form(content: bytes, box: list[float]) -> pydyf.Stream:
    extra = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": pydyf.Array(box),
        "Resources": pydyf.Dictionary(),
    }
    return pydyf.Stream([content], extra, compress=True)


def _referred(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
