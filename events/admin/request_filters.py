"""By what the leader's list of podium requests can be narrowed down."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import moved, report_requests
from events.admin.period_filter import PeriodFilter
from events.models import PodiumRequest, RequestState
from network import clock


class RequestStateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("yes", _("open")), ("held", _("held")), ("passed", _("open, its day has passed")),
            ("agreed", _("agreed")), ("no", _("closed or past")),
        ]  # fmt: skip

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        today = clock.today()
        open_ones = PodiumRequest.objects.open(today).values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=open_ones)
        if self.value() == "held":
            return queryset.held()  # type: ignore[attr-defined]
        if self.value() == "passed":
            return queryset.passed(today)  # type: ignore[attr-defined]
        if self.value() == "agreed":
            return queryset.filter(state=RequestState.AGREED)
        if self.value() == "no":
            return queryset.exclude(pk__in=open_ones).exclude(state=RequestState.HELD)
        return queryset


class ReadFilter(PeriodFilter):
    title = gettext_lazy("asked after reading a story")
    parameter_name = moved.PARAMETER
    counted = staticmethod(moved.asked_after_reading)


class CameInFilter(PeriodFilter):
    """Spam left out, as in the report."""

    title = gettext_lazy("came in")
    parameter_name = report_requests.PARAMETER
    counted = staticmethod(report_requests.came_in)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        year = clock.today().year
        return [(f"{one}-01-01..{one + 1}-01-01", one) for one in (year, year - 1)]


class HeardFilter(admin.SimpleListFilter):
    """Whether whoever asked has heard more than that it came in."""

    title = gettext_lazy("answer")
    parameter_name = report_requests.HEARD

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", gettext_lazy("has had an answer")), ("no", gettext_lazy("no answer yet"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(answered_at__isnull=self.value() == "no")
