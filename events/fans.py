"""What a fan sees of its own: what it asked, what is coming, what it is asked about, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from ambassadors.models import PodiumKind
from events.models import Evidence, Podium, PodiumRequest, PodiumStatus, RequestState, Source, Stage
from network.models import FanOrganisation

ASKED_FOR = timedelta(days=120)
"""As long as this after a podium its host may still tell how many came."""
MOST_SHOWN = 20
TOLD = Q(is_private=False) | Q(request__isnull=False)
"""What was confidential between an ambassador and somebody there is told to no other; what the fan asked for
itself it knows."""


@dataclass(frozen=True)
class FanDesk:
    requests: list[PodiumRequest]  # not settled yet
    to_come: list[Podium]
    to_confirm: list[Podium]
    done: Sequence[Podium]  # the last ones, newest first
    podia: int
    reached: int
    confirmed: int
    leads: int  # people who came forward, by themselves or in a talk
    noted: int  # those of them whom the team wrote down
    activated: int  # companies of these people


def desk_of(fan: FanOrganisation, on: date) -> FanDesk:
    """Eight queries, however much there is."""
    podia = Podium.objects.filter(host=fan).prefetch_related("ambassadors")
    done = podia.done().filter(date__lte=on)
    genuine = Q(leads__confirmed_at__isnull=False, leads__held_at=None, leads__duplicate_of=None)
    came_of = done.aggregate(
        people=Count("leads", filter=genuine, distinct=True),
        noted=Count("leads", filter=genuine & Q(leads__source=Source.HAND), distinct=True),
        companies=Count("leads__company", filter=genuine & Q(leads__stage=Stage.ACTIVATED), distinct=True),
    )
    shown = list(done.annotate(interested=Count("leads", filter=genuine)).order_by("-date", "-pk"))
    found = FanDesk(
        requests=list(
            PodiumRequest.objects.filter(host=fan, state__in=RequestState.waiting()).soonest_first()
        ),
        to_come=list(podia.to_come(on).filter(TOLD).order_by("date", "pk")),
        to_confirm=list(to_confirm(fan, on).prefetch_related("ambassadors").order_by("-date", "-pk")),
        done=[one for one in shown if one.request_id or not one.is_private][:MOST_SHOWN],
        podia=len(shown),
        reached=sum(podium.counted for podium in shown),
        confirmed=sum(podium.counted for podium in shown if podium.evidence == Evidence.CONFIRMED),
        leads=came_of["people"],
        noted=came_of["noted"],
        activated=came_of["companies"],
    )
    for request in found.requests:  # whose they are is known, and not asked for again
        request.host, request.network = fan, fan.network
    for podium in [*found.to_come, *found.to_confirm, *found.done]:
        podium.host, podium.network = fan, fan.network
    return found


def to_confirm(fan: FanOrganisation, on: date) -> "QuerySet[Podium]":
    """Live podia of theirs that lie behind us and of which they did not say how many came."""
    return Podium.objects.filter(
        TOLD,
        host=fan,
        kind__in=PodiumKind.live(),
        status__in=[PodiumStatus.AGREED, PodiumStatus.DONE],
        date__lte=on,
        date__gte=on - ASKED_FOR,
        audience_by_host=None,
    )
