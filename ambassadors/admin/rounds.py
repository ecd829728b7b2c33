"""The round in the leader's admin: open, choose, see what appointing does, appoint, hand out plaques."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ambassadors import pdfs
from ambassadors.actions import appointing, printing
from ambassadors.actions.refused import Refused
from ambassadors.admin import board, ceremony, ceremony_texts, round_assessors, round_page
from ambassadors.admin.round_forms import ChooseForm, ConfirmForm, CorrectionForm, RoundForm
from ambassadors.models import Appointment, AppointmentRound, PlaqueFile
from ambassadors.permissions import round_in
from network.admin import navigation
from network.admin.base import NetworkModelAdmin, OwnPage
from network.admin.pages import page
from network.permissions import NetworkRequest, is_leader

LIST = "admin:ambassadors_appointmentround_changelist"
ROUND = "admin:round"

navigation.add(navigation.Group.ROUND, 10, gettext_lazy("Rounds and plaques"), LIST)


@admin.register(AppointmentRound)
class RoundAdmin(OwnPage):
    """Rounds have pages of their own; Django's lists and forms give way to them."""

    search_fields = ("year", "place")

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        pages = [
            path("<int:year>/", door(show), name="round"),
            path("<int:year>/gegevens/", door(edit), name="round_edit"),
            path("<int:year>/mensen/", door(choose), name="round_choose"),
            path("<int:year>/benoemen/", door(appoint), name="round_appoint"),
            path("<int:year>/voortgang/", door(progress), name="round_progress"),
            path("<int:year>/opnieuw/", door(remake), name="round_remake"),
            path("<int:year>/plaquette/<int:pk>/", door(download), name="round_file"),
            path("<int:year>/benoeming/<int:pk>/", door(correct), name="round_correct"),
        ]
        return [
            *pages,
            *board.urls(door),
            *round_assessors.urls(door),
            *ceremony.urls(door),
            *ceremony_texts.urls(door),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        return show_all(request)  # type: ignore[arg-type]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return open_round(request)  # type: ignore[arg-type]

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect(ROUND, thing.year)


@require_GET
def show_all(request: NetworkRequest) -> TemplateResponse:
    rounds = request.network.rounds.annotate(
        people=Count("appointments", distinct=True),
        selected=Count("chosen", distinct=True),
        candidates=Count("nominations", filter=Q(nominations__held_because=""), distinct=True),
    ).order_by("-year")
    return page(request, "ambassadors/admin/rounds.html", _("Rounds and plaques"), {"rounds": rounds})


@require_http_methods(["GET", "POST"])
def open_round(request: NetworkRequest) -> HttpResponse:
    form = RoundForm(request.network, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            round = appointing.open_round(network=request.network, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, _("The round of %(year)s is open. Now choose the people.") % {"year": round}
            )
            if round.has_calendar:
                return redirect("admin:round_board", round.year)
            return redirect("admin:round_choose", round.year)
    return page(request, "ambassadors/admin/round_form.html", _("Open a round"), {"form": form})


@require_http_methods(["GET", "POST"])
def edit(request: NetworkRequest, year: int) -> HttpResponse:
    round = round_in(request, year)
    form = RoundForm(request.network, request.POST if request.method == "POST" else None, instance=round)
    if request.method == "POST" and form.is_valid():
        try:
            appointing.change_details(round=round, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The round was changed."))
            return redirect(ROUND, round.year)
    title = _("Details of the round of %(year)s") % {"year": year}
    return page(request, "ambassadors/admin/round_form.html", title, {"form": form, "round": round})


@require_http_methods(["GET", "POST"])
def choose(request: NetworkRequest, year: int) -> HttpResponse:
    round = round_in(request, year)
    if round.is_appointed:
        messages.info(request, appointing.already_appointed(round))
        return redirect(ROUND, year)
    form = ChooseForm(round, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            appointing.choose(round=round, people=form.cleaned_data["people"], by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        return redirect(ROUND, year)
    title = _("Choose people for the round of %(year)s") % {"year": year}
    values = {"form": form, "round": round, "groups": round_page.choices(form, round)}
    return page(request, "ambassadors/admin/round_choose.html", title, values)


@require_GET
def show(request: NetworkRequest, year: int) -> TemplateResponse:
    round = round_in(request, year)
    title = _("Round of %(year)s") % {"year": year}
    if round.is_appointed:
        values = {"round": round, **round_page.hand_out(round)}
        return page(request, "ambassadors/admin/round_appointed.html", title, values)
    plan = appointing.preview(round)
    return _before(request, round, plan, ConfirmForm(plan))


@require_POST
def appoint(request: NetworkRequest, year: int) -> HttpResponse:
    round = round_in(request, year)
    if round.is_appointed:
        messages.info(request, appointing.already_appointed(round))
        return redirect(ROUND, year)
    plan = appointing.preview(round)
    form = ConfirmForm(plan, request.POST)
    if not form.is_valid():
        return _before(request, round, plan, form)
    try:
        outcome = appointing.appoint(
            round=round, by=request.user, accept_size=form.cleaned_data.get("accept_size", False)
        )
    except Refused as refusal:
        form.refuse(refusal)
        return _before(request, round, appointing.preview(round), form)
    if outcome.is_new:
        messages.success(request, round_page.done(outcome))
    else:
        messages.info(request, appointing.already_appointed(outcome.round))
    return redirect(ROUND, year)


def _before(
    request: NetworkRequest, round: AppointmentRound, plan: appointing.Preview, form: ConfirmForm
) -> TemplateResponse:
    title = _("Round of %(year)s") % {"year": round.year}
    values = {"round": round, "plan": plan, "form": form, "too_large": appointing.too_large(plan)}
    values |= {"blanks": round_page.blanks(round), "is_leader": is_leader(request.user, request.network)}
    values["open_ends"] = round_page.open_ends(round, [one.person for one in plan.candidates])
    return page(request, "ambassadors/admin/round.html", title, values)


@require_GET
def progress(request: NetworkRequest, year: int) -> TemplateResponse:
    """The part of the page that htmx asks for every two seconds while the job runs."""
    round = round_in(request, year)
    values = {"round": round, **round_page.hand_out(round)}
    return TemplateResponse(request, "ambassadors/admin/round_plaques.html", values)


@require_POST
def remake(request: NetworkRequest, year: int) -> HttpResponse:
    round = round_in(request, year)
    if round.is_appointed:
        printing.order(round=round, by=request.user)
        messages.success(request, _("Plaques that are missing or have changed are made now."))
    return redirect(ROUND, year)


@require_GET
def download(request: NetworkRequest, year: int, pk: int) -> FileResponse:
    files = PlaqueFile.objects.filter(round__network=request.network, round__year=year)
    file = get_object_or_404(files.select_related("appointment", "round__network"), pk=pk)
    try:
        content = file.file.open("rb")
    except OSError:
        raise Http404 from None
    if file.appointment:
        name = pdfs.plaque_name(file.appointment, file.variant)
    else:
        name = pdfs.merged_name(file.round, file.variant)
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/pdf")


@require_http_methods(["GET", "POST"])
def correct(request: NetworkRequest, year: int, pk: int) -> HttpResponse:
    """Put right what stands on one plaque; it is then made anew."""
    appointments = Appointment.objects.filter(round__network=request.network, round__year=year)
    appointment = get_object_or_404(appointments.select_related("round", "person"), pk=pk)
    form = CorrectionForm(request.POST if request.method == "POST" else None, instance=appointment)
    if request.method == "POST" and form.is_valid():
        appointing.correct(appointment=appointment, by=request.user, **form.cleaned_data)
        messages.success(request, _("Corrected. This plaque is made anew."))
        return redirect(ROUND, year)
    title = _("Correct plaque %(number)s") % {"number": appointment.serial_number}
    values = {"form": form, "round": appointment.round, "appointment": appointment}
    return page(request, "ambassadors/admin/round_form.html", title, values)


@admin.register(Appointment)
class AppointmentAdmin(NetworkModelAdmin):
    """For looking up who was appointed when; changed only through the round."""

    addable = changeable = False
    list_display = ("serial_number", "name", "company", "round")
    list_filter = ("round",)
    search_fields = ("serial_number", "name", "company")
    list_select_related = ("round",)
    fields = ("serial_number", "name", "company", "place", "person", "round", "term")
