"""The board of a round: candidates in columns, moved by dragging or by a choice; the selection settled."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ambassadors.actions import inviting, renewing, selecting
from ambassadors.actions.refused import Refused
from ambassadors.actions.selecting import Column
from ambassadors.admin import board_page
from ambassadors.admin.round_forms import RefusableForm
from ambassadors.models import AppointmentRound, ContactKind, Term
from ambassadors.permissions import nomination_in, round_in
from network import clock
from network.admin.pages import page
from network.forms.days import DayField, TalkDayField
from network.permissions import NetworkRequest


def urls(door: Any) -> list[Any]:
    return [
        path("<int:year>/kandidaten/", door(show), name="round_board"),
        path("<int:year>/kandidaten/<int:pk>/", door(move), name="round_move"),
        path("<int:year>/selectie/", door(settle), name="round_settle"),
        path("<int:year>/uitnodigen/", door(invite), name="round_invite"),
        path("<int:year>/meenemen/", door(take_in), name="round_take_in"),
        path("<int:year>/doorgaan/", door(renewals), name="round_renewals"),
    ]


class SettleForm(RefusableForm):
    accept_size = forms.BooleanField(
        required=False, label=gettext_lazy("Yes, the network may become larger than the maximum")
    )

    def __init__(self, size: selecting.Size, data: Any = None) -> None:
        super().__init__(data)
        if not size.is_too_large:
            del self.fields["accept_size"]


@require_GET
def show(request: NetworkRequest, year: int) -> TemplateResponse:
    return _shown(request, round_in(request, year))


def _shown(
    request: NetworkRequest, round: AppointmentRound, form: SettleForm | None = None
) -> TemplateResponse:
    values = board_page.board(round)
    values |= {
        "round": round,
        "form": form or SettleForm(values["size"]),
        "too_large": selecting.too_large(values["size"]),
        "may_invite": round.decide_on is not None and round.decide_on <= clock.today(),
    }
    title = _("Candidates of %(year)s") % {"year": round.year}
    return page(
        request, "ambassadors/admin/board.html", title, values, status=422 if form and form.errors else 200
    )


@require_POST
def move(request: NetworkRequest, year: int, pk: int) -> HttpResponse:
    """One card to another column; the page comes back where the card now is."""
    round = round_in(request, year)
    nomination = nomination_in(request, pk, round=round)
    to = request.POST.get("to", "")
    if to not in Column.ALL:
        messages.warning(request, _("Choose from the list."))
        return redirect("admin:round_board", year)
    try:
        selecting.move(nomination=nomination, to=to, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        size = selecting.size_of(round)
        if to == Column.CHOSEN and size.is_too_large:
            messages.warning(request, selecting.too_large(size))
        elif to == Column.CHOSEN and size.is_nearly_full:
            messages.info(
                request,
                ngettext("%(count)d place is left.", "%(count)d places are left.", size.places_left)
                % {"count": size.places_left},
            )
    return redirect(f"{reverse('admin:round_board', args=[year])}#kandidaat-{pk}")


@require_POST
def settle(request: NetworkRequest, year: int) -> HttpResponse:
    """The selection stands, or is opened again."""
    round = round_in(request, year)
    if "open" in request.POST:
        if selecting.unsettle(round=round, by=request.user):
            messages.success(request, _("You can choose on. Invitations that went out stay."))
        return redirect("admin:round_board", year)
    form = SettleForm(selecting.size_of(round), request.POST)
    if not form.is_valid():
        return _shown(request, round, form)
    try:
        done = selecting.settle(
            round=round, by=request.user, accept_size=form.cleaned_data.get("accept_size", False)
        )
    except Refused as refusal:
        form.refuse(refusal)
        return _shown(request, round, form)
    if done:
        invited = inviting.invite_due(round, on=clock.today(), by=request.user)
        messages.success(request, _settled(round, invited))
    return redirect("admin:round_board", year)


@require_POST
def invite(request: NetworkRequest, year: int) -> HttpResponse:
    """Who was chosen after the others."""
    round = round_in(request, year)
    invited = inviting.invite_due(round, on=clock.today(), by=request.user)
    messages.success(request, _settled(round, invited))
    return redirect("admin:round_board", year)


def _settled(round: AppointmentRound, invited: int) -> str:
    if invited:
        return ngettext(
            "%(count)d invitation is on its way.", "%(count)d invitations are on their way.", invited
        ) % {"count": invited}
    return _("The selection stands. The invitations leave by themselves on the day of the decision.")


@require_POST
def take_in(request: NetworkRequest, year: int) -> HttpResponse:
    """Candidates who came in while no round was open."""
    round = round_in(request, year)
    taken = sum(
        selecting.take_in(nomination=nomination, round=round, by=request.user)
        for nomination in request.network.nominations.waiting_for_a_round()
    )
    if taken:
        messages.success(
            request,
            ngettext("%(count)d candidate is in the round.", "%(count)d candidates are in the round.", taken)
            % {"count": taken},
        )
    return redirect("admin:round_board", year)


# --- Going on ------------------------------------------------------------------------------------------


class RenewalForm(RefusableForm):
    """What was agreed in the talk about the end of a term."""

    AGAIN, LONGER = "again", "longer"

    term = forms.ModelChoiceField(queryset=Term.objects.none(), widget=forms.HiddenInput)
    what = forms.ChoiceField(
        label=gettext_lazy("Agreed"),
        choices=[
            (AGAIN, gettext_lazy("another term, through this round")),
            (LONGER, gettext_lazy("a longer term")),
        ],
        widget=forms.RadioSelect,
    )
    until = DayField(
        label=gettext_lazy("New first day without the title"),
        required=False,
        help_text=gettext_lazy("Only for a longer term."),
    )
    talked_on = TalkDayField(label=gettext_lazy("Day of the talk"))
    kind = forms.ChoiceField(label=gettext_lazy("How"), choices=ContactKind.choices)
    summary = forms.CharField(
        label=gettext_lazy("What was said"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, terms: list[Term], data: Any = None) -> None:
        super().__init__(data, initial={"talked_on": clock.today(), "kind": ContactKind.MEETING})
        self.fields["term"].queryset = Term.objects.filter(  # type: ignore[attr-defined]
            pk__in=[term.pk for term in terms]
        )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("what") == self.LONGER and not typed.get("until") and "until" not in self.errors:
            self.add_error("until", _("Say until when."))
        return typed


@require_http_methods(["GET", "POST"])
def renewals(request: NetworkRequest, year: int) -> HttpResponse:
    """Whose term ends around this round: another term or a longer one, with the talk about it."""
    round = round_in(request, year)
    terms = renewing.ending_around(round)
    form = RenewalForm(terms, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, _renew(request, round, form.cleaned_data))
            return redirect("admin:round_renewals", year)
        except Refused as refusal:
            form.refuse(refusal)
    title = _("Who goes on? Round of %(year)s") % {"year": year}
    values = {"round": round, "terms": terms, "form": form, "chosen": request.POST.get("term", "")}
    return page(request, "ambassadors/admin/renewals.html", title, values, status=422 if form.errors else 200)


def _renew(request: NetworkRequest, round: AppointmentRound, typed: dict[str, Any]) -> str:
    term: Term = typed["term"]
    talk = {name: typed[name] for name in ("talked_on", "kind", "summary")}
    if typed["what"] == RenewalForm.AGAIN:
        renewing.reappoint(person=term.person, round=round, by=request.user, **talk)
        return _("%(name)s is a candidate, suitable by the talk.") % {"name": term.person}
    renewing.extend(term=term, until=typed["until"], round=round, by=request.user, **talk)
    return _("The term of %(name)s is longer now.") % {"name": term.person}
