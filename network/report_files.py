"""A report as a file: a designed PDF, and a workbook with the rows behind every figure."""

from django.utils import translation
from django.utils.translation import gettext as _

from network import paper
from network.charts import picture_of
from network.colours import mail_colours
from network.report_document import Document
from network.tables import Export, Value, to_workbook


def to_pdf(document: Document) -> bytes:
    """A second or two. The same report gives the same bytes, whenever it is asked. Raises paper.Failed."""
    with translation.override(document.language):
        colours = mail_colours(document.network)
        pictures = {f"chart-{chart.key}": picture_of(chart, colours).encode() for chart in document.charts}
        return paper.printed(
            "network/pdf/report.html",
            {"document": document},
            network=document.network,
            pictures=pictures,
            on=document.on,
        )


def to_xlsx(document: Document) -> bytes:
    """The figures on the first sheet, what the charts and tables show on the next, then the rows."""
    with translation.override(document.language):
        exports = [_figures(document), *_tables(document)]
        exports += [
            Export(sheet.title, sheet.columns, [row.cells for row in sheet.rows])
            for sheet in document.sheets()
        ]
        return to_workbook(exports)


def _figures(document: Document) -> Export:
    rows: list[tuple[Value, ...]] = [
        (
            section.title,
            figure.label,
            figure.value,
            figure.confirmed,
            figure.estimated,
            figure.target,
            figure.rule,
            "; ".join(f"{missing.count} {missing.label}" for missing in figure.missing),
        )
        for section in document.sections
        for figure in section.figures
    ]
    return Export(
        name=_("Figures"),
        columns=(
            _("section"), _("figure"), _("number"), _("confirmed"), _("estimate"), _("target"),
            _("how it is counted"), _("still missing"),
        ),
        rows=rows,
    )  # fmt: skip


def _tables(document: Document) -> list[Export]:
    found = [(chart.caption, chart.table) for chart in document.charts]
    found += [(table.caption, table) for section in document.sections for table in section.tables]
    return [Export(caption, table.columns, table.rows) for caption, table in found]
