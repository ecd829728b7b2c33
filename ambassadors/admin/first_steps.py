"""What a new network still needs, on the leader's first screen until all of it is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.models import Person, Term
from network.admin import cockpit
from network.models import FanOrganisation, Network, RoleKind, Target


@dataclass(frozen=True)
class Step:
    title: str
    why: str
    done: bool
    links: tuple[tuple[str, str], ...]
    appoints: bool = False


ALL_THERE_FOR = 24 * 60 * 60
"""Seconds for which a network in which nothing was missing is not asked about again."""


def ask(desk: cockpit.Desk) -> list[Step]:
    """Every step as long as one is open; nothing, and as a rule without a query, when all are done."""
    key = f"first-steps-all-there-{desk.network.pk}"
    if desk.wanted and cache.get(key):
        return []
    steps = _steps(desk.network)
    if all(step.done for step in steps):
        cache.set(key, True, ALL_THERE_FOR)
        return []
    return steps


def _steps(network: Network) -> list[Step]:
    runs = Q(roles__kind__in=[RoleKind.LEADER, RoleKind.FACILITATOR])
    facts = (
        Network.objects.filter(pk=network.pk)
        .annotate(
            people_there=Exists(Person.objects.filter(network=OuterRef("pk"))),
            appointed=Exists(Term.objects.filter(person__network=OuterRef("pk"))),
            fans_there=Exists(FanOrganisation.objects.filter(network=OuterRef("pk"))),
            targets_there=Exists(Target.objects.filter(network=OuterRef("pk"))),
            running=Count("roles__user", filter=runs, distinct=True),
        )
        .values("people_there", "appointed", "fans_there", "targets_there", "running")
        .get()
    )
    settings = reverse("admin:network_network_change", args=[network.pk])
    words = {"word": network.word, "words": network.words}
    return [
        Step(
            _("Say who you are"),
            _("Client, theme, official, your own word for ambassador, colours, and where mail is answered."),
            bool(network.contact_email and network.client_name and network.theme != network.name),
            ((_("Fill in the network"), settings),),
        ),
        Step(
            _("Put your people in"),
            _("From a spreadsheet, with or without a term. You see first what would happen."),
            facts["people_there"],
            (
                (_("Import people"), reverse("admin:import_people")),
                (_("Add one person"), reverse("admin:ambassadors_person_add")),
            ),
        ),
        Step(
            _("Appoint them"),
            _("A round with one ceremony starts all terms and makes the plaques."),
            facts["appointed"],
            ((_("Open a round"), reverse("admin:ambassadors_appointmentround_add")),),
            appoints=True,
        ),
        Step(
            _("Name the fans"),
            _("The organisations that offer your %(words)s a stage, each with a contact person.") % words,
            facts["fans_there"],
            ((_("Add a fan"), reverse("admin:network_fanorganisation_add")),),
        ),
        Step(
            _("Agree on targets"),
            _("How many entrepreneurs you want to reach. This screen and the report follow it."),
            facts["targets_there"],
            ((_("Fill in targets"), f"{settings}#targets-group"),),
        ),
        Step(
            _("Bring in a colleague"),
            _("With two of you nobody waits when one is away, and a lost telephone locks nobody out."),
            facts["running"] > 1,
            ((_("Give a role"), reverse("admin:network_role_add")),),
        ),
    ]


def show(desk: cockpit.Desk, steps: list[Step]) -> Mapping[str, Any]:
    """All of them in a row; once people are in office only what is open, for there is other work then."""
    in_office = any(step.appoints and step.done for step in steps)
    return {
        "steps": [step for step in steps if not (in_office and step.done)],
        "all": len(steps),
        "done": sum(step.done for step in steps),
        "next": None if in_office else next((step for step in steps if not step.done), None),
        "in_office": in_office,
    }


# After the panel that knows whose year runs.
cockpit.add_panel(30, "above", cockpit.Panel("ambassadors/admin/first_steps.html", ask, show))
