"""The public calendars of fans: which one is read, what it announces, and what the leader does with that."""

from collections import Counter
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from events import meetings, meetings_child
from events.models import FanCalendar, FanMeeting
from events.models.calendars import NO_CALENDAR
from network import clock, confined, outside
from network.actions import writing
from network.models import FanContact, FanOrganisation, Network, User

WHOLE_ON = 0
"""On Mondays also what did not change is read: a series without an end then shows its next weeks."""
KEPT = ("ends", "all_day", "title", "place", "link")


def choose(*, fan: FanOrganisation, address: str) -> FanCalendar | None:
    """Which calendar is read from now on; an empty address stops it, and what was read goes."""
    with transaction.atomic():
        FanOrganisation.objects.select_for_update(of=("self",)).get(pk=fan.pk)
        known = FanCalendar.objects.filter(fan=fan).first()
        if known is not None and known.address == address:
            return known
        if known is not None:
            known.delete()
        return FanCalendar.objects.create(fan=fan, address=address) if address else None


def run(network: Network, on: date, limits: outside.Limits = outside.LIMITS) -> Counter[str]:
    """Read every calendar of the network: how many were read, and how many could not be."""
    told: Counter[str] = Counter()
    for calendar in FanCalendar.objects.filter(fan__network=network).order_by("pk"):
        told["read" if read(calendar, on, limits) else "failed"] += 1
    return told


def read(calendar: FanCalendar, on: date, limits: outside.Limits = outside.LIMITS) -> bool:
    """Fetched outside the transaction, kept inside one, unless the address changed in between."""
    since = {} if on.weekday() == WHOLE_ON else _since(calendar)
    fetched, found, fault = None, None, ""
    try:
        fetched = outside.fetch(calendar.address, **since, limits=limits)
        found = _meetings_in(fetched.body, on) if fetched else None
    except outside.Refused as refused:
        fault = refused.fault.value
    except confined.Failed:
        fault = NO_CALENDAR
    with transaction.atomic():
        now = FanCalendar.objects.select_for_update().filter(pk=calendar.pk, address=calendar.address).first()
        if now is None:
            return not fault
        now.meetings.filter(starts__lt=clock.moment(on, datetime.min.time())).delete()
        now.fault = fault
        now.failing_since = (now.failing_since or on) if fault else None
        if not fault:
            now.read_at = timezone.now()
        if fetched is not None and found is not None:
            now.etag, now.last_modified = fetched.etag, fetched.last_modified
            _keep(now, found)
        now.save()
    return not fault


def _meetings_in(body: bytes, on: date) -> list[meetings.Meeting]:
    rows = meetings_child.read(body, on, time_zone=settings.TIME_ZONE)
    return [meetings.Meeting(**row) for row in rows]


def _since(calendar: FanCalendar) -> dict[str, str]:
    return {"etag": calendar.etag, "last_modified": calendar.last_modified}


def _keep(calendar: FanCalendar, found: list[meetings.Meeting]) -> None:
    """What is new comes, what changed changes, what is no longer announced goes; what was put aside rests."""
    known = {(one.uid, one.starts): one for one in calendar.meetings.all()}
    new, changed = [], []
    for meeting in found:
        kept = known.pop((meeting.uid, meeting.starts), None)
        values = {name: getattr(meeting, name) for name in KEPT}
        if kept is None:
            new.append(FanMeeting(calendar=calendar, uid=meeting.uid, starts=meeting.starts, **values))
        elif kept.dismissed_at is None and values != {name: getattr(kept, name) for name in KEPT}:
            for name, value in values.items():
                setattr(kept, name, value)
            changed.append(kept)
    calendar.meetings.filter(pk__in=[one.pk for one in known.values()]).delete()
    FanMeeting.objects.bulk_create(new)
    FanMeeting.objects.bulk_update(changed, KEPT)


def put_aside(meeting: FanMeeting) -> None:
    FanMeeting.objects.filter(pk=meeting.pk, dismissed_at=None).update(dismissed_at=timezone.now())


def choose_kind(meeting: FanMeeting, kind: str) -> None:
    """As what it is weighed from now on, whatever the calendar says later; empty: judged again."""
    FanMeeting.objects.filter(pk=meeting.pk).update(kind=kind)


@transaction.atomic
def propose(meeting: FanMeeting, *, to: FanContact, subject: str, body: str, letter: str, by: User) -> bool:
    """The leader's letter to a contact person of the fan; False when nothing could be sent."""
    sent = writing.write_to([to], network=to.fan.network, subject=subject, body=body, by=by, letter=letter)
    if sent:
        FanMeeting.objects.filter(pk=meeting.pk).update(proposed_at=timezone.now())
    return bool(sent)
