"""An ambassador's own podia as iCalendar, with a stable UID and a SEQUENCE that counts up."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Event, vCalAddress

from ambassadors.models import Person
from events.agenda import USUAL_LENGTH
from events.models import Podium, PodiumStatus
from events.podium_words import podium_name, where_to_go
from network import ical

STATUS = {
    PodiumStatus.AGREED: "CONFIRMED",
    PodiumStatus.DONE: "CONFIRMED",
    PodiumStatus.CANCELLED: "CANCELLED",
}
"""Ideas are in no calendar: day and place are not settled."""


def calendar_of(person: Person, podia: Iterable[Podium]) -> bytes:
    """The feed of one person; `host` must have been selected with the podia."""
    feed = ical.calendar("mijn")
    feed.add("x-wr-calname", _("Podia of %(name)s") % {"name": person.first_name})
    feed.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for podium in podia:
        if podium.status in STATUS:
            podium.network = person.network
            feed.add_component(_event(podium))
    return ical.written(feed)


def invitation_of(podium: Podium, *, email: str, name: str) -> tuple[str, bytes]:
    """An appointment for one person, as method and file; a podium that is cancelled takes it away again.

    `host` and `network` must be at hand. Nobody else's address stands in it.
    """
    network = podium.network
    method = "CANCEL" if podium.status == PodiumStatus.CANCELLED else "REQUEST"
    feed = ical.calendar("uitnodiging")
    feed.add("method", method)
    event = _event(podium)
    sender = network.contact_email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    event.add("organizer", vCalAddress(f"mailto:{sender}"), parameters={"CN": network.name})
    event.add(
        "attendee",
        vCalAddress(f"mailto:{email}"),
        parameters={"CN": name or email, "PARTSTAT": "ACCEPTED", "RSVP": "FALSE", "ROLE": "REQ-PARTICIPANT"},
    )
    feed.add_component(event)
    return method, ical.written(feed)


def _event(podium: Podium) -> Event:
    event = Event()
    event.add("uid", f"podium-{podium.pk}@{podium.network.slug}.koploper")
    event.add("sequence", podium.sequence)
    event.add("dtstamp", datetime.combine(podium.changed_on, time(0), UTC))
    event.add("summary", podium_name(podium))
    event.add("status", STATUS[PodiumStatus(podium.status)])
    if where := where_to_go(podium):
        event.add("location", where)
    if podium.link:
        event.add("url", podium.link)
    if podium.start_time:
        start = ical.moment(podium.date, podium.start_time)
        event.add("dtstart", start)
        event.add(
            "dtend", ical.moment(podium.date, podium.end_time) if podium.end_time else start + USUAL_LENGTH
        )
    else:
        event.add("dtstart", podium.date)
        event.add("dtend", podium.date + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    return event
