"""Targets in the report: how far each has come in its own period, how sure that is, and where it will end."""

from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from events import forecasting, progress
from network import aims, report
from network.models import Network, Target, TargetKind


@report.register(order=10, own_periods=True)
def targets(network: Network, period: report.Period) -> report.Section | None:
    """Every target that has begun and touches the period, whose own days it is counted over."""
    found = sorted(
        Target.objects.filter(network=network, start__lt=period.until, end__gt=period.start),
        key=lambda target: (target.start, list(TargetKind).index(TargetKind(target.kind))),
    )
    if not found:
        return None
    steps = progress.steps(network, period.until)
    return report.Section(
        key="targets",
        title=_("Targets"),
        text=_(
            "Each target is counted over its own period, up to the last day of this report. The expectation"
            " follows from the past year in blocks of four weeks; in about four of five cases the figure ends"
            " between the two numbers."
        ),
        figures=tuple(_figure(target, steps.get(target.kind, []), period) for target in found),
    )


def _figure(target: Target, steps: list[progress.Step], period: report.Period) -> report.Figure:
    own = progress.within(steps, target.start, min(target.end, period.until))
    value, sure = sum(step.amount for step in own), sum(step.amount for step in own if step.sure)
    began = min((step.day for step in own), default=period.until)
    seen = forecasting.forecast(
        [(step.day, step.amount) for step in own],
        done=value,
        since=max(target.start, began),
        on=period.last_counted,
        end=target.end,
    )
    days = {"start": _day(target.start), "end": _day(target.end)}
    return report.Figure(
        key=f"target_{target.kind}_{target.start.isoformat()}",
        label=str(TargetKind(target.kind).label),
        value=value,
        target=target.amount,
        confirmed=sure if target.kind != TargetKind.PODIA else None,
        estimated=value - sure if target.kind != TargetKind.PODIA else None,
        rule=_("Agreed for %(start)s up to, not including, %(end)s.") % days,
        url=_own_period(target),
        expected=report.Expected(target.end, seen.amount, seen.low, seen.high) if seen else None,
    )


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _own_period(target: Target) -> str:
    """The report of the target's own period, whose figures click through to their rows."""
    query = {"van": target.start.isoformat(), "tot": target.end.isoformat()}
    return f"{reverse('report')}?{urlencode(query)}"


def agreed_for(network: Network, period: report.Period) -> dict[str, int | None]:
    """By kind of target what was agreed for exactly this period; one query."""
    found: dict[str, list[aims.Aim]] = {}
    for kind, start, end, amount in network.targets.values_list("kind", "start", "end", "amount"):
        found.setdefault(kind, []).append(aims.Aim(start, end, amount))
    return {kind: aims.amount_for(some, period.start, period.end) for kind, some in found.items()}
