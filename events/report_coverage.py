"""Where podia came and where not: regions and sectors beside the audience, gaps first."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from django.db.models import F, Sum, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.composition import Group
from ambassadors.models import AudienceShare, Trait
from events import coverage
from events.activation import companies_activated
from events.models import Podium
from network import report
from network.models import Network


@report.register(order=40)
def covered(network: Network, period: report.Period) -> report.Section | None:
    """Five queries: the audience, the podia by region, and three for the companies."""
    done = Podium.objects.filter(network=network, date__gte=period.start, date__lt=period.until).done()
    groups: dict[str, list[Group]] = {}
    for share in AudienceShare.objects.filter(
        audience__network=network, audience__trait__in=[Trait.REGION, Trait.SECTOR]
    ).select_related("audience"):
        groups.setdefault(share.audience.trait, []).append(share.group)
    region = Coalesce(NullIf(F("host__region"), Value("")), F("request__region"), Value(""))
    by_region = dict(
        done.order_by()
        .annotate(word=region)
        .values("word")
        .annotate(n=Sum("counted", default=0))
        .values_list("word", "n")
    )
    companies = list(
        companies_activated(network, period.start, period.until)
        .order_by()
        .values_list("company__sector", "company__region")
    )
    by_sector = Counter(sector or "" for sector, _region in companies)
    activated_there = Counter(region or "" for _sector, region in companies)
    regions, sectors = groups.get(Trait.REGION, []), groups.get(Trait.SECTOR, [])
    charts = [
        _chart("reached_by_region", _("Entrepreneurs reached, by region"), _("region"), by_region, regions),
        _chart(
            "activated_by_region",
            _("Companies activated, by region"),
            _("region"),
            activated_there,
            regions,
        ),
        _chart("activated_by_sector", _("Companies activated, by sector"), _("sector"), by_sector, sectors),
    ]
    shown = tuple(chart for chart in charts if chart)
    if not shown:
        return None
    return report.Section(
        key="coverage",
        title=_("Where we came, and where not yet"),
        text=_(
            "The region of a podium is that of the fan or of whoever asked; region and sector of a company"
            " are those on record. Beside each stands its share of the audience. The largest gap comes first."
        ),
        charts=shown,
    )


def _chart(
    key: str, caption: str, what: str, amounts: Mapping[str, int], groups: list[Group]
) -> report.Chart | None:
    found, unknown = coverage.coverage(amounts, groups)
    if not any(one.amount for one in found):
        return None
    rows = [(one.name, one.amount, _percent(one.share), _percent(one.expected), _gap(one)) for one in found]
    if unknown:
        rows.append((_("not known"), unknown, "–", "–", ""))
    return report.Chart(
        key=key,
        caption=caption,
        bars=tuple(report.Bar(one.name, one.amount, note=_gap(one), mark=one.fair) for one in found),
        table=report.Table(
            caption=_("The same in numbers"),
            columns=(what, _("number"), _("share"), _("share of the audience"), _("gap")),
            rows=tuple(rows),
        ),
    )


def _percent(share: Fraction | None) -> str:
    return "–" if share is None else f"{round(share * 100)} %"


def _gap(one: coverage.Covered) -> str:
    """In words what the leader can do something about; nothing where all is well."""
    if one.is_blank:
        return _("nothing yet")
    points = round(one.gap * 100)
    if points < 1:
        return ""
    return ngettext("%(n)d point short", "%(n)d points short", points) % {"n": points}
