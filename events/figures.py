"""What the network has done so far: one place for the figures that the site, the cockpit and the report show.

The counting rules stand beside each figure on the site (/cijfers/) in the same words for everybody.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from ambassadors.models import PodiumKind
from events.models import Podium
from network.models import Network


@dataclass(frozen=True)
class Figures:
    podia: int  # done, private ones included: they count but are not shown
    with_fans: int
    reached: int  # each podium once, however many ambassadors stood on it
    estimated: int  # the part of `reached` that is an estimate: readers and viewers of media
    unknown: int  # podia of which nobody said how many there were


def figures(network: Network, on: date) -> Figures:
    """Everything done up to and including the day, in one query."""
    entrepreneurs = Coalesce("reached", "audience", 0)
    media = Q(kind__in=PodiumKind.media())
    counted = (
        Podium.objects.filter(network=network, date__lte=on)
        .done()
        .aggregate(
            total=Count("pk"),
            fans=Count("pk", filter=Q(host__isnull=False)),
            everyone=Sum(entrepreneurs, default=0),
            readers=Sum(entrepreneurs, filter=media, default=0),
            unknown=Count("pk", filter=Q(reached=None, audience=None)),
        )
    )
    return Figures(
        podia=counted["total"],
        with_fans=counted["fans"],
        reached=counted["everyone"],
        estimated=counted["readers"],
        unknown=counted["unknown"],
    )
