"""A list narrowed down to what a figure of the report counts: where the figure clicks through to."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from events import moved


class PeriodFilter(admin.SimpleListFilter):
    counted: ClassVar[Callable[..., QuerySet[Any]]]
    """What the figure counts, of a network from a day up to another; `key` leads from there to the list."""
    key: ClassVar[str] = "pk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("ever", gettext_lazy("ever"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        found = self.counted(request.network, *moved.period_in(self.value()))
        return queryset.filter(pk__in=found.values(self.key))
