"""What the client reads: audiences that the host counted too, last year's report as it was approved, a draft."""

from datetime import date, timedelta

from django.db.models import F

from ambassadors.models import PodiumKind
from config.demonstration.build import World, at
from events.models import Podium
from network import clock, report, report_document
from network.models import Report

LONG_ENOUGH_AGO = timedelta(days=60)

LAST_YEAR = {
    "nl": {
        "introduction": "Een jaar waarin de pioniers hun plek vonden. Er kwamen minder mensen per avond dan gedacht, "
        "maar zij bleven langer hangen en vroegen door.",
        "podia": "De fans zijn de motor: zij vroegen, zorgden voor een volle zaal en telden mee.",
        "closing": "Volgend jaar zoeken we podia in de Kop van Overijssel en Salland, waar we nog bijna niet kwamen.",
    },
    "en": {
        "introduction": "A year in which the pioneers found their place. Fewer people came to an evening than "
        "expected, but they stayed longer and asked on.",
        "podia": "The fans are the engine: they asked, filled the room and counted along.",
        "closing": "Next year we look for podia in the Kop van Overijssel and Salland, where we hardly came yet.",
    },
}
THIS_YEAR = {"nl": {"introduction": "Eerste opzet voor het gesprek in januari."}}


def add_reports(world: World) -> None:
    _counted_by_the_host_too(world)
    today = clock.today()
    start, end = date(today.year - 1, 1, 1), date(today.year, 1, 1)
    frozen = report_document.frozen(world.network, report.Period(start, end), approved_by="Hanneke Broekhuis")
    days_since = min((today - end).days, 25)
    Report.objects.create(
        network=world.network,
        title=f"Jaarverslag {start.year}",
        start=start,
        end=end,
        texts=LAST_YEAR,
        created_by=world.leader,
        frozen=frozen,
        digest=report_document.digest_of(frozen, LAST_YEAR),
        approved_at=at(end + timedelta(days=days_since), 11),
        approved_by=world.leader,
    )
    Report.objects.create(
        network=world.network,
        title=f"Jaarverslag {today.year}",
        start=end,
        end=date(today.year + 1, 1, 1),
        texts=THIS_YEAR,
        created_by=world.leader,
    )


def _counted_by_the_host_too(world: World) -> None:
    """Two in three of the live podia of longer ago: host and ambassador gave the same number."""
    podia = Podium.objects.filter(
        network=world.network,
        kind__in=PodiumKind.live(),
        date__lt=clock.today() - LONG_ENOUGH_AGO,
        host__isnull=False,
        audience_by_host=None,
    ).done()
    keys = list(podia.order_by("date", "pk").values_list("pk", flat=True))
    agreed = [pk for number, pk in enumerate(keys) if number % 3]
    for kept in (Podium.objects.filter(pk__in=agreed), Podium.history.filter(id__in=agreed)):
        kept.update(audience_by_host=F("audience"))
