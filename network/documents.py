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
# What makes a reader do something when the file is opened, or that carries another file along.
ACTING = ("/OpenAction", "/AA", "/AcroForm", "/Collection")
NAMED = ("/JavaScript", "/EmbeddedFiles")


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
    for name in ACTING:
        if name in pdf.Root:
            del pdf.Root[name]
    names = pdf.Root.get("/Names")
    for name in NAMED:
        if names is not None and name in names:
            del names[name]
    for page in pdf.pages:
        if "/AA" in page:
            del page["/AA"]
        for note in page.get("/Annots", []):
            _only_links(note)
    out = BytesIO()
    pdf.save(out)
    found = Pdf(out.getvalue(), f"{secrets.token_urlsafe(16)}.pdf")
    found.pages = len(pdf.pages)
    return found


def _only_links(note: "pikepdf.Object") -> None:
    """A note on a page may lead to an address or another page, and do nothing else."""
    if "/AA" in note:
        del note["/AA"]
    if "/A" in note and note["/A"].get("/S") not in ("/URI", "/GoTo"):
        del note["/A"]
