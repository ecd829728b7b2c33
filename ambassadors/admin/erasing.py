"""Erasing somebody on request: find them, see what goes and stays, say it twice; a record without them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.validators import validate_email
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.forms import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import erasing
from ambassadors.actions.refused import Refused
from ambassadors.models import Person
from ambassadors.permissions import person_in
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.forms.lines import OneLineField
from network.models import Erasure
from network.permissions import NetworkRequest, leader_only, second_factor_again
from network.privacy import Subject

LIST = "admin:network_erasure_changelist"
MOST_FOUND, MOST_DONE = 12, 100

navigation.add(navigation.Group.SETTINGS, 61, gettext_lazy("Erase somebody"), LIST, leader_only=True)


class SearchForm(forms.Form):
    who = OneLineField(
        label=gettext_lazy("Name or e-mail address"),
        max_length=254,
        help_text=gettext_lazy("A whole address also finds hosts, guests, leads and readers."),
    )


class SureForm(forms.Form):
    asked_how = forms.ChoiceField(
        label=gettext_lazy("How was it asked?"),
        choices=Erasure._meta.get_field("asked_how").choices,  # type: ignore[arg-type]
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(
        label=gettext_lazy("Yes, erase. I know that nobody can undo this."),
        error_messages={"required": gettext_lazy("Tick this to erase. Nothing has happened yet.")},
    )


@admin.register(Erasure)
class ErasureAdmin(NetworkModelAdmin):
    """What was erased, without whom; from here somebody is looked up."""

    leader_only = True
    addable = changeable = False

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        pages = [
            path("persoon/<int:pk>/", door(erase_person), name="erase_person"),
            path("adres/", door(erase_address), name="erase_address"),
        ]
        return [*pages, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return overview(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            return overview(request)
        if self.get_object(request, object_id) is None:
            raise Http404
        return redirect(LIST)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_only
@second_factor_again
def overview(request: NetworkRequest) -> HttpResponse:
    """The question is posted: no name or address comes into an address of a page."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    values: dict[str, Any] = {
        "form": form,
        "done": Erasure.objects.filter(network=request.network).select_related("done_by")[:MOST_DONE],
    }
    if request.method == "POST" and form.is_valid():
        who = form.cleaned_data["who"]
        values |= {"searched": True, "people": _people(request, who), "address": _address(who)}
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "ambassadors/admin/erasures.html", _("Erase somebody"), values, status=status)


def _people(request: NetworkRequest, who: str) -> list[Person]:
    name = Concat("first_name", Value(" "), "infix", Value(" "), "last_name")
    short = Concat("first_name", Value(" "), "last_name")
    found = request.network.people.filter(Q(forgotten_at=None) | ~Q(first_name="")).annotate(
        name=name, short=short
    )
    wanted = Q(name__icontains=who) | Q(short__icontains=who) | Q(email__iexact=who)
    return list(found.filter(wanted)[:MOST_FOUND])


def _address(who: str) -> str:
    try:
        validate_email(who)
    except ValidationError:
        return ""
    return who


@require_http_methods(["GET", "HEAD", "POST"])
@leader_only
@second_factor_again
def erase_person(request: NetworkRequest, pk: int) -> HttpResponse:
    person = person_in(request.network, pk)
    person.network = request.network
    return _erase(request, erasing.subject_of(request.network, person=person), person.full_name)


@require_POST
@leader_only
@second_factor_again
def erase_address(request: NetworkRequest) -> HttpResponse:
    """First shown, then done; the address travels in the form, never in the address of the page."""
    email = _address(request.POST.get("email", "").strip())
    if not email:
        return redirect(LIST)
    return _erase(request, erasing.subject_of(request.network, email=email), email)


def _erase(request: NetworkRequest, subject: Subject, who: str) -> HttpResponse:
    is_sent = request.method == "POST" and "erase" in request.POST
    form = SureForm(request.POST if is_sent else None, initial={"asked_how": "mail"})
    why = erasing.obstacle(subject)
    if is_sent and not why and form.is_valid():
        try:
            erasing.erase(subject, by=request.user, asked_how=form.cleaned_data["asked_how"])
        except Refused as refusal:
            why = str(refusal)
        else:
            messages.success(request, _("Erased. The record below says that it was done, and not of whom."))
            return redirect(LIST)
    values = {
        "who": who,
        "subject": subject,
        "why": why,
        "form": form,
        "outcome": None if why else erasing.preview(subject),
        "kept": erasing.kept_of(subject),
    }
    status = 422 if is_sent else 200
    title = _("Erase %(who)s") % {"who": who}
    return page(request, "ambassadors/admin/erase.html", title, values, status=status)
