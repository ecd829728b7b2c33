"""What the network has done so far: one place for the figures that the site, the cockpit and the report show.

The counting rules stand beside each figure on the site (/cijfers/) in the same words for everybody.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import BigIntegerField, Count, DateField, Q, QuerySet, Subquery, Sum, TextField, Value
from django.db.models.functions import Cast, JSONObject

from events.models import Evidence, Lead, Podium, Proof
from events.models.podia import PodiumQuerySet
from network.models import Network, Target
from network.questions import Question, as_day

CONFIRMED = Q(evidence=Evidence.CONFIRMED)
SEEN = ~Q(proof=Proof.SAID)
COMPANIES = "companies"


@dataclass(frozen=True)
class Figures:
    podia: int = 0  # done, private ones included: they count but are not shown
    with_fans: int = 0
    reached: int = 0  # each podium once, however many ambassadors stood on it
    estimated: int = 0  # the part of `reached` that ambassador and host do not both confirm
    unknown: int = 0  # podia of which nobody said how many there were


@dataclass(frozen=True)
class Activated:
    """Companies that took a known step, each once, and those of whom somebody else saw it (`activation`)."""

    companies: int = 0
    confirmed: int = 0

    @property
    def estimated(self) -> int:
        return self.companies - self.confirmed


SUMS = {
    "podia": Count("pk"),
    "with_fans": Count("pk", filter=Q(host__isnull=False)),
    "reached": Sum("counted", default=0),
    "estimated": Sum("counted", filter=~CONFIRMED, default=0),
    "unknown": Count("pk", filter=Q(evidence=Evidence.UNKNOWN)),
}


def figures(network: Network, on: date) -> Figures:
    """Everything done up to and including the day, in one query."""
    return Figures(**_done(network, on).aggregate(**SUMS))


def figures_beside(network: Network, on: date) -> Subquery:
    """The same as a column of another query: a mapping by field of `Figures`, None when nothing was done."""
    summed = _done(network, on).order_by().values("network").annotate(sums=JSONObject(**SUMS))
    return Subquery(summed.values("sums"))


def _done(network: Network, on: date) -> PodiumQuerySet:
    return Podium.objects.filter(network=network, date__lte=on).done()


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
    found, steps = Figures(), Activated()
    wanted: dict[str, tuple[date, int]] = {}
    for what, day, *numbers in _counted_and_targets(network.pk, on).rows():
        since = as_day(day) or date.min
        if not what:
            found = Figures(*numbers)
        elif what == COMPANIES:
            steps = Activated(numbers[0], numbers[1])
        elif what not in wanted or wanted[what][0] < since:
            wanted[what] = (since, numbers[0])
    return found, steps, {kind: amount for kind, (_since, amount) in wanted.items()}


@lru_cache(maxsize=64)
def _counted_and_targets(network_id: int, on: date) -> Question:
    network = Network(pk=network_id)
    columns = ("what", "since", "n1", "n2", "n3", "n4", "n5")
    counted = (
        _done(network, on)
        .order_by()
        .values("network")  # one group
        .annotate(
            what=Cast(Value(""), TextField()),
            since=Cast(Value(None), DateField()),
            n1=SUMS["podia"],
            n2=SUMS["with_fans"],
            n3=Cast(SUMS["reached"], BigIntegerField()),
            n4=Cast(SUMS["estimated"], BigIntegerField()),
            n5=SUMS["unknown"],
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
    return Question(counted.union(targets, companies, all=True))
