"""The part of the report about podium requests: how many came in, who found somebody, how soon they heard."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.models import PodiumKind
from events.models import PodiumRequest, RequestState
from events.priority import ANSWER_WITHIN
from network import report
from network.models import Network
from network.own_words import in_words_of

PARAMETER, HEARD = "came_in", "heard"  # of the leader's list: the period, and yes or no
AGREED = gettext_lazy("Of those, the ones to whom an ambassador said yes, up to the last day of this report.")
UPPER = (0, 1, 3, 7)
"""The last day of each group in which answers are counted; whatever took longer is a group of its own."""


def came_in(network: Network, start: date, until: date) -> "QuerySet[PodiumRequest]":
    """What was asked in a period; what is held or was refused as spam is no request."""
    return PodiumRequest.objects.filter(
        network=network, asked_at__date__gte=start, asked_at__date__lt=until
    ).exclude(state__in=(RequestState.HELD, RequestState.REFUSED))


def rows_url(period: report.Period, **filters: Any) -> str:
    """The same requests in the leader's list."""
    query = {PARAMETER: f"{period.start}..{period.until}"} | filters
    return f"{reverse('admin:events_podiumrequest_changelist')}?{urlencode(query)}"


@report.register(order=15)
def requests(network: Network, period: report.Period) -> report.Section | None:
    """One query; None when nobody asked."""
    found = list(
        came_in(network, period.start, period.until).only(
            "state", "asked_at", "answered_at", "closed_at", "due_on"
        )
    )
    if not found:
        return None
    agreed = sum(1 for one in found if _is_agreed(one, period))
    answered = [days for one in found if (days := days_until_answer(one, period)) is not None]
    late = sum(1 for one in found if _is_late(one, period))
    return report.Section(
        key="requests",
        title=_("Podium requests"),
        text=_how_soon(answered),
        figures=(
            report.Figure(
                key="requests",
                label=ngettext("request for a podium", "requests for a podium", len(found)),
                value=len(found),
                rule=_("Everybody who asked for somebody in this period, by whatever way; spam left out."),
                url=rows_url(period),
                sheet="requests",
            ),
            report.Figure(
                key="requests_agreed",
                label=in_words_of(ngettext("found an ambassador", "found an ambassador", agreed), network),
                value=agreed,
                rule=in_words_of(AGREED, network),
                url=rows_url(period, state__exact=RequestState.AGREED.value),
                sheet="requests",
            ),
            report.Figure(
                key="requests_answered",
                label=ngettext("has had an answer", "have had an answer", len(answered)),
                value=len(answered),
                rule=_(
                    "Of those, the ones who heard that somebody comes, or that nobody was found. We mean to"
                    " answer within %(n)d days."
                )
                % {"n": ANSWER_WITHIN.days},
                url=rows_url(period, **{HEARD: "yes"}),
                sheet="requests",
                missing=(
                    report.Missing(
                        ngettext(
                            "request that waits longer than we promised",
                            "requests that wait longer than we promised",
                            late,
                        ),
                        late,
                        rows_url(period, state__exact=RequestState.OPEN.value, **{HEARD: "no"}),
                    ),
                )
                if late
                else (),
            ),
        ),
        charts=_chart(answered, len(found)),
    )


def days_until_answer(request: PodiumRequest, period: report.Period) -> int | None:
    """Whole local days, 0 on the day itself; None: no answer by the last day of the report."""
    if request.answered_at is None or localdate(request.answered_at) >= period.until:
        return None
    return max((localdate(request.answered_at) - localdate(request.asked_at)).days, 0)


def _is_agreed(request: PodiumRequest, period: report.Period) -> bool:
    closed = request.closed_at
    return request.state == RequestState.AGREED and closed is not None and localdate(closed) < period.until


def _is_late(request: PodiumRequest, period: report.Period) -> bool:
    """Neither answered nor closed on the last day of the report, and the promised day was before it."""
    is_closed = request.closed_at is not None and localdate(request.closed_at) < period.until
    is_due = request.due_on is not None and request.due_on < period.until - timedelta(days=1)
    return is_due and not is_closed and days_until_answer(request, period) is None


def _how_soon(days: list[int]) -> str:
    """The day by which half of them had heard, so that one that was forgotten does not hide the others."""
    if not days:
        return ""
    middle = sorted(days)[(len(days) - 1) // 2]
    if middle == 0:
        return _("Half of those who had an answer got it on the day they asked.")
    return ngettext(
        "Half of those who had an answer got it within %(n)d day.",
        "Half of those who had an answer got it within %(n)d days.",
        middle,
    ) % {"n": middle}


def _chart(days: list[int], everybody: int) -> tuple[report.Chart, ...]:
    if not days:
        return ()
    names = (_("the same day"), _("the next day"), _("2 or 3 days"), _("4 to 7 days"), _("longer"))
    groups = [sum(1 for one in UPPER if one < number) for number in days]
    rows = [(name, groups.count(place)) for place, name in enumerate(names)]
    rows.append((_("no answer yet"), everybody - len(days)))
    return (
        report.Chart(
            key="answered_after",
            caption=_("How soon they heard from us"),
            bars=tuple(report.Bar(name, number) for name, number in rows),
            table=report.Table(
                caption=_("The same in numbers"),
                columns=(_("answered after"), _("requests")),
                rows=tuple(rows),
            ),
        ),
    )


@report.register_sheet("requests")
def request_rows(network: Network, period: report.Period) -> report.Sheet:
    """One row for each request, without the names of persons; organisations only when they are our fans."""
    found = (
        came_in(network, period.start, period.until).annotate(fan=F("host__name")).order_by("asked_at", "pk")
    )
    page = reverse("admin:request", args=[0])
    rows = []
    for one in found:
        days, agreed = days_until_answer(one, period), _is_agreed(one, period)
        state = one.get_state_display() if one.state != RequestState.AGREED or agreed else _("open")
        rows.append(
            report.Row(
                cells=(
                    localdate(one.asked_at),
                    str(PodiumKind(one.kind).label),
                    one.fan or "",
                    one.region,
                    one.theme,
                    one.date,
                    str(state),
                    days,
                ),
                counts={
                    "requests": 1,
                    **({"requests_agreed": 1} if agreed else {}),
                    **({"requests_answered": 1} if days is not None else {}),
                },
                url=page.replace("/0/", f"/{one.pk}/"),
            )
        )
    return report.Sheet(
        key="requests",
        title=_("Podium requests"),
        columns=(
            _("asked on"), _("kind"), _("fan"), _("region"), _("theme"), _("date of the podium"), _("state"),
            _("days until the answer"),
        ),
        rows=tuple(rows),
    )  # fmt: skip
