"""The end of a term, honorary members, expectations, tasks and the spotlight, in the leader's admin."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ambassadors.actions import parting
from ambassadors.actions.refused import Refused
from ambassadors.forms.belonging import AgreeForm, OccasionForm
from ambassadors.models import After, ClubTask, Expectation, HonoraryOccasion, Parting, Spotlight, Term
from network import clock
from network.admin import navigation
from network.admin.base import NetworkModelAdmin, OwnPage
from network.admin.pages import page
from network.admin.shared import NATIVE
from network.permissions import NetworkRequest

HONORARY = "admin:ambassadors_honoraryoccasion_changelist"

navigation.add(navigation.Group.PEOPLE, 50, gettext_lazy("Honorary members"), HONORARY, rare=True)
navigation.add(
    navigation.Group.PEOPLE,
    70,
    gettext_lazy("Tasks to take over"),
    "admin:ambassadors_clubtask_changelist",
    rare=True,
)
navigation.add(
    navigation.Group.CONTENT,
    60,
    gettext_lazy("In the spotlight"),
    "admin:ambassadors_spotlight_changelist",
    rare=True,
)
navigation.add(
    navigation.Group.SETTINGS,
    32,
    gettext_lazy("What you can expect from me"),
    "admin:ambassadors_expectation_changelist",
    rare=True,
)


@admin.register(HonoraryOccasion)
class HonoraryAdmin(OwnPage):
    """One page instead of a list: the honorary members, and this year's invitation."""

    addable = changeable = False

    def get_urls(self) -> list[Any]:
        end = path("termijn/<int:pk>/", self.admin_site.admin_view(term_ends), name="term_parting")
        return [end, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return honorary(request)  # type: ignore[arg-type]

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect(HONORARY)


@require_http_methods(["GET", "HEAD", "POST"])
def honorary(request: NetworkRequest) -> HttpResponse:
    today = clock.today()
    form = OccasionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            occasion = parting.invite_honorary(network=request.network, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(n)d mails are on their way.") % {"n": occasion.invited})
            return redirect(HONORARY)
    memberships = models.Prefetch("honorary_memberships")
    values = {
        "form": form,
        "people": request.network.people.honorary(today).prefetch_related(memberships),
        "this_year": request.network.honorary_occasions.filter(year=today.year).first(),
        "earlier": request.network.honorary_occasions.filter(year__lt=today.year)[:10],
    }
    title = _("Honorary members")
    return page(request, "ambassadors/admin/honorary.html", title, values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def term_ends(request: NetworkRequest, pk: int) -> HttpResponse:
    """The talk about the end of one term, and what it brought."""
    terms = Term.objects.filter(person__network=request.network).select_related("person")
    term = get_object_or_404(terms, pk=pk)
    known = Parting.objects.filter(term=term).select_related("talk", "agreed_by").first()
    form = AgreeForm(
        request.POST if request.method == "POST" else None, wish=(known.agreed or known.wish) if known else ""
    )
    if request.method == "POST" and form.is_valid():
        try:
            parting.agree(term=term, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _said(form.cleaned_data["what"]))
            return redirect("admin:term_parting", pk)
    values = {
        "term": term,
        "parting": known,
        "form": form,
        "round": request.network.rounds.under_way().order_by("year").first(),
    }
    title = _("The end of %(name)s's term") % {"name": term.person}
    return page(
        request, "ambassadors/admin/term_parting.html", title, values, status=422 if form.errors else 200
    )


def _said(what: str) -> str:
    if what == After.HONORARY:
        return _("Kept. On the first day without a term the honorary membership begins by itself.")
    if what == After.AGAIN:
        return _("Kept. Put them in the round under “Who goes on?”.")
    return _("Kept. After the last day they are thanked, with their years in figures.")


@admin.register(Expectation)
class ExpectationAdmin(NetworkModelAdmin):
    list_display = ("words", "is_offered", "place")
    list_filter = ("is_offered",)
    empty_words = gettext_lazy(
        "What they can expect of you, and what not: five sentences prevent a year of disappointment. They"
        " read it in their own pages."
    )
    search_fields = ("words",)
    fields = ("is_offered", "words", "words_en", "place")


@admin.register(ClubTask)
class ClubTaskAdmin(NetworkModelAdmin):
    list_display = ("title", "due_on", "taken_by", "done_at")
    empty_words = gettext_lazy(
        "The network is theirs. Put something here that one of them could do, and whoever wants it takes it."
    )
    list_select_related = ("taken_by",)
    search_fields = ("title",)
    fields = ("title", "about", "due_on", "taken_by", "taken_at", "done_at")
    readonly_fields = ("taken_by", "taken_at", "done_at")
    formfield_overrides = NATIVE


@admin.register(Spotlight)
class SpotlightAdmin(NetworkModelAdmin):
    list_display = ("person", "start", "end", "why")
    empty_words = gettext_lazy(
        "Put one person in the light for a few weeks: on the home page, with the reason why now."
    )
    list_select_related = ("person",)
    search_fields = ("why", "person__last_name")
    fields = ("person", "why", "why_en", "start", "end")
    formfield_overrides = NATIVE
