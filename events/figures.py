"""What the network has done so far: one place for the figures that the site, the cockpit and the report show.

The counting rules stand beside each figure on the site (/cijfers/) in the same words for everybody.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Count, DateField, Q, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast

from events.models import Evidence, Lead, Podium, Proof
from network.models import Network, Target

CONFIRMED = Q(evidence=Evidence.CONFIRMED)
SEEN = ~Q(proof=Proof.SAID)
COMPANIES = "companies"


@dataclass(frozen=True)
class Figures:
    podia: int  # done, private ones included: they count but are not shown
    with_fans: int
    reached: int  # each podium once, however many ambassadors stood on it
    estimated: int  # the part of `reached` that ambassador and host do not both confirm
    unknown: int  # podia of which nobody said how many there were


@dataclass(frozen=True)
class Activated:
    """Companies that took a known step, each once, and those of whom somebody else saw it (`activation`)."""

    companies: int = 0
    confirmed: int = 0

    @property
    def estimated(self) -> int:
        return self.companies - self.confirmed


def figures(network: Network, on: date) -> Figures:
    """Everything done up to and including the day, in one query."""
    counted = (
        Podium.objects.filter(network=network, date__lte=on)
        .done()
        .aggregate(
            total=Count("pk"),
            fans=Count("pk", filter=Q(host__isnull=False)),
            everyone=Sum("counted", default=0),
            sure=Sum("counted", filter=CONFIRMED, default=0),
            unknown=Count("pk", filter=Q(evidence=Evidence.UNKNOWN)),
        )
    )
    return Figures(
        podia=counted["total"],
        with_fans=counted["fans"],
        reached=counted["everyone"],
        estimated=counted["everyone"] - counted["sure"],
        unknown=counted["unknown"],
    )


def activated(network: Network, on: date) -> Activated:
    """Up to and including the day, in one query."""
    found = _companies(network, on).aggregate(
        companies=Count("company", distinct=True), confirmed=Count("company", distinct=True, filter=SEEN)
    )
    return Activated(**found)


def _companies(network: Network, on: date) -> "QuerySet[Lead]":
    return Lead.objects.filter(network=network, activated_on__lte=on, company__isnull=False).activated()


def figures_and_targets(network: Network, on: date) -> tuple[Figures, Activated, dict[str, int]]:
    """The same, and by kind the latest target that has begun; in one query for all."""
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
            n4=Cast(Sum("counted", filter=~CONFIRMED, default=0), BigIntegerField()),
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
    companies = (
        _companies(network, on)
        .order_by()
        .values("network")
        .annotate(
            what=Cast(Value(COMPANIES), TextField()), since=Cast(Value(None), DateField()),
            n1=Count("company", distinct=True), n2=Count("company", distinct=True, filter=SEEN),
            n3=nothing, n4=nothing, n5=nothing,
        )
        .values_list(*columns)
    )  # fmt: skip
    found, steps = Figures(0, 0, 0, 0, 0), Activated()
    wanted: dict[str, tuple[date, int]] = {}
    for what, since, *numbers in counted.union(targets, companies, all=True):
        if not what:
            found = Figures(*numbers)
        elif what == COMPANIES:
            steps = Activated(numbers[0], numbers[1])
        elif what not in wanted or wanted[what][0] < since:
            wanted[what] = (since, numbers[0])
    return found, steps, {kind: amount for kind, (_since, amount) in wanted.items()}
