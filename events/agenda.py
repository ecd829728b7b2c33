"""Coming podia that visitors may join: for the home page, the agenda and the calendar feed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.dates import MONTHS
from icalendar import Calendar, Event

from ambassadors.models import PodiumKind
from ambassadors.public_people import PublicPerson
from events.models import Podium, PodiumStatus
from events.models.podia import PodiumQuerySet
from network.models import Network

DAYS_KEPT = 90  # a calendar keeps what it read; what was cancelled lately must still be told
KINDS = dict(PodiumKind.choices)


@dataclass
class AgendaItem:
    pk: int
    date: dt.date
    start_time: dt.time | None
    end_time: dt.time | None
    title: str
    kind: str
    place: str
    host: str
    link: str
    status: str
    sequence: int
    changed_on: dt.date
    people: list[PublicPerson] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.title or str(KINDS[self.kind]).capitalize()

    @property
    def where(self) -> str:
        return ", ".join(dict.fromkeys(part for part in (self.host, self.place) if part))

    @property
    def month_title(self) -> str:
        return f"{str(MONTHS[self.date.month]).capitalize()} {self.date.year}"

    @property
    def is_cancelled(self) -> bool:
        return self.status == PodiumStatus.CANCELLED


def agenda(
    network: Network, on: dt.date, people: Iterable[PublicPerson], most: int | None = None
) -> list[AgendaItem]:
    """The nearest first, each with those of `people` who are on stage. One query."""
    coming = Podium.objects.filter(network=network).on_the_agenda(on)
    if most is not None:
        coming = coming.filter(pk__in=coming.order_by("date", "start_time", "pk").values("pk")[:most])
    return _items(coming, people)


def for_calendars(network: Network, on: dt.date, people: Iterable[PublicPerson]) -> list[AgendaItem]:
    """What the feed tells: the agenda, what was on it lately, and what was cancelled."""
    told = Podium.objects.filter(
        network=network,
        date__gte=on - dt.timedelta(days=DAYS_KEPT),
        is_private=False,
        is_open=True,
        kind__in=PodiumKind.live(),
    ).exclude(status=PodiumStatus.IDEA)
    return _items(told, people)


def one(network: Network, pk: int, people: Iterable[PublicPerson]) -> list[AgendaItem]:
    """A single public podium, as a list of one."""
    return _items(Podium.objects.filter(network=network, pk=pk).public(), people)


def _items(podia: PodiumQuerySet, people: Iterable[PublicPerson]) -> list[AgendaItem]:
    by_pk = {person.pk: person for person in people}
    items: dict[int, AgendaItem] = {}
    rows = podia.order_by("date", "start_time", "pk", "ambassadors__last_name").values_list(
        "pk", "date", "start_time", "end_time", "title", "kind", "place", "host_name", "host__name",
        "link", "status", "sequence", "changed_on", "ambassadors",
    )  # fmt: skip
    for (
        pk,
        day,
        start,
        end,
        title,
        kind,
        place,
        host_name,
        fan,
        link,
        status,
        sequence,
        changed,
        person,
    ) in rows:
        item = items.setdefault(
            pk,
            AgendaItem(
                pk,
                day,
                start,
                end,
                title,
                kind,
                place,
                host_name or fan or "",
                link,
                status,
                sequence,
                changed,
            ),
        )
        if person in by_pk:
            item.people.append(by_pk[person])
    return list(items.values())


def calendar(network: Network, items: Iterable[AgendaItem], site_url: str) -> bytes:
    """An iCalendar file; UID and SEQUENCE let a calendar follow what moves and what is cancelled."""
    feed = Calendar()
    feed.add("prodid", "-//Koploper//agenda//NL")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", network.name)
    feed.add("refresh-interval", dt.timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for item in items:
        feed.add_component(_event(network, item, site_url))
    return feed.to_ical()


def _event(network: Network, item: AgendaItem, site_url: str) -> Event:
    event = Event()
    event.add("uid", f"podium-{item.pk}@{network.slug}.koploper")
    event.add("dtstamp", dt.datetime.combine(item.changed_on, dt.datetime.min.time(), ZoneInfo("UTC")))
    event.add("sequence", item.sequence)
    event.add("summary", item.name)
    if item.start_time:
        event.add("dtstart", _moment(item.date, item.start_time))
        if item.end_time:
            event.add("dtend", _moment(item.date, item.end_time))
    else:
        event.add("dtstart", item.date)
        event.add("dtend", item.date + dt.timedelta(days=1))
    if item.where:
        event.add("location", item.where)
    if item.people:
        event.add("description", ", ".join(person.full_name for person in item.people))
    event.add("url", item.link or site_url)
    event.add("status", "CANCELLED" if item.is_cancelled else "CONFIRMED")
    return event


def _moment(day: dt.date, at: dt.time) -> dt.datetime:
    """In UTC, so that the file needs no time zone rules."""
    return dt.datetime.combine(day, at, ZoneInfo(settings.TIME_ZONE)).astimezone(ZoneInfo("UTC"))
