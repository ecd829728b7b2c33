"""What the pages of a round show, from the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.actions import printing
from ambassadors.actions.appointing import Outcome
from ambassadors.admin.round_forms import ChooseForm
from ambassadors.commitment import anniversary
from ambassadors.models import (
    Appointment,
    AppointmentRound,
    Invitation,
    Nomination,
    Person,
    PlaqueFile,
    Term,
)
from ambassadors.plaques.sheet import BROKEN_SIGNATURE
from network.models import Batch


@dataclass(frozen=True)
class Choice:
    """One person who could be appointed."""

    person: Person
    company: str
    remark: str
    is_ticked: bool
    has_term: bool  # covers the day of the ceremony: cannot be appointed


@dataclass(frozen=True)
class HandOut:
    """One appointed person with the files of the plaque."""

    appointment: Appointment
    web: PlaqueFile | None
    print: PlaqueFile | None
    fault: str
    without_photo_since: datetime | None = None  # taken back after the plaque could have been printed


def choices(form: ChooseForm, round: AppointmentRound) -> list[tuple[str, list[Choice]]]:
    """New people first, then who comes back, then whose term still runs."""
    held = Nomination.objects.held().filter(person=OuterRef("pk"))
    people = (
        round.network.people.filter(Exists(Term.objects.filter(person=OuterRef("pk"))) | ~Exists(held))
        .prefetch_related("terms", "honorary_memberships", "employments__company")
    )  # fmt: skip
    start = round.ceremony_on
    end = anniversary(start, round.network.term_years)
    new: list[Choice] = []
    back: list[Choice] = []
    running: list[Choice] = []
    for person in people:
        choice = _choice(person, start, end, str(person.pk) in form.ticked)
        group = running if choice.has_term else back if person.terms.all() else new
        group.append(choice)
    groups = [
        (_("Not appointed before"), new),
        (_("Appointed before, term over"), back),
        (_("Term still runs on the day of the ceremony"), running),
    ]
    return [(title, found) for title, found in groups if found]


def hand_out(round: AppointmentRound) -> dict[str, Any]:
    """Job, files and faults; three queries whatever the size of the round."""
    job = printing.jobs(round).order_by("-pk").first()
    faults = {fault.get("appointment"): _fault(fault) for fault in (job.faults if job else [])}
    files = list(round.plaques.all())
    by_person = {(file.appointment_id, file.variant): file for file in files}
    rows = [
        HandOut(
            appointment,
            by_person.get((appointment.pk, "web")),
            by_person.get((appointment.pk, "print")),
            faults.get(appointment.pk, ""),
            _photo_taken_back(appointment, round),
        )
        for appointment in round.appointments.select_related("person").order_by("serial_number")
    ]
    return {
        "rows": rows,
        "job": job,
        "is_running": job is not None and job.state in printing.OPEN,
        "has_stopped": job is not None and job.state == Batch.State.FAILED,
        "has_no_engine": any(
            fault.get("what") == printing.NO_ENGINE for fault in (job.faults if job else [])
        ),
        "merged_web": by_person.get((None, "web")),
        "merged_print": by_person.get((None, "print")),
        "faulty": [row for row in rows if row.fault],
    }


def _photo_taken_back(appointment: Appointment, round: AppointmentRound) -> datetime | None:
    """Since when, where a plaque with the portrait can be on paper."""
    since = appointment.person.photos_refused_at
    return since if since and round.appointed_at and since > round.appointed_at else None


def blanks(round: AppointmentRound) -> list[str]:
    """What the plaques would have to do without; said before they are made, since they go to the printer."""
    network = round.network
    no_signature = _("There is no signature.")
    if network.official_signature and network.official_name:
        no_signature = _("There is no signature: the settings hold that of %(name)s.") % {
            "name": network.official_name
        }
    found = [
        (not round.official_name, _("No appointing official: nobody's name stands below the plaque.")),
        (bool(round.official_name) and not round.signature_in_settings, no_signature),
        (not round.place, _("The place of the ceremony is not filled in.")),
        (not network.client_name, _("The network names no client, so the network itself appoints.")),
    ]
    return [sentence for is_blank, sentence in found if is_blank]


@dataclass(frozen=True)
class OpenEnd:
    """What is not finished, and where it is; appointing can go on all the same."""

    words: str
    action: str
    to: str  # the name of an address of the round


def open_ends(round: AppointmentRound, people: Sequence[Person]) -> list[OpenEnd]:
    """Answers and approvals that are still awaited; a round that only appoints asks for neither."""
    if not round.has_calendar:
        return []
    silent = Invitation.objects.filter(nomination__round=round).unanswered().count()
    approved = set(round.proofs.exclude(approved_at=None).values_list("person", flat=True))
    unseen = sum(person.pk not in approved for person in people)
    found = []
    if silent:
        words = ngettext(
            "%(n)d person did not answer the invitation yet.",
            "%(n)d people did not answer the invitation yet.",
            silent,
        )
        found.append(OpenEnd(words % {"n": silent}, _("To the candidates"), "admin:round_board"))
    if unseen:
        words = ngettext(
            "%(n)d person did not approve the plaque yet.",
            "%(n)d people did not approve their plaque yet.",
            unseen,
        )
        found.append(OpenEnd(words % {"n": unseen}, _("To the proofs"), "admin:round_proofs"))
    return found


def done(outcome: Outcome) -> str:
    return ngettext(
        "Done: %(count)d person was appointed. The plaque is being made.",
        "Done: %(count)d people were appointed. The plaques are being made.",
        len(outcome.appointments),
    ) % {"count": len(outcome.appointments)}


def _choice(person: Person, start: date, end: date, is_ticked: bool) -> Choice:
    employment = person.company_on(start)
    term = next((term for term in person.terms.all() if term.start < end and start < term.end), None)
    return Choice(
        person=person,
        company=_place(employment.company) if employment else "",
        remark=_remark(person, term),
        is_ticked=is_ticked,
        has_term=term is not None,
    )


def _remark(person: Person, term: Any) -> str:
    if term is not None:
        return _("term until %(day)s") % {"day": date_format(term.end, "j F Y")}
    if any(membership.end is None for membership in person.honorary_memberships.all()):
        return _("honorary member")
    ended = max((term.end for term in person.terms.all()), default=None)
    return _("until %(day)s") % {"day": date_format(ended, "j F Y")} if ended else ""


def _place(company: Any) -> str:
    return ", ".join(part for part in (company.name, company.place) if part)


def _fault(fault: dict[str, Any]) -> str:
    """Why a plaque is not what it should be, in words."""
    if fault.get("what") == BROKEN_SIGNATURE:
        return _("The signature or logo could not be read; the plaque was made without it. Upload it again.")
    if fault.get("made"):
        return _("The portrait could not be read; the plaque shows the initials. Upload the portrait again.")
    reasons = {
        "time": _("Making this plaque took too long. Try again; if it happens twice, replace the portrait."),
        "crash": _(
            "Making this plaque stopped halfway. Try again; if it happens twice, replace the portrait."
        ),
    }
    return reasons.get(
        str(fault.get("what")), _("This plaque could not be made. Look at the name and portrait.")
    )
