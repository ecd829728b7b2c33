"""Which story moved whom: who asked for its teller after reading it, and whom it helped to begin."""

from datetime import date
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse

from events.models import Lead, LeadCheckIn, PodiumRequest, RequestState
from events.models.requests import PodiumRequestQuerySet
from network.models import Network

Answer = LeadCheckIn.Answer
PARAMETER = "moved"  # of the leader's lists: the period


def asked_after_reading(network: Network, start: date, until: date) -> PodiumRequestQuerySet:
    """Spam left out."""
    return PodiumRequest.objects.filter(
        network=network, story__isnull=False, asked_at__date__gte=start, asked_at__date__lt=until
    ).exclude(state__in=(RequestState.HELD, RequestState.REFUSED))


def helped_to_begin(network: Network, start: date, until: date) -> "QuerySet[LeadCheckIn]":
    """What leads answered who took a step and named the story that helped."""
    return LeadCheckIn.objects.filter(
        Q(answer=Answer.FIRST_STEP) | Q(answer=Answer.DOING),
        lead__in=Lead.objects.filter(network=network).genuine(),
        story__isnull=False,
        answered_at__date__gte=start,
        answered_at__date__lt=until,
    )


def rows_url(changelist: str, start: date, until: date) -> str:
    """Where the rows stand in the leader's admin."""
    return f"{reverse(changelist)}?{urlencode({PARAMETER: f'{start}..{until}'})}"


def period_in(text: str | None) -> tuple[date, date]:
    """Of `rows_url`; all days where it says nothing that can be read."""
    try:
        start, until = (date.fromisoformat(part) for part in (text or "").split(".."))
    except ValueError:
        return date(1900, 1, 1), date(2200, 1, 1)
    return start, until
