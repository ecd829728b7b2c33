"""The ceremony in a guest's calendar: one appointment, updated and taken away by UID and SEQUENCE."""

from datetime import UTC
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Event, vCalAddress

from ambassadors.models import Guest, Reply
from network import ical

PARTSTAT = {"": "NEEDS-ACTION", Reply.YES: "ACCEPTED", Reply.NO: "DECLINED"}


def appointment_of(guest: Guest) -> tuple[str, bytes]:
    """Method and file for one guest. It is taken away when the ceremony is off or the guest does not come."""
    ceremony = guest.ceremony
    round = ceremony.round
    network = round.network
    is_away = ceremony.is_off or guest.withdrawn_at is not None or guest.reply == Reply.NO
    method = "CANCEL" if is_away else "REQUEST"
    feed = ical.calendar("ceremonie")
    feed.add("method", method)
    event = Event()
    event.add("uid", f"ceremony-{round.pk}@{network.slug}.koploper")
    event.add("sequence", ceremony.sequence)
    event.add("dtstamp", ceremony.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("summary", _("Ceremony of %(network)s") % {"network": network.name})
    event.add("status", "CANCELLED" if is_away else "CONFIRMED")
    event.add("dtstart", ical.moment(round.ceremony_on, ceremony.starts))
    event.add("dtend", ical.moment(round.ceremony_on, ceremony.ends))
    if ceremony.where:
        event.add("location", ceremony.where)
    sender = network.contact_email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    event.add("organizer", vCalAddress(f"mailto:{sender}"), parameters={"CN": network.name})
    event.add(
        "attendee",
        vCalAddress(f"mailto:{guest.email}"),
        parameters={"CN": guest.name, "PARTSTAT": PARTSTAT[guest.reply], "RSVP": "FALSE"},
    )
    feed.add_component(event)
    return method, ical.written(feed)
