"""Lists as CSV and XLSX that open right in a Dutch Excel, with the filters of the list, and never a formula.

A CSV file has a byte order mark and semicolons; text that a spreadsheet could take for a formula gets an
apostrophe in front. A workbook keeps text as text by its type, numbers as numbers and days as days.
"""

import csv
import io
import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from network import clock
from network.models import Network
from network.permissions import second_factor_again

log = logging.getLogger("koploper.access")

# What a spreadsheet may read as a formula, its full-width twins included, also after spaces.
DANGEROUS = re.compile(r"^\s*[=+\-@＝＋－＠\t\r\n|%]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767  # of a workbook
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXPORTED = 16  # LogEntry knows 1 to 3: add, change, delete

Value = str | int | Decimal | date | None


@dataclass(frozen=True)
class Export:
    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Value]]


def to_csv(export: Export) -> tuple[bytes, int]:
    """The file and its number of rows."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(title) for title in export.columns])
    count = 0
    for row in export.rows:
        writer.writerow([_csv_value(value) for value in row])
        count += 1
    return stream.getvalue().encode("utf-8-sig"), count


def to_xlsx(export: Export) -> tuple[bytes, int]:
    rows = list(export.rows)
    return to_workbook([Export(export.name, export.columns, rows)]), len(rows)


def to_workbook(exports: Iterable[Export]) -> bytes:
    """A sheet for each; two of one name are told apart by a number."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for export in exports:
        _write_sheet(book, export)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_sheet(book: Any, export: Export) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", export.name)[:31] or "Sheet")
    sheet.freeze_panes = "A2"
    for at in range(len(export.columns)):
        sheet.column_dimensions[_letters(at)].width = 22

    def cell(value: Value) -> WriteOnlyCell:
        if isinstance(value, str):
            text = CONTROL.sub("\ufffd", value)[:LONGEST_CELL]
            made = WriteOnlyCell(sheet, value=text)
            made.data_type = "s"  # whatever it begins with, it is text
            if DANGEROUS.match(text):
                made.quotePrefix = True  # and stays text when somebody edits the cell
            return made
        made = WriteOnlyCell(sheet, value=value)
        if isinstance(value, date):
            made.number_format = "dd-mm-yyyy"
        return made

    head = []
    for title in export.columns:
        made = cell(str(title))
        made.font = Font(bold=True)
        head.append(made)
    sheet.append(head)
    for row in export.rows:
        sheet.append([cell(value) for value in row])


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if DANGEROUS.match(text) else text


def _csv_value(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, int):
        return str(value)
    return harmless(value.replace("\x00", ""))


def _letters(at: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(at + 1)


FORMATS = {"csv": (to_csv, "text/csv; charset=utf-8"), "xlsx": (to_xlsx, XLSX)}


def response(request: HttpRequest, export: Export, form: str, what: str) -> HttpResponse:
    """The file; who took what is logged, without names."""
    make, content_type = FORMATS[form]
    content, count = make(export)
    network: Network = request.network  # type: ignore[attr-defined]
    log.info(
        "exported user=%s network=%s what=%s format=%s rows=%d filters=%s",
        request.user.pk,
        network.pk,
        what,
        form,
        count,
        ",".join(sorted(set(request.GET) - {"q"})),
    )
    answer = HttpResponse(content, content_type=content_type)
    name = f"{network.slug}-{slugify(export.name)}-{clock.today():%Y-%m-%d}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


class Exports(ModelAdmin):
    """Mixed into a ModelAdmin: its list as a file, with the filters and search of the moment."""

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        raise NotImplementedError

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        view = self.admin_site.admin_view(second_factor_again(self.export_view))
        return [path("export.<slug:form>", view, name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        export_url = f"{reverse('admin:index')}{self.opts.app_label}/{self.opts.model_name}/export"
        return super().changelist_view(request, {"export_url": export_url, **(extra_context or {})})

    def export_view(self, request: HttpRequest, form: str) -> HttpResponse:
        if form not in FORMATS or not self.has_view_permission(request):
            raise Http404
        try:
            found = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        export = self.export(request.network, found)  # type: ignore[attr-defined]
        answer = response(request, export, form, self.opts.label_lower)
        LogEntry.objects.create(
            user_id=request.user.pk,  # type: ignore[misc]
            content_type=ContentType.objects.get_for_model(self.model),
            object_repr=str(self.opts.verbose_name_plural)[:200],
            action_flag=EXPORTED,
            change_message=_("Exported as %(form)s") % {"form": form},
        )
        return answer


__all__ = ["FORMATS", "Export", "Exports", "harmless", "response", "to_csv", "to_workbook", "to_xlsx"]
