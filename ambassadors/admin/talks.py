"""Contact moments, and the pages on which the leader comes back to somebody or decides about a pause."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.actions import keeping_contact, pausing
from ambassadors.admin.forms import TalkForm
from ambassadors.models import ContactMoment, PauseRequest
from network import clock
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.exporting import Exports
from network.admin.pages import back, page
from network.admin.shared import NATIVE, SavedColumns, avatar, shortened
from network.dates import short_day
from network.models import Network
from network.permissions import NetworkRequest
from network.tables import Export

navigation.add(
    navigation.Group.PEOPLE,
    30,
    gettext_lazy("Contact moments"),
    "admin:ambassadors_contactmoment_changelist",
    counts=("follow_up",),
)
navigation.add(
    navigation.Group.WORK,
    62,
    gettext_lazy("Pauses asked"),
    "admin:ambassadors_pauserequest_changelist",
    counts=("pause",),
    rare=True,
)


class FollowUpFilter(admin.SimpleListFilter):
    title = gettext_lazy("come back to it")
    parameter_name = "back"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("due", _("due")), ("later", _("later")), ("done", _("done"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        today = clock.today()
        if self.value() == "due":
            return queryset.to_follow_up(today)  # type: ignore[attr-defined]
        if self.value() == "later":
            return queryset.filter(follow_up_on__gt=today, followed_up_at=None)
        if self.value() == "done":
            return queryset.exclude(followed_up_at=None)
        return queryset


@admin.register(ContactMoment)
class ContactMomentAdmin(Exports, SavedColumns, NetworkModelAdmin):
    list_display = ("who", "on", "kind", "what", "needed", "back_on", "by")
    first_columns = ("on", "kind", "what", "needed", "back_on")
    list_filter = (FollowUpFilter, "kind")
    search_fields = ("person__first_name", "person__last_name", "summary", "needs")
    list_select_related = ("person", "by")
    date_hierarchy = None
    fields = ("person", "date", "kind", "summary", "needs", "follow_up_on", "followed_up_at")
    readonly_fields = ("followed_up_at",)
    formfield_overrides = NATIVE

    @admin.display(description=gettext_lazy("who"), ordering="person__last_name")
    def who(self, moment: ContactMoment) -> SafeString:
        return format_html(
            '<span class="who">{}<span><b>{}</b></span></span>',
            avatar(moment.person),
            moment.person.full_name,
        )

    @admin.display(description=gettext_lazy("date"), ordering="date")
    def on(self, moment: ContactMoment) -> str:
        return short_day(moment.date)

    @admin.display(description=gettext_lazy("what was said"))
    def what(self, moment: ContactMoment) -> str:
        return shortened(moment.summary)

    @admin.display(description=gettext_lazy("needs"))
    def needed(self, moment: ContactMoment) -> str:
        return shortened(moment.needs)

    @admin.display(description=gettext_lazy("come back to it"), ordering="follow_up_on")
    def back_on(self, moment: ContactMoment) -> str:
        if not moment.follow_up_on:
            return ""
        day = short_day(moment.follow_up_on)
        return _("%(day)s, done") % {"day": day} if moment.followed_up_at else day

    def save_model(self, request: HttpRequest, obj: ContactMoment, form: Any, change: bool) -> None:
        if not change:
            obj.by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[Any]:
        come_back = path("<int:pk>/terugkomen/", self.admin_site.admin_view(follow_up), name="follow_up")
        return [come_back, *super().get_urls()]

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        rows = found.select_related("person", "by").order_by("-date", "-pk")
        return Export(
            name=_("contact moments"),
            columns=(
                _("name"), _("e-mail address"), _("date"), _("how"), _("what was said"),
                _("needs signalled"), _("come back to it on"), _("followed up"), _("by"),
            ),
            rows=(
                (
                    moment.person.full_name, moment.person.email, moment.date, moment.get_kind_display(),
                    moment.summary, moment.needs, moment.follow_up_on,
                    timezone.localdate(moment.followed_up_at) if moment.followed_up_at else None,
                    str(moment.by or ""),
                )
                for moment in rows.iterator(2000)
            ),
        )  # fmt: skip


def follow_up(request: NetworkRequest, pk: int) -> HttpResponse:
    """Coming back to somebody: what was promised, what is said now."""
    moments = ContactMoment.objects.filter(person__network=request.network)
    moment = get_object_or_404(moments.select_related("person", "by"), pk=pk)
    form = TalkForm(request.POST if request.method == "POST" else None, instance=None)
    if request.method == "POST" and form.is_valid():
        keeping_contact.write_down(by=request.user, person=moment.person, **form.cleaned_data)
        keeping_contact.follow_up(moment, by=request.user)
        messages.success(request, _("The talk with %(name)s is written down.") % {"name": moment.person})
        return back(request)
    return page(
        request,
        "ambassadors/admin/talk.html",
        _("Come back to %(name)s") % {"name": moment.person},
        {
            "person": moment.person,
            "form": form,
            "reason": moment.needs or moment.summary,
            "reason_on": moment.date,
            "settled": moment.followed_up_at,
        },
    )


@admin.register(PauseRequest)
class PauseRequestAdmin(NetworkModelAdmin):
    """What ambassadors asked; decided on a page of its own."""

    addable = False
    changeable = False
    list_display = ("who", "start", "end", "reason", "requested_at", "decision")
    list_select_related = ("person", "pause")
    ordering = ("-decided_at", "-requested_at")

    @admin.display(description=gettext_lazy("who"))
    def who(self, request: PauseRequest) -> SafeString:
        return format_html(
            '<span class="who">{}<span><b>{}</b></span></span>',
            avatar(request.person),
            request.person.full_name,
        )

    @admin.display(description=gettext_lazy("decision"))
    def decision(self, request: PauseRequest) -> str:
        if request.decided_at is None:
            return _("waits for you")
        return _("given") if request.pause_id else _("talked over, no pause")

    def get_urls(self) -> list[Any]:
        decide_url = path("<int:pk>/", self.admin_site.admin_view(decide_pause), name="pause_request")
        return [decide_url, *super().get_urls()]

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        return ("who",)


def decide_pause(request: NetworkRequest, pk: int) -> HttpResponse:
    """Give the pause, or talk it over: with what it does to the promise beside it."""
    asked = get_object_or_404(
        PauseRequest.objects.filter(person__network=request.network).select_related("person__network"),
        pk=pk,
    )
    if request.method == "POST" and asked.decided_at is None:
        if "give" in request.POST:
            pausing.grant_pause(asked, by=request.user)
            messages.success(request, _("The pause of %(name)s is given.") % {"name": asked.person})
        elif "close" in request.POST:
            pausing.close_request(asked, by=request.user)
            messages.success(request, _("The request of %(name)s is closed.") % {"name": asked.person})
        return back(request)
    effects = pausing.effect_of_pause(asked.person, asked.start, asked.end, clock.today())
    return page(
        request,
        "ambassadors/admin/pause_request.html",
        _("%(name)s asks for a pause") % {"name": asked.person},
        {
            "asked": asked,
            "effects": [] if asked.decided_at else effects,
            "person_url": reverse("admin:ambassadors_person_overview", args=[asked.person_id]),
        },
    )
