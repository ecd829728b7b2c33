"""What the tests of the leader's pages share."""

from datetime import date

from django.urls import reverse

from events.models import ChaseStep, Podium

LISTS = {
    "people": "admin:ambassadors_person_changelist",
    "podia": "admin:events_podium_changelist",
    "talks": "admin:ambassadors_contactmoment_changelist",
    "pauses": "admin:ambassadors_pauserequest_changelist",
    "contributions": "admin:events_contribution_changelist",
    "requests": "admin:events_podiumrequest_changelist",
    "steps": "admin:events_chasestep_changelist",
    "fans": "admin:network_fanorganisation_changelist",
    "companies": "admin:network_company_changelist",
    "messages": "admin:network_contactmessage_changelist",
    "preview": "admin:chase_preview",
}


def podium(network, day, *people, **fields) -> Podium:
    made = Podium.objects.create(network=network, date=day, **{"kind": "panel", "status": "done", **fields})
    made.ambassadors.set(people)
    return made


def a_step(person, kind="call") -> ChaseStep:
    return ChaseStep.objects.create(
        person=person, kind=kind, year_start=date(2026, 4, 1), year_end=date(2027, 4, 1), missing=1,
        decided_on=date(2026, 11, 20), planned_for=date(2026, 11, 20), reason="Two nudges did not help.",
    )  # fmt: skip


def person_url(name: str, person, *args) -> str:
    return reverse(f"admin:{name}", args=[person.pk, *args])
