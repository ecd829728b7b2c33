"""The ceremony in the leader's admin: its plan and running order, its guests, its proofs and buddies."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import inviting_guests, pairing, planning_ceremony, proving, telling_the_press
from ambassadors.actions.refused import Refused
from ambassadors.forms.ceremony import (
    CeremonyForm,
    GuestsForm,
    ItemForm,
    OffForm,
    ProofForm,
    SpokenReplyForm,
)
from ambassadors.models import AppointmentRound, Ceremony, Guest, Reply
from ambassadors.permissions import round_in
from network import clock
from network.admin.pages import page
from network.permissions import NetworkRequest

PER_PAGE = 100


def urls(door: Any) -> list[Any]:
    return [
        path("<int:year>/ceremonie/", door(plan), name="round_ceremony"),
        path("<int:year>/ceremonie/draaiboek/", door(item), name="round_item_add"),
        path("<int:year>/ceremonie/draaiboek/<int:pk>/", door(item), name="round_item"),
        path("<int:year>/ceremonie/afgelasten/", door(call_off), name="round_call_off"),
        path("<int:year>/gasten/", door(guests), name="round_guests"),
        path("<int:year>/gasten/uitnodigen/", door(invite), name="round_guests_invite"),
        path("<int:year>/gasten/herinneren/", door(remind), name="round_guests_remind"),
        path("<int:year>/gasten/<int:pk>/antwoord/", door(note), name="round_guest_note"),
        path("<int:year>/gasten/<int:pk>/weg/", door(take_off), name="round_guest_off"),
        path("<int:year>/proeven/", door(proofs), name="round_proofs"),
        path("<int:year>/proeven/<int:pk>/", door(proof), name="round_proof"),
        path("<int:year>/buddys/", door(buddies), name="round_buddies"),
    ]


# --- Plan and running order ----------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: NetworkRequest, year: int) -> HttpResponse:
    """Hours, place and words; below it the running order."""
    round = round_in(request, year)
    ceremony = planning_ceremony.of(round)
    form = CeremonyForm(request.POST if request.method == "POST" else None, instance=ceremony)
    if request.method == "POST" and form.is_valid():
        before = ceremony.sequence
        try:
            kept = planning_ceremony.plan(round=round, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            moved = kept.sequence > before and kept.guests.with_appointment().exists()
            messages.success(
                request, _("Kept. Every guest who was invited hears what changed.") if moved else _("Kept.")
            )
            return redirect("admin:round_ceremony", year)
    values = {
        "round": round,
        "ceremony": ceremony,
        "form": form,
        "items": ceremony.items.all() if ceremony.pk else [],
        "off_form": OffForm(),
        "counts": _counts(ceremony),
    }
    title = _("Ceremony of %(year)s") % {"year": year}
    return page(request, "ambassadors/admin/ceremony.html", title, values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: NetworkRequest, year: int, pk: int | None = None) -> HttpResponse:
    """One line of the running order: new, changed or taken away."""
    ceremony = _planned(request, year)
    found = get_object_or_404(ceremony.items, pk=pk) if pk else None
    names = ("at", "title", "who", "note")
    form = ItemForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(found, name) for name in names} if found else {},
    )
    back = redirect(reverse("admin:round_ceremony", args=[year]) + "#draaiboek")
    if request.method == "POST" and found and "remove" in request.POST:
        found.delete()
        messages.success(request, _("Taken out of the running order."))
        return back
    if request.method == "POST" and form.is_valid():
        planning_ceremony.set_item(ceremony=ceremony, item=found, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return back
    title = found.title if found else _("Add to the running order")
    values = {"round": ceremony.round, "form": form, "item": found}
    return page(
        request, "ambassadors/admin/ceremony_item.html", title, values, status=422 if form.errors else 200
    )


@require_POST
def call_off(request: NetworkRequest, year: int) -> HttpResponse:
    """It does not take place, or after all it does."""
    ceremony = _planned(request, year)
    if "back" in request.POST:
        if planning_ceremony.put_back(ceremony=ceremony, by=request.user):
            messages.success(request, _("It takes place after all. Every guest who was invited hears it."))
        return redirect("admin:round_ceremony", year)
    form = OffForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Keep the reason under 200 characters."))
    elif planning_ceremony.call_off(ceremony=ceremony, why=form.cleaned_data["why"], by=request.user):
        messages.success(
            request, _("Called off. It goes out of the calendar of every guest who was invited.")
        )
    return redirect("admin:round_ceremony", year)


def _planned(request: NetworkRequest, year: int) -> Ceremony:
    """The ceremony as it was planned; without a plan there is nothing to hang things on."""
    round = round_in(request, year)
    ceremony = planning_ceremony.of(round)
    if ceremony.pk is None:
        raise Http404
    return ceremony


# --- Guests --------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def guests(request: NetworkRequest, year: int) -> HttpResponse:
    """The list with its answers, and who is to be added."""
    round = round_in(request, year)
    ceremony = planning_ceremony.of(round)
    form = GuestsForm(round.network, request.POST if request.method == "POST" else None)
    if request.method == "POST" and ceremony.pk and form.is_valid():
        wanted = [
            one for name in form.cleaned_data["groups"] for one in inviting_guests.group(ceremony, name)
        ]
        added = inviting_guests.add_many(
            ceremony=ceremony, wanted=[*wanted, *form.cleaned_data["lines"]], by=request.user
        )
        messages.success(
            request,
            ngettext("%(n)d guest was added.", "%(n)d guests were added.", added) % {"n": added}
            if added
            else _("They were all on the list already."),
        )
        return redirect("admin:round_guests", year)
    rows = ceremony.guests.expected() if ceremony.pk else Guest.objects.none()
    values = {
        "round": round,
        "ceremony": ceremony,
        "form": form,
        "guests": Paginator(rows.in_order(), PER_PAGE).get_page(request.GET.get("page")),
        "counts": _counts(ceremony),
    }
    title = _("Guests of the ceremony of %(year)s") % {"year": year}
    return page(
        request, "ambassadors/admin/ceremony_guests.html", title, values, status=422 if form.errors else 200
    )


def _counts(ceremony: Ceremony) -> dict[str, int]:
    if ceremony.pk is None:
        return {}
    found = ceremony.guests.expected().aggregate(
        total=Count("pk"),
        invited=Count("pk", filter=Q(invited_at__isnull=False)),
        yes=Count("pk", filter=Q(reply=Reply.YES)),
        no=Count("pk", filter=Q(reply=Reply.NO)),
        along=Sum("companions", filter=Q(reply=Reply.YES)),
        waiting=Count("pk", filter=Q(invited_at=None) & ~Q(email="")),
    )
    silent = ceremony.guests.to_remind(clock.today()).count()
    return {**found, "chairs": found["yes"] + (found["along"] or 0), "silent": silent}


@require_POST
def invite(request: NetworkRequest, year: int) -> HttpResponse:
    try:
        sent = inviting_guests.invite(ceremony=_planned(request, year), by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(
            request,
            ngettext("%(count)d invitation is on its way.", "%(count)d invitations are on their way.", sent)
            % {"count": sent}
            if sent
            else _("Everybody on the list with an e-mail address was invited already."),
        )
    return redirect("admin:round_guests", year)


@require_POST
def remind(request: NetworkRequest, year: int) -> HttpResponse:
    try:
        asked = inviting_guests.remind(ceremony=_planned(request, year), by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(
            request,
            ngettext("%(n)d reminder is on its way.", "%(n)d reminders are on their way.", asked)
            % {"n": asked}
            if asked
            else _("Nobody has to be reminded today."),
        )
    return redirect("admin:round_guests", year)


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: NetworkRequest, year: int, pk: int) -> HttpResponse:
    """What a guest said by telephone or in the street: whether they come, with whom, and what they need."""
    ceremony = _planned(request, year)
    guest = get_object_or_404(Guest, pk=pk, ceremony=ceremony, withdrawn_at=None)
    form = SpokenReplyForm(guest, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        answer = {**form.cleaned_data, "reply": Reply(form.cleaned_data["reply"])}
        try:
            inviting_guests.answer(guest=guest, **answer)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, _("The answer of %(name)s is written down.") % {"name": guest.name})
        return redirect("admin:round_guests", year)
    values = {
        "round": ceremony.round,
        "form": form,
        "back": "admin:round_guests",
        "hears": _("%(name)s gets a mail with this answer.") % {"name": guest.name} if guest.email else "",
    }
    title = _("What %(name)s answered") % {"name": guest.name}
    return page(
        request, "ambassadors/admin/ceremony_form.html", title, values, status=422 if form.errors else 200
    )


@require_POST
def take_off(request: NetworkRequest, year: int, pk: int) -> HttpResponse:
    guest = get_object_or_404(Guest, pk=pk, ceremony=_planned(request, year))
    inviting_guests.take_off(guest=guest, by=request.user)
    messages.success(request, _("%(name)s is off the list.") % {"name": guest.name})
    return redirect("admin:round_guests", year)


# --- Proofs of the plaques -----------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def proofs(request: NetworkRequest, year: int) -> HttpResponse:
    """Who approved how it will stand on the plaque; the button asks whoever did not."""
    round = round_in(request, year)
    if request.method == "POST":
        try:
            asked = proving.ask(round=round, by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(
                request,
                ngettext("%(n)d mail is on its way.", "%(n)d mails are on their way.", asked) % {"n": asked}
                if asked
                else _("Everybody with an e-mail address approved, or was asked today."),
            )
        return redirect("admin:round_proofs", year)
    known = proving.for_plaques(round)
    people = telling_the_press.people_of(round)
    values = {
        "round": round,
        "rows": [(one, known.get(one.pk), proving.proposed(one, round)) for one in people],
        "approved": sum(1 for one in people if one.pk in known and known[one.pk].approved_at),
    }
    title = _("Approval of the plaques of %(year)s") % {"year": year}
    return page(request, "ambassadors/admin/ceremony_proofs.html", title, values)


@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: NetworkRequest, year: int, pk: int) -> HttpResponse:
    """The leader puts one right; the person is asked again."""
    round = round_in(request, year)
    found = get_object_or_404(round.proofs.select_related("person"), pk=pk)
    form = ProofForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            proving.rewrite(proof=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, _("Kept. Ask for approval again when it changed."))
        return redirect("admin:round_proofs", year)
    values = {"round": round, "form": form, "back": "admin:round_proofs"}
    return page(
        request,
        "ambassadors/admin/ceremony_form.html",
        found.person.full_name,
        values,
        status=422 if form.errors else 200,
    )


# --- Buddies -------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def buddies(request: NetworkRequest, year: int) -> HttpResponse:
    round = round_in(request, year)
    people = pairing.newcomers(round, telling_the_press.people_of(round))
    candidates = pairing.may_show_around(round)
    if request.method == "POST":
        _pair(request, round, people, candidates)
        return redirect("admin:round_buddies", year)
    known = {one.newcomer_id: one for one in round.buddies.select_related("buddy")}
    suggested = pairing.suggestions(round, people, candidates)
    values = {
        "round": round,
        "rows": [(person, known.get(person.pk), suggested.get(person.pk)) for person in people],
        "suggested": suggested,
        "candidates": candidates,
    }
    title = _("Buddies of the newcomers of %(year)s") % {"year": year}
    return page(request, "ambassadors/admin/ceremony_buddies.html", title, values)


def _pair(request: NetworkRequest, round: AppointmentRound, people: list[Any], candidates: list[Any]) -> None:
    """What the page sent, for each newcomer; what does not fit is told and left."""
    by_number = {str(one.pk): one for one in candidates}
    try:
        for person in people:
            chosen = request.POST.get(f"buddy-{person.pk}")
            if chosen is not None and (chosen == "" or chosen in by_number):
                pairing.pair(round=round, newcomer=person, buddy=by_number.get(chosen), by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(
            request,
            _("Kept. Both get a mail.") if round.is_appointed
            else _("Kept. Both get a mail on the day of the ceremony."),
        )  # fmt: skip
