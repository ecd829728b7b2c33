"""What the network has done so far: one place for the figures that the site, the cockpit and the report show.

The counting rules stand beside each figure on the site (/cijfers/) in the same words for everybody.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Count, DateField, Q, Sum, TextField, Value
from django.db.models.functions import Cast

from ambassadors.models import PodiumKind
from events.models import Evidence, Podium
from network.models import Network, Target


@dataclass(frozen=True)
class Figures:
    podia: int  # done, private ones included: they count but are not shown
    with_fans: int
    reached: int  # each podium once, however many ambassadors stood on it
    estimated: int  # the part of `reached` that is an estimate: readers and viewers of media
    unknown: int  # podia of which nobody said how many there were


def figures(network: Network, on: date) -> Figures:
    """Everything done up to and including the day, in one query."""
    media = Q(kind__in=PodiumKind.media())
    counted = (
        Podium.objects.filter(network=network, date__lte=on)
        .done()
        .aggregate(
            total=Count("pk"),
            fans=Count("pk", filter=Q(host__isnull=False)),
            everyone=Sum("counted", default=0),
            readers=Sum("counted", filter=media, default=0),
            unknown=Count("pk", filter=Q(evidence=Evidence.UNKNOWN)),
        )
    )
    return Figures(
        podia=counted["total"],
        with_fans=counted["fans"],
        reached=counted["everyone"],
        estimated=counted["readers"],
        unknown=counted["unknown"],
    )


def figures_and_targets(network: Network, on: date) -> tuple[Figures, dict[str, int]]:
    """The same, and by kind the latest target that has begun; in one query for both."""
    columns = ("what", "since", "n1", "n2", "n3", "n4", "n5")
    counted = (
        Podium.objects.filter(network=network, date__lte=on)
        .done()
        .order_by()
        .values("network")  # one group
        .annotate(
            what=Cast(Value(""), TextField()),
            since=Cast(Value(None), DateField()),
            n1=Count("pk"),
            n2=Count("pk", filter=Q(host__isnull=False)),
            n3=Cast(Sum("counted", default=0), BigIntegerField()),
            n4=Cast(Sum("counted", filter=Q(kind__in=PodiumKind.media()), default=0), BigIntegerField()),
            n5=Count("pk", filter=Q(evidence=Evidence.UNKNOWN)),
        )
        .values_list(*columns)
    )
    nothing = Cast(Value(0), BigIntegerField())
    targets = (
        Target.objects.filter(network=network, start__lte=on)
        .order_by()
        .annotate(
            what=Cast("kind", TextField()), since=Cast("start", DateField()),
            n1=Cast("amount", BigIntegerField()), n2=nothing, n3=nothing, n4=nothing, n5=nothing,
        )
        .values_list(*columns)
    )  # fmt: skip
    found = Figures(0, 0, 0, 0, 0)
    wanted: dict[str, tuple[date, int]] = {}
    for what, since, *numbers in counted.union(targets, all=True):
        if not what:
            found = Figures(*numbers)
        elif what not in wanted or wanted[what][0] < since:
            wanted[what] = (since, numbers[0])
    return found, {kind: amount for kind, (_since, amount) in wanted.items()}
