"""Samenstelling: the group beside its audience, what a choice does to it, scenarios, whom we do not reach."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ambassadors.actions import mirroring
from ambassadors.actions.refused import Refused
from ambassadors.admin import composition_page as shown
from ambassadors.admin.composition_forms import AudienceForm, KeepForm, share_forms
from ambassadors.composition import Verdict
from ambassadors.models import (
    AppointmentRound,
    Audience,
    AudienceGap,
    OrganisationToAsk,
    Person,
    Scenario,
    Trait,
)
from network import clock
from network.admin import navigation
from network.admin.base import NetworkInline, NetworkModelAdmin, OwnPage
from network.admin.pages import page
from network.admin.shared import NATIVE
from network.models import Network
from network.numbers import key_of
from network.permissions import NetworkRequest

BOARD = "admin:ambassadors_audience_changelist"

navigation.add(navigation.Group.ROUND, 30, gettext_lazy("Composition"), BOARD)


@admin.register(Audience)
class AudienceAdmin(OwnPage):
    """The composition has pages of its own; Django's lists and forms give way to them."""

    addable = False

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        pages = [
            path("als/", door(what_if), name="composition_what_if"),
            path("kiezen/", door(choose), name="composition_choose"),
            path("kort/", door(brief), name="composition_brief"),
            path("vergelijken/", door(compare), name="composition_compare"),
            path("bewaren/", door(keep), name="composition_keep"),
            path("scenario/<int:pk>/overnemen/", door(take_over), name="composition_take_over"),
            path("scenario/<int:pk>/weg/", door(drop), name="composition_drop"),
            path("doelgroep/<str:trait>/", door(edit_audience), name="composition_audience"),
        ]
        return [*pages, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        return board(request)  # type: ignore[arg-type]

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect("admin:composition_audience", thing.trait)


# --- Doors ---------------------------------------------------------------------------------------------


def coming_round(network: Network) -> AppointmentRound | None:
    """The round that people are chosen for now."""
    rounds = network.rounds.filter(appointed_at=None).select_related("network")
    return rounds.order_by("year").first()


def scenario_in(request: NetworkRequest, pk: int) -> Scenario:
    scenarios = Scenario.objects.filter(round__network=request.network).select_related("round__network")
    return get_object_or_404(scenarios, pk=pk)


def numbers(sent: list[str]) -> set[int]:
    """Ids as a browser sends them; whatever is no id of anybody is left out."""
    return {key for one in sent if (key := key_of(one)) is not None}


# --- Pages -----------------------------------------------------------------------------------------------


@require_GET
def board(request: NetworkRequest) -> TemplateResponse:
    round = coming_round(request.network)
    facts = shown.facts_of(request.network, round)
    scenarios = list(round.scenarios.prefetch_related("people")) if round else []
    picked = next((one for one in scenarios if str(one.pk) == request.GET.get("scenario")), None)
    if "tried" in request.GET or not round:
        ticked = numbers(request.GET.getlist("people"))
    else:
        ticked = {person.pk for person in picked.people.all()} if picked else facts.chosen
    return _board(
        request, facts, scenarios, ticked, KeepForm(initial={"name": picked.name if picked else ""})
    )


def _board(
    request: NetworkRequest,
    facts: shown.Facts,
    scenarios: list[Scenario],
    ticked: set[int],
    form: KeepForm,
    status: int = 200,
) -> TemplateResponse:
    base = facts.what_if(())
    values = {
        "facts": facts,
        "round": facts.round,
        "choices": shown.choices(facts, base, ticked),
        "scenarios": scenarios,
        "form": form,
        "traits": Trait.choices,
        "missing_audiences": [label for trait, label in Trait.choices if trait not in facts.known],
        "unreached": AudienceGap.objects.open()
        .filter(network=request.network)
        .prefetch_related("organisations__fan"),
        **shown.panel(facts, facts.what_if(ticked)),
    }
    return page(request, "ambassadors/admin/composition.html", _("Composition"), values, status=status)


@require_http_methods(["GET", "POST"])
def what_if(request: NetworkRequest) -> HttpResponse:
    """The panel alone, with every tick; without a script a button leads to the whole page. Keeps nothing."""
    ticked = numbers((request.POST if request.method == "POST" else request.GET).getlist("people"))
    if request.method == "POST" and "HX-Request" not in request.headers:
        return redirect(f"{reverse(BOARD)}?{_tried(ticked)}")
    facts = shown.facts_of(request.network, coming_round(request.network))
    composition = facts.what_if(ticked)
    values = {"facts": facts, "round": facts.round, **shown.panel(facts, composition)}
    return TemplateResponse(request, "ambassadors/admin/composition_panel.html", values)


@require_GET
def brief(request: NetworkRequest) -> TemplateResponse:
    """Beside the board of the round: what the selection as it stands does, in a few lines."""
    facts = shown.facts_of(request.network, coming_round(request.network))
    values = {"round": facts.round, **shown.panel(facts, facts.what_if(facts.chosen))}
    return TemplateResponse(request, "ambassadors/admin/composition_brief.html", values)


def for_the_coming_round(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The door of what is chosen for it: back to the board, with a word, while there is none."""

    @wraps(view)
    def guarded(request: NetworkRequest) -> HttpResponse:
        round = coming_round(request.network)
        if round is None:
            messages.warning(request, _("There is no round to choose people for. Open one first."))
            return redirect(BOARD)
        return view(request, round)

    return guarded


@require_POST
@for_the_coming_round
def keep(request: NetworkRequest, round: AppointmentRound) -> HttpResponse:
    facts = shown.facts_of(request.network, round)
    ticked = numbers(request.POST.getlist("people"))
    form = KeepForm(request.POST)
    if form.is_valid():
        people = [person for person in facts.candidates if person.pk in ticked]
        try:
            scenario = mirroring.keep_scenario(
                round=round, name=form.cleaned_data["name"], people=people, by=request.user
            )
        except mirroring.TooMany:
            form.add_error(
                "name",
                _("There are %(n)d scenarios already. Use the name of one of them, or remove one first.")
                % {"n": mirroring.MOST_SCENARIOS},
            )
        else:
            messages.success(request, _("“%(name)s” is kept.") % {"name": scenario.name})
            return redirect(f"{reverse(BOARD)}?{urlencode({'scenario': scenario.pk})}")
    scenarios = list(round.scenarios.prefetch_related("people"))
    return _board(request, facts, scenarios, ticked, form, status=422)


@require_GET
def compare(request: NetworkRequest) -> TemplateResponse:
    round = coming_round(request.network)
    values: dict[str, Any] = {"round": round, "traits": Trait.choices, "explained": shown.EXPLAINED}
    if round:
        facts = shown.facts_of(request.network, round)
        scenarios = round.scenarios.prefetch_related("people").select_related("changed_by")
        values["compared"] = shown.compare(facts, list(scenarios))
        values["maximum"] = request.network.maximum_size
    return page(request, "ambassadors/admin/composition_compare.html", _("Compare scenarios"), values)


@require_POST
def take_over(request: NetworkRequest, pk: int) -> HttpResponse:
    scenario = scenario_in(request, pk)
    try:
        left_out = mirroring.take_over(scenario, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("admin:composition_compare")
    messages.success(request, _("The round now holds the people of “%(name)s”.") % {"name": scenario.name})
    _tell_left_out(request, left_out)
    return redirect("admin:round_board", scenario.round.year)


@require_POST
@for_the_coming_round
def choose(request: NetworkRequest, round: AppointmentRound) -> HttpResponse:
    """Whoever is ticked now becomes the selection of the round, without a scenario to keep."""
    facts = shown.facts_of(request.network, round)
    ticked = numbers(request.POST.getlist("people"))
    people = [person for person in facts.candidates if person.pk in ticked]
    try:
        left_out = mirroring.choose(round=round, people=people, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect(f"{reverse(BOARD)}?{_tried(ticked)}")
    count = len(people) - len(left_out)
    messages.success(
        request,
        ngettext(
            "%(n)d person is chosen. Nothing leaves before you settle the selection.",
            "%(n)d people are chosen. Nothing leaves before you settle the selection.",
            count,
        )
        % {"n": count},
    )
    _tell_left_out(request, left_out)
    return redirect("admin:round_board", round.year)


def _tell_left_out(request: NetworkRequest, left_out: list[Person]) -> None:
    if left_out:
        names = ", ".join(person.full_name for person in left_out)
        messages.warning(
            request, _("Not chosen, because not judged suitable yet: %(names)s.") % {"names": names}
        )


def _tried(ticked: set[int]) -> str:
    return urlencode([("tried", 1), *(("people", pk) for pk in sorted(ticked))])


@require_POST
def drop(request: NetworkRequest, pk: int) -> HttpResponse:
    scenario = scenario_in(request, pk)
    mirroring.drop_scenario(scenario, by=request.user)
    messages.success(request, _("“%(name)s” is removed.") % {"name": scenario.name})
    return redirect("admin:composition_compare")


@require_http_methods(["GET", "POST"])
def edit_audience(request: NetworkRequest, trait: str) -> HttpResponse:
    """How the audience is spread over one trait, with source and date."""
    if trait not in Trait.values:
        raise Http404
    network, wanted = request.network, Trait(trait)
    audience = network.audiences.filter(trait=trait).prefetch_related("shares").first()
    if request.method == "POST" and "forget" in request.POST:
        mirroring.forget_audience(network=network, trait=trait, by=request.user)
        messages.success(request, _("The audience of this trait is removed."))
        return redirect(BOARD)
    sent = request.POST if request.method == "POST" else None
    form = AudienceForm(audience, sent)
    rows = share_forms(wanted, audience, _without_a_row(network, trait), sent)
    if sent is not None and form.is_valid() & rows.is_valid():
        mirroring.set_audience(
            network=network, trait=trait, shares=rows.shares, by=request.user, **form.cleaned_data
        )
        messages.success(request, _("Kept. The composition is set beside it."))
        return redirect(BOARD)
    title = _("The audience by %(trait)s") % {"trait": wanted.label}
    values = {"form": form, "rows": rows, "audience": audience, "trait": wanted}
    status = 422 if sent is not None else 200
    return page(request, "ambassadors/admin/composition_audience.html", title, values, status=status)


def _without_a_row(network: Network, trait: str) -> list[str]:
    """What ambassadors of today have and the audience does not name yet: a start for who fills it in."""
    facts = shown.facts_of(network, None)
    board = next(board for board in facts.what_if(()).boards if board.trait == trait)
    return [line.name for line in board.lines if line.verdict == Verdict.ELSEWHERE and line.then]


# --- Whom we do not reach yet ------------------------------------------------------------------------------


class OrganisationInline(NetworkInline, admin.TabularInline):
    model = OrganisationToAsk
    extra = 1
    formfield_overrides = NATIVE
    fields = ("fan", "name", "asked_on", "outcome")


@admin.register(AudienceGap)
class AudienceGapAdmin(NetworkModelAdmin):
    """Groups of entrepreneurs, never a person: who can help us to find them, and what came of asking."""

    deletable = True
    list_display = ("name", "who_can_help", "noted_on", "reached_on")
    list_filter = ("reached_on",)
    search_fields = ("name", "note")
    inlines = (OrganisationInline,)
    formfield_overrides = NATIVE
    fields = ("name", "note", "noted_on", "reached_on")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("organisations__fan")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"noted_on": clock.today(), **super().get_changeform_initial_data(request)}

    @admin.display(description=gettext_lazy("whom we can ask"))
    def who_can_help(self, gap: AudienceGap) -> str:
        return ", ".join(str(organisation) for organisation in gap.organisations.all()) or _("nobody yet")


navigation.add(
    navigation.Group.ROUND,
    50,
    gettext_lazy("Not reached yet"),
    "admin:ambassadors_audiencegap_changelist",
    rare=True,
)
