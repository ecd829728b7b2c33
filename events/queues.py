"""What waits around requests and leads, in numbers: the lines of the leader's weekly mail."""

from datetime import date
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Lead, Offer, PodiumRequest, RequestState
from network import worklist
from network.dates import day_and_month
from network.models import Network
from network.worklist import Queue


@worklist.queue
def requests_unanswered(network: Network, on: date) -> Queue | None:
    """Whoever asked heard no more than that it came in, whether ambassadors were asked or not."""
    found = PodiumRequest.objects.filter(network=network).open(on).unanswered()
    count = found.aggregate(n=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on)), first=Min("asked_at"))
    label = ngettext(
        "%(n)d podium request waits for an answer", "%(n)d podium requests wait for an answer", count["n"]
    )
    return _queue(count, label, _open_requests(), on)


@worklist.queue
def offers_unanswered(network: Network, on: date) -> Queue | None:
    """Ambassadors who were asked for a podium and said neither yes nor no."""
    found = Offer.objects.filter(request__network=network, request__state=RequestState.OPEN).waiting()
    count = found.aggregate(
        n=Count("pk"), late=Count("pk", filter=Q(answer_before__lt=on)), first=Min("offered_at")
    )
    label = ngettext(
        "%(n)d question to one of the %(words)s has no answer",
        "%(n)d questions to %(words)s have no answer",
        count["n"],
    )
    return _queue(count, label, _open_requests(), on, words=network.words)


@worklist.queue
def leads_unanswered(network: Network, on: date) -> Queue | None:
    """Entrepreneurs who want to know more and heard nothing yet."""
    found = Lead.objects.filter(network=network).unanswered()
    count = found.aggregate(
        n=Count("pk"), late=Count("pk", filter=Q(answer_by__lt=on)), first=Min("received_at")
    )
    label = ngettext(
        "%(n)d entrepreneur wants to know more and has no answer",
        "%(n)d entrepreneurs want to know more and have no answer",
        count["n"],
    )
    return _queue(count, label, reverse("admin:lead_board"), on)


def _open_requests() -> str:
    return reverse("admin:events_podiumrequest_changelist") + "?state=yes"


def _queue(count: dict[str, Any], label: str, url: str, on: date, **values: str) -> Queue | None:
    if not count["n"]:
        return None
    note = _("the oldest since %(day)s") % {"day": day_and_month(timezone.localdate(count["first"]), on)}
    if count["late"]:
        note += "; " + ngettext(
            "%(n)d waits longer than agreed", "%(n)d wait longer than agreed", count["late"]
        ) % {"n": count["late"]}
    return Queue(label=label % {"n": count["n"], **values}, url=url, note=note)
