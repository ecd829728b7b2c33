"""What podia contribute to the report: how many, with whom, and how many entrepreneurs they reached."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import ExtractQuarter, ExtractYear
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.models import Person, PodiumKind
from events import (  # noqa: F401 – they register their sections
    report_coverage,
    report_known,
    report_leads,
    report_requests,
    report_stories,
    report_targets,
)
from events.models import Evidence, Lead, Podium, PodiumFile, PodiumRequest
from network import report
from network.models import Network, TargetKind

YEARS_BY_QUARTER = 2
"""A period of so many years or less is drawn by quarter, a longer one by year."""


@report.register_names
def names(network: Network) -> Iterator[str]:
    """Of people in the network, who asked, who came forward and who receives."""
    for person in Person.objects.filter(network=network).only("first_name", "infix", "last_name"):
        yield person.full_name
    for model, way, name in (
        (Lead, "network", "name"),
        (PodiumRequest, "network", "contact_name"),
        (PodiumFile, "podium__network", "host_name"),
    ):
        yield from model._default_manager.filter(**{way: network}).values_list(name, flat=True)


def podia_of(network: Network, period: report.Period) -> "QuerySet[Podium]":
    """The podia that count in a period."""
    return Podium.objects.filter(network=network, date__gte=period.start, date__lt=period.until).done()


def rows_url(period: report.Period, **filters: Any) -> str:
    """The same podia in the leader's list."""
    days = {
        "status": "done",
        "date__gte": period.start.isoformat(),
        "date__lt": period.until.isoformat(),
    }
    return f"{reverse('admin:events_podium_changelist')}?{urlencode(days | filters)}"


@report.register(order=20)
def podia(network: Network, period: report.Period) -> report.Section:
    """Three queries, and one for what waits for an outcome."""
    counted = podia_of(network, period).aggregate(
        total=Count("pk"),
        with_fans=Count("pk", filter=Q(host__isnull=False)),
        everyone=Sum("counted", default=0),
        sure=Sum("counted", filter=Q(evidence=Evidence.CONFIRMED), default=0),
        unknown=Count("pk", filter=Q(evidence=Evidence.UNKNOWN)),
        conflict=Count("pk", filter=Q(evidence=Evidence.CONFLICT)),
    )
    silent = Podium.objects.filter(network=network, date__gte=period.start).without_outcome(period.until)
    targets = report_targets.agreed_for(network, period)
    return report.Section(
        key="podia",
        title=_("Podia"),
        figures=(
            report.Figure(
                key="reached",
                label=_("entrepreneurs reached"),
                value=counted["everyone"],
                confirmed=counted["sure"],
                estimated=counted["everyone"] - counted["sure"],
                rule=_(
                    "The audience of every podium that took place, each podium once. Confirmed: ambassador"
                    " and host each counted and agree. All else is an estimate, readers and viewers"
                    " of media too."
                ),
                url=rows_url(period, numbers="known"),
                target=targets.get(TargetKind.REACHED),
                sheet="podia",
                missing=_missing(
                    (
                        ngettext(
                            "podium of which nobody said how many came",
                            "podia of which nobody said how many came",
                            counted["unknown"],
                        ),
                        counted["unknown"],
                        rows_url(period, numbers="missing"),
                    ),
                    (
                        ngettext(
                            "podium about which the two answers differ; the lower one counts",
                            "podia about which the two answers differ; the lower one counts",
                            counted["conflict"],
                        ),
                        counted["conflict"],
                        rows_url(period, evidence__exact=Evidence.CONFLICT.value),
                    ),
                ),
            ),
            report.Figure(
                key="podia",
                label=_("podia"),
                value=counted["total"],
                rule=_("Podia that took place, each once, however many people stood on it."),
                url=rows_url(period),
                target=targets.get(TargetKind.PODIA),
                sheet="podia",
                missing=_silent(silent),
            ),
            report.Figure(
                key="podia_with_fans",
                label=_("podia with fans"),
                value=counted["with_fans"],
                rule=_("Podia that took place with one of our fans; all podia together: %(n)d.")
                % {"n": counted["total"]},
                url=rows_url(period, host__isnull="False"),
                sheet="podia",
            ),
        ),
        charts=_in_time(network, period),
    )


def _missing(*found: tuple[str, int, str]) -> tuple[report.Missing, ...]:
    return tuple(report.Missing(*one) for one in found if one[1])


def _silent(podia: "QuerySet[Podium]") -> tuple[report.Missing, ...]:
    count = podia.count()
    words = ngettext(
        "podium whose day has passed and of which nobody told how it went",
        "podia whose day has passed and of which nobody told how it went",
        count,
    )
    url = f"{reverse('admin:events_podium_changelist')}?status=waiting"
    return _missing((words, count, url))


def _in_time(network: Network, period: report.Period) -> tuple[report.Chart, ...]:
    """How many were reached in each quarter or year that had a podium or lies between two that had."""
    days = period.until - period.start
    by_quarter = days <= timedelta(days=366 * YEARS_BY_QUARTER)
    piece = ExtractQuarter("date") if by_quarter else ExtractYear("date")
    found = {
        (row["year"], row["part"]): row
        for row in podia_of(network, period)
        .order_by()
        .annotate(year=ExtractYear("date"), part=piece)
        .values("year", "part")
        .annotate(
            everyone=Sum("counted", default=0),
            sure=Sum("counted", filter=Q(evidence=Evidence.CONFIRMED), default=0),
            number=Count("pk"),
        )
    }
    if not found:
        return ()
    shown = []
    for year, part in _between(min(found), max(found), by_quarter):
        row = found.get((year, part), {"everyone": 0, "sure": 0, "number": 0})
        label = _("Q%(quarter)d %(year)d") % {"quarter": part, "year": year} if by_quarter else str(year)
        shown.append((label, row))
    return (
        report.Chart(
            key="reached_in_time",
            caption=_("Entrepreneurs reached, by quarter")
            if by_quarter
            else _("Entrepreneurs reached, by year"),
            bars=tuple(report.Bar(label, row["everyone"], row["sure"]) for label, row in shown),
            table=report.Table(
                caption=_("The same in numbers"),
                columns=(_("period"), _("podia"), _("reached"), _("confirmed"), _("estimate")),
                rows=tuple(
                    (label, row["number"], row["everyone"], row["sure"], row["everyone"] - row["sure"])
                    for label, row in shown
                ),
            ),
        ),
    )


def _between(first: tuple[int, int], last: tuple[int, int], by_quarter: bool) -> list[tuple[int, int]]:
    if not by_quarter:
        return [(year, year) for year in range(first[0], last[0] + 1)]
    quarters = range(first[0] * 4 + first[1] - 1, last[0] * 4 + last[1])
    return [(number // 4, number % 4 + 1) for number in quarters]


@report.register_sheet("podia")
def podia_rows(network: Network, period: report.Period) -> report.Sheet:
    """One row for each podium, without names of persons; what is confidential keeps its title to itself."""
    found = (
        podia_of(network, period)
        .order_by("date", "pk")
        .annotate(fan=F("host__name"), where=F("host__region"), asked=F("request__region"))
        .annotate(speakers=Count("ambassadors"))
    )
    change = reverse("admin:events_podium_change", args=[0])
    return report.Sheet(
        key="podia",
        title=_("Podia"),
        columns=(
            _("date"), _("title"), _("kind"), _("fan"), _("place"), _("region"), network.words,
            _("reached"), _("how sure"),
        ),
        rows=tuple(
            report.Row(
                cells=(
                    podium.date,
                    _("confidential") if podium.is_private else podium.title,
                    str(PodiumKind(podium.kind).label),
                    "" if podium.is_private else podium.fan or podium.host_name,
                    "" if podium.is_private else podium.place,
                    podium.where or podium.asked or "",
                    podium.speakers,
                    podium.counted,
                    str(Evidence(podium.evidence).label),
                ),
                counts={
                    "reached": podium.counted,
                    "podia": 1,
                    **({"podia_with_fans": 1} if podium.host_id else {}),
                },
                url=change.replace("/0/", f"/{podium.pk}/"),
            )
            for podium in found
        ),
    )  # fmt: skip
