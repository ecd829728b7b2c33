"""Pauses of ambassadors from a table. The end is the first day after; empty: until further notice.

Pauses may overlap. The same pause, from and up to the same days, is not added again.
"""

from datetime import date

from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from simple_history.utils import bulk_create_with_history

from ambassadors.models import Pause, Person
from network.actions import importing
from network.actions import importing_cells as cells
from network.actions.importing import Change, Column, Fault, Plan
from network.models import Network, User

COLUMNS = (
    Column(
        "email",
        cells.email,
        required=True,
        filled=True,
        about=gettext_lazy("somebody who is known here"),
        also=("e-mail", "e-mailadres", "emailadres"),
    ),
    Column("start", cells.day, required=True, filled=True, about=gettext_lazy("first day"), also=("begin",)),
    Column(
        "end",
        cells.day,
        required=True,
        about=gettext_lazy("the first day after; empty until further notice"),
        also=("einde",),
    ),
    Column("reason", cells.text(200), about=gettext_lazy("in a few words"), also=("reden",)),
)
EXAMPLE = (("sanne@voorbeeld.example", "2026-12-01", "2027-02-01", "verlof"),)


def plan_pauses(network: Network, content: bytes) -> Plan:
    rows, faults = importing.read(content, COLUMNS)
    plan = Plan(rows=len(rows), faults=faults)
    people = people_by_email(network, {row["email"] for row in rows})
    known: set[tuple[int, date, date | None]] = set()
    for part in importing.in_parts({person.pk for person in people.values()}):
        known.update(
            Pause.objects.filter(person_id__in=part).order_by().values_list("person_id", "start", "end")
        )
    pauses: list[Pause] = []
    already = 0
    for row in rows:
        person, start, end = people.get(row["email"]), row["start"], row.get("end")
        if person is None:
            plan.faults.append(Fault(row.number, "email", unknown_email(row["email"])))
        if end and end <= start:
            plan.faults.append(Fault(row.number, "end", _("The end must come after the start.")))
        if person is None or (end and end <= start):
            continue
        if (person.pk, start, end) in known:
            already += 1
            continue
        known.add((person.pk, start, end))
        pauses.append(Pause(person=person, start=start, end=end, reason=row.get("reason") or ""))
        plan.changes.append(Change(row.number, person.full_name, _("pause %(days)s") % {"days": pauses[-1]}))
    plan.faults.sort()
    plan.summary = [ngettext("%(n)d pause added", "%(n)d pauses added", len(pauses)) % {"n": len(pauses)}]
    if already:
        plan.summary.append(
            ngettext("%(n)d pause was already there", "%(n)d pauses were already there", already)
            % {"n": already}
        )

    def carry_out(by: User | None) -> None:
        bulk_create_with_history(
            pauses, Pause, batch_size=importing.AT_ONCE, default_user=by, default_change_reason="import"
        )

    plan.carry_out = carry_out
    return plan


def people_by_email(network: Network, emails: set[str]) -> dict[str, Person]:
    """People of a network by their address in small letters."""
    found: dict[str, Person] = {}
    for part in importing.in_parts(sorted(emails)):
        people = Person.objects.filter(network=network).annotate(lower=Lower("email"))
        found.update({person.email.lower(): person for person in people.filter(lower__in=part)})
    return found


def unknown_email(email: str) -> str:
    return _("Nobody in this network has the address %(email)s. Import the people first.") % {"email": email}
