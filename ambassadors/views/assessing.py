"""Judging candidates: the assessor's own pages, whatever else they are to the network."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from ambassadors.actions import assessing
from ambassadors.actions.refused import Refused
from ambassadors.forms.nominating import AssessmentForm
from ambassadors.models import Assessment, BlindField, RoundRules
from ambassadors.permissions import assessments_of
from network import clock
from network.own_words import in_words_of
from network.permissions import NetworkRequest


@dataclass(frozen=True)
class Seen:
    """What an assessor may see of a candidate."""

    number: int
    name: str  # empty: hidden
    company: str
    place: str
    role: str
    sector: str
    employees: int | None
    phase: str
    voices: tuple[tuple[str, str], ...]  # who (empty: hidden) and why
    answers: tuple[tuple[str, str], ...]
    email: str
    phone: str


@login_required
def mine(request: NetworkRequest) -> HttpResponse:
    """What I am asked to judge; open ones first."""
    network = request.network
    found = list(
        assessments_of(request)
        .select_related("nomination__person")
        .prefetch_related("nomination__voices", "nomination__person__employments__company")
        .order_by(F("submitted_at").asc(nulls_first=True), "asked_at")[:200]
    )
    blind = RoundRules.of(network).blind_fields
    rows = [(assessment, seen(assessment, blind)) for assessment in found]
    return render(
        request,
        "ambassadors/my/assessments.html",
        {
            "waiting": [row for row in rows if not row[0].is_submitted],
            "done": [row for row in rows if row[0].is_submitted],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def one(request: NetworkRequest, pk: int) -> HttpResponse:
    network = request.network
    assessment = get_object_or_404(
        assessments_of(request).select_related("nomination__person", "nomination__network"), pk=pk
    )
    form = AssessmentForm(
        request.POST if request.method == "POST" else None, criteria=assessing.criteria_of(network)
    )
    if request.method == "POST" and form.is_valid():
        try:
            assessing.hand_in(
                assessment=assessment,
                scores=form.scores(),
                facts=form.cleaned_data["facts"],
                by=request.user,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _next(request)
    context = {
        "assessment": assessment,
        "candidate": seen(assessment, RoundRules.of(network).blind_fields),
        "form": form,
        "scores": assessment.scores.select_related("criterion") if assessment.is_submitted else (),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ambassadors/my/assessment.html", context, status=status)


def _next(request: NetworkRequest) -> HttpResponse:
    """To whoever waits longest; whoever wants to stop finds the way back on that page."""
    waiting = assessments_of(request).waiting()
    left = waiting.count()
    following = waiting.order_by("asked_at", "pk").first()
    if following is None:
        messages.success(request, _("Handed in. Thank you."))
        return redirect("assessments")
    messages.success(
        request,
        ngettext(
            "Handed in. This is the last one.",
            "Handed in. Here is the next of the %(n)d that are left.",
            left,
        )
        % {"n": left},
    )
    return redirect("assessment", following.pk)


def seen(assessment: Assessment, blind: list[str]) -> Seen:
    """The candidate without what the leader hides: it is not in the page at all."""
    person = assessment.nomination.person
    work = person.company_on(clock.today())
    company = work.company if work else None

    def shown(field: BlindField, value: str) -> str:
        return "" if field in blind else value

    voices = list(assessment.nomination.voices.all())
    return Seen(
        number=assessment.nomination_id,
        name=shown(BlindField.NAME, person.full_name),
        company=shown(BlindField.COMPANY, company.name if company else ""),
        place=shown(BlindField.PLACE, company.place if company else ""),
        role=work.role if work else "",
        sector=company.sector if company else "",
        employees=company.employees if company else None,
        phase=person.get_phase_display() if person.phase else "",
        voices=tuple(
            (shown(BlindField.NOMINATOR, in_words_of(voice.get_source_display(), person.network)), voice.why)
            for voice in voices
            if voice.why
        ),
        answers=tuple(
            (answer.get("question", ""), answer.get("answer", ""))
            for voice in voices
            for answer in voice.answers
        ),
        # For asking the candidate something; whoever has handed in has nothing to ask any more.
        email="" if assessment.is_submitted else shown(BlindField.CONTACT, person.email),
        phone="" if assessment.is_submitted else shown(BlindField.CONTACT, person.phone),
    )
