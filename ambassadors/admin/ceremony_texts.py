"""What is said and written about the newcomers, and the photos of the day."""

from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ambassadors.actions import picturing, telling_the_press
from ambassadors.forms.ceremony import PhotoForm, TextForm
from ambassadors.models import AppointmentRound, CeremonyText, Person, TextKind
from ambassadors.permissions import round_in
from network.admin.pages import page
from network.permissions import NetworkRequest
from network.views.pictures import private_picture


def urls(door: Any) -> list[Any]:
    return [
        path("<int:year>/teksten/", door(texts), name="round_texts"),
        path("<int:year>/teksten/<slug:kind>/<slug:language>/", door(text), name="round_text"),
        path(
            "<int:year>/teksten/<slug:kind>/<slug:language>/<int:pk>/", door(text), name="round_person_text"
        ),
        path("<int:year>/fotos/", door(photos), name="round_photos"),
        path("<int:year>/fotos/<int:pk>/", door(photo), name="round_photo"),
        path("<int:year>/fotos/<int:pk>/weg/", door(remove_photo), name="round_photo_off"),
    ]


@require_GET
def texts(request: NetworkRequest, year: int) -> HttpResponse:
    """Every text there is: the draft, or the own one."""
    round = round_in(request, year)
    people = telling_the_press.people_of(round)
    own = {(text.person_id, text.kind, text.language) for text in round.texts.all()}
    values = {
        "round": round,
        "has_own": bool(own),
        "subjects": [_row(round, None, own), *(_row(round, person, own) for person in people)],
    }
    title = _("Speeches and texts of %(year)s") % {"year": year}
    return page(request, "ambassadors/admin/ceremony_texts.html", title, values)


def _row(
    round: AppointmentRound, person: Person | None, own: set[tuple[int | None, str, str]]
) -> dict[str, Any]:
    number = person.pk if person else None
    return {
        "person": person,
        "texts": [
            (kind, language, (number, kind.value, language) in own)
            for kind in TextKind
            for language in round.network.languages
        ],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def text(request: NetworkRequest, year: int, kind: str, language: str, pk: int | None = None) -> HttpResponse:
    """One text, to read, copy, change and keep; or back to what the facts say."""
    round = round_in(request, year)
    if kind not in TextKind.values or language not in round.network.languages:
        raise Http404
    people = telling_the_press.people_of(round)
    person = next((one for one in people if one.pk == pk), None)
    if pk is not None and person is None:
        raise Http404
    which: dict[str, Any] = {"round": round, "kind": kind, "language": language, "person": person}
    own = CeremonyText.objects.filter(**which).select_related("changed_by").first()
    body = own.body if own else telling_the_press.draft(round, kind, language, person, people)
    form = TextForm(request.POST if "keep" in request.POST else None, initial={"body": body})
    if request.method == "POST" and "again" in request.POST:
        telling_the_press.back_to_draft(**which)
        messages.success(request, _("This is the draft again, from the facts of now."))
        return redirect(request.path)
    if request.method == "POST" and form.is_bound and form.is_valid():
        telling_the_press.keep(**which, body=form.cleaned_data["body"], by=request.user)
        messages.success(request, _("Kept. Facts that change later no longer change it."))
        return redirect("admin:round_texts", year)
    values = {
        "round": round,
        "form": form,
        "own": own,
        "person": person,
        "language": language,
        "only_in_dutch": telling_the_press.only_in_dutch(round, kind, language, person, people),
    }
    title = f"{capfirst(TextKind(kind).label)}: {person or round}"
    return page(
        request, "ambassadors/admin/ceremony_text.html", title, values, status=422 if form.errors else 200
    )


# --- Photos --------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: NetworkRequest, year: int) -> HttpResponse:
    """The pictures of the day, who is on them, and whether they may be used outside."""
    round = round_in(request, year)
    form = PhotoForm(
        _people(round),
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
    )
    if request.method == "POST" and form.is_valid():
        picturing.add(round=round, by=request.user, **form.cleaned_data)
        messages.success(request, _("The photo is kept."))
        return redirect("admin:round_photos", year)
    values = {"round": round, "form": form, "photos": picturing.pictures(round)}
    title = _("Photos of the ceremony of %(year)s") % {"year": year}
    return page(
        request, "ambassadors/admin/ceremony_photos.html", title, values, status=422 if form.errors else 200
    )


def _people(round: AppointmentRound) -> Any:
    """Those of the round first in mind, and everybody in office."""
    mine = Person.objects.filter(pk=OuterRef("pk"))
    in_round = Exists(mine.filter(appointments__round=round)) | Exists(mine.filter(chosen_in=round))
    return (
        round.network.people.filter(in_round)
        | round.network.people.current(round.ceremony_on)
    ).distinct().order_by("last_name", "first_name", "pk")  # fmt: skip


@require_GET
def photo(request: NetworkRequest, year: int, pk: int) -> FileResponse:
    return private_picture(get_object_or_404(round_in(request, year).photos, pk=pk).image)


@require_POST
def remove_photo(request: NetworkRequest, year: int, pk: int) -> HttpResponse:
    picturing.remove(photo=get_object_or_404(round_in(request, year).photos, pk=pk))
    messages.success(request, _("The photo is gone."))
    return redirect("admin:round_photos", year)
