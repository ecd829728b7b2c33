"""Reports for the client in the leader's admin: drafted, worded beside its figures, approved."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from network import clock, report, report_document
from network.actions import reporting
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.admin.shared import NATIVE
from network.dates import short_day
from network.forms.reports import TextsForm
from network.models import Report
from network.permissions import NetworkRequest

navigation.add(
    navigation.Group.ACCOUNT, 12, gettext_lazy("Reports for the client"), "admin:network_report_changelist"
)


@admin.register(Report)
class ReportAdmin(NetworkModelAdmin):
    empty_words = gettext_lazy(
        "A report begins with a period: the figures are there at once, you add the words."
    )
    list_display = ("what", "about", "state")
    list_display_links = None
    fields = ("title", ("start", "end"))
    formfield_overrides = NATIVE
    deletable = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).without_content()  # type: ignore[attr-defined]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address says, else this year."""
        year = clock.today().year
        usual = {
            "title": _("Annual report %(year)d") % {"year": year},
            "start": date(year, 1, 1),
            "end": date(year + 1, 1, 1),
        }
        return super().get_changeform_initial_data(request) or usual

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was approved stays."""
        return super().has_change_permission(request, obj) and not (obj and obj.is_approved)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.is_approved)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}  # a draft is thrown away on its own page

    def save_model(self, request: HttpRequest, obj: Report, form: forms.ModelForm, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        made = reporting.draft(
            by=request.user,  # type: ignore[arg-type]
            network=request.network,
            title=obj.title,
            start=obj.start,
            end=obj.end,
        )
        obj.pk = made.pk

    def response_add(self, request: HttpRequest, obj: Report, post_url_continue: Any = None) -> HttpResponse:
        return redirect("admin:report_write", obj.pk)

    def response_change(self, request: HttpRequest, obj: Report) -> HttpResponse:
        return redirect("admin:report_write", obj.pk)

    @admin.display(description=gettext_lazy("report"), ordering="title")
    def what(self, found: Report) -> SafeString:
        url = reverse("admin:report_write", args=[found.pk])
        return format_html('<a class="what" href="{}"><b>{}</b></a>', url, found.title)

    @admin.display(description=gettext_lazy("period"), ordering="start")
    def about(self, found: Report) -> str:
        return f"{short_day(found.start)} – {short_day(found.end)}"

    @admin.display(description=gettext_lazy("state"), ordering="approved_at")
    def state(self, found: Report) -> SafeString:
        kind, words = ("", _("approved")) if found.is_approved else ("chip-warm", _("draft"))
        return format_html('<span class="chip {}">{}</span>', kind, words)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(write)
        return [path("<int:pk>/schrijven/", view, name="report_write"), *super().get_urls()]


def write(request: NetworkRequest, pk: int) -> HttpResponse:
    """The words beside the figures they are about; below them the button that freezes it all."""
    reports = Report.objects.filter(network=request.network).select_related("network")
    found = get_object_or_404(reports, pk=pk)
    language = get_language() or "nl"
    known = found.network.languages
    document = report_document.of_report(found, language if language in known else known[0])
    form = TextsForm(
        request.POST if request.method == "POST" else None, found=found, sections=document.sections
    )
    if request.method == "POST" and form.is_valid():
        return _save(request, found, form)
    context = {
        "found": found,
        "document": document,
        "form": form,
        "links_to_rows": True,
        "missing": _missing(document),
        # Only while it still has to come.
        "last_day": last_day if (last_day := found.end - timedelta(days=1)) >= clock.today() else None,
        "rows_href": reverse("report_frozen_rows", args=[pk, "x"])[:-2],
        "file_href": reverse("report_frozen_file", args=[pk, "pdf"])[: -len("pdf")],
    }
    status = 422 if form.is_bound else 200
    return page(request, "network/admin/report_write.html", found.title, context, status=status)


def _missing(document: report_document.Document) -> list[report.Missing]:
    """What every figure of it lacks, each once."""
    found = [one for section in document.sections for figure in section.figures for one in figure.missing]
    return list({(one.label, one.url): one for one in found}.values())


def _save(request: NetworkRequest, found: Report, form: TextsForm) -> HttpResponse:
    try:
        reporting.write(found, texts=form.texts())
    except reporting.Approved:
        messages.warning(request, _("It was approved meanwhile, so nothing was changed."))
        return redirect("admin:report_write", found.pk)
    if "approve" in request.POST:
        reporting.approve(found, by=request.user)
        messages.success(
            request, _("Approved. The client sees it from now on and gets a mail; nothing in it changes.")
        )
    else:
        messages.success(request, _("Saved."))
    return redirect("admin:report_write", found.pk)
