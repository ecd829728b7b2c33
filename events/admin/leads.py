"""Leads: the board with its columns, the list behind every figure, and the page of one lead."""

from datetime import date
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from events import activation, moved
from events.actions import receiving_leads, referring
from events.admin import lead_board, lead_forms, lead_page
from events.admin.period_filter import PeriodFilter
from events.models import Lead, Stage
from events.permissions import lead_in
from network.admin import navigation
from network.admin.base import OwnPage
from network.admin.exporting import Exports
from network.admin.pages import back, page
from network.admin.shared import SavedColumns
from network.models import Network
from network.permissions import NetworkRequest
from network.tables import Export

LIST, BOARD = "admin:events_lead_changelist", "admin:lead_board"
navigation.add(navigation.Group.WORK, 30, gettext_lazy("Leads"), BOARD, counts=("lead", "lead_held"))


class ActivatedFilter(admin.SimpleListFilter):
    """The rows behind the figures: a company once, or every person."""

    title = gettext_lazy("activated")
    parameter_name = "activated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("company", gettext_lazy("companies, each once")), ("person", gettext_lazy("every person"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "company":
            start = _day(request.GET.get("activated_on__gte")) or date(1900, 1, 1)
            end = _day(request.GET.get("activated_on__lt")) or date(2200, 1, 1)
            first = activation.companies_activated(request.network, start, end)
            return queryset.filter(pk__in=first.values("pk"))
        return queryset.activated() if self.value() == "person" else queryset  # type: ignore[attr-defined]


class MovedFilter(PeriodFilter):
    title = gettext_lazy("a story helped to begin")
    parameter_name = moved.PARAMETER
    counted = staticmethod(moved.helped_to_begin)
    key = "lead"


class StandFilter(admin.SimpleListFilter):
    title = gettext_lazy("on the board")
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("open", gettext_lazy("open")),
            ("unanswered", gettext_lazy("not answered")),
            ("unconfirmed", gettext_lazy("address not confirmed")),
            ("held", gettext_lazy("held")),
            ("double", gettext_lazy("double")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "double":
            return queryset.exclude(duplicate_of=None)
        if self.value() in ("open", "unanswered", "unconfirmed", "held"):
            return getattr(queryset, str(self.value()))()
        return queryset


def _day(text: str | None) -> date | None:
    try:
        return parse_date(text or "")
    except ValueError:
        return None


@admin.register(Lead)
class LeadAdmin(Exports, SavedColumns, OwnPage):
    list_display = (
        "lead", "stage_now", "owner", "theme", "brought_by", "podium", "received", "activated_on", "proof",
        "source",
    )  # fmt: skip
    first_columns = ("stage_now", "owner", "brought_by", "received", "activated_on", "proof")
    list_filter = (
        ActivatedFilter,
        MovedFilter,
        StandFilter,
        "stage",
        "proof",
        "source",
        "activated_on",
        "owner",
    )
    search_fields = ("name", "company_name", "company__name", "company__kvk_number", "place", "theme")
    list_select_related = ("company", "owner", "brought_by", "podium__host", "network")
    date_hierarchy = None

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        return [
            path("bord/", door(board), name="lead_board"),
            path("<int:pk>/verplaatsen/", door(move), name="lead_move"),
            path("<int:pk>/doen/<slug:verb>/", door(do), name="lead_do"),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("lead"), ordering="company_name")
    def lead(self, lead: Lead) -> SafeString:
        below = ", ".join(part for part in (lead.place or lead.region, lead.step) if part)
        return format_html('<span class="what"><b>{}</b><small>{}</small></span>', lead.who, below)

    @admin.display(description=gettext_lazy("stage"), ordering="stage")
    def stage_now(self, lead: Lead) -> str:
        if lead.refused_at:
            return _("refused")
        if lead.held_at:
            return _("held")
        if lead.duplicate_of_id:
            return _("double")
        return lead.get_stage_display() if lead.confirmed_at else _("address not confirmed")

    @admin.display(description=gettext_lazy("received"), ordering="received_at")
    def received(self, lead: Lead) -> date:
        return timezone.localdate(lead.received_at)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        tools = [(_("Board"), reverse(BOARD))]
        return super().changelist_view(request, {"tools": tools, **(extra_context or {})})

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return write_down(request)  # type: ignore[arg-type]

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return show(request, thing.pk)  # type: ignore[arg-type]

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        return Export(
            name=_("leads"),
            columns=(_("name"), _("company"), _("KvK number"), _("place"), _("region"), _("theme"),
                     _("stage"), _("received"), _("answered"), _("activated on"), _("how sure"),
                     _("what the company did"), _("brought by")),
            rows=(
                (
                    lead.name, lead.company.name if lead.company else lead.company_name,
                    lead.company.kvk_number if lead.company else lead.kvk_number, lead.place, lead.region,
                    lead.theme, self.stage_now(lead), timezone.localdate(lead.received_at),
                    timezone.localdate(lead.answered_at) if lead.answered_at else None, lead.activated_on,
                    lead.get_proof_display() if lead.proof else "", lead.step,
                    lead.brought_by.full_name if lead.brought_by else "",
                )
                for lead in found.select_related("company", "brought_by").iterator(2000)
            ),
        )  # fmt: skip


def board(request: NetworkRequest) -> HttpResponse:
    only_mine = request.GET.get("van") == "mij"
    values = lead_board.board_of(request.network, owner=request.user if only_mine else None)
    return page(request, "events/admin/lead_board.html", _("Leads"), {**values, "only_mine": only_mine})


@require_POST
def move(request: NetworkRequest, pk: int) -> HttpResponse:
    """A card one column on, from the board itself; what needs more than a click opens the lead's page."""
    lead = lead_in(request.network, pk)
    to = request.POST.get("to", "")
    if to in (Stage.REFERRED, Stage.CLOSED):
        return redirect(f"{reverse('admin:events_lead_change', args=[pk])}?doe={to}#{to}")
    try:
        lead = referring.move(lead=lead, to=to, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        said = _("%(who)s stands in “%(stage)s”.") % {"who": lead.who, "stage": lead.get_stage_display()}
        messages.success(request, said)
    return back(request, BOARD)


@require_http_methods(["GET", "HEAD", "POST"])
def write_down(request: NetworkRequest) -> HttpResponse:
    """A lead that came by telephone or at the bar."""
    form = lead_forms.WriteDownForm(
        request.POST if request.method == "POST" else None, network=request.network
    )
    if request.method == "POST" and form.is_valid():
        lead = receiving_leads.write_down(network=request.network, by=request.user, **form.cleaned_data)
        messages.success(request, _("%(who)s is on the board.") % {"who": lead.who})
        return redirect("admin:events_lead_change", lead.pk)
    values = {"form": form, "board": reverse(BOARD)}
    return page(
        request,
        "events/admin/lead_new.html",
        _("Write down a lead"),
        values,
        status=422 if form.is_bound else 200,
    )


def show(request: NetworkRequest, pk: int, bound: dict[str, Any] | None = None) -> HttpResponse:
    lead = lead_in(request.network, pk)
    values = lead_page.page_of(lead, bound or {}, request.GET.get("doe", ""))
    return page(request, "events/admin/lead.html", lead.who, values, status=422 if bound else 200)


@require_POST
def do(request: NetworkRequest, pk: int, verb: str) -> HttpResponse:
    """One verb of one lead: its form, the change, the page again; a fault keeps what was typed."""
    lead = lead_in(request.network, pk)
    make = lead_forms.FORMS.get(verb)
    if make is None:
        raise Http404
    form = make(request.POST, lead=lead, by=request.user)
    if form.is_valid():
        try:
            said = form.carry_out()
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, said)
            return redirect("admin:events_lead_change", pk)
    return show(request, pk, {verb: form})
