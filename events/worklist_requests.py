"""What requests, offers and counted halls ask of the leader today."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, Min, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.models import Person
from events.models import FanCalendar, Offer, Podium, PodiumRequest, PodiumStatus, RequestState
from network import worklist
from network.dates import day_and_month
from network.models import Network
from network.worklist import Entry, Item, Urgency


def unanswered(network: Network, on: date) -> QuerySet[Any, Any]:
    """Whoever asked heard nothing yet, and nobody was asked: it waits for the leader."""
    waiting = PodiumRequest.objects.filter(network=network).open(on).unanswered()
    asked = Offer.objects.waiting().filter(request=OuterRef("pk"))
    return worklist.rows("request", waiting.filter(~Exists(asked)), day="due_on", text=_named("host_name"))


@worklist.source("request", of=unanswered)
def request(entry: Entry, person: Any, on: date) -> Item:
    late = entry.day is not None and entry.day < on
    return Item(
        who=entry.text or _("Podium request"),
        tag=_("request"),
        reason=_("We said they would hear from us by now.") if late else _("Asks for a podium."),
        action=_("See who suits"),
        url=reverse("admin:request", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW if late else Urgency.SOON,
        key=f"request:{entry.pk}",
        icon="megaphone",
    )


def held_requests(network: Network, on: date) -> QuerySet[Any, Any]:
    found = PodiumRequest.objects.filter(network=network).held()
    return worklist.rows("request_held", found, day=TruncDate("asked_at"), text=_named("host_name"))


@worklist.source("request_held", of=held_requests)
def request_held(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text or _("Podium request"),
        tag=_("held"),
        reason=_("Something about this request is odd. Is it real? One click lets it in."),
        action=_("Look"),
        url=reverse("admin:request", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        key=f"request_held:{entry.pk}",
        icon="shield-exclamation",
    )


def passed(network: Network, on: date) -> QuerySet[Any, Any]:
    found = PodiumRequest.objects.filter(network=network).passed(on)
    return worklist.rows("request_passed", found, day="date", text=_named("host_name"))


@worklist.source("request_passed", of=passed)
def request_passed(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text or _("Podium request"),
        tag=_("passed"),
        reason=_("Its day has gone by and it is still open. Close it, with a word to whoever asked."),
        action=_("Open"),
        url=reverse("admin:request", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        key=f"request_passed:{entry.pk}",
        icon="megaphone",
    )


def silent_offers(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Offer.objects.filter(person__network=network, request__state=RequestState.OPEN).silent()
    return worklist.rows(
        "offer_late", found, person="person_id", day="answer_before", text=_named("request__host_name")
    )


@worklist.source("offer_late", of=silent_offers)
def offer_late(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("no answer"),
        reason=_("Was asked for %(host)s and reminded, and says nothing. Call, or ask somebody else.")
        % {"host": entry.text or _("a podium")},
        action=_("Open"),
        url=reverse("admin:offer", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW,
        person=person,
        by_phone=True,
        key=f"offer_late:{entry.pk}",
    )


def fell_through(network: Network, on: date) -> QuerySet[Any, Any]:
    """Agreed, and no podium stands any more: whoever asked still counts on somebody."""
    standing = Podium.objects.filter(request=OuterRef("pk")).exclude(status=PodiumStatus.CANCELLED)
    found = PodiumRequest.objects.filter(network=network, state=RequestState.AGREED, date__gte=on)
    return worklist.rows(
        "request_fell_through", found.filter(~Exists(standing)), day="date", text=_named("host_name")
    )


@worklist.source("request_fell_through", of=fell_through)
def request_fell_through(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text or _("Podium request"),
        tag=_("fell through"),
        reason=_("The podium was cancelled. Find somebody else, or let them know."),
        action=_("Open"),
        url=reverse("admin:request", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW,
        by_phone=True,
        key=f"request_fell_through:{entry.pk}",
        icon="megaphone",
    )


def _named(host_name: str) -> Coalesce:
    """Who asks: the name as it was typed, else that of the fan."""
    fan = host_name.replace("host_name", "host__name")
    return Coalesce(NullIf(host_name, Value("")), fan, Value(""), output_field=TextField())


# --- How many were there -----------------------------------------------------------------------------------


def conflicts(network: Network, on: date) -> QuerySet[Any, Any]:
    first = (
        Person.objects.filter(podia=OuterRef("pk"))
        .order_by()
        .values("podia")
        .annotate(first=Min("pk"))
        .values("first")
    )
    found = Podium.objects.filter(network=network).in_conflict().annotate(first=Subquery(first))
    sign = Value("|", output_field=TextField())
    both = Concat(Cast("audience", TextField()), sign, Cast("audience_by_host", TextField()))
    return worklist.rows("conflict", found.exclude(first=None), person="first", day="date", text=both)


@worklist.source("conflict", of=conflicts)
def conflict(entry: Entry, person: Any, on: date) -> Item:
    own, _sign, host = entry.text.partition("|")
    return Item(
        who=person.full_name,
        tag=_("two numbers"),
        reason=_("Counted %(own)s entrepreneurs on %(day)s, the host says %(host)s. Which one counts?")
        % {"own": own, "host": host, "day": day_and_month(entry.day, on)},
        action=_("Settle"),
        url=reverse("admin:podium_audience", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        person=person,
        key=f"conflict:{entry.pk}",
    )


def calendars_unread(network: Network, on: date) -> QuerySet[Any, Any]:
    found = FanCalendar.objects.filter(fan__network=network).failing(on)
    return worklist.rows("calendar", found, day="failing_since", text=F("fan__name"))


@worklist.source("calendar", of=calendars_unread)
def calendar(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text,
        tag=_("calendar"),
        reason=_("Their calendar cannot be read since %(day)s. Is the address still right?")
        % {"day": day_and_month(entry.day, on)},
        action=_("Look"),
        url=reverse("admin:fan_calendar", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        key=f"calendar:{entry.pk}",
        icon="calendar",
    )
