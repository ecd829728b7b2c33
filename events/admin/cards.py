"""Business cards: make them for everybody at once, print them, and see what came by each."""

from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from events.actions import checking_in, handing_cards
from events.models import BusinessCard
from events.permissions import card_in
from events.views.my_card import pdf_of, slide_of
from network import clock
from network.admin import navigation
from network.admin.base import OwnPage
from network.dates import short_day
from network.permissions import NetworkRequest

LIST = "admin:events_businesscard_changelist"
navigation.add(navigation.Group.PEOPLE, 60, gettext_lazy("Business cards"), LIST, rare=True)


OLDEST_PODIUM = 90  # days ago; a card is made before a podium, or soon after it


@admin.register(BusinessCard)
class BusinessCardAdmin(OwnPage):
    changeable = False
    fields = ("person", "podium")
    list_display = ("card", "came_in", "here", "opinion", "files")
    list_display_links = None
    list_select_related = ("person", "podium__host", "network")
    search_fields = ("code", "person__first_name", "person__last_name", "podium__title")
    change_list_template = "events/admin/card_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                lead_count=Count("leads", filter=Q(leads__confirmed_at__isnull=False), distinct=True),
                here_count=Count("check_ins", filter=Q(check_ins__is_held=False), distinct=True),
                held_count=Count("check_ins", filter=Q(check_ins__is_held=True), distinct=True),
                opinion_count=Count("feedback", filter=Q(feedback__is_held=False), distinct=True),
            )
        )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "podium" and field is not None:
            since = clock.today() - timedelta(days=OLDEST_PODIUM)
            field.queryset = field.queryset.filter(date__gte=since).select_related("host")
            field.label_from_instance = lambda podium: f"{short_day(podium.date)} · {podium}"
        return field

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        return [
            path("voor-iedereen/", door(make_for_everybody), name="cards_for_everybody"),
            path("<int:pk>/kaartjes.pdf", door(print_pdf), name="card_pdf"),
            path("<int:pk>/dia.png", door(last_slide), name="card_slide"),
            path("<int:pk>/doorlaten/", door(let_through), name="card_let_through"),
            *super().get_urls(),
        ]

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect(LIST)

    @admin.display(description=gettext_lazy("card"))
    def card(self, card: BusinessCard) -> SafeString:
        below = card.network.word if card.person_id else _("podium")
        return format_html(
            '<span class="what"><b>{}</b><small>{} · <a href="{}">{}</a></small></span>',
            card, below, reverse("card", args=[card.code]), card.code,
        )  # fmt: skip

    @admin.display(description=gettext_lazy("leads"), ordering="lead_count")
    def came_in(self, card: Any) -> int:
        return int(card.lead_count)

    @admin.display(description=gettext_lazy("checked in"), ordering="here_count")
    def here(self, card: Any) -> SafeString | str:
        """The button stands in the form around the list, and sends it to another address."""
        if not card.held_count:
            return str(card.here_count)
        return format_html(
            '{} <button class="btn btn-small" type="submit" formaction="{}">{}</button>',
            _("%(n)d, and %(held)d held") % {"n": card.here_count, "held": card.held_count},
            reverse("admin:card_let_through", args=[card.pk]),
            _("Let through"),
        )

    @admin.display(description=gettext_lazy("opinions"), ordering="opinion_count")
    def opinion(self, card: Any) -> int:
        return int(card.opinion_count)

    @admin.display(description=gettext_lazy("files"))
    def files(self, card: BusinessCard) -> SafeString:
        return format_html(
            '<a href="{}">{}<span class="visually-hidden">: {}</span></a> · <a href="{}">{}</a>',
            reverse("admin:card_pdf", args=[card.pk]), _("print"), card,
            reverse("admin:card_slide", args=[card.pk]), _("last slide"),
        )  # fmt: skip


@require_POST
def make_for_everybody(request: NetworkRequest) -> HttpResponse:
    made = handing_cards.cards_for_everybody(request.network, on=clock.today())
    said = ngettext("%d card was made.", "%d cards were made.", made) % made
    messages.success(request, said if made else _("Everybody has a card already."))
    return redirect(LIST)


@require_GET
def print_pdf(request: NetworkRequest, pk: int) -> HttpResponse:
    return pdf_of(request, card_in(request.network, pk), LIST)


@require_GET
def last_slide(request: NetworkRequest, pk: int) -> HttpResponse:
    return slide_of(card_in(request.network, pk))


@require_POST
def let_through(request: NetworkRequest, pk: int) -> HttpResponse:
    number = checking_in.let_through(card=card_in(request.network, pk), by=request.user)
    messages.success(request, ngettext("%d check-in counts now.", "%d check-ins count now.", number) % number)
    return redirect(LIST)
