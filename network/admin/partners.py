"""Fans with their contact persons, and the messages that wait for a decision."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network import clock
from network.actions import partnering
from network.admin import cockpit, navigation
from network.admin.base import NetworkInline
from network.admin.exporting import Exports
from network.admin.named import name_in
from network.admin.pages import back, page
from network.admin.shared import NATIVE, SavedColumns
from network.admin.writing import WritesTo
from network.forms.days import DateInput
from network.forms.lines import OneLineField
from network.models import FanContact, FanOrganisation, Network
from network.permissions import NetworkRequest, fan_in
from network.tables import Export

PEOPLE = navigation.Group.PEOPLE
navigation.add(PEOPLE, 20, gettext_lazy("Fans"), "admin:network_fanorganisation_changelist")


class FanContactInline(NetworkInline, admin.TabularInline):
    model = FanContact
    fields = ("name", "role", "email", "phone", "start", "end")
    formfield_overrides = NATIVE
    deletable = False  # a change of person is recorded, never wiped out


@admin.register(FanOrganisation)
class FanAdmin(Exports, SavedColumns, WritesTo):
    empty_words = gettext_lazy(
        "Fans offer a podium: entrepreneurs’ clubs, advisers, banks, partners. Each has a contact person."
    )
    list_display = ("fan", "contact_now", "region", "podia_done", "kind", "members_reached", "owner")
    first_columns = ("contact_now", "region", "podia_done", "owner")
    list_display_links = None
    list_filter = ("kind", "region")
    search_fields = ("name", "place", "region", "contacts__name", "contacts__email")
    inlines = (FanContactInline,)
    actions = ("write_to_contacts",)
    list_select_related = ("relationship_owner",)
    fieldsets = (
        (None, {"fields": ("name", ("kind", "members_reached"), ("region", "place"), "website")}),
        (gettext_lazy("On the site"), {"fields": ("description", "is_public")}),
        (gettext_lazy("Between us"), {"fields": ("relationship_owner", "notes")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        current = FanContact.objects.current(clock.today())
        return (
            super()
            .get_queryset(request)
            .annotate(
                done=Count("podia", filter=Q(podia__status="done"), distinct=True),
                owner_called=name_in(request.network, "relationship_owner"),
            )
            .prefetch_related(Prefetch("contacts", queryset=current, to_attr="contacts_now"))
        )

    @admin.display(description=gettext_lazy("fan"), ordering="name")
    def fan(self, fan: FanOrganisation) -> SafeString:
        return format_html(
            '<a class="what" href="{}"><b>{}</b><small>{}</small></a>',
            reverse("admin:network_fanorganisation_change", args=[fan.pk]),
            fan.name,
            fan.get_kind_display(),
        )

    @admin.display(description=gettext_lazy("contact person"))
    def contact_now(self, fan: Any) -> SafeString | str:
        change = reverse("admin:fan_contact", args=[fan.pk])
        if not fan.contacts_now:
            return format_html('<a href="{}">{}</a>', change, _("nobody – fill in"))
        names = ", ".join(contact.name for contact in fan.contacts_now)
        return format_html('{} · <a href="{}">{}</a>', names, change, _("hand over"))

    @admin.display(description=gettext_lazy("podia done"), ordering="done")
    def podia_done(self, fan: Any) -> str:
        return str(fan.done) if fan.done else _("none yet")

    @admin.display(description=gettext_lazy("relationship owner"), ordering="relationship_owner")
    def owner(self, fan: Any) -> str:
        owner = fan.relationship_owner
        return (fan.owner_called or owner.email) if owner else _("nobody")

    @admin.action(description=gettext_lazy("Write to their contact persons"))
    def write_to_contacts(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        contacts = FanContact.objects.current(clock.today()).filter(fan__in=queryset)
        response: Any = self.write_to_these(request, contacts)
        if response is not None:  # the page sends the fans back, not their contacts
            response.context_data |= {
                "selected": list(queryset.values_list("pk", flat=True)),
                "action": "write_to_contacts",
            }
        return response

    def get_urls(self) -> list[Any]:
        change = path("<int:pk>/contact/", self.admin_site.admin_view(change_contact), name="fan_contact")
        return [change, *super().get_urls()]

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        return Export(
            name=_("fans"),
            columns=(_("name"), _("kind"), _("region"), _("place"), _("members it reaches"),
                     _("contact person"), _("e-mail address"), _("podia done")),
            rows=(
                (
                    fan.name, fan.get_kind_display(), fan.region, fan.place, fan.members_reached,
                    ", ".join(contact.name for contact in fan.contacts_now),
                    ", ".join(contact.email for contact in fan.contacts_now if contact.email), fan.done,
                )
                for fan in found.iterator(2000)
            ),
        )  # fmt: skip


class ContactForm(forms.ModelForm):
    """A new contact person; who was it before gets an end."""

    since = forms.DateField(label=gettext_lazy("from"), widget=DateInput, initial=clock.today)
    replaces = forms.ModelChoiceField(
        label=gettext_lazy("takes over from"),
        queryset=FanContact.objects.none(),
        required=False,
        empty_label=gettext_lazy("nobody: comes beside"),
        help_text=gettext_lazy("That person stays on record, with the day before as the last one."),
    )

    class Meta:
        model = FanContact
        fields = ("name", "role", "email", "phone")
        field_classes = {"name": OneLineField}

    field_order = ("replaces", "name", "role", "email", "phone", "since")

    def __init__(self, *args: Any, fan: FanOrganisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        current = fan.contacts.current(clock.today())
        self.fields["replaces"].queryset = current  # type: ignore[attr-defined]
        if len(current) == 1:
            self.fields["replaces"].initial = current[0]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        old, since = cleaned.get("replaces"), cleaned.get("since")
        if old and since and old.start and since <= old.start:
            self.add_error("since", _("The end must come after the start."))
        return cleaned


def change_contact(request: NetworkRequest, pk: int) -> HttpResponse:
    fan = fan_in(request.network, pk)
    form = ContactForm(request.POST if request.method == "POST" else None, fan=fan)
    if request.method == "POST" and form.is_valid():
        contact = partnering.hand_over(by=request.user, fan=fan, **form.cleaned_data)
        messages.success(
            request, _("%(name)s is contact person of %(fan)s.") % {"name": contact.name, "fan": fan}
        )
        return back(request, "admin:network_fanorganisation_changelist")
    return page(
        request,
        "network/admin/fan_contact.html",
        _("Contact person of %(fan)s") % {"fan": fan},
        {
            "fan": fan,
            "form": form,
            "contacts": fan.contacts.order_by("-start", "name"),
            "current": list(fan.contacts.current(clock.today())),
        },
        status=422 if form.is_bound else 200,
    )


@cockpit.add_finder(20)
def find_fans(network: Network, words: str) -> list[cockpit.Found]:
    found = FanOrganisation.objects.filter(network=network)
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word) | Q(region__icontains=word) | Q(contacts__name__icontains=word)
        )
    return [
        cockpit.Found(
            kind=_("Fans"),
            label=fan.name,
            detail=fan.region,
            url=reverse("admin:network_fanorganisation_change", args=[fan.pk]),
        )
        for fan in found.distinct()[: cockpit.MOST_FOUND]
    ]
