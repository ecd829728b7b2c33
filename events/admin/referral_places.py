"""Where leads can be sent on, with the room there is; and the holes."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import referral_places
from events.models import ReferralPartner
from network import clock
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.admin.shared import NATIVE
from network.forms.lists import LinesField
from network.permissions import NetworkRequest

LIST = "admin:events_referralpartner_changelist"
navigation.add(navigation.Group.WORK, 64, gettext_lazy("Places to refer to"), LIST, rare=True)


class PartnerForm(forms.ModelForm):
    themes = LinesField(
        most=40,
        longest=80,
        label=gettext_lazy("Themes"),
        required=False,
        help_text=gettext_lazy("One a line. Empty: every theme."),
    )
    regions = LinesField(
        most=40,
        longest=80,
        label=gettext_lazy("Regions"),
        required=False,
        help_text=gettext_lazy("One a line. Empty: everywhere."),
    )


@admin.register(ReferralPartner)
class ReferralPartnerAdmin(NetworkModelAdmin):
    form = PartnerForm
    list_display = ("name", "kind", "room_left", "for_themes", "in_regions", "contact_name", "is_active")
    list_filter = ("kind", "is_active")
    search_fields = ("name", "contact_name", "description")
    formfield_overrides = NATIVE
    fieldsets = (
        (None, {"fields": (("kind", "name"), "fan", "description", "link")}),
        (gettext_lazy("Who gets the mail"), {"fields": ("contact_name", "contact_email")}),
        (gettext_lazy("For whom"), {"fields": (("themes", "regions"),)}),
        (gettext_lazy("How much room"), {"fields": (("capacity", "until"), "is_active")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).with_taken()  # type: ignore[attr-defined]

    @admin.display(description=gettext_lazy("room"))
    def room_left(self, partner: Any) -> str:
        if partner.capacity is None:
            return _("%(n)d sent, no limit") % {"n": partner.taken}
        return _("%(n)d of %(all)d free") % {"n": partner.room, "all": partner.capacity}

    @admin.display(description=gettext_lazy("themes"))
    def for_themes(self, partner: ReferralPartner) -> str:
        return ", ".join(partner.themes) or _("every theme")

    @admin.display(description=gettext_lazy("regions"))
    def in_regions(self, partner: ReferralPartner) -> str:
        return ", ".join(partner.regions) or _("everywhere")

    def get_urls(self) -> list[Any]:
        return [
            path("gereed/", self.admin_site.admin_view(ready), name="referral_readiness"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        tools = [(_("Is there somebody for everybody?"), reverse("admin:referral_readiness"))]
        return super().changelist_view(request, {"tools": tools, **(extra_context or {})})


def ready(request: NetworkRequest) -> HttpResponse:
    today = clock.today()
    values = {
        "readiness": referral_places.readiness_of(request.network, today),
        "partners": referral_places.partners(request.network, today),
    }
    return page(request, "events/admin/readiness.html", _("Is there somebody for everybody?"), values)
