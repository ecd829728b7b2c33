"""Mijn pagina: who I am to visitors, and everything that is mine."""

import tempfile
from datetime import date

from django.contrib import messages
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import (
    consenting,
    declaring,
    exporting,
    pairing,
    parting,
    pausing,
    picturing,
    profile,
)
from ambassadors.forms.my import CompanyForm, PauseForm, ProfileForm, initial_of
from ambassadors.models import (
    Appointment,
    Consent,
    Employment,
    MotiveAnswers,
    PauseRequest,
    Person,
    PlaqueFile,
    Purpose,
    Term,
)
from ambassadors.permissions import PersonRequest, Standing, ambassador_only, person_only
from ambassadors.views.public import for_page, page_context
from network import clock
from network.links import site_url
from network.views.pictures import private_picture

WORK = Prefetch("employments", Employment.objects.select_related("company"))


@person_only
def page(request: PersonRequest) -> HttpResponse:
    person = request.person
    prefetch_related_objects([person], WORK)
    in_office = request.standing == Standing.AMBASSADOR
    context = {
        "tab": "page",
        "person": person,
        "kind": request.standing.value,
        "work": person.company_on(clock.today()),
        "is_shown": person.publication_consent_at is not None
        and request.standing in (Standing.AMBASSADOR, Standing.HONORARY),
        "publication": None
        if person.publication_consent_at
        else consenting.text_for(request.network, Purpose.PUBLICATION),
        "plaques": Appointment.objects.filter(person=person).exists(),
        # Asked of who is in office; whoever answered then can still see it and take it back.
        "motives_asked": in_office or MotiveAnswers.objects.filter(person=person).exists(),
        "traits_asked": bool(declaring.rules_of(request.network).asked)
        if in_office
        else declaring.declared_by(person) is not None,
        "may_nominate": request.standing in (Standing.AMBASSADOR, Standing.HONORARY),
        "in_office": in_office,
        "last_term": parting.last_term(person, clock.today()),
    }
    return render(request, "ambassadors/my/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def edit_profile(request: PersonRequest) -> HttpResponse:
    person = request.person
    takes_portrait = person.photos_refused_at is None
    if request.method == "POST":
        form = ProfileForm(request.POST, request.FILES, takes_portrait=takes_portrait)
        if form.is_valid():
            profile.change_profile(person, by=request.user, changes=form.changes())
            messages.success(request, _("Kept. This is how visitors see it."))
            return redirect("my_preview")
        if portrait := form.cleaned_data.get("portrait"):
            # The browser does not hold on to it while the rest is mended.
            person = profile.change_profile(person, by=request.user, changes={"portrait": portrait})
            messages.info(request, _("Your portrait is already kept. The rest is not yet."))
    else:
        form = ProfileForm(initial=initial_of(person), takes_portrait=takes_portrait)
    return render(request, "ambassadors/my/profile.html", {"tab": "page", "person": person, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def change_company(request: PersonRequest) -> HttpResponse:
    person = request.person
    prefetch_related_objects([person], WORK)
    work = person.company_on(clock.today())
    form = CompanyForm(request.POST if request.method == "POST" else None, initial={"since": clock.today()})
    if request.method == "POST" and form.is_valid():
        profile.change_company(person, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept. Your title stays yours."))
        return redirect("my_page")
    context = {"tab": "page", "form": form, "work": work, "employments": person.employments.all()}
    return render(request, "ambassadors/my/company.html", context)


@require_POST
@person_only
def publication(request: PersonRequest) -> HttpResponse:
    if request.POST.get("shown") == "yes":
        try:
            text = consenting.text_that_was_read(
                request.network, Purpose.PUBLICATION, request.POST.get("words", "")
            )
        except consenting.WordsChanged as changed:
            messages.error(request, str(changed))
            return redirect("my_page")
        consenting.give(person=request.person, text=text, way=Consent.Way.MIJN, by=request.user)
        messages.success(request, _("Your page is on the site."))
    else:
        consenting.withdraw(person=request.person, purpose=Purpose.PUBLICATION, by=request.user)
        messages.success(request, _("Your page is off the site, for everybody within five minutes."))
    return redirect("my_page")


# --- calendar, plaque, data --------------------------------------------------------------------------


@person_only
def calendar_link(request: PersonRequest) -> HttpResponse:
    token = request.person.calendar_token
    feed = site_url(request.network) + reverse("my_calendar", args=[token]) if token else ""
    context = {"tab": "page", "feed": feed, "webcal": "webcal:" + feed.partition(":")[2] if feed else ""}
    return render(request, "ambassadors/my/calendar.html", context)


@require_POST
@person_only
def calendar_renew(request: PersonRequest) -> HttpResponse:
    had_one = bool(request.person.calendar_token)
    profile.renew_calendar_link(request.person)
    messages.success(
        request,
        _("The old link no longer works. This is the new one.") if had_one else _("Here is your link."),
    )
    return redirect("my_calendar_link")


@require_POST
@person_only
def calendar_stop(request: PersonRequest) -> HttpResponse:
    profile.stop_calendar_link(request.person)
    messages.success(request, _("The link no longer works."))
    return redirect("my_calendar_link")


@person_only
def plaques(request: PersonRequest) -> HttpResponse:
    appointments = (
        Appointment.objects.filter(person=request.person)
        .select_related("round", "term")
        .prefetch_related("plaques")
        .order_by("-round__year")
    )
    context = {
        "tab": "page",
        "appointments": appointments,
        "photos": picturing.of_person(request.person),
        "pairings": pairing.told_to(request.person),
    }
    return render(request, "ambassadors/my/plaques.html", context)


@person_only
def ceremony_photo(request: PersonRequest, pk: int) -> FileResponse:
    """A photo of a ceremony, for who is on it."""
    return private_picture(get_object_or_404(request.person.ceremony_photos, pk=pk).image)


@person_only
def plaque_file(request: PersonRequest, pk: int) -> FileResponse:
    plaque = get_object_or_404(
        PlaqueFile.objects.select_related("appointment"), pk=pk, appointment__person=request.person
    )
    try:
        stored = plaque.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    assert plaque.appointment is not None
    name = f"{plaque.appointment.serial_number}-{plaque.variant}.pdf"
    return FileResponse(stored, as_attachment=True, filename=name, content_type="application/pdf")


@person_only
def my_data(request: PersonRequest) -> HttpResponse:
    tables = exporting.tables_about(request.person)
    return render(request, "ambassadors/my/data.html", {"tab": "page", "tables": tables})


@require_POST
@person_only
def my_data_download(request: PersonRequest) -> FileResponse:
    archive = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    exporting.write_archive(request.person, archive)
    archive.seek(0)
    return FileResponse(
        archive,
        as_attachment=True,
        filename=exporting.archive_name(request.person),
        content_type="application/zip",
    )


# --- pause --------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@ambassador_only
def pause(request: PersonRequest) -> HttpResponse:
    person = request.person
    waiting = PauseRequest.objects.waiting().filter(person=person).first()
    form = PauseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        pausing.ask_pause(
            person,
            by=request.user,
            start=form.cleaned_data["start"],
            end=form.end,
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, _("Asked. The project leader lets you know, usually within a week."))
        return redirect("my_pause")
    today = clock.today()
    context = {
        "tab": "page",
        "form": form,
        "waiting": waiting,
        "effects": pausing.effect_of_pause(person, waiting.start, waiting.end, today) if waiting else [],
        "pauses": [p for p in person.pauses.all() if _is_not_over(p.end, today)],
    }
    return render(request, "ambassadors/my/pause.html", context)


def _is_not_over(end: date | None, today: date) -> bool:
    return end is None or end > today


@require_POST
@ambassador_only
def pause_withdraw(request: PersonRequest) -> HttpResponse:
    pausing.withdraw_request(request.person, by=request.user)
    messages.success(request, _("All right, no pause."))
    return redirect("my_pause")


@person_only
def preview(request: PersonRequest) -> HttpResponse:
    """My page exactly as visitors see it, also as long as nobody else does."""
    today = clock.today()
    terms = Term.objects.current(today).filter(person=OuterRef("pk"))
    mine = Person.objects.filter(network=request.network, pk=request.person.pk)
    shown = for_page(mine.annotate(is_current=Exists(terms)), today).get()
    is_on_site = shown.publication_consent_at is not None
    context = page_context(request, shown) | {"is_on_site": is_on_site}
    return render(request, "ambassadors/my/preview.html", context)


@person_only
def portrait(request: PersonRequest) -> FileResponse:
    """The whole picture, to choose its middle; visitors only get what is cut out around that."""
    return private_picture(request.person.portrait)
