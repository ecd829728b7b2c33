"""What podia contribute to the report: how many, with whom, and how many entrepreneurs they reached."""

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.models import PodiumKind
from events import activation as activations
from events.models import Podium
from network import clock, report
from network.models import Network, Target, TargetKind


@report.register(order=20)
def podia(network: Network, period: report.Period) -> report.Section:
    """Podia done in the period and not after today. Two queries."""
    counted = (
        Podium.objects.filter(network=network, date__gte=period.start, date__lt=period.end)
        .filter(date__lte=clock.today())
        .done()
        .aggregate(
            total=Count("pk"),
            with_fans=Count("pk", filter=Q(host__isnull=False)),
            everyone=Sum("counted", default=0),
            readers=Sum("counted", filter=Q(kind__in=PodiumKind.media()), default=0),
        )
    )
    targets = dict(
        Target.objects.filter(network=network, start__lt=period.end, end__gt=period.start)
        .order_by("start")
        .values_list("kind", "amount")
    )
    rows = f"{reverse('admin:events_podium_changelist')}?status=done"
    return report.Section(
        key="podia",
        title=_("Podia"),
        figures=(
            report.Figure(
                key="reached",
                label=_("entrepreneurs reached"),
                value=counted["everyone"],
                estimated=counted["readers"],
                rule=_(
                    "The audience of every podium that took place, each podium once. Readers and viewers of "
                    "media are an estimate."
                ),
                url=f"{rows}&numbers=known",
                target=targets.get(TargetKind.REACHED),
            ),
            report.Figure(
                key="podia",
                label=_("podia"),
                value=counted["total"],
                rule=_("Podia that took place, each once, however many people stood on it."),
                url=rows,
                target=targets.get(TargetKind.PODIA),
            ),
            report.Figure(
                key="podia_with_fans",
                label=_("podia with fans"),
                value=counted["with_fans"],
                rule=_("Podia that took place with one of our fans; all podia together: %(n)d.")
                % {"n": counted["total"]},
                url=f"{rows}&host__isnull=False",
            ),
        ),
    )


@report.register(order=30)
def leads(network: Network, period: report.Period) -> report.Section:
    """Who wanted to know more, and which companies took a step. Three queries."""
    found = activations.activation(network, period.start, period.end)
    target = (
        Target.objects.filter(
            network=network, kind=TargetKind.ACTIVATED, start__lt=period.end, end__gt=period.start
        )
        .order_by("-start")
        .values_list("amount", flat=True)
        .first()
    )
    activated_rows = activations.rows_url(period.start, period.end)
    came_in = reverse("admin:events_lead_changelist")
    return report.Section(
        key="leads",
        title=_("From interest to a first step"),
        figures=(
            report.Figure(
                key="activated",
                label=_("companies activated"),
                value=found.activated.companies,
                estimated=found.said.companies,
                rule=_(
                    "Companies that took a concrete step, each once, in the period of its first step. What"
                    " only they themselves told is the part that is an estimate."
                ),
                url=activated_rows,
                target=target,
            ),
            report.Figure(
                key="activated_people",
                label=_("people who took a step"),
                value=found.activated.people,
                rule=_("Every person of whom we know a step, also when two are of one company."),
                url=activated_rows.replace("activated=company", "activated=person"),
            ),
            report.Figure(
                key="interested",
                label=_("people who wanted to know more"),
                value=found.reached.people,
                rule=_("Everybody who left an address and confirmed it, doubles once; from %(n)d companies.")
                % {"n": found.reached.companies},
                url=f"{came_in}?source__exact=card",
            ),
        ),
    )
