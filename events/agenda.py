"""Coming podia that visitors may join: for the home page, the agenda and the calendar feed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, Subquery
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from icalendar import Event

from ambassadors.models import PodiumKind
from ambassadors.public_people import PublicPerson
from events.figures import Figures, figures_beside
from events.models import Podium, PodiumStatus
from events.models.podia import PodiumQuerySet
from network import ical
from network.models import Network

DAYS_KEPT = 90  # a calendar keeps what it read; what was cancelled lately must still be told
USUAL_LENGTH = dt.timedelta(hours=1)  # of what says when it begins, but not when it ends
KINDS = dict(PodiumKind.choices)
WITH_A_PAGE = PodiumKind.live() - {PodiumKind.ONE_TO_ONE}  # a talk between two people has none
# In the order of AgendaItem's fields; the last becomes one of its people.
COLUMNS = (
    "pk", "date", "start_time", "end_time", "title", "kind", "place", "link", "status", "sequence",
    "changed_on", "host_name", "host__name", "ambassadors",
)  # fmt: skip
STATUS = COLUMNS.index("status")
# Whatever has no hour yet comes last on its day, on every database.
BY_DAY = ("date", F("start_time").asc(nulls_last=True), "pk")


@dataclass(frozen=True)
class AgendaItem:
    pk: int
    date: dt.date
    start_time: dt.time | None
    end_time: dt.time | None
    title: str
    kind: str
    place: str
    link: str
    status: str
    sequence: int
    changed_on: dt.date
    host_name: str
    fan: str | None
    people: tuple[PublicPerson, ...] = ()

    @property
    def name(self) -> str:
        return self.title or str(KINDS[self.kind]).capitalize()

    @property
    def host(self) -> str:
        return self.host_name or self.fan or ""

    @property
    def where(self) -> str:
        return ", ".join(dict.fromkeys(part for part in (self.host, self.place) if part))

    @property
    def month_title(self) -> str:
        return f"{str(MONTHS[self.date.month]).capitalize()} {self.date.year}"

    @property
    def is_cancelled(self) -> bool:
        return self.status == PodiumStatus.CANCELLED

    @property
    def path(self) -> str:
        """Of its own page; empty for what has none."""
        has_page = self.kind in WITH_A_PAGE and not self.is_cancelled
        return reverse("event", args=[self.pk]) if has_page else ""


def agenda(
    network: Network, on: dt.date, people: Iterable[PublicPerson], most: int | None = None
) -> list[AgendaItem]:
    """The nearest first, each with those of `people` who are on stage. One query."""
    coming = Podium.objects.filter(network=network).on_the_agenda(on)
    return _items(_rows(coming if most is None else _nearest(coming, most)), people)


def agenda_and_figures(
    network: Network, on: dt.date, people: Iterable[PublicPerson], most: int
) -> tuple[list[AgendaItem], Figures]:
    """The nearest few, and what has been done so far, in one query: the figures stand beside each podium.

    One podium that was done comes along, so that they are there when nothing is coming.
    """
    podia = Podium.objects.filter(network=network)
    coming = Q(pk__in=_nearest(podia.on_the_agenda(on), most).values("pk"))
    one_done = Q(pk__in=podia.done().filter(date__lte=on).order_by("date").values("pk")[:1])
    rows = list(_rows(podia.filter(coming | one_done), figures_beside(network, on)))
    sums = rows[0][-1] if rows else None
    agenda = (values for *values, _sums in rows if values[STATUS] != PodiumStatus.DONE)
    return _items(agenda, people), Figures(**sums or {})


def _nearest(coming: PodiumQuerySet, most: int) -> PodiumQuerySet:
    """As a subquery, for what follows joins each podium with its ambassadors."""
    return coming.filter(pk__in=coming.order_by(*BY_DAY).values("pk")[:most])


def for_calendars(network: Network, on: dt.date, people: Iterable[PublicPerson]) -> list[AgendaItem]:
    """What the feed tells: the agenda, what was on it lately, and what was cancelled."""
    told = Podium.objects.filter(
        network=network,
        date__gte=on - dt.timedelta(days=DAYS_KEPT),
        is_private=False,
        is_open=True,
        kind__in=PodiumKind.live(),
    ).exclude(status=PodiumStatus.IDEA)
    return _items(_rows(told), people)


def one(network: Network, pk: int, people: Iterable[PublicPerson]) -> list[AgendaItem]:
    """A single public podium, as a list of one."""
    return _items(_rows(Podium.objects.filter(network=network, pk=pk).public()), people)


def _rows(podia: PodiumQuerySet, *beside: Subquery) -> Iterable[Sequence[Any]]:
    return podia.order_by(*BY_DAY, "ambassadors__last_name").values_list(*COLUMNS, *beside)


def _items(rows: Iterable[Sequence[Any]], people: Iterable[PublicPerson]) -> list[AgendaItem]:
    """`rows` have the values of COLUMNS, one row for each ambassador on stage."""
    by_pk = {person.pk: person for person in people}
    podia: dict[int, Sequence[Any]] = {}
    on_stage: dict[int, list[PublicPerson]] = {}
    for *values, ambassador in rows:
        podia.setdefault(values[0], values)
        there = on_stage.setdefault(values[0], [])
        if ambassador in by_pk:
            there.append(by_pk[ambassador])
    return [AgendaItem(*(*values, tuple(on_stage[pk]))) for pk, values in podia.items()]


def calendar(network: Network, items: Iterable[AgendaItem], site_url: str) -> bytes:
    """An iCalendar file; UID and SEQUENCE let a calendar follow what moves and what is cancelled."""
    feed = ical.calendar("agenda")
    feed.add("x-wr-calname", network.name)
    feed.add("refresh-interval", dt.timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for item in items:
        feed.add_component(_event(network, item, site_url))
    return ical.written(feed)


def _event(network: Network, item: AgendaItem, site_url: str) -> Event:
    event = Event()
    event.add("uid", f"podium-{item.pk}@{network.slug}.koploper")
    event.add("dtstamp", dt.datetime.combine(item.changed_on, dt.time(0), dt.UTC))
    event.add("sequence", item.sequence)
    event.add("summary", item.name)
    if item.start_time:
        start = ical.moment(item.date, item.start_time)
        event.add("dtstart", start)
        event.add("dtend", ical.moment(item.date, item.end_time) if item.end_time else start + USUAL_LENGTH)
    else:
        event.add("dtstart", item.date)
        event.add("dtend", item.date + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if item.where:
        event.add("location", item.where)
    if about := _about(item):
        event.add("description", about)
    event.add("url", site_url + (item.path or reverse("agenda")))
    event.add("status", "CANCELLED" if item.is_cancelled else "CONFIRMED")
    return event


def _about(item: AgendaItem) -> str:
    """Who speaks, and where to sign up: the address of the entry leads to its own page."""
    names = ", ".join(person.full_name for person in item.people)
    sign_up = f"{_('Sign up')}: {item.link}" if item.link else ""
    return "\n\n".join(part for part in (names, sign_up) if part)
