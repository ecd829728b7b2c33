"""By what the list of podia is filtered."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Evidence, Podium
from network import clock


class StatusFilter(admin.SimpleListFilter):
    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("waiting", _("without an outcome")), ("to_come", _("to come")), ("done", _("done")),
            ("idea", _("idea")), ("cancelled", _("cancelled")),
        ]  # fmt: skip

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        today = clock.today()
        if self.value() == "waiting":
            return queryset.without_outcome(today)  # type: ignore[attr-defined]
        if self.value() == "to_come":
            return queryset.to_come(today)  # type: ignore[attr-defined]
        return queryset.filter(status=self.value()) if self.value() else queryset


class NumbersFilter(admin.SimpleListFilter):
    title = gettext_lazy("numbers")
    parameter_name = "numbers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("missing", _("number missing")), ("known", _("number known"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        missing = Q(evidence=Evidence.UNKNOWN)
        if self.value() == "missing":
            return queryset.filter(missing)
        return queryset.exclude(missing) if self.value() == "known" else queryset


class YearFilter(admin.SimpleListFilter):
    title = gettext_lazy("year")
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        years = Podium.objects.filter(network=request.network).order_by().dates("date", "year", "DESC")
        return [(str(year.year), str(year.year)) for year in years]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value() or ""
        return queryset.filter(date__year=int(value)) if value.isdecimal() and len(value) == 4 else queryset
