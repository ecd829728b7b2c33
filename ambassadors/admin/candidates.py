"""One candidate, in the leader's admin: what is known, who judges, what was decided; and the list of all."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import assessing, inviting, merging, nominating, scouting, selecting
from ambassadors.actions.refused import Refused
from ambassadors.admin.candidate_forms import AssessorsForm, JudgeForm, NewCandidateForm, ReasonForm
from ambassadors.admin.judging_many import JudgesMany
from ambassadors.models import (
    Assessment,
    Criterion,
    Nomination,
    NominationStatus,
    Pearl,
    RoundRules,
)
from ambassadors.permissions import nomination_in, person_in
from ambassadors.round_calendar import last_day_to_tell
from network import clock
from network.admin import cockpit, navigation
from network.admin.base import NetworkModelAdmin, OwnPage
from network.admin.pages import page
from network.dates import short_day
from network.models import Network
from network.numbers import key_of
from network.permissions import NetworkRequest
from network.sme import sme_test

LIST = "admin:ambassadors_nomination_changelist"

navigation.add(
    navigation.Group.ROUND,
    20,
    gettext_lazy("Candidates"),
    LIST,
    counts=("held_nomination", "not_told", "look_again", "judgement", "invitation_talk", "no_answer"),
)


@admin.register(Nomination)
class NominationAdmin(JudgesMany, OwnPage):
    """A candidate has a page of its own; here they can be found again, in any round."""

    addable = changeable = False
    empty_words = gettext_lazy("Whoever is put forward or applies stands here, in any round.")
    list_display = ("person", "status_chip", "round", "told", "came_in")
    list_filter = ("status", "round")
    search_fields = ("person__first_name", "person__last_name", "person__email")
    list_select_related = ("person", "round")
    ordering = ("-created_at", "-pk")

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        pages = [
            path("nieuw/", door(add), name="candidate_add"),
            path("dubbel/", door(doubles), name="candidate_doubles"),
            path("dubbel/<int:first>/<int:second>/", door(side_by_side), name="candidate_side_by_side"),
            path("<int:pk>/kandidaat/", door(show), name="candidate"),
            path("<int:pk>/oordeel/", door(judge), name="candidate_judge"),
            path("<int:pk>/beoordelaars/", door(ask_assessors), name="candidate_assessors"),
            path("<int:pk>/doen/", door(do), name="candidate_do"),
            path("<int:pk>/uitnodiging-terug/", door(take_back), name="candidate_take_back"),
        ]
        return [*pages, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        tools = [(_("Put somebody forward"), reverse("admin:candidate_add"))]
        context = {"tools": tools, "heading": _("Candidates"), **(extra_context or {})}
        return super().changelist_view(request, context)

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect("admin:candidate", thing.pk)

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def status_chip(self, nomination: Nomination) -> SafeString:
        kind = "chip-warm" if nomination.held_because or nomination.told_at is None else "chip-plain"
        text = _("held") if nomination.held_because else nomination.get_status_display()
        return format_html('<span class="chip {}">{}</span>', kind, text)

    @admin.display(description=gettext_lazy("told"), ordering="told_at")
    def told(self, nomination: Nomination) -> Any:
        return short_day(localdate(nomination.told_at)) if nomination.told_at else _("not yet")

    @admin.display(description=gettext_lazy("came in"), ordering="created_at")
    def came_in(self, nomination: Nomination) -> str:
        return short_day(localdate(nomination.created_at))


@admin.register(Criterion)
class CriterionAdmin(NetworkModelAdmin):
    """What candidates are judged on. The SME test comes by itself from the company's data."""

    list_display = ("name", "weight", "highest", "is_in_use", "place")
    fields = ("name", "name_en", "guidance", "weight", "highest", "place", "is_in_use")


# --- One candidate -------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD"])
def show(request: NetworkRequest, pk: int) -> HttpResponse:
    return _shown(request, nomination_in(request, pk))


def _shown(
    request: NetworkRequest,
    nomination: Nomination,
    *,
    judge_form: JudgeForm | None = None,
    assessors_form: AssessorsForm | None = None,
) -> HttpResponse:
    person = nomination.person
    work = person.company_on(clock.today())
    company = work.company if work else None
    invitation = getattr(nomination, "invitation", None)
    picture = assessing.picture(nomination)
    asked = {assessment.assessor_id for assessment in picture.asked}
    form = assessors_form or AssessorsForm(request.network)
    values = {
        "nomination": nomination,
        "person": person,
        "work": work,
        "test": sme_test(
            employees=company.employees, turnover=company.turnover, balance=company.balance
        ) if company else None,
        "voices": nomination.voices.select_related("person", "fan_contact__fan", "user"),
        "steps": nomination.steps.select_related("by").order_by("-at", "-pk"),
        "statuses": dict(NominationStatus.choices),
        "picture": picture,
        "results": [
            (picture.criteria[one.criterion], one) for one in picture.result.criteria
        ] if picture.result else [],
        "assessors_form": form,
        "free_assessors": [
            (str(user.pk), str(user)) for user in form.fields["assessors"].queryset if user.pk not in asked  # type: ignore[attr-defined]
        ],
        "ticked": set(form.data.getlist("assessors")) if form.is_bound else set(),  # type: ignore[attr-defined]
        "judge_form": judge_form or JudgeForm(initial={
            "status": nomination.status, "look_again_on": nomination.look_again_on,
        }),
        "invitation": invitation,
        "tell_by": last_day_to_tell(timezone.localdate(nomination.created_at)),
        "alike": merging.pairs(request.network, among={person.pk}),
        "blind": RoundRules.of(request.network).blind_fields,
    }  # fmt: skip
    is_wrong = (judge_form and judge_form.errors) or (assessors_form and assessors_form.errors)
    return page(
        request,
        "ambassadors/admin/candidate.html",
        person.full_name,
        values,
        status=422 if is_wrong else 200,
    )


@require_POST
def judge(request: NetworkRequest, pk: int) -> HttpResponse:
    nomination = nomination_in(request, pk)
    form = JudgeForm(request.POST)
    if not form.is_valid():
        return _shown(request, nomination, judge_form=form)
    typed = {**form.cleaned_data, "status": NominationStatus(form.cleaned_data["status"])}
    try:
        changed = selecting.judge(nomination=nomination, by=request.user, **typed)
    except Refused as refusal:
        form.refuse(refusal)
        return _shown(request, nomination, judge_form=form)
    if changed:
        messages.success(request, _("Kept, with the reason."))
    return redirect("admin:candidate", pk)


@require_POST
def ask_assessors(request: NetworkRequest, pk: int) -> HttpResponse:
    nomination = nomination_in(request, pk)
    form = AssessorsForm(request.network, request.POST)
    if not form.is_valid():
        return _shown(request, nomination, assessors_form=form)
    try:
        assessing.ask(nomination=nomination, assessors=form.cleaned_data["assessors"], by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Asked. They get a mail and judge by themselves."))
    return redirect("admin:candidate", pk)


@require_POST
def do(request: NetworkRequest, pk: int) -> HttpResponse:
    """The small verbs of the page, by the name of the button."""
    nomination = nomination_in(request, pk)
    verb = next((name for name in VERBS if name in request.POST), None)
    if verb is None:
        return redirect("admin:candidate", pk)
    try:
        said = VERBS[verb](request, nomination)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("admin:candidate", pk)
    if said:
        messages.success(request, said)
    if verb == "throw_away":
        return redirect(LIST)
    return redirect("admin:candidate", pk)


def _tell(request: NetworkRequest, nomination: Nomination) -> str:
    return _("The notice is on its way.") if nominating.tell(nomination=nomination, by=request.user) else ""


def _told(request: NetworkRequest, nomination: Nomination) -> str:
    return _("Written down.") if nominating.told_in_person(nomination=nomination, by=request.user) else ""


def _agreed(request: NetworkRequest, nomination: Nomination) -> str:
    return _("Written down.") if nominating.agree(nomination=nomination, by=request.user) else ""


def _let_in(request: NetworkRequest, nomination: Nomination) -> str:
    done = nominating.let_in(nomination=nomination, by=request.user)
    return _("Let in, as a candidate like the others.") if done else ""


def _throw_away(request: NetworkRequest, nomination: Nomination) -> str:
    done = nominating.throw_away(nomination=nomination, by=request.user)
    return _("Thrown away.") if done else ""


def _wait_no_longer(request: NetworkRequest, nomination: Nomination) -> str:
    key = key_of(request.POST["wait_no_longer"])
    if key is None:
        return ""
    assessment = get_object_or_404(Assessment, nomination=nomination, pk=key)
    done = assessing.take_back(assessment=assessment, by=request.user)
    return _("We wait no longer for this judgement.") if done else ""


VERBS = {
    "tell": _tell,
    "told": _told,
    "agreed": _agreed,
    "let_in": _let_in,
    "throw_away": _throw_away,
    "wait_no_longer": _wait_no_longer,
}


@require_http_methods(["GET", "POST"])
def take_back(request: NetworkRequest, pk: int) -> HttpResponse:
    """An invitation that no longer holds; the reason stays with it."""
    nomination = nomination_in(request, pk)
    invitation = getattr(nomination, "invitation", None)
    if invitation is None or invitation.withdrawn_at:
        return redirect("admin:candidate", pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            inviting.take_back(invitation=invitation, by=request.user, why=form.cleaned_data["why"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The invitation no longer holds. Call them: no mail went out."))
            return redirect("admin:candidate", pk)
    title = _("Take back the invitation of %(name)s") % {"name": nomination.person}
    values = {"nomination": nomination, "form": form}
    return page(
        request, "ambassadors/admin/take_back.html", title, values, status=422 if form.errors else 200
    )


# --- New, and double -----------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def add(request: NetworkRequest) -> HttpResponse:
    """Somebody the leader puts forward, from the scouting list or at once."""
    pearl = _pearl(request)
    form = NewCandidateForm(
        request.POST if request.method == "POST" else None,
        questions=RoundRules.of(request.network).questions,
        initial=_from_pearl(pearl),
    )
    if request.method == "POST" and form.is_valid():
        try:
            nomination = scouting.put_forward(
                network=request.network,
                candidate=form.candidate(),
                words=form.words(),
                by=request.user,
                pearl=pearl,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("%(name)s is a candidate.") % {"name": nomination.person})
            return redirect("admin:candidate", nomination.pk)
    values = {"form": form, "pearl": pearl}
    return page(
        request, "ambassadors/admin/candidate_add.html", _("Put somebody forward"), values,
        status=422 if form.errors else 200,
    )  # fmt: skip


def _pearl(request: NetworkRequest) -> Pearl | None:
    key = key_of(request.GET.get("parel"))
    return request.network.pearls.kept(clock.today()).filter(pk=key).first() if key else None


def _from_pearl(pearl: Pearl | None) -> dict[str, str]:
    if pearl is None:
        return {}
    first, _space, last = pearl.name.partition(" ")
    return {
        "first_name": first,
        "last_name": last,
        "company": pearl.company,
        "place": pearl.place,
        "why": "\n".join(filter(None, (pearl.why, pearl.found_where))),
    }


@require_http_methods(["GET", "HEAD"])
def doubles(request: NetworkRequest) -> HttpResponse:
    """Everybody who looks like somebody else."""
    pairs = merging.pairs(request.network)
    people = request.network.people.in_bulk({pk for pair in pairs for pk in (pair.first, pair.second)})
    values = {"pairs": [(people[pair.first], people[pair.second], pair.signs) for pair in pairs[:100]]}
    return page(request, "ambassadors/admin/doubles.html", _("People who look alike"), values)


@require_http_methods(["GET", "POST"])
def side_by_side(request: NetworkRequest, first: int, second: int) -> HttpResponse:
    """Two people beside each other: one and the same, or two."""
    one, other = person_in(request.network, first), person_in(request.network, second)
    if one.pk == other.pk:
        raise Http404
    if request.method == "POST":
        if "apart" in request.POST:
            merging.keep_apart(one=one, other=other, by=request.user)
            messages.success(request, _("Two people. You are not asked again."))
            return redirect("admin:candidate_doubles")
        keep, gone = (one, other) if request.POST.get("keep") == str(one.pk) else (other, one)
        try:
            kept = merging.merge(keep=keep, other=gone, by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, _("Merged into %(name)s; nothing was lost.") % {"name": kept})
            nomination = kept.nominations.order_by("-pk").first()
            return (
                redirect("admin:candidate", nomination.pk)
                if nomination
                else redirect("admin:ambassadors_person_overview", kept.pk)
            )
    values = {"sides": [_side(one), _side(other)], "one": one, "other": other}
    return page(request, "ambassadors/admin/side_by_side.html", _("One person or two?"), values)


def _side(person: Any) -> dict[str, Any]:
    work = person.company_on(clock.today())
    return {
        "person": person,
        "work": work,
        "nominations": person.nominations.select_related("round").prefetch_related("voices"),
        "has_terms": person.terms.exists(),
        "contacts": person.contact_moments.count(),
    }


@cockpit.add_finder(15)
def find_candidates(network: Network, words: str) -> list[cockpit.Found]:
    found = network.nominations.select_related("person", "round")
    for word in words.split():
        found = found.filter(person__last_name__icontains=word) | found.filter(
            person__first_name__icontains=word
        )
    return [
        cockpit.Found(
            kind=_("Candidates"),
            label=nomination.person.full_name,
            detail=nomination.get_status_display(),
            url=reverse("admin:candidate", args=[nomination.pk]),
        )
        for nomination in found.order_by("-pk")[: cockpit.MOST_FOUND]
    ]
