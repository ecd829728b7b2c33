"""Home, the figures with their rules, and the agenda."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from ambassadors.public_people import public_people
from events import agenda as agendas
from events.figures import figures_and_targets
from knowledgebank.models import StoryVersion
from knowledgebank.public_items import public_slugs
from network import clock
from network.models import Network, Target
from network.pages import public_page

FACES_ON_HOME = 6
PODIA_ON_HOME = 4
PEOPLE_ON_HOME = 4
STORIES_ON_HOME = 3


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The promise, three figures, faces, and what is on soon."""
    network, today = request.network, clock.today()
    current = [p for p in public_people(network, today, with_work=False) if not p.is_honorary]
    lit = [p for p in current if p.in_the_light]
    faces = sorted(current, key=lambda p: (not p.portrait, _daily(p.pk, today.toordinal())))
    coming, done = agendas.agenda_and_figures(network, today, current, most=PODIA_ON_HOME)
    context = {
        "spotlight": max(lit, key=lambda p: p.lit_since or today, default=None),
        "faces": faces[:FACES_ON_HOME],
        "speakers": [p for p in faces if p.quote][:PEOPLE_ON_HOME],
        "total": len(current),
        "figures": done,
        "stories": list(
            StoryVersion.objects.public(today)
            .filter(story__network=network)
            .with_person(today)
            .order_by("-publish_on", "-pk")[:STORIES_ON_HOME]
        ),
        "agenda": coming,
        "structured": {
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": network.name,
            "url": request.build_absolute_uri(reverse("home")),
            "areaServed": network.region,
        },
    }
    return render(request, "events/public/home.html", context)


def _daily(number: int, day: int) -> int:
    """An order that changes every day, so that everybody is in front at some time."""
    return number * 2654435761 + day * 40503 & 0xFFFF


@public_page
def figures(request: HttpRequest) -> HttpResponse:
    """How we count: every figure with its rule, its day and what part is an estimate."""
    network, today = request.network, clock.today()
    done, steps, _amounts = figures_and_targets(network, today)
    targets = [target for target in Target.objects.filter(network=network) if target.covers(today)]
    context = {
        "figures": done,
        "activated": steps,
        "total": sum(not p.is_honorary for p in public_people(network, today, with_work=False)),
        "targets": targets,
        "today": today,
    }
    return render(request, "events/public/figures.html", context)


@public_page
def agenda(request: HttpRequest) -> HttpResponse:
    network, today = request.network, clock.today()
    items = agendas.agenda(network, today, public_people(network, today, with_work=False))
    feed = request.build_absolute_uri(reverse("agenda_feed"))
    context = {
        "items": items,
        "feed": feed,
        "webcal": "webcal:" + feed.partition(":")[2],
        "structured": [_structured(network, item, request) for item in items],
    }
    return render(request, "events/public/agenda.html", context)


@public_page
def agenda_feed(request: HttpRequest) -> HttpResponse:
    network, today = request.network, clock.today()
    items = agendas.for_calendars(network, today, public_people(network, today, with_work=False))
    file = agendas.calendar(network, items, request.build_absolute_uri("/")[:-1])
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{network.slug}.ics"'
    return response


def _structured(network: Network, item: agendas.AgendaItem, request: HttpRequest) -> dict[str, Any]:
    start = f"{item.date}T{item.start_time:%H:%M}" if item.start_time else str(item.date)
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": item.name,
        "startDate": start,
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": item.where or network.region, "address": item.place},
        "organizer": {"@type": "Organization", "name": item.host or network.name},
        "performer": [{"@type": "Person", "name": person.full_name} for person in item.people],
        "url": request.build_absolute_uri(item.path or None),
    }


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, in each language the network speaks."""
    network = request.network
    names = [
        "home", "stories", "knowledge", "facts", "links", "agenda", "fans", "about", "ask", "contact",
        "figures", "accessibility", "privacy",
    ]  # fmt: skip
    stories, tools = public_slugs(network, clock.today())
    addresses = []
    for language in network.languages:
        with override(language):
            addresses += [reverse(name) for name in names]
            addresses.append(reverse("people", args=[network.people_slug]))
            addresses += [person.href for person in public_people(network, clock.today(), with_work=False)]
            addresses += [reverse("story", args=[slug]) for slug in stories]
            addresses += [reverse("tool", args=[slug]) for slug in tools]
    context = {"addresses": [request.build_absolute_uri(address) for address in addresses]}
    return render(request, "events/public/sitemap.xml", context, content_type="application/xml")
