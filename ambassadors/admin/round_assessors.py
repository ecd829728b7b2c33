"""Who judges the candidates of a round: asked for many at once, and who is still awaited."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from ambassadors.actions import assessing
from ambassadors.actions.assessing import Picture
from ambassadors.admin.candidate_forms import RoundAssessorsForm
from ambassadors.models import AppointmentRound, Nomination
from ambassadors.permissions import round_in
from network.admin.pages import page
from network.permissions import NetworkRequest


def urls(door: Any) -> list[Any]:
    return [path("<int:year>/beoordelaars/", door(ask), name="round_assessors")]


@dataclass(frozen=True)
class Row:
    """A candidate in the running, with who judges."""

    nomination: Nomination
    picture: Picture
    is_ticked: bool

    @property
    def knows(self) -> bool:
        return self.nomination.told_at is not None


@require_http_methods(["GET", "POST"])
def ask(request: NetworkRequest, year: int) -> HttpResponse:
    round = round_in(request, year)
    form = RoundAssessorsForm(round, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        asked = assessing.ask_many(
            nominations=form.cleaned_data["candidates"],
            assessors=form.cleaned_data["assessors"],
            by=request.user,
        )
        messages.success(request, _said(len(asked)))
        return redirect("admin:round_assessors", year)
    values = {
        "round": round,
        "form": form,
        "rows": rows(round, form),
    }
    title = _("Who judges the candidates of %(year)s?") % {"year": year}
    return page(
        request, "ambassadors/admin/round_assessors.html", title, values, status=422 if form.errors else 200
    )


def rows(round: AppointmentRound, form: RoundAssessorsForm) -> list[Row]:
    """Whoever knows of it and is judged by nobody yet is ticked to begin with."""
    found = list(
        round.nominations.let_in()
        .open()
        .select_related("person")
        .prefetch_related("person__employments__company")
        .order_by("person__last_name", "person__first_name", "pk")
    )
    pictures = assessing.pictures(found)
    sent = set(form.data.getlist("candidates")) if form.is_bound else None  # type: ignore[attr-defined]
    return [
        Row(
            one,
            pictures[one.pk],
            str(one.pk) in sent
            if sent is not None
            else bool(one.told_at) and not pictures[one.pk].asked and one.selected_at is None,
        )
        for one in found
    ]


def _said(count: int) -> str:
    if not count:
        return _("They were all asked before.")
    return ngettext(
        "%(n)d judgement was asked for. Everybody gets one mail.",
        "%(n)d judgements were asked for. Everybody gets one mail.",
        count,
    ) % {"n": count}
