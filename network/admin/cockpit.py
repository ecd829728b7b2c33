"""The leader's first screen and the frame around every page of the admin: menu, counts, search.

An app adds a panel to the first screen, or finds things for the search box, by registering a function.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from network import clock, worklist
from network.admin import navigation
from network.models import Network

MOST_FOUND = 8
MOST_SOON = 6
"""What can wait until later this week: so many rows at once, the others one click further."""


class Desk:
    """What one showing of the first screen has read: each thing once, for the list and the panels alike."""

    def __init__(self, network: Network, on: date) -> None:
        self.network = network
        self.on = on
        self.waiting = worklist.entries(network, on)
        self.wanted: set[int] = {entry.person_id for entry in self.waiting if entry.person_id}
        self.people: Mapping[int, Any] = {}


@dataclass(frozen=True)
class Panel:
    """`ask` may add people to `desk.wanted`; `show` gives the values of the template once they were read."""

    template: str
    ask: Callable[[Desk], Any]
    show: Callable[[Desk, Any], Mapping[str, Any]]


@dataclass(frozen=True)
class Found:
    kind: str
    label: str
    detail: str
    url: str
    person: Any = None


People = Callable[[Network, set[int], date], Mapping[int, Any]]


@dataclass(frozen=True)
class Lane:
    """Rows of the worklist that press alike; each row is one person, or one thing."""

    title: str
    rows: Sequence[Sequence[worklist.Item]]
    folded: Sequence[Sequence[worklist.Item]]

    @property
    def count(self) -> int:
        return len(self.rows) + len(self.folded)


Finder = Callable[[Network, str], Iterable[Found]]
_panels: list[tuple[int, str, Panel]] = []
_finders: list[tuple[int, Finder]] = []
_people: list[People] = []


def add_panel(order: int, place: str, panel: Panel) -> None:
    """Places are "above" the worklist, "beside" it and "below" it."""
    _panels.append((order, place, panel))
    _panels.sort(key=lambda entry: entry[0])


def read_people_with(people: People) -> None:
    """How people are read for the first screen: by their ids, in one query."""
    _people[:] = [people]


def add_finder(order: int) -> Callable[[Finder], Finder]:
    def add(finder: Finder) -> Finder:
        _finders.append((order, finder))
        _finders.sort(key=lambda entry: entry[0])
        return finder

    return add


def home(site: AdminSite, request: HttpRequest) -> HttpResponse:
    network = request.network
    desk = Desk(network, clock.today())
    asked = [(place, panel, panel.ask(desk)) for _order, place, panel in _panels]
    desk.people = _people[0](network, desk.wanted, desk.on) if _people else {}
    items = worklist.in_order(
        [
            *worklist.items_of(desk.waiting, desk.people, desk.on),
            *worklist.contributed(network, desk.on),
        ]
    )
    remember_counts(request, desk.waiting)
    shown = [(place, panel.template, panel.show(desk, answer)) for place, panel, answer in asked]
    context = {
        **site.each_context(request),
        "title": _("Today"),
        "on": desk.on,
        "items": items,
        "lanes": lanes(items),
        "now": worklist.Urgency.NOW,
        "above": [(template, values) for place, template, values in shown if place == "above"],
        "beside": [(template, values) for place, template, values in shown if place == "beside"],
        "below": [(template, values) for place, template, values in shown if place == "below"],
    }
    return TemplateResponse(request, "admin/index.html", context)


def lanes(items: Iterable[worklist.Item]) -> list[Lane]:
    """Now, this week, when it suits: what presses stands open, the rest can be unfolded."""
    titles = {
        worklist.Urgency.NOW: _("Now"),
        worklist.Urgency.SOON: _("This week"),
        worklist.Urgency.WHEN_IT_SUITS: _("When it suits"),
    }
    rows = worklist.by_person(items)
    found = []
    for urgency, title in titles.items():
        own = [row for row in rows if row[0].urgency == urgency]
        shown = {worklist.Urgency.NOW: len(own), worklist.Urgency.SOON: MOST_SOON}.get(urgency, 0)
        if own:
            found.append(Lane(title, own[:shown], own[shown:]))
    return found


def search(site: AdminSite, request: HttpRequest) -> HttpResponse:
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:80]
    found = [(list(finder(request.network, words))) for _order, finder in _finders] if len(words) > 1 else []
    context = {
        **site.each_context(request),
        "title": _("Search"),
        "words": words,
        "groups": [group for group in found if group],
        "most": MOST_FOUND,
    }
    return TemplateResponse(request, "admin/search.html", context)


def frame(request: HttpRequest) -> dict[str, Any]:
    """What stands around every page."""
    return {"menu": navigation.menu(request, counts_for(request))}


def counts_for(request: HttpRequest) -> dict[str, int]:
    if not hasattr(request, "_waiting_counts"):
        remember_counts(request, worklist.entries(request.network, clock.today()))
    return request._waiting_counts  # type: ignore[attr-defined]


def remember_counts(request: HttpRequest, entries: Iterable[worklist.Entry]) -> None:
    request._waiting_counts = worklist.counts(entries)  # type: ignore[attr-defined]
