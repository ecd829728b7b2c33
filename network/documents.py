"""PDFs that people upload: read before they are kept, written anew without what acts by itself."""

import secrets
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    import pikepdf

MOST_BYTES = 20 * 1024 * 1024
MOST_PAGES = 200
CLEANING = 1
"""Counts up when more is taken out than before: what was kept earlier is then cleaned again by night."""
# What makes a reader do something, carries another file along, or tells who made it; wherever it stands.
ACTING = ("/OpenAction", "/AA", "/JS", "/JavaScript", "/AcroForm", "/XFA")
CARRYING = ("/Collection", "/EmbeddedFiles", "/EF", "/AF")
TELLING = ("/Metadata", "/PieceInfo")
HARMLESS = ("/URI", "/GoTo")  # to an address, or another page
KEPT = ("dc:title", "pdfuaid:part")  # its title, and that it was made to be read aloud


class Pdf(ContentFile):
    """The cleaned file, with the number of its pages."""

    pages = 0


def clean(upload: File | BinaryIO) -> Pdf:
    """The PDF as we keep it: readable, not locked, at most 20 MB, without scripts, under a random name.

    Raises ValidationError with a sentence for whoever uploads.
    """
    upload.seek(0, 2)
    if upload.tell() > MOST_BYTES:
        raise ValidationError(_("This file is larger than 20 MB. Choose a smaller one."), code="too_heavy")
    upload.seek(0)
    if not upload.read(1024).lstrip().startswith(b"%PDF-"):
        raise ValidationError(_("This is not a PDF. Save it as PDF first."), code="not_a_pdf")
    upload.seek(0)
    import pikepdf  # late: most processes never read a PDF

    try:
        with pikepdf.open(BytesIO(upload.read())) as pdf:
            return _written_anew(pdf)
    except pikepdf.PasswordError as error:
        raise ValidationError(
            _("This PDF is locked with a password. Choose one without."), code="locked"
        ) from error
    except ValidationError:
        raise
    except Exception as error:  # whatever a broken file makes the reader stumble over
        raise ValidationError(
            _("This PDF is damaged. Open it, save it again and try once more."), code="damaged"
        ) from error


def _written_anew(pdf: "pikepdf.Pdf") -> Pdf:
    if not 0 < len(pdf.pages) <= MOST_PAGES:
        raise ValidationError(_("A PDF has at most 200 pages here."), code="too_long")
    about = _title_of(pdf)
    for thing in pdf.objects:
        _tame(thing)
    del pdf.docinfo
    if about:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata.update(about)
    out = BytesIO()
    pdf.save(out)
    found = Pdf(out.getvalue(), f"{secrets.token_urlsafe(16)}.pdf")
    found.pages = len(pdf.pages)
    return found


def _title_of(pdf: "pikepdf.Pdf") -> dict[str, str]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        found = {name: str(metadata[name]) for name in KEPT if metadata.get(name)}
    title = str(pdf.docinfo.get("/Title", ""))
    return {"dc:title": title} | found if title else found


def _tame(thing: object) -> None:
    """One object with what lies inside it; what it only points at has a turn of its own."""
    import pikepdf

    if isinstance(thing, pikepdf.Array):
        inside: list[object] = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for name in (*ACTING, *CARRYING, *TELLING):
            if name in thing:
                del thing[name]
        _only_links(thing)
        inside = [thing[name] for name in thing.keys()]  # noqa: SIM118
    else:
        return
    for part in inside:
        if isinstance(part, pikepdf.Array | pikepdf.Dictionary) and not part.is_indirect:
            _tame(part)


def _only_links(thing: "pikepdf.Dictionary | pikepdf.Stream") -> None:
    """A note, or a line of the table of contents, may lead somewhere and do nothing else, nor after that."""
    import pikepdf

    action = thing.get("/A")
    if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
        return  # in the structure of a text it says how something looks
    if action.get("/S") not in HARMLESS:
        del thing["/A"]
    elif "/Next" in action:
        del action["/Next"]
