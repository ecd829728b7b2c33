"""What the list of people can be narrowed to, and how a state looks in a list."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.commitment import Standing, State
from ambassadors.models import (
    Employment,
    ProfileType,
)
from events.standing import STATE_NAMES, standings
from network import clock
from network.once_per_language import once_per_language

WARM = frozenset({State.BEHIND, State.MISSED})
QUIET = frozenset({State.PAUSED, State.NONE, State.ON_PACE})


def chip(text: str, kind: str = "") -> SafeString:
    return format_html('<span class="chip {}">{}</span>', f"chip-{kind}" if kind else "", text)


@once_per_language
def state_chip(state: State, *, nothing: bool = False) -> SafeString:
    """How a year goes; `nothing` done or agreed yet is said beside it."""
    drawn = chip(str(STATE_NAMES[state]), "warm" if state in WARM else "plain" if state in QUIET else "")
    if not nothing:
        return drawn
    return format_html('{} <small class="nothing-yet">{}</small>', drawn, _("nothing yet"))


def standings_of(request: HttpRequest) -> dict[int, Standing]:
    """Where everybody stands today, read once per request."""
    if not hasattr(request, "_standings"):
        request._standings = standings(request.network, clock.today())  # type: ignore[attr-defined]
    return request._standings  # type: ignore[attr-defined]


class RoleFilter(admin.SimpleListFilter):
    title = gettext_lazy("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        words = request.network.words
        return [
            ("candidate", _("candidates")),
            ("honorary", _("honorary members")),
            ("former", _("former %(words)s") % {"words": words}),
            ("all", _("everybody")),
        ]

    def choices(self, changelist: Any) -> Any:
        """Nothing chosen means the ambassadors of today."""
        found = list(super().choices(changelist))
        found[0]["display"] = _("now in office")
        return found

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        today = clock.today()
        if self.value() == "all":
            return queryset
        named = {"candidate": "candidates", "honorary": "honorary", "former": "former"}
        return getattr(queryset, named.get(self.value() or "", "current"))(today)


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("this year")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("nothing", _("nothing yet")), *((state.value, STATE_NAMES[state]) for state in State)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        found = standings_of(request).items()
        if self.value() == "nothing":
            return queryset.filter(pk__in=[pk for pk, standing in found if nothing_yet(standing)])
        return queryset.filter(pk__in=[pk for pk, standing in found if standing.state == self.value()])


class ProfileTypeFilter(admin.SimpleListFilter):
    title = gettext_lazy("profile type")
    parameter_name = "type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*ProfileType.choices, ("none", _("not known yet"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "none":
            return queryset.filter(profile_type="")
        if self.value() in ProfileType.values:
            return queryset.filter(Q(profile_type=self.value()) | Q(second_profile_type=self.value()))
        return queryset


class CompanyTraitFilter(admin.SimpleListFilter):
    """A trait of the company somebody works for today; the choices are those that occur."""

    field: str

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        values = (
            Employment.objects.filter(person__network=request.network)
            .current(clock.today())
            .exclude(**{f"company__{self.field}": ""})
            .order_by(f"company__{self.field}")
            .values_list(f"company__{self.field}", flat=True)
            .distinct()
        )
        return [(value, value) for value in values]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        works = Employment.objects.current(clock.today()).filter(
            person=OuterRef("pk"), **{f"company__{self.field}": self.value()}
        )
        return queryset.filter(Exists(works))


class SectorFilter(CompanyTraitFilter):
    title = gettext_lazy("sector")
    parameter_name = field = "sector"


class RegionFilter(CompanyTraitFilter):
    title = gettext_lazy("region")
    parameter_name = field = "region"


def nothing_yet(standing: Standing) -> bool:
    """Asked for podia this year, and none done or agreed."""
    return standing.required > 0 and standing.count == 0 and standing.state != State.PAUSED
