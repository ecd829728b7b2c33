"""What was known on an earlier day, beside what today's records say about it.

A report that is asked as of an earlier day counts by the dates in the records of today. Somebody may since
have added a podium, corrected a number or told how it went. Of podia the history says what stood there on
that day; a lead, of whom no history is kept, counts from the moment its address was confirmed or its step
noted.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from events import activation
from events.models import AudienceCheckIn, Lead, LeadEvent, Podium, PodiumStatus, Source
from events.models.podia import COUNTED
from network import clock, report
from network.models import Network


@report.register(order=5)
def known(network: Network, period: report.Period) -> report.Section | None:
    """Six queries; None for the report of today."""
    on = period.on
    if on is None or on >= clock.today():
        return None
    end = clock.moment(on + timedelta(days=1), time())
    now, then = as_counted(network, period), as_known(network, period, end)
    since = history_began(network)
    words = _(
        "This report counts what happened up to and including %(day)s by the dates in the records of today."
        " What was added or corrected later is in it. Below stands what was known on the day itself; only an"
        " approved report never changes."
    ) % {"day": date_format(on, "j F Y")}
    if since is not None and since >= end:
        words += " " + _("The records themselves begin on %(day)s, so nothing was known here before.") % {
            "day": date_format(localdate(since), "j F Y")
        }
    labels = {
        "podia": _("podia"),
        "podia_with_fans": _("podia with fans"),
        "reached": _("entrepreneurs reached"),
        "interested": _("people who wanted to know more"),
        "activated": _("companies activated"),
    }
    return report.Section(
        key="known",
        title=_("What was known that day"),
        text=words,
        tables=(
            report.Table(
                caption=_("Known then, and counted now"),
                columns=(_("figure"), _("known then"), _("counted now"), _("added or corrected since")),
                rows=tuple(
                    (label, then[key], now[key], _signed(now[key] - then[key]))
                    for key, label in labels.items()
                ),
            ),
        ),
    )


def _signed(difference: int) -> str:
    return f"{difference:+d}".replace("-", "−") if difference else "0"


def as_counted(network: Network, period: report.Period) -> Mapping[str, int]:
    """By the dates in the records as they are now, as the other sections count."""
    done = Podium.objects.filter(network=network, date__gte=period.start, date__lt=period.until).done()
    leads = _came_in(network, period)
    companies = activation.companies_activated(network, period.start, period.until)
    return {
        **done.aggregate(
            podia=Count("pk"),
            podia_with_fans=Count("pk", filter=Q(host__isnull=False)),
            reached=Sum("counted", default=0),
        ),
        "interested": leads.count(),
        "activated": companies.count(),
    }


def as_known(network: Network, period: report.Period, end: datetime) -> Mapping[str, int]:
    """The same, from what stood in the records just before the moment `end`."""
    noted = LeadEvent.objects.filter(lead=OuterRef("pk"), kind=LeadEvent.Kind.STAGE)
    last = noted.order_by().values("lead").annotate(last=Max("at")).values("last")
    companies = (
        activation.companies_activated(network, period.start, period.until)
        .annotate(noted_at=Coalesce(Subquery(last), "received_at"))
        .filter(noted_at__lt=end)
    )
    return {
        **podia_known(network, period, end),
        "interested": _came_in(network, period).filter(confirmed_at__lt=end).count(),
        "activated": companies.count(),
    }


def _came_in(network: Network, period: report.Period) -> "QuerySet[Lead]":
    found = Lead.objects.filter(
        network=network, received_at__date__gte=period.start, received_at__date__lt=period.until
    )
    return found.genuine().exclude(source=Source.HAND)


def podia_known(network: Network, period: report.Period, end: datetime) -> dict[str, int]:
    """One query over the history: the last line of each podium before that moment, unless it was deleted."""
    kept: Any = Podium.history.model
    lines = kept.objects.filter(network=network, history_date__lt=end)
    later = lines.filter(id=OuterRef("id")).filter(
        Q(history_date__gt=OuterRef("history_date"))
        | Q(history_date=OuterRef("history_date"), history_id__gt=OuterRef("history_id"))
    )
    here = (
        AudienceCheckIn.objects.filter(
            card__podium=OuterRef("id"), is_entrepreneur=True, is_held=False, at__lt=end
        )
        .order_by()
        .values("card__podium")
        .annotate(n=Count("pk"))
        .values("n")
    )
    stood = (
        lines.filter(~Exists(later), status=PodiumStatus.DONE)
        .exclude(history_type="-")
        .filter(date__gte=period.start, date__lt=period.until)
    )
    # Who checked in is added up without a line of history, by the moments of the check-ins themselves.
    counted = Case(
        When(reached__isnull=False, then="reached"),
        default=Greatest(Cast(COUNTED, BigIntegerField()), Coalesce(Subquery(here), 0)),
        output_field=BigIntegerField(),
    )
    return stood.annotate(was_counted=counted).aggregate(
        podia=Count("pk"),
        podia_with_fans=Count("pk", filter=Q(host__isnull=False)),
        reached=Sum("was_counted", default=0),
    )


def history_began(network: Network) -> datetime | None:
    kept: Any = Podium.history.model
    found: dict[str, datetime | None] = kept.objects.filter(network=network).aggregate(
        first=Min("history_date")
    )
    return found["first"]
