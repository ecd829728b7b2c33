"""Companies: are they in the target group, and which records are one company."""

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.actions import knowing_companies, merging_companies
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.exporting import Exports
from network.admin.pages import back, page
from network.admin.shared import SavedColumns
from network.company_names import kvk_number
from network.models import Company, MergedCompany, Network
from network.permissions import NetworkRequest
from network.sme import Verdict
from network.tables import Export

LIST = "admin:network_company_changelist"
navigation.add(navigation.Group.PEOPLE, 40, gettext_lazy("Companies"), LIST, rare=True)

VERDICTS = {
    Verdict.MET: gettext_lazy("yes"),
    Verdict.NOT_MET: gettext_lazy("no"),
    Verdict.UNKNOWN: gettext_lazy("not known yet"),
}


class KvkField(forms.CharField):
    """Eight digits, however they are grouped; the letterhead of many a company has dots in them."""

    def to_python(self, value: Any) -> str:
        return kvk_number(super().to_python(value) or "")


class CompanyForm(forms.ModelForm):
    kvk_number = KvkField(
        label=gettext_lazy("KvK number"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("Eight digits. By this number we know that two records are one company."),
    )


@admin.register(Company)
class CompanyAdmin(Exports, SavedColumns, NetworkModelAdmin):
    form = CompanyForm
    list_display = (
        "name", "sector", "employees", "place", "region", "is_sme", "lies_in_region", "kvk_number", "website",
    )  # fmt: skip
    first_columns = ("sector", "employees", "place", "is_sme", "lies_in_region")
    list_filter = ("sector", "region")
    search_fields = ("name", "kvk_number", "place", "sector")
    list_select_related = ("network",)
    readonly_fields = ("is_sme", "lies_in_region")
    fieldsets = (
        (None, {"fields": ("name", ("kvk_number", "sector"), ("place", "region"), "website")}),
        (
            gettext_lazy("In the target group?"),
            {
                "fields": ("employees", ("turnover", "balance"), ("is_sme", "lies_in_region")),
                "description": gettext_lazy(
                    "More than 5 and fewer than 250 people, and a turnover of at most € 50 million or a"
                    " balance sheet of at most € 43 million."
                ),
            },
        ),
    )

    @admin.display(description=gettext_lazy("small or medium-sized"))
    def is_sme(self, company: Company) -> str:
        return str(VERDICTS[company.sme.verdict])

    @admin.display(description=gettext_lazy("in our region"))
    def lies_in_region(self, company: Company) -> str:
        return str(VERDICTS[company.in_region if company.network_id else Verdict.UNKNOWN])

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        return [
            path("dubbel/", door(alike), name="companies_alike"),
            path("<int:pk>/samenvoegen/<int:other>/", door(merge), name="company_merge"),
            path("samengevoegd/<int:pk>/", door(part), name="company_part"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        tools = [(_("Records that may be one"), reverse("admin:companies_alike"))]
        return super().changelist_view(request, {"tools": tools, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        company = self.get_object(request, object_id)
        merged = company.merged_from.all() if company else ()
        return super().change_view(request, object_id, form_url, {"merged": merged, **(extra_context or {})})

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        return Export(
            name=_("companies"),
            columns=(_("name"), _("KvK number"), _("sector"), _("people who work there"), _("place"),
                     _("region"), _("small or medium-sized"), _("in our region")),
            rows=(
                (c.name, c.kvk_number, c.sector, c.employees, c.place, c.region, self.is_sme(c),
                 self.lies_in_region(c))
                for c in found.select_related("network").iterator(2000)
            ),
        )  # fmt: skip


def alike(request: NetworkRequest) -> HttpResponse:
    pairs = [
        (group[0], other)
        for group in knowing_companies.alike(request.network)
        for other in group[1:]
        if not merging_companies.hindrance_between(group[0], other)
    ]
    return page(request, "network/admin/companies_alike.html", _("Records that may be one"), {"pairs": pairs})


def merge(request: NetworkRequest, pk: int, other: int) -> HttpResponse:
    """Which of the two stays is chosen here; nothing happens before the button."""
    companies = request.network.companies
    first, second = get_object_or_404(companies, pk=pk), get_object_or_404(companies, pk=other)
    fault = merging_companies.hindrance_between(first, second)
    if request.method == "POST" and not fault:
        keep = second if request.POST.get("keep") == str(second.pk) else first
        gone = first if keep is second else second
        try:
            merging_companies.merge(keep=keep, other=gone, by=request.user)
        except ValidationError as refusal:
            fault = " ".join(refusal.messages)
        else:
            messages.success(request, _("“%(name)s” is one company now.") % {"name": keep})
            return back(request, LIST)
    rows = [
        (field.verbose_name, getattr(first, field.name), getattr(second, field.name))
        for field in Company._meta.concrete_fields
        if field.name not in ("id", "network")
    ]
    values = {"first": first, "second": second, "rows": rows, "fault": fault}
    status = 422 if request.method == "POST" else 200
    return page(request, "network/admin/company_merge.html", _("One company or two?"), values, status=status)


def part(request: NetworkRequest, pk: int) -> HttpResponse:
    """What a merged record said, and the button that makes it a company of its own again."""
    mine = MergedCompany.objects.filter(company__network=request.network).select_related("company")
    record = get_object_or_404(mine, pk=pk)
    fault = ""
    if request.method == "POST":
        try:
            company = merging_companies.part(record, by=request.user)
        except ValidationError as refusal:
            fault = " ".join(refusal.messages)
        else:
            messages.success(request, _("“%(name)s” is a company of its own again.") % {"name": company})
            return back(request, "admin:network_company_change", company.pk)
    values = {
        "record": record,
        "said": [
            (field.verbose_name, record.values[field.name])
            for field in Company._meta.concrete_fields
            if field.name in record.values and field.name not in ("id", "network")
        ],
        "moved": [
            (apps.get_model(label)._meta.verbose_name_plural, len(keys))
            for label, keys in record.moved.items()
            if keys
        ],
        "fault": fault,
    }
    return page(request, "network/admin/company_part.html", record.name, values, status=422 if fault else 200)
