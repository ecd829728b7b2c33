"""What this app asks of the leader today: calls, talks about a year, podia without an outcome."""

from datetime import date
from typing import Any

from django.db.models import Case, F, Min, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.models import Person, PodiumKind
from events.models import ChaseStep, Lead, Podium, PodiumStatus, StepKind
from network import worklist
from network.dates import day_and_month
from network.models import Network
from network.worklist import Entry, Item, Urgency


def calls(network: Network, on: date) -> QuerySet[Any, Any]:
    return _tasks("call", StepKind.CALL, network, on)


@worklist.source("call", of=calls)
def call(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("call"),
        reason=entry.text or _("Two reminders did not help. A talk may."),
        action=_("Called"),
        url=reverse("admin:chase_task", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW,
        person=person,
        by_phone=True,
        key=f"call:{entry.pk}",
        at_once=True,
    )


def evaluations(network: Network, on: date) -> QuerySet[Any, Any]:
    return _tasks("evaluation", StepKind.EVALUATION, network, on)


@worklist.source("evaluation", of=evaluations)
def evaluation(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("talk about the year"),
        reason=entry.text or _("The year ended with fewer podia than agreed. Talk it over."),
        action=_("Talked"),
        url=reverse("admin:chase_task", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        person=person,
        by_phone=True,
        key=f"evaluation:{entry.pk}",
    )


def _tasks(name: str, kind: StepKind, network: Network, on: date) -> QuerySet[Any, Any]:
    found = ChaseStep.objects.open_tasks().filter(person__network=network, kind=kind, planned_for__lte=on)
    return worklist.rows(name, found, person="person_id", day="planned_for", text="reason")


def _first_person() -> QuerySet[Any, Any]:
    """One of the people of a podium: the row of a list needs a face."""
    return (
        Person.objects.filter(podia=OuterRef("pk"))
        .order_by()
        .values("podia")
        .annotate(first=Min("pk"))
        .values("first")
    )


def without_outcome(network: Network, on: date) -> QuerySet[Any, Any]:
    found = (
        Podium.objects.filter(network=network).without_outcome(on).annotate(first=Subquery(_first_person()))
    )
    return worklist.rows("outcome", found.exclude(first=None), person="first", day="date", text=F("kind"))


@worklist.source("outcome", of=without_outcome)
def outcome(entry: Entry, person: Any, on: date) -> Item:
    kind = str(PodiumKind(entry.text).label)
    return Item(
        who=person.full_name,
        tag=_("how did it go?"),
        reason=_("Nobody said yet how it went: %(kind)s of %(day)s.")
        % {"kind": kind, "day": day_and_month(entry.day, on)},
        action=_("Fill in"),
        url=reverse("admin:podium_outcome", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        person=person,
        key=f"outcome:{entry.pk}",
    )


def hands_raised(network: Network, on: date) -> QuerySet[Any, Any]:
    """Ideas on a request: an ambassador wants it, and nobody has settled it yet."""
    found = Podium.objects.filter(network=network, status=PodiumStatus.IDEA).exclude(request=None)
    found = found.annotate(first=Subquery(_first_person()), asked=F("request__title"))
    return worklist.rows("hand", found.exclude(first=None), person="first", day="changed_on", text="asked")


@worklist.source("hand", of=hands_raised)
def hand(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("raised a hand"),
        reason=_("Wants to do “%(request)s”. Bring them together.") % {"request": entry.text},
        action=_("Settle"),
        url=reverse("admin:hand", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        person=person,
        key=f"hand:{entry.pk}",
    )


# What waits around requests registers itself as well, and what waits in numbers.
from events import queues, worklist_requests  # noqa: E402, F401


def leads_late(network: Network, on: date) -> QuerySet[Any, Any]:
    """Whoever waits longer for an answer than we promised."""
    found = Lead.objects.filter(network=network, answer_by__lt=on).unanswered()
    return worklist.rows(
        "lead", found, day="answer_by", text=Case(When(name="", then=F("company_name")), default=F("name"))
    )


@worklist.source("lead", of=leads_late)
def lead_late(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text or _("somebody"),
        tag=_("no answer yet"),
        reason=_("Wants to know more, and waits longer than we promised."),
        action=_("Give an answer"),
        url=reverse("admin:events_lead_change", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW,
        key=f"lead:{entry.pk}",
        icon="hand-raised",
    )


def leads_held(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Lead.objects.filter(network=network, duplicate_of=None).held()
    return worklist.rows("lead_held", found, day=TruncDate("held_at"), text="suspicion")


@worklist.source("lead_held", of=leads_held)
def lead_held(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=_("somebody behind a card"),
        tag=_("held"),
        reason=_("Somebody wants to know more, and something about it was odd: %(why)s.")
        % {"why": entry.text},
        action=_("Look"),
        url=reverse("admin:events_lead_change", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        key=f"lead_held:{entry.pk}",
        icon="shield-exclamation",
    )
