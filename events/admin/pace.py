"""Two panels of the first screen: how everybody's year goes, and the figures against their targets."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.cache import cache
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ambassadors.commitment import Standing, State
from ambassadors.models import ProfileType
from events.activation import rows_url
from events.admin.people_filters import QUIET, WARM, nothing_yet
from events.figures import figures_and_targets
from events.standing import STATE_NAMES, standings
from network import freshness
from network.admin import cockpit
from network.admin.shared import avatar
from network.dates import short_day
from network.models import TargetKind
from network.once_per_language import once_per_language

PROFILE_TYPES = dict(ProfileType.choices)


KEPT_SECONDS = 600


def ask_standings(desk: cockpit.Desk) -> dict[int, Standing]:
    """Kept until anything is written: the leader looks far more often than anything changes."""
    stamp = freshness.stamp()
    key = f"standings-{desk.network.pk}-{desk.on}-{stamp}"
    found: dict[int, Standing] | None = cache.get(key) if stamp else None
    if found is None:
        found = standings(desk.network, desk.on)
        if stamp:
            cache.set(key, found, KEPT_SECONDS)
    desk.wanted |= set(found)
    return found


def board(desk: cockpit.Desk, found: dict[int, Standing]) -> Mapping[str, Any]:
    rows = [
        _row(person, standing, desk.on)
        for person_id, standing in found.items()
        if (person := desk.people.get(person_id))
    ]
    rows.sort(key=lambda row: (row["person"].last_name.lower(), row["person"].first_name.lower()))
    return {"rows": rows, "nothing": sum(row["nothing"] for row in rows), "word": desk.network.word}


def _row(person: Any, standing: Standing, on: date) -> dict[str, Any]:
    drawn = _drawn(
        person.pk,
        avatar(person),
        person.full_name,
        (standing.done, standing.agreed, standing.required),
        standing.state,
        person.profile_type,
        person.contact_on,
        on,
    )
    return {"person": person, "standing": standing, "nothing": nothing_yet(standing), "drawn": drawn}


# After a change the board is made anew, of which one row differs.
@once_per_language
def _drawn(
    person_id: int,
    face: SafeString,
    name: str,
    podia: tuple[int, int, int],
    state: State,
    profile_type: str,
    contact_on: date | None,
    on: date,
) -> SafeString:
    done, agreed, required = podia
    values = {
        "url": reverse("admin:ambassadors_person_overview", args=[person_id]),
        "face": face,
        "name": name,
        "done": done,
        "agreed": agreed,
        "required": required,
        "chip": "chip-warm" if state in WARM else "chip-plain" if state in QUIET else "",
        "state": STATE_NAMES[state],
        "type": PROFILE_TYPES.get(profile_type, ""),
        "contact": short_day(contact_on, on),
    }
    return SafeString(get_template("events/admin/pace_row.html").render(values))


def show_figures(desk: cockpit.Desk, _asked: Any) -> Mapping[str, Any]:
    counted, activated, targets = figures_and_targets(desk.network, desk.on)
    podia = reverse("admin:events_podium_changelist")
    open_outcomes = sum(entry.source == "outcome" for entry in desk.waiting)
    confirmed = counted.reached - counted.estimated
    return {
        "figures": [
            {
                "label": _("Entrepreneurs reached"),
                "value": counted.reached,
                "target": targets.get(TargetKind.REACHED),
                "confirmed": confirmed,
                "estimated": counted.estimated,
                "bar": _bar(confirmed, counted.estimated, targets.get(TargetKind.REACHED)),
                "rule": _(
                    "The audience of every podium that took place, each podium once. Counted: ambassador"
                    " and host agree; all else is an estimate."
                ),
                "url": f"{podia}?status=done&numbers=known",
                "missing": counted.unknown,
                "missing_url": f"{podia}?status=done&numbers=missing",
            },
            {
                "label": _("Companies activated"),
                "value": activated.companies,
                "target": targets.get(TargetKind.ACTIVATED),
                "confirmed": activated.confirmed,
                "estimated": activated.estimated,
                "bar": _bar(activated.confirmed, activated.estimated, targets.get(TargetKind.ACTIVATED)),
                "rule": _(
                    "Companies that took a concrete step, each once. Counted: somebody saw it; what only they"
                    " themselves told is an estimate."
                ),
                "url": rows_url(),
            },
            {
                "label": _("Podia with fans"),
                "value": counted.with_fans,
                "target": targets.get(TargetKind.PODIA),
                "bar": _bar(counted.with_fans, 0, targets.get(TargetKind.PODIA)),
                "rule": _("Podia that took place with one of our fans; all podia together: %(n)d.")
                % {"n": counted.podia},
                "url": f"{podia}?status=done&host__isnull=False",
                "without_outcome": open_outcomes,
                "without_url": f"{podia}?status=waiting",
            },
        ]
    }


def _bar(sure: int, estimated: int, target: int | None) -> dict[str, int] | None:
    """Lengths out of 100 for the drawing; past the target the bar is full and shows the shares."""
    if not target and not sure + estimated:
        return None
    whole = max(target or 0, sure + estimated)
    return {"sure": round(100 * sure / whole), "all": round(100 * (sure + estimated) / whole)}


cockpit.add_panel(10, "beside", cockpit.Panel("events/admin/figures.html", lambda desk: None, show_figures))
cockpit.add_panel(20, "below", cockpit.Panel("events/admin/pace_board.html", ask_standings, board))
