"""How did it go? Asked in Mijn, and by a signed link straight from the mail."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ambassadors.models import Person
from ambassadors.permissions import PersonRequest, person_only
from events import links
from events.actions import logging
from events.forms.podia import OutcomeForm
from events.models import Podium, PodiumStatus
from events.permissions import podium_for
from events.standing import standing_of
from events.standing_words import words_for
from network import clock
from network.views.by_link import Over, by_link

OVER = Over(
    gettext_lazy(
        "Perhaps a part of the address was lost on the way, or the podium is no longer yours. "
        "In Mijn you find all your podia."
    ),
    expired=gettext_lazy("A link like this works for sixty days. In Mijn you can still tell how it went."),
    onward=(gettext_lazy("To Mijn"), "my_home"),
)


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def outcome(request: PersonRequest, pk: int) -> HttpResponse:
    podium = podium_for(request.person, pk)
    form = _form(request, podium)
    if request.method == "POST" and form.is_valid():
        podium = logging.report_outcome(podium, by=request.user, **form.values())
        messages.success(request, _thanks(podium))
        return redirect("my_podium_done", podium.pk)
    return render(request, "events/my/outcome.html", {"tab": "home", "podium": podium, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(links.podium_and_person, language=lambda found: found[1].language, over=OVER)
def outcome_by_link(request: HttpRequest, found: tuple[Podium, Person]) -> HttpResponse:
    podium, person = found
    context = {"podium": podium, "person": person}
    if podium.status != PodiumStatus.AGREED and request.method != "POST":
        return render(request, "events/public/outcome_told.html", context | _standing(person))
    form = _form(request, podium)
    if request.method == "POST" and form.is_valid():
        if podium.status == PodiumStatus.AGREED:
            podium = logging.report_outcome(podium, by=person.user, person=person, **form.values())
        thanks = _thanks(podium)
        context |= _standing(person) | {"podium": podium, "thanks": thanks}
        return render(request, "events/public/outcome_told.html", context)
    return render(request, "events/public/outcome.html", context | {"form": form})


def _form(request: HttpRequest, podium: Podium) -> OutcomeForm:
    if request.method == "POST":
        return OutcomeForm(request.POST, podium=podium)
    initial = {"audience": podium.audience, "line": podium.outcome}
    choice = request.GET.get("keuze", "")
    return OutcomeForm(initial=initial | ({"outcome": choice} if choice else {}), podium=podium)


def _thanks(podium: Podium) -> str:
    if podium.status == PodiumStatus.DONE:
        return _("Thank you. This podium counts.")
    if podium.status == PodiumStatus.AGREED:
        return _("All right, the new day is written down. We ask again afterwards.")
    return _("A pity, and good to know. This podium no longer counts.")


def _standing(person: Person) -> dict[str, Any]:
    standing = standing_of(person, clock.today())
    return {"standing": standing, "words": words_for(standing) if standing else None}
