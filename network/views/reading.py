"""The report for whoever reads figures: the client, and whoever runs the network.

One address follows the records, for any period and as they stood on any day; the others are the reports that
were approved, which say for good what they said then.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network import clock, paper, report, report_document, report_files
from network.forms.reports import PeriodForm
from network.models import Network, Report, User
from network.permissions import NetworkRequest, readers_only, runs
from network.report_document import Document
from network.tables import XLSX

View = Callable[..., HttpResponse]

YEARS_SHOWN = 6
FIRST_YEAR = 2000
ROWS_ON_A_PAGE = 100


def in_the_language_asked(view: View) -> View:
    """The whole page in the language of its report, so that no page is half in one and half in the other."""

    @wraps(view)
    def page(request: NetworkRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = _language(request)
        with override(language):
            response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = language
        return response

    return page


@require_safe
@readers_only
@in_the_language_asked
def report_page(request: NetworkRequest) -> HttpResponse:
    form, period, asked = _asked(request)
    today = clock.today()
    context = {
        "form": form,
        "asked": f"?{urlencode(asked)}" if asked else "",
        "years": [today.year - back for back in range(YEARS_SHOWN)],
        "year": asked.get("jaar"),
        "is_everything": not asked,
        "draft_of": _draft_of(period),
        "approved": Report.objects.filter(network=request.network).approved().without_content(),
        "file_href": reverse("report_file", args=["pdf"])[: -len("pdf")],
        "rows_href": reverse("report_rows", args=["x"])[:-2],
    }
    return _page(request, _live(request, period), context)


@require_safe
@readers_only
@in_the_language_asked
def report_file(request: NetworkRequest, form: str) -> HttpResponse:
    """The same as a file, in one click."""
    _form, period, asked = _asked(request)
    back = reverse("report") + (f"?{urlencode(asked)}" if asked else "")
    return _file(request, _live(request, period), form, back)


@require_safe
@readers_only
@in_the_language_asked
def report_rows(request: NetworkRequest, figure: str) -> HttpResponse:
    _form, period, asked = _asked(request)
    back = reverse("report") + (f"?{urlencode(asked)}" if asked else "")
    return _rows(request, _live(request, period), figure, back)


@require_safe
@readers_only
@in_the_language_asked
def report_frozen(request: NetworkRequest, pk: int) -> HttpResponse:
    found = report_for(request.user, request.network, pk)
    document = report_document.of_report(found, _language(request))
    context = {
        "found": found,
        "asked": _language_query(request),
        "file_href": reverse("report_frozen_file", args=[pk, "pdf"])[: -len("pdf")],
        "rows_href": reverse("report_frozen_rows", args=[pk, "x"])[:-2],
    }
    return _page(request, document, context)


@require_safe
@readers_only
@in_the_language_asked
def report_frozen_file(request: NetworkRequest, pk: int, form: str) -> HttpResponse:
    found = report_for(request.user, request.network, pk)
    back = found.get_absolute_url() + _language_query(request)
    return _file(request, report_document.of_report(found, _language(request)), form, back)


@require_safe
@readers_only
@in_the_language_asked
def report_frozen_rows(request: NetworkRequest, pk: int, figure: str) -> HttpResponse:
    found = report_for(request.user, request.network, pk)
    back = found.get_absolute_url() + _language_query(request)
    return _rows(request, report_document.of_report(found, _language(request)), figure, back)


def report_for(user: User, network: Network, pk: int) -> Report:
    """The client sees what was approved; a draft is for whoever runs the network."""
    reports = Report.objects.filter(network=network)
    found = get_object_or_404(reports if runs(user, network) else reports.approved(), pk=pk)
    found.network = network
    return found


# --- What they share -----------------------------------------------------------------------------------


def _asked(request: NetworkRequest) -> tuple[PeriodForm, report.Period, dict[str, Any]]:
    """The period in the address; what cannot be read there is left out, and said beside its field."""
    today = clock.today()
    form = PeriodForm(request.GET)
    form.is_valid()
    start, end, on = (form.cleaned_data.get(name) for name in ("van", "tot", "dag"))
    year = request.GET.get("jaar", "")
    years = [str(today.year - back) for back in range(YEARS_SHOWN)]
    asked: dict[str, Any] = {}
    if year in years:
        asked["jaar"] = int(year)
        period = report.Period.year(int(year))
    else:
        period = report.Period(date(FIRST_YEAR, 1, 1), date(today.year + 1, 1, 1))
        if start and end and start < end:
            period = report.Period(start, end)
        elif start and start < period.end:
            period = report.Period(start, period.end)
        elif end and end > period.start and not start:
            period = report.Period(period.start, end)
        asked |= {name: day.isoformat() for name, day in (("van", start), ("tot", end)) if day}
    if on and on <= today:
        period = report.Period(period.start, period.end, on=on)
        asked["dag"] = on.isoformat()
    if "taal" in request.GET:
        asked["taal"] = _language(request)
    return form, period, asked


def _live(request: NetworkRequest, period: report.Period) -> Document:
    year = period.start.year if period == report.Period.year(period.start.year) else None
    language = _language(request)
    title = _("Report of %(year)d") % {"year": year} if year else _("Report")
    return report_document.live(request.network, period, language=language, title=title)


def _draft_of(period: report.Period) -> str:
    """What a draft of the same period begins with; nothing for the whole time."""
    if period.start.year == FIRST_YEAR:
        return ""
    first = {"start": period.start.isoformat(), "end": period.end.isoformat()}
    if period == report.Period.year(period.start.year):
        first["title"] = _("Annual report %(year)d") % {"year": period.start.year}
    return f"?{urlencode(first)}"


def _language(request: NetworkRequest) -> str:
    asked = request.GET.get("taal", "") or get_language() or "nl"
    known = request.network.languages
    return asked if asked in known else known[0]


def _language_query(request: NetworkRequest) -> str:
    return f"?{urlencode({'taal': _language(request)})}" if "taal" in request.GET else ""


def _page(request: NetworkRequest, document: Document, context: dict[str, Any]) -> HttpResponse:
    values = {
        "document": document,
        "today": clock.today(),
        "last_day": document.period.end - timedelta(days=1),
        "is_from_the_start": document.period.start == date(FIRST_YEAR, 1, 1),
        "links_to_rows": runs(request.user, request.network),
        "languages": [code for code in request.network.languages if code != document.language],
    }
    return render(request, "network/report.html", values | context)


def _file(request: NetworkRequest, document: Document, form: str, back: str) -> HttpResponse:
    """`back`: the same report as a page, where it says so when the paper could not be made."""
    name = f"{document.network.slug} {document.title} {document.on}"
    if form == "pdf":
        try:
            return paper.attachment(report_files.to_pdf(document), name)
        except (paper.Unavailable, paper.Failed):
            messages.error(
                request,
                _(
                    "The PDF could not be made just now. Print this page or take the Excel file, or try again"
                    " later."
                ),
            )
            return redirect(back)
    if form != "xlsx":
        raise Http404
    response = HttpResponse(report_files.to_xlsx(document), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response


def _rows(request: NetworkRequest, document: Document, key: str, back: str) -> HttpResponse:
    """The rows that add up to one figure."""
    figure = document.figure(key)
    sheet = document.sheet(figure.sheet) if figure and figure.sheet else None
    if figure is None or sheet is None:
        raise Http404
    page = Paginator(sheet.behind(key), ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "document": document,
        "figure": figure,
        "sheet": sheet,
        "page": page,
        "total": sheet.total(key),
        "back": back,
        "links_to_rows": runs(request.user, request.network),
    }
    return render(request, "network/report_rows.html", context)
