"""Writing down what ambassadors did and agreed: the same verbs for Mijn, the admin and the import.

Each verb is one transaction, locks the podium, and does nothing when it was done before. `changed_on` moves
with every real change (the chase keeps silent after it), `sequence` with every change for a calendar.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import IntegrityError, transaction

from ambassadors.models import Person
from events.actions import chasing, preparing, sharing
from events.models import Contribution, Podium, PodiumOrigin, PodiumRequest, PodiumStatus
from network import clock
from network.history import changed_by
from network.models import FanOrganisation, Network, User

CALENDAR_FIELDS = frozenset(
    {"kind", "title", "date", "start_time", "end_time", "place", "host", "host_name", "status", "link"}
)
OF_THE_OCCASION = CALENDAR_FIELDS - {"status"}


class Outcome(StrEnum):
    HAPPENED = "happened"
    MOVED = "moved"
    CANCELLED = "cancelled"


class NotYet(ValueError):
    """The day of the podium is still to come."""


def log_podium(
    *,
    by: User | None,
    network: Network,
    ambassadors: Iterable[Person],
    kind: str,
    date: date,
    status: str | None = None,
    host: FanOrganisation | None = None,
    host_name: str = "",
    origin: str | None = None,
    request: PodiumRequest | None = None,
    changed_on: date | None = None,
    form_token: str | None = None,
    **details: Any,
) -> Podium:
    """Write a podium down. Without a status it is done, or agreed when its day is still to come.

    `form_token` belongs to the form that was filled in: the same token again gives the podium it made before.
    """
    if form_token and (known := Podium.objects.filter(form_token=form_token).first()):
        return known
    today = clock.today()
    podium = Podium(
        network=network,
        kind=kind,
        date=date,
        status=status or status_by_date(date, today),
        host=host,
        host_name=host_name,
        origin=origin or _origin(host, request),
        request=request,
        changed_on=changed_on or today,
        form_token=form_token,
        logged_by=by,
        **details,
    )
    changed_by(podium, by)
    try:
        with transaction.atomic():
            podium.save()
            podium.ambassadors.set(ambassadors)
            _settle(podium)
            sharing.tell_others(
                podium,
                who=sharing.person_of(by, podium.ambassadors.all()),
                before=(),
                after=podium.ambassadors.all(),
                about_all=None,
            )
    except IntegrityError:
        # The other half of a double click was a moment faster.
        known = Podium.objects.filter(form_token=form_token).first() if form_token else None
        if known is None:
            raise
        return known
    return podium


def agree_podium(podium: Podium, *, by: User | None, date: date | None = None) -> Podium:
    """An idea becomes an appointment, on `date` when it was settled only now."""
    with transaction.atomic():
        podium = _locked(podium)
        if podium.status == PodiumStatus.AGREED and date in (None, podium.date):
            return podium
        return _write(podium, {"status": PodiumStatus.AGREED, "date": date or podium.date}, by=by)


def report_outcome(
    podium: Podium,
    *,
    by: User | None,
    outcome: Outcome,
    audience: int | None = None,
    line: str = "",
    new_date: date | None = None,
    person: Person | None = None,
) -> Podium:
    """How it went: it happened, it was moved to `new_date`, or it was cancelled; told by `person`.

    Raises NotYet when it is said to have happened before its day.
    """
    with transaction.atomic():
        podium = _locked(podium)
        if outcome == Outcome.HAPPENED:
            if podium.date > clock.today():
                raise NotYet
            changes: dict[str, Any] = {"status": PodiumStatus.DONE}
            if audience is not None:
                changes["audience"] = audience
            if line:
                changes["outcome"] = line
        elif outcome == Outcome.MOVED:
            if new_date is None:
                raise ValueError("A podium is moved to another day.")
            changes = {"status": PodiumStatus.AGREED, "date": new_date}
        else:
            changes = {"status": PodiumStatus.CANCELLED}
            if line:
                changes["outcome"] = line
        return _write(podium, changes, by=by, person=person)


def cancel(podium: Podium, *, by: User | None) -> Podium:
    """It does not take place, or was written down by mistake. It stays on record and no longer counts."""
    with transaction.atomic():
        return _write(_locked(podium), {"status": PodiumStatus.CANCELLED}, by=by)


def restore(podium: Podium, *, by: User | None) -> Podium:
    """A cancelled podium counts again: done, or agreed when its day is still to come."""
    with transaction.atomic():
        podium = _locked(podium)
        if podium.status != PodiumStatus.CANCELLED:
            return podium
        return _write(podium, {"status": status_by_date(podium.date, clock.today())}, by=by)


def correct(
    podium: Podium,
    *,
    by: User | None,
    changes: Mapping[str, Any],
    ambassadors: Iterable[Person] | None = None,
    changed_on: date | None = None,
) -> Podium:
    """Put some fields right. A done podium that gets a day to come is agreed again."""
    with transaction.atomic():
        podium = _locked(podium)
        changes = dict(changes)
        new_day = changes.get("date", podium.date)
        if "status" not in changes and podium.status == PodiumStatus.DONE and new_day > clock.today():
            changes["status"] = PodiumStatus.AGREED
        return _write(podium, changes, by=by, ambassadors=ambassadors, changed_on=changed_on)


def join(podium: Podium, *, by: User | None, person: Person) -> Podium:
    """Somebody else who was there: the podium counts for both, its audience once."""
    with transaction.atomic():
        podium = _locked(podium)
        return _write(podium, {}, by=by, ambassadors=[*podium.ambassadors.all(), person])


def record_contribution(
    *, by: User | None, person: Person, date: date, title: str, notes: str = ""
) -> Contribution:
    """Something done for the network outside the commitment; the same twice is one."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)  # two clicks come one after the other
        known = Contribution.objects.filter(person=person, date=date, title=title, notes=notes).first()
        if known:
            return known
        contribution = Contribution(person=person, date=date, title=title, notes=notes)
        changed_by(contribution, by)
        contribution.save()
        return contribution


def remove_contribution(contribution: Contribution, *, by: User | None) -> None:
    with transaction.atomic():
        changed_by(contribution, by)
        contribution.delete()


def status_by_date(day: date, today: date) -> PodiumStatus:
    return PodiumStatus.AGREED if day > today else PodiumStatus.DONE


def own_token(person: Person, typed: str) -> str | None:
    """The token of a form, bound to whoever filled it in: nobody meets another's podium with it."""
    if not typed:
        return None
    return hashlib.sha256(f"{person.pk}:{typed}".encode()).hexdigest()[:43]


def _origin(host: FanOrganisation | None, request: PodiumRequest | None) -> PodiumOrigin:
    if request:
        return PodiumOrigin.REQUEST
    return PodiumOrigin.FAN if host else PodiumOrigin.OWN


def _locked(podium: Podium) -> Podium:
    return Podium.objects.select_for_update().get(pk=podium.pk)


def _write(
    podium: Podium,
    changes: Mapping[str, Any],
    *,
    by: User | None,
    ambassadors: Iterable[Person] | None = None,
    changed_on: date | None = None,
    person: Person | None = None,
) -> Podium:
    """Set what differs; nothing is saved when nothing does. The others on the podium hear of it."""
    changed = {field for field, value in changes.items() if getattr(podium, field) != value}
    before = list(podium.ambassadors.all())
    people = before if ambassadors is None else list(ambassadors)
    people_change = {one.pk for one in before} != {one.pk for one in people}
    was_cancelled = podium.status == PodiumStatus.CANCELLED
    if not changed and not people_change:
        return podium
    for field in changed:
        setattr(podium, field, changes[field])
    podium.changed_on = changed_on or clock.today()
    written = changed | {"changed_on"}
    if changed & CALENDAR_FIELDS:
        podium.sequence += 1
        written.add("sequence")
    if changed & {"date", "status"} and podium.outcome_asked_at:
        podium.outcome_asked_at = None  # asked anew after the new day
        written.add("outcome_asked_at")
    if podium.status == PodiumStatus.CANCELLED and podium.form_token:
        podium.form_token = None  # the same form may be sent again
        written.add("form_token")
    changed_by(podium, by)
    podium.save(update_fields=written)
    if people_change:
        podium.ambassadors.set(people)
    if people_change or changed & CALENDAR_FIELDS:
        preparing.tell_the_calendars(podium)
    _settle(podium)
    sharing.tell_others(
        podium,
        who=person or sharing.person_of(by, before),
        before=before,
        after=people,
        about_all=_news(podium, changed, was_cancelled),
    )
    return podium


def _news(podium: Podium, changed: set[str], was_cancelled: bool) -> sharing.News | None:
    """What the others need to know of the occasion; how it went is no news to who was there."""
    if "status" in changed and podium.status == PodiumStatus.CANCELLED:
        return sharing.News.CANCELLED
    if "status" in changed and was_cancelled:
        return sharing.News.RESTORED
    return sharing.News.CHANGED if changed & OF_THE_OCCASION else None


def _settle(podium: Podium) -> None:
    """A call that was asked for is not needed any more when this podium fills the gap."""
    chasing.lapse_settled_tasks(podium.network, on=clock.today(), people=podium.ambassadors.all())
