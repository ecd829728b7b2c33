"""The feed of one person's podia, under a secret address that they can change."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation

from ambassadors.models import Person
from events.calendar import calendar_of
from events.models import Podium


def feed(request: HttpRequest, token: str) -> HttpResponse:
    network = request.network
    if len(token) < 20:  # an empty token belongs to everybody without a feed
        raise Http404
    person = get_object_or_404(Person, network=network, calendar_token=token)
    person.network = network
    podia = Podium.objects.filter(network=network, ambassadors=person).select_related("host").order_by("date")
    with translation.override(person.language):
        response = HttpResponse(calendar_of(person, podia), content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
