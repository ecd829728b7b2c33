"""The page of one podium with its speakers: made by itself, from what the three agreed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ambassadors.public_people import PublicPerson, public_people
from events import agenda as agendas
from events.models import Podium
from events.models.podia import PodiumQuerySet
from network import clock
from network.models import Network
from network.pages import public_page


def events_of(network: Network) -> PodiumQuerySet:
    """What has a page: public, and agreed or done."""
    return Podium.objects.filter(network=network, kind__in=agendas.WITH_A_PAGE).public()


@public_page
def event(request: HttpRequest, pk: int) -> HttpResponse:
    network, today = request.network, clock.today()
    podium = get_object_or_404(events_of(network).select_related("host"), pk=pk)
    podium.network = network
    people = _speakers(podium)
    context = {
        "podium": podium,
        "people": people,
        "is_coming": podium.status == "agreed" and podium.date >= today,
        "structured": _structured(podium, people, request),
    }
    return render(request, "events/public/event.html", context)


@public_page
def event_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """One podium for the visitor's own calendar: the same entry as in the feed of the agenda."""
    network = request.network
    get_object_or_404(events_of(network), pk=pk)
    people = public_people(network, clock.today(), with_work=False)
    items = agendas.one(network, pk, people)
    file = agendas.calendar(network, items, request.build_absolute_uri("/")[:-1])
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{network.slug}-{pk}.ics"'
    return response


def _speakers(podium: Podium) -> list[PublicPerson]:
    """Those on stage whom visitors may see; the others stay unnamed."""
    on_stage = set(podium.ambassadors.values_list("pk", flat=True))
    return [one for one in public_people(podium.network, clock.today()) if one.pk in on_stage]


def _structured(podium: Podium, people: list[PublicPerson], request: HttpRequest) -> dict[str, Any]:
    start = f"{podium.date}T{podium.start_time:%H:%M}" if podium.start_time else str(podium.date)
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": str(podium),
        "startDate": start,
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": podium.at or podium.network.region, "address": podium.place},
        "organizer": {"@type": "Organization", "name": podium.at or podium.network.name},
        "performer": [{"@type": "Person", "name": person.full_name} for person in people],
        "url": request.build_absolute_uri(request.path),
    }
