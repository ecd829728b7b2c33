"""What comes after the podium: who wanted to know more, and which companies took a step."""

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import activation as activations
from events import report_targets
from events.models import Lead, Proof, Source
from network import report
from network.models import Network, TargetKind


@report.register(order=30)
def leads(network: Network, period: report.Period) -> report.Section:
    """Three queries."""
    found = activations.activation(network, period.start, period.until)
    target = report_targets.agreed_for(network, period).get(TargetKind.ACTIVATED)
    rows = activations.rows_url(period.start, period.until)
    people = rows.replace("activated=company", "activated=person")
    without = found.without_company
    return report.Section(
        key="leads",
        title=_("From interest to a first step"),
        figures=(
            report.Figure(
                key="activated",
                label=_("companies activated"),
                value=found.activated.companies,
                confirmed=found.activated.companies - found.said.companies,
                estimated=found.said.companies,
                rule=_(
                    "Companies that took a concrete step, each once, in the period of its first step."
                    " Confirmed: somebody saw it. What only they themselves told is an estimate."
                ),
                url=rows,
                target=target,
                sheet="leads",
                missing=(
                    report.Missing(
                        ngettext(
                            "person who took a step and whose company is not on record",
                            "people who took a step and whose company is not on record",
                            without,
                        ),
                        without,
                        people,
                    ),
                )
                if without
                else (),
            ),
            report.Figure(
                key="activated_people",
                label=_("people who took a step"),
                value=found.activated.people,
                rule=_("Every person of whom we know a step, also when two are of one company."),
                url=people,
                sheet="leads",
            ),
            report.Figure(
                key="interested",
                label=_("people who wanted to know more"),
                value=found.reached.people,
                rule=_(
                    "Everybody who left an address and confirmed it, doubles once; from %(n)d companies. Who"
                    " told the team in a talk of a step they took is not in it: so more can have taken one."
                )
                % {"n": found.reached.companies},
                url=f"{reverse('admin:events_lead_changelist')}?source__exact=card",
                sheet="leads",
            ),
        ),
    )


@report.register_sheet("leads")
def lead_rows(network: Network, period: report.Period) -> report.Sheet:
    """One row for each lead that counts, without names: what we know of its company and step."""
    came_in = Q(received_at__date__gte=period.start, received_at__date__lt=period.until) & ~Q(
        source=Source.HAND
    )
    stepped = Q(stage="activated", activated_on__gte=period.start, activated_on__lt=period.until)
    found = list(
        Lead.objects.filter(came_in | stepped, network=network)
        .genuine()
        .select_related("company")
        .order_by("received_at", "pk")
    )
    firsts = set(
        activations.companies_activated(network, period.start, period.until).values_list("pk", flat=True)
    )
    change = reverse("admin:events_lead_change", args=[0])
    rows = []
    for lead in found:
        received = localdate(lead.received_at)
        interested = lead.source != Source.HAND and period.start <= received < period.until
        day = lead.activated_on if lead.stage == "activated" else None
        active = day is not None and period.start <= day < period.until
        company = lead.company
        rows.append(
            report.Row(
                cells=(
                    received,
                    str(Source(lead.source).label),
                    day if active else None,
                    str(Proof(lead.proof).label) if active and lead.proof else "",
                    company.sector if company else "",
                    (company.region if company else "") or lead.region,
                    company.employees if company else None,
                ),
                counts={
                    **({"interested": 1} if interested else {}),
                    **({"activated_people": 1} if active else {}),
                    **({"activated": 1} if lead.pk in firsts else {}),
                },
                url=change.replace("/0/", f"/{lead.pk}/"),
            )
        )
    return report.Sheet(
        key="leads",
        title=_("Leads"),
        columns=(
            _("received"), _("came by"), _("activated on"), _("how sure"), _("sector"), _("region"),
            _("people who work there"),
        ),
        rows=tuple(rows),
    )  # fmt: skip
