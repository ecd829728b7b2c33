"""Podium requests in the leader's admin: the list, and the page with who suits and why."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from ambassadors.models import Pause, Person
from events.actions import offering, requesting, weighing
from events.admin import meetings
from events.admin.fans import send_page
from events.admin.request_filters import CameInFilter, HeardFilter, ReadFilter, RequestStateFilter
from events.forms.requests import AskForm, DeclineForm, WeightsForm
from events.models import Offer, OfferState, PodiumRequest, RequestState
from events.permissions import podium_in, request_in
from events.request_words import bars, doubts, facts, priority_words, reasons
from events.suggesting import Suggestion, suggestions, weights_of
from network import clock
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.admin.shared import NATIVE, SavedColumns
from network.dates import short_day
from network.models import User
from network.numbers import key_of
from network.permissions import NetworkRequest

WORK = navigation.Group.WORK
navigation.add(
    WORK,
    20,
    gettext_lazy("Podium requests"),
    "admin:events_podiumrequest_changelist",
    counts=("request", "request_held", "request_passed", "offer_late", "request_fell_through"),
)

MOST_SHOWN = 8
"""Suggestions shown at once; the others are one click further."""


@admin.register(PodiumRequest)
class PodiumRequestAdmin(SavedColumns, NetworkModelAdmin):
    empty_words = gettext_lazy(
        "Whoever asks for somebody on the site stands here, with who suits and why."
        " Write down yourself what comes by telephone."
    )
    list_display = (
        "what", "status", "on", "pressing", "asked_by_whom", "answers", "owner", "answer_by",
        "answered_after", "kind", "place", "region", "theme", "audience",
    )  # fmt: skip
    first_columns = ("status", "on", "pressing", "asked_by_whom", "answers", "owner")
    list_display_links = None
    list_filter = (RequestStateFilter, CameInFilter, HeardFilter, ReadFilter, "kind", "owner", "host")
    search_fields = ("title", "host_name", "host__name", "place", "theme", "contact_name")
    list_select_related = ("host", "owner")
    formfield_overrides = NATIVE
    fieldsets = (
        (None, {"fields": ("title", ("kind", "audience"), ("date", "start_time", "end_time"))}),
        (gettext_lazy("Where and for whom"), {"fields": (("place", "region"), ("theme", "sector"),
                                                         "description")}),
        (
            gettext_lazy("Who asks"),
            {"fields": (("host", "host_name"), ("contact_name", "contact_email"), "language", "preferred")},
        ),
        (gettext_lazy("In our hands"), {"fields": (("owner", "due_on"),)}),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        waiting = Count("offers", filter=Q(offers__state=OfferState.ASKED))
        return super().get_queryset(request).annotate(asked_now=waiting, asked_ever=Count("offers"))

    def get_ordering(self, request: HttpRequest) -> Any:
        return ["closed_at", "date", "pk"]

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is None:
            return None
        choices: Any = field.queryset
        if db_field.name == "owner":
            running = request.network.roles.running_the_network().values("user")
            field.queryset = choices.filter(pk__in=running).order_by("called", "email")
        if db_field.name == "preferred":
            field.queryset = choices.current(clock.today())
        return field

    # --- Columns -------------------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("request"), ordering="title")
    def what(self, request: PodiumRequest) -> SafeString:
        return format_html(
            '<a class="what" href="{}"><b>{}</b><small>{}</small></a>',
            reverse("admin:request", args=[request.pk]),
            request,
            request.get_kind_display().capitalize() if request.title else "",
        )

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def status(self, request: PodiumRequest) -> SafeString:
        warm = request.state in RequestState.waiting()
        kind = "chip-warm" if warm else "" if request.state == RequestState.AGREED else "chip-plain"
        chip = format_html('<span class="chip {}">{}</span>', kind, request.get_state_display())
        if request.state != RequestState.OPEN or request.answered_at or not request.due_on:
            return chip
        words = _("late since %(day)s") if request.due_on < clock.today() else _("answer by %(day)s")
        return format_html("{}<br><small>{}</small>", chip, words % {"day": short_day(request.due_on)})

    @admin.display(description=gettext_lazy("date"), ordering="date")
    def on(self, request: PodiumRequest) -> str:
        return short_day(request.date)

    @admin.display(description=gettext_lazy("pressing"), ordering="date")
    def pressing(self, request: PodiumRequest) -> str:
        return priority_words(request, clock.today()) if request.state in RequestState.waiting() else ""

    @admin.display(description=gettext_lazy("asked by"))
    def asked_by_whom(self, request: PodiumRequest) -> str:
        return request.asked_by

    @admin.display(description=gettext_lazy("people asked"))
    def answers(self, request: Any) -> str:
        if not request.asked_ever:
            return "–"
        if not request.asked_now:
            return str(request.asked_ever)
        return _("%(n)d, %(silent)d silent") % {"n": request.asked_ever, "silent": request.asked_now}

    @admin.display(description=gettext_lazy("answer before"), ordering="due_on")
    def answer_by(self, request: PodiumRequest) -> str:
        return short_day(request.due_on)

    @admin.display(description=gettext_lazy("answered after"))
    def answered_after(self, request: PodiumRequest) -> str:
        return timesince(request.asked_at, request.answered_at) if request.answered_at else "–"

    # --- Pages ---------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: PodiumRequest, form: Any, change: bool) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        kept = PodiumRequest.objects.get(pk=obj.pk)
        requesting.settle_details(kept, by=request.user, changes=changes)  # type: ignore[arg-type]

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return redirect("admin:request", obj.pk)

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return redirect("admin:request", obj.pk)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("gewichten/", view(matching_weights), name="matching_weights"),
            path("<int:pk>/voorstel/", view(proposal), name="request"),
            path("<int:pk>/doen/<slug:verb>/", view(do), name="request_do"),
            path("hand/<int:pk>/", view(hand), name="hand"),
            path("gevraagd/<int:pk>/", view(offer), name="offer"),
            path("fan/<int:pk>/pagina/", view(send_page), name="fan_send_page"),
            path("fan/<int:pk>/agenda/", view(meetings.fan_calendar), name="fan_calendar"),
            path("bijeenkomsten/", view(meetings.fan_meetings), name="fan_meetings"),
            path("bijeenkomsten/<int:pk>/opzij/", view(meetings.put_aside), name="fan_meeting_aside"),
            path("bijeenkomsten/<int:pk>/soort/", view(meetings.choose_kind), name="fan_meeting_kind"),
            path("bijeenkomsten/<int:pk>/", view(meetings.propose), name="fan_meeting"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        tools = [(_("Weights of the suggestions"), reverse("admin:matching_weights"))]
        return super().changelist_view(request, {"tools": tools, **(extra_context or {})})


# --- Who suits --------------------------------------------------------------------------------------------


def proposal(request: NetworkRequest, pk: int) -> HttpResponse:
    """The question on the left, who suits on the right; ticking and one button asks."""
    network = request.network
    asked, today = request_in(network, pk), clock.today()
    found = suggestions(asked, today) if asked.is_open else []
    possible = [one for one in found if one.match.is_possible and not _was_asked(one)]
    suits = [one for one in possible if one.match.fits]
    others = [one for one in possible if not one.match.fits]
    ruled_out = [one for one in found if not one.match.is_possible]
    offers = list(asked.offers.select_related("person"))
    shown = [*suits, *others]
    named = [*shown[: MOST_SHOWN * 3], *ruled_out[:MOST_SHOWN]]
    people = Person.objects.in_bulk([one.person_id for one in named])
    form = AskForm(
        request.POST if request.method == "POST" else None, people=[(one.person_id, "") for one in shown]
    )
    if request.method == "POST" and form.is_valid():
        return _ask(request, asked, form)
    pauses = _pause_ends([one.person_id for one in ruled_out[:MOST_SHOWN]], asked.date or today)
    chosen = {key for pk in request.POST.getlist("people") if (key := key_of(pk)) is not None}
    lines = [_line(one, people[one.person_id], asked, chosen) for one in shown if one.person_id in people]
    context = {
        "asked": asked,
        "facts": facts(asked),
        "pressing": priority_words(asked, today),
        "is_late": bool(asked.due_on and asked.due_on < today and not asked.answered_at),
        "form": form,
        # Whom the form said to ask first, while that can still be done.
        "first": asked.preferred if asked.preferred_id in {one.person_id for one in shown} else None,
        "suits": lines[: min(len(suits), MOST_SHOWN)],
        "further": lines[min(len(suits), MOST_SHOWN) :],
        "ruled_out": [
            (people[one.person_id], bars(one, pauses.get(one.person_id)))
            for one in ruled_out
            if one.person_id in people
        ],
        "offers": offers,
        "podia": list(asked.podia.exclude(status="cancelled").select_related("file")),
        "decline_form": DeclineForm(auto_id="id_decline_%s"),
        "hands": [one for one in shown if asked and "raised_hand" in one.match.because],
        "today": today,
    }
    status = 422 if form.is_bound else 200
    return page(request, "events/admin/request.html", str(asked), context, status=status)


def _was_asked(suggestion: Suggestion) -> bool:
    return suggestion.offer is not None


def _line(one: Suggestion, person: Person, asked: PodiumRequest, chosen: set[int]) -> dict[str, Any]:
    return {
        "person": person,
        "standing": one.standing,
        "score": one.match.score,
        "reasons": reasons(one, asked),
        "doubts": doubts(one, asked),
        "raised_hand": "raised_hand" in one.match.because,
        "chosen": person.pk in chosen,
    }


def _pause_ends(people: list[int], day: date) -> dict[int, date]:
    rows = Pause.objects.filter(person__in=people, end__gt=day).order_by("end")
    return {person: end for person, end in rows.values_list("person_id", "end") if end}


def _ask(request: NetworkRequest, asked: PodiumRequest, form: AskForm) -> HttpResponse:
    people = Person.objects.filter(network=asked.network, pk__in=form.cleaned_data["people"])
    try:
        made = offering.offer(
            asked,
            by=request.user,
            people=people,
            words=form.cleaned_data["words"],
        )
    except offering.TooLate:
        messages.warning(request, _("This request is no longer open."))
    else:
        said = ngettext("%(n)d person is asked.", "%(n)d people are asked.", len(made))
        messages.success(request, said % {"n": len(made)})
    return redirect("admin:request", asked.pk)


VERBS: dict[str, tuple[Callable[..., bool], Any]] = {
    "vrijgeven": (requesting.release, gettext_lazy("The request is in. Whoever asked has a confirmation.")),
    "weigeren": (requesting.refuse, gettext_lazy("Refused. Nobody was written to.")),
    "heropenen": (requesting.reopen, gettext_lazy("Open again.")),
    "terug": (offering.take_back, gettext_lazy("The podium is cancelled and the request open again.")),
}


@require_POST
def do(request: NetworkRequest, pk: int, verb: str) -> HttpResponse:
    """One click on the page of a request."""
    asked = request_in(request.network, pk)
    user: User = request.user
    said = ""
    if verb in VERBS:
        act, words = VERBS[verb]
        said = str(words) if act(asked, by=user) else ""
    elif verb == "oppakken":
        requesting.take_up(asked, by=user, owner=user)
        said = _("You take this up.")
    elif verb == "afmelden":
        form = DeclineForm(request.POST)
        if form.is_valid() and requesting.decline(asked, by=user, words=form.cleaned_data["words"]):
            said = _("Closed, with a kind word to whoever asked.")
    elif verb == "geven":
        said = _give(request, asked, user)
    else:
        raise Http404
    if said:
        messages.success(request, said)
    else:
        messages.warning(request, _("Nothing was changed: somebody decided before you."))
    return redirect("admin:request", asked.pk)


def _give(request: NetworkRequest, asked: PodiumRequest, user: User) -> str:
    people = Person.objects.filter(network=asked.network).current(clock.today())
    person = people.filter(pk=key).first() if (key := key_of(request.POST.get("person"))) else None
    if person is None:
        return ""
    try:
        offering.give_to(asked, by=user, person=person)
    except offering.TooLate:
        return ""
    return _("%(name)s goes. The others and whoever asked have been told.") % {"name": person.full_name}


def hand(request: NetworkRequest, pk: int) -> HttpResponse:
    """From a raised hand to the request it is for; to the podium when there is none any more."""
    podium = podium_in(request.network, pk)
    if podium.request_id:
        return redirect("admin:request", podium.request_id)
    return redirect("admin:events_podium_change", podium.pk)


def offer(request: NetworkRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Offer, pk=pk, request__network=request.network)
    return redirect("admin:request", found.request_id)


def matching_weights(request: NetworkRequest) -> HttpResponse:
    network = request.network
    form = WeightsForm(request.POST if request.method == "POST" else None, weights=weights_of(network))
    if request.method == "POST" and form.is_valid():
        weighing.move(network=network, by=request.user, weights=form.cleaned_data)
        messages.success(request, _("The suggestions now weigh it this way."))
        return redirect("admin:matching_weights")
    return page(
        request,
        "events/admin/weights.html",
        _("What weighs in the suggestions"),
        {"form": form},
        status=422 if form.is_bound else 200,
    )
