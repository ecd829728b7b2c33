"""Podia from a table.

A row that is already there – the same day, kind, status, title, host and ambassadors – is not added again, so
that a file can be imported twice; but what stands twice in one file is two podia. A row that differs from
what is there only in its status is added, and pointed out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.apps import apps
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.actions.importing_pauses import people_by_email, unknown_email
from ambassadors.models import Person
from events.actions.logging import status_by_date
from events.models import Podium, PodiumKind, PodiumOrigin, PodiumStatus
from network import clock
from network.actions import importing
from network.actions import importing_cells as cells
from network.actions.importing import Change, Column, Fault, Plan, Row
from network.models import FanOrganisation, Network, User

COLUMNS = (
    Column("date", cells.day, required=True, filled=True, about=gettext_lazy("the day"), also=("datum",)),
    Column(
        "kind",
        cells.choice(PodiumKind.values, PodiumKind.choices),
        required=True,
        filled=True,
        about=lazy(lambda: ", ".join(str(label) for label in PodiumKind.labels), str)(),
        also=("soort", "vorm"),
    ),
    Column(
        "status",
        cells.choice(PodiumStatus.values, PodiumStatus.choices),
        about=lazy(lambda: ", ".join(str(label) for label in PodiumStatus.labels), str)(),
    ),
    Column("title", cells.text(150), about=gettext_lazy("may be empty"), also=("titel",)),
    Column(
        "ambassadors",
        cells.emails,
        required=True,
        filled=True,
        about=gettext_lazy("e-mail addresses, with ; between them"),
        also=("ambassadeurs",),
    ),
    Column(
        "host", cells.text(150), about=gettext_lazy("the name of a fan, or free text"), also=("gastheer",)
    ),
    Column("audience", cells.whole_number, about=gettext_lazy("how many were there"), also=("aanwezigen",)),
    Column(
        "reached",
        cells.whole_number,
        about=gettext_lazy("how many entrepreneurs that reached"),
        also=("bereikt",),
    ),
    Column(
        "changed_on",
        cells.day,
        about=gettext_lazy("the day the entry last changed; empty is today"),
        also=("gewijzigd op",),
    ),
)
EXAMPLE = (
    ("2026-11-03", "presentation", "done", "De vrijdag waarop niets lukte", "sanne@voorbeeld.example",
     "Ondernemershuis Vechtdal", "35", "", ""),
    ("2027-01-18", "workshop", "agreed", "", "sanne@voorbeeld.example;okke@voorbeeld.example", "Boost",
     "", "", ""),
)  # fmt: skip


class Likeness(NamedTuple):
    """What makes two entries the same podium, its status aside."""

    day: date
    kind: str
    title: str
    host: str
    ambassadors: frozenset[int]


def plan_podia(network: Network, content: bytes) -> Plan:
    """What a table of podia would do to a network. Whoever calls it holds the transaction."""
    rows, faults = importing.read(content, COLUMNS)
    plan = Plan(rows=len(rows), faults=faults)
    people = people_by_email(network, {email for row in rows for email in row["ambassadors"]})
    fans = {_key(fan.name): fan for fan in FanOrganisation.objects.filter(network=network).order_by("-pk")}
    there = _there(network, {row["date"] for row in rows})
    other_statuses = {likeness for likeness, _status in there}
    today = clock.today()
    new: list[tuple[Podium, list[Person]]] = []
    already = 0
    alike: list[int] = []
    for row in rows:
        unknown = [email for email in row["ambassadors"] if email not in people]
        if unknown:
            plan.faults.extend(Fault(row.number, "ambassadors", unknown_email(email)) for email in unknown)
            continue
        ambassadors = [people[email] for email in row["ambassadors"]]
        podium = _podium(network, row, fans.get(_key(row.get("host") or "")), today)
        likeness = _likeness(podium, {person.pk for person in ambassadors})
        if there[likeness, podium.status]:
            there[likeness, podium.status] -= 1
            already += 1
            continue
        if likeness in other_statuses:
            alike.append(row.number)
        new.append((podium, ambassadors))
        plan.changes.append(
            Change(row.number, ", ".join(str(person) for person in ambassadors), _in_words(podium))
        )
    plan.faults.sort()
    plan.summary = [ngettext("%(n)d podium added", "%(n)d podia added", len(new)) % {"n": len(new)}]
    if already:
        plan.summary.append(
            ngettext("%(n)d podium was already there", "%(n)d podia were already there", already)
            % {"n": already}
        )
    if alike:
        plan.notices.append(
            _("The same podium is already there with another status: row %(rows)s. It is added all the same.")
            % {"rows": ", ".join(map(str, alike[:20])) + (" …" if len(alike) > 20 else "")}
        )

    def carry_out(by: User | None) -> None:
        _write(new, by)

    plan.carry_out = carry_out
    return plan


def _podium(network: Network, row: Row, fan: FanOrganisation | None, today: date) -> Podium:
    return Podium(
        network=network,
        date=row["date"],
        kind=row["kind"],
        status=row.get("status") or status_by_date(row["date"], today),
        title=row.get("title") or "",
        host=fan,
        host_name="" if fan else row.get("host") or "",
        origin=PodiumOrigin.FAN if fan else PodiumOrigin.OWN,
        audience=row.get("audience"),
        reached=row.get("reached"),
        changed_on=row.get("changed_on") or today,
    )


def _there(network: Network, days: Iterable[date]) -> Counter[tuple[Likeness, str]]:
    """How often each podium of these days is there, by its likeness and status."""
    podia: dict[int, Podium] = {}
    ambassadors: dict[int, set[int]] = defaultdict(set)
    through = Podium.ambassadors.through
    for part in importing.in_parts(sorted(days)):
        found = Podium.objects.filter(network=network, date__in=part).select_related("host")
        podia.update(
            (podium.pk, podium)
            for podium in found.only("date", "kind", "status", "title", "host_name", "host__name")
        )
        links = through.objects.filter(podium__network=network, podium__date__in=part)
        for podium_id, person_id in links.order_by().values_list("podium_id", "person_id"):
            ambassadors[podium_id].add(person_id)
    return Counter((_likeness(podium, ambassadors[podium.pk]), podium.status) for podium in podia.values())


def _likeness(podium: Podium, ambassadors: Iterable[int]) -> Likeness:
    host = podium.host_name or (podium.host.name if podium.host else "")
    return Likeness(podium.date, podium.kind, podium.title, _key(host), frozenset(ambassadors))


def _in_words(podium: Podium) -> str:
    words = f"{podium.get_kind_display()} {podium.date:%d-%m-%Y} ({podium.get_status_display()})"
    return f"{words}: {podium.title}" if podium.title else words


def _write(new: list[tuple[Podium, list[Person]]], by: User | None) -> None:
    """Podia, who was on them and the history of both, in a fixed number of statements per part."""
    through = Podium.ambassadors.through
    # simple_history keeps who was on a podium in a table of its own; its bulk helpers pass that by.
    kept = apps.get_model("events", "HistoricalPodium_ambassadors")
    for part in importing.in_parts(new):
        podia = [podium for podium, _ambassadors in part]
        for podium in podia:
            podium.logged_by = by
        Podium.objects.bulk_create(podia)
        links = through.objects.bulk_create(
            through(podium=podium, person=person) for podium, ambassadors in part for person in ambassadors
        )
        history = Podium.history.bulk_history_create(podia, default_user=by, default_change_reason="import")
        by_podium = {record.id: record for record in history}
        kept.objects.bulk_create(
            kept(
                history=by_podium[link.podium_id],
                id=link.pk,
                podium_id=link.podium_id,
                person_id=link.person_id,
            )
            for link in links
        )


def _key(name: str) -> str:
    return name.strip().lower()
