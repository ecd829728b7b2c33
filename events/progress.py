"""What was done of each kind that can have a target, by day, with how sure it is. One rule for each kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from events.models import Evidence, Lead, Podium, Proof
from network.models import Network, TargetKind


@dataclass(frozen=True)
class Step:
    day: date
    amount: int
    sure: bool


def steps(network: Network, until: date) -> dict[str, list[Step]]:
    """Everything done before the day `until`, by kind of target; a fixed number of queries."""
    podia = list(
        Podium.objects.filter(network=network, date__lt=until)
        .done()
        .order_by("date")
        .values_list("date", "counted", "evidence")
    )
    return {
        TargetKind.REACHED: [
            Step(day, counted, evidence == Evidence.CONFIRMED) for day, counted, evidence in podia
        ],
        TargetKind.PODIA: [Step(day, 1, True) for day, _counted, _evidence in podia],
        TargetKind.ACTIVATED: _companies(network, until),
    }


def _companies(network: Network, until: date) -> list[Step]:
    """Every company once, on the day of its first known step, as sure as its surest proof (`activation`)."""
    first: dict[int, date] = {}
    sure: set[int] = set()
    leads = Lead.objects.filter(network=network, activated_on__lt=until, company__isnull=False).activated()
    for company, day, proof in leads.order_by("activated_on").values_list(
        "company_id", "activated_on", "proof"
    ):
        if company is None or day is None:
            continue
        first.setdefault(company, day)
        if Proof(proof) is not Proof.SAID:
            sure.add(company)
    return [Step(day, 1, company in sure) for company, day in first.items()]


def within(found: Iterable[Step], start: date, end: date) -> list[Step]:
    return [step for step in found if start <= step.day < end]
