"""Who was set in motion: people and unique companies, counted apart. One place for every screen and report.

A *person* is a lead, a *company* a company on record, counted once however many of its people came. A lead
whose company is not on record counts as a person and as no company. Doubles and leads whose address was
never confirmed count nowhere. *Reached* are those who made themselves known; *activated* those of whom we
know a step.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from events.models import Lead, Proof, Stage
from network.models import Network


@dataclass(frozen=True)
class Tally:
    """People and unique companies."""

    people: int = 0
    companies: int = 0


@dataclass(frozen=True)
class Activation:
    reached: Tally  # made themselves known in the period
    activated: Tally  # took their first known step in the period
    said: Tally  # the part of `activated` that only somebody's own word tells
    shown: Tally
    confirmed: Tally
    without_company: int  # activated people whose company is not on record: the missing-data list


def activation(network: Network, start: date, end: date) -> Activation:
    """From `start` up to, not including, `end`; two queries.

    A company is activated once: in the period in which its first lead was, as sure as its surest proof.
    """
    reached = (
        Lead.objects.filter(network=network, received_at__date__gte=start, received_at__date__lt=end)
        .genuine()
        .exclude(source="hand")
        .aggregate(people=Count("pk"), companies=Count("company", distinct=True))
    )
    rows = list(
        Lead.objects.filter(network=network, activated_on__lt=end)
        .activated()
        .values_list("company_id", "proof", "activated_on")
    )
    people = [(company, proof) for company, proof, day in rows if day and day >= start]
    earlier = {company for company, _proof, day in rows if day and day < start}
    surest: dict[int, Proof] = {}
    for company, proof in people:
        if company and company not in earlier:
            surest[company] = max(surest.get(company, Proof.SAID), Proof(proof), key=lambda one: one.rank)
    return Activation(
        reached=Tally(reached["people"], reached["companies"]),
        activated=Tally(len(people), len(surest)),
        said=_of(Proof.SAID, people, surest.values()),
        shown=_of(Proof.SHOWN, people, surest.values()),
        confirmed=_of(Proof.CONFIRMED, people, surest.values()),
        without_company=sum(1 for company, _proof in people if company is None),
    )


def _of(proof: Proof, people: Iterable[tuple[int | None, str]], companies: Iterable[Proof]) -> Tally:
    return Tally(
        sum(1 for _company, found in people if found == proof),
        sum(1 for found in companies if found is proof),
    )


def companies_activated(network: Network, start: date, end: date) -> QuerySet[Lead]:
    """The first activated lead of every company activated in the period: the rows behind the figure."""
    firsts = (
        Lead.objects.filter(network=network, company__isnull=False)
        .activated()
        .values("company")
        .annotate(first_day=Min("activated_on"))
        .filter(first_day__gte=start, first_day__lt=end)
    )
    days = {row["company"]: row["first_day"] for row in firsts}
    leads = Lead.objects.filter(network=network, company__in=days).activated().order_by("activated_on", "pk")
    first: dict[int, int] = {}
    for pk, company in leads.values_list("pk", "company"):
        first.setdefault(company, pk)
    return Lead.objects.filter(pk__in=first.values())


def rows_url(start: date | None = None, end: date | None = None) -> str:
    """Where those rows stand in the leader's admin."""
    query = {"activated": "company"}
    if start and end:
        query |= {"activated_on__gte": start.isoformat(), "activated_on__lt": end.isoformat()}
    return f"{reverse('admin:events_lead_changelist')}?{urlencode(query)}"


def by_stage(network: Network) -> dict[str, int]:
    """How many genuine leads stand in each stage."""
    found = Lead.objects.filter(network=network).genuine().order_by().values_list("stage")
    counted = dict(found.annotate(n=Count("pk")))
    return {stage: counted.get(stage, 0) for stage in Stage.values}


def waiting(network: Network) -> dict[str, int]:
    """What is not on the board yet: held, and not confirmed."""
    return Lead.objects.filter(network=network, duplicate_of=None, refused_at=None).aggregate(
        held=Count("pk", filter=Q(held_at__isnull=False)),
        unconfirmed=Count("pk", filter=Q(held_at=None, confirmed_at=None)),
    )
