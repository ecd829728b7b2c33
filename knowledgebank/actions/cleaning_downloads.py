"""PDFs that were kept before the rules by which they are cleaned now: cleaned once more, or withheld.

The row itself says by which rules it was cleaned, so what an import or a restored backup brings in is found.
The file it replaces is named by no row any more, and goes by night (`network/actions/tidying_files.py`).
"""

import logging

from django.core.exceptions import ValidationError
from django.db import transaction

from knowledgebank.models import ToolDownload
from network import documents
from network.history import changed_by

log = logging.getLogger("koploper.files")


def run() -> dict[str, int]:
    """How many were cleaned, and how many could not be. Each apart: one that fails stops no other."""
    done = {"cleaned": 0, "withheld": 0}
    for pk in list(ToolDownload.objects.to_clean().values_list("pk", flat=True)):
        outcome = _clean(pk)
        if outcome:
            done[outcome] += 1
    return done


def _clean(pk: int) -> str:
    """Empty: somebody else was first."""
    with transaction.atomic():
        row = ToolDownload.objects.to_clean().select_for_update().filter(pk=pk).first()
        if row is None:
            return ""
        row.cleaned_by = documents.CLEANING
        changed = ["cleaned_by", "is_withheld"]
        try:
            with row.file.open("rb") as kept:
                clean = documents.clean(kept)
        except (ValidationError, FileNotFoundError) as error:
            log.warning("download %s is not offered: %s", pk, getattr(error, "code", "gone"))
            row.is_withheld = True
        else:
            row.file, row.size, row.pages, row.is_withheld = clean, clean.size, clean.pages, False
            changed += ["file", "size", "pages"]
        changed_by(row, None).save(update_fields=changed)
    return "withheld" if row.is_withheld else "cleaned"
