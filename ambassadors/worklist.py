"""What this app asks of the leader today: promises to come back, terms that end, pauses asked for."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.models import ContactMoment, PauseRequest, Term
from network import worklist
from network.dates import day_and_month
from network.models import Network
from network.worklist import Entry, Item, Urgency

DAYS_BEFORE_END = 90


def follow_ups(network: Network, on: date) -> QuerySet[Any, Any]:
    found = ContactMoment.objects.filter(person__network=network).to_follow_up(on)
    text = Coalesce(NullIf("needs", Value("")), "summary")
    return worklist.rows("follow_up", found, person="person_id", day="follow_up_on", text=text)


@worklist.source("follow_up", of=follow_ups)
def follow_up(entry: Entry, person: Any, on: date) -> Item:
    reason = _("You would come back to this: %(what)s") % {"what": entry.text} if entry.text else ""
    return Item(
        who=person.full_name,
        tag=_("come back to it"),
        reason=reason or _("You would come back to your last contact."),
        action=_("Write down the talk"),
        url=reverse("admin:follow_up", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW if entry.day and entry.day < on else Urgency.SOON,
        person=person,
        key=f"follow_up:{entry.pk}",
    )


def ending_terms(network: Network, on: date) -> QuerySet[Any, Any]:
    """Terms in their last 90 days that nothing follows on, and about which no later talk was planned."""
    later = Term.objects.filter(person=OuterRef("person"), start__gte=OuterRef("end"))
    planned = ContactMoment.objects.filter(
        person=OuterRef("person"), follow_up_on__gte=on, follow_up_on__lt=OuterRef("end"), followed_up_at=None
    )
    found = (
        Term.objects.filter(person__network=network, end__lte=on + timedelta(days=DAYS_BEFORE_END))
        .current(on)
        .filter(~Exists(later), ~Exists(planned), ending="")
    )
    return worklist.rows("term_end", found, person="person_id", day="end")


@worklist.source("term_end", of=ending_terms)
def term_end(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=person.full_name,
        tag=_("term ends"),
        reason=_("Talk about going on, honorary membership or a good goodbye."),
        action=_("Plan a talk"),
        url=reverse("admin:ambassadors_person_overview", args=[person.pk]) + "?open=plan#contact",
        due=entry.day,
        urgency=Urgency.SOON if entry.day and entry.day <= on + timedelta(days=30) else Urgency.WHEN_IT_SUITS,
        person=person,
        key=f"term_end:{entry.pk}",
    )


def pauses_asked(network: Network, on: date) -> QuerySet[Any, Any]:
    found = PauseRequest.objects.filter(person__network=network).waiting()
    return worklist.rows("pause", found, person="person_id", day="start", text="reason")


@worklist.source("pause", of=pauses_asked)
def pause_asked(entry: Entry, person: Any, on: date) -> Item:
    day = day_and_month(entry.day, on)
    return Item(
        who=person.full_name,
        tag=_("pause asked"),
        reason=_("Asks for a pause from %(day)s: %(why)s") % {"day": day, "why": entry.text}
        if entry.text
        else _("Asks for a pause from %(day)s.") % {"day": day},
        action=_("Decide"),
        url=reverse("admin:pause_request", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.NOW,
        person=person,
        key=f"pause:{entry.pk}",
    )
