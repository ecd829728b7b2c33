"""The round: opened, filled with people, and appointed all at once or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors import emails
from ambassadors.actions import pairing, planning_ceremony, printing, proving
from ambassadors.actions.refused import Refused
from ambassadors.commitment import anniversary
from ambassadors.models import Appointment, AppointmentRound, Person, PlaqueProof, Term
from network import clock, drills
from network.actions import mailing
from network.history import changed_by
from network.models import Network, User
from network.refusals import sentence_for

CONGRATULATIONS_FROM = time(9)
MOVES = ("ceremony_on", "place")  # what stands in the calendar of every guest


@dataclass(frozen=True)
class Candidate:
    """What appointing does for one person, and what stands in its way."""

    person: Person
    name: str  # as it will stand on the plaque
    company: str
    place: str
    start: date
    end: date
    obstacle: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What appointing the round does; nothing has happened yet."""

    candidates: tuple[Candidate, ...]
    size_now: int  # ambassadors on the day of the ceremony without this round
    size_then: int
    maximum: int
    obstacles: tuple[str, ...]

    @property
    def is_too_large(self) -> bool:
        return self.size_then > self.maximum


@dataclass(frozen=True)
class Outcome:
    round: AppointmentRound
    appointments: tuple[Appointment, ...]
    is_new: bool  # False: somebody had already appointed this round


def open_round(
    *, network: Network, year: int, ceremony_on: date, by: User, **details: Any
) -> AppointmentRound:
    """A round with the network's own official unless told otherwise; refused when the year has one."""
    if ceremony_on.year != year:
        raise Refused([_("The day of the ceremony must lie in %(year)s.") % {"year": year}])
    given = {
        "official_name": network.official_name,
        "official_title": network.official_title,
        "official_title_en": network.official_title_en,
        "official_signature": network.official_signature.name or "",
        **details,
    }
    try:
        with transaction.atomic():
            round = AppointmentRound(network=network, year=year, ceremony_on=ceremony_on, **given)
            changed_by(round, by).save()
    except IntegrityError as error:
        raise Refused([sentence_for(error)]) from error
    return round


def change_details(*, round: AppointmentRound, by: User, **details: Any) -> None:
    """Put right day, place or official. After appointing the day stands; the plaques are made anew."""
    with transaction.atomic():
        locked = _locked(round)
        day = details.get("ceremony_on", locked.ceremony_on)
        if locked.is_appointed and day != locked.ceremony_on:
            raise Refused([_("The terms of this round have begun on this day, so it cannot move any more.")])
        if day.year != locked.year:
            raise Refused([_("The day of the ceremony must lie in %(year)s.") % {"year": locked.year}])
        moved = any(name in details and details[name] != getattr(locked, name) for name in MOVES)
        if details.get("official_name", locked.official_name) != locked.official_name:
            details["official_signature"] = ""  # nobody signs with the hand of another
        for field, value in details.items():
            setattr(locked, field, value)
        changed_by(locked, by).save(update_fields=list(details))
        if moved:
            planning_ceremony.details_changed(locked)
        if locked.is_appointed:
            printing.order(round=locked, by=by)


def choose(*, round: AppointmentRound, people: Iterable[Person], by: User) -> None:
    """Set whom the round appoints; nothing is started yet."""
    with transaction.atomic():
        locked = _locked(round)
        if locked.is_appointed:
            raise Refused([_already(locked)])
        chosen = {person.pk: person for person in people}
        if any(person.network_id != locked.network_id for person in chosen.values()):
            raise ValueError("A round appoints people of its own network.")
        locked.chosen.set(chosen)
        changed_by(locked, by).save(update_fields=["year"])  # the choice leaves a line in the history


def preview(round: AppointmentRound) -> Preview:
    people = list(
        round.chosen.order_by("last_name", "first_name", "pk").prefetch_related(
            "terms", "employments__company", "honorary_memberships"
        )
    )
    proofs = proving.for_plaques(round)
    candidates = tuple(_candidate(person, round, proofs.get(person.pk)) for person in people)
    current = set(round.network.people.current(round.ceremony_on).values_list("pk", flat=True))
    obstacles = [candidate.obstacle for candidate in candidates if candidate.obstacle]
    if not people:
        obstacles.append(_("Nobody has been chosen yet. Choose the people to appoint first."))
    return Preview(
        candidates=candidates,
        size_now=len(current),
        size_then=len(current | {person.pk for person in people}),
        maximum=round.network.maximum_size,
        obstacles=tuple(obstacles),
    )


def appoint(*, round: AppointmentRound, by: User, accept_size: bool = False) -> Outcome:
    """Start all terms, give the plaque numbers, write the mails and order the plaques; or do nothing.

    Safe to call twice: whoever comes second gets the round as it was appointed. Raises Refused.
    """
    try:
        with transaction.atomic():
            locked = _locked(round)
            if locked.is_appointed:
                return Outcome(locked, tuple(locked.appointments.all()), is_new=False)
            plan = preview(locked)
            if plan.obstacles:
                raise Refused(list(plan.obstacles))
            if plan.is_too_large and not accept_size:
                raise Refused([too_large(plan)])
            appointments = tuple(
                _appoint_one(candidate, locked, place, by)
                for place, candidate in enumerate(plan.candidates, start=1)
            )
            drills.point("appointing.appointed")
            for appointment in appointments:
                _congratulate(appointment)
            pairing.tell_all(locked)
            drills.point("appointing.mailed")
            batch = printing.order(round=locked, by=by)
            drills.point("appointing.ordered")
            locked.appointed_at, locked.appointed_by = timezone.now(), by
            changed_by(locked, by).save(update_fields=["appointed_at", "appointed_by"])
            drills.point("appointing.recorded")
            transaction.on_commit(partial(drills.point, "appointing.committed"))
    except IntegrityError as error:
        raise Refused([sentence_for(error)]) from error
    assert batch is not None
    return Outcome(locked, appointments, is_new=True)


def correct(*, appointment: Appointment, by: User, **values: str) -> None:
    """Put right the name, company or place on a plaque, and make that plaque anew."""
    with transaction.atomic():
        for field, value in values.items():
            if field not in ("name", "company", "place"):
                raise ValueError(f"{field} does not stand on a plaque.")
            setattr(appointment, field, value)
        changed_by(appointment, by).save(update_fields=list(values))
        printing.order(round=appointment.round, by=by)


def too_large(plan: Preview) -> str:
    return _(
        "With this round the network has %(size)s people; the largest size you set is %(maximum)s. "
        "Confirm that you want this, or choose fewer people."
    ) % {"size": plan.size_then, "maximum": plan.maximum}


def _already(round: AppointmentRound) -> str:
    who = round.appointed_by
    return _("This round was already appointed on %(day)s%(by)s. Nothing was changed.") % {
        "day": date_format(timezone.localtime(round.appointed_at), "j F Y"),
        "by": _(" by %(who)s") % {"who": who} if who else "",
    }


def already_appointed(round: AppointmentRound) -> str:
    """What somebody reads who comes second."""
    return _already(round)


def _locked(round: AppointmentRound) -> AppointmentRound:
    """The row as it is now, held until the end of the transaction."""
    return AppointmentRound.objects.select_for_update(of=("self",)).select_related("network").get(pk=round.pk)


def _candidate(person: Person, round: AppointmentRound, proof: PlaqueProof | None) -> Candidate:
    """As the person saw it on the proof; without one, as we know them."""
    start = round.ceremony_on
    end = anniversary(start, round.network.term_years)
    words = proving.proposed(person, round)
    if proof:
        words = {name: getattr(proof, name) for name in proving.FIELDS}
    return Candidate(
        person=person,
        **words,
        start=start,
        end=end,
        obstacle=_overlap(person, start, end),
        remarks=(
            *_remarks(person, start, has_company=bool(words["company"])),
            *_about_proof(proof),
        ),
    )


def _about_proof(proof: PlaqueProof | None) -> tuple[str, ...]:
    if proof is None or (proof.asked_at is None and proof.approved_at is None):
        return ()
    if proof.approved_at is None:
        return (_("Has not approved the plaque yet."),)
    if proof.is_corrected:
        return (_("Approved the plaque, with a correction."),)
    return (_("Approved the plaque."),)


def _overlap(person: Person, start: date, end: date) -> str:
    term = next((term for term in person.terms.all() if term.start < end and start < term.end), None)
    if term is None:
        return ""
    return _(
        "%(name)s already has a term from %(start)s to %(end)s. Leave %(first_name)s out, "
        "or choose a ceremony on or after %(end)s."
    ) % {
        "name": person.full_name,
        "first_name": person.first_name,
        "start": date_format(term.start, "j F Y"),
        "end": date_format(term.end, "j F Y"),
    }


def _remarks(person: Person, start: date, *, has_company: bool) -> tuple[str, ...]:
    earlier = sum(term.end <= start for term in person.terms.all())
    found = []
    if earlier:
        found.append(
            ngettext("Had %(count)d term before.", "Had %(count)d terms before.", earlier)
            % {"count": earlier}
        )
    if any(membership.end is None for membership in person.honorary_memberships.all()):
        found.append(_("Is an honorary member now."))
    if not has_company:
        found.append(_("No company is known; the plaque shows only the name."))
    if not person.portrait:
        found.append(_("No portrait; the plaque shows the initials."))
    if not person.email:
        found.append(_("No e-mail address; gets no congratulations by mail."))
    return tuple(found)


def _appoint_one(candidate: Candidate, round: AppointmentRound, place: int, by: User) -> Appointment:
    term = Term(person=candidate.person, start=candidate.start, end=candidate.end)
    changed_by(term, by).save()
    drills.point(f"appointing.term.{place}")
    appointment = Appointment(
        round=round,
        person=candidate.person,
        term=term,
        serial_number=_serial_number(round, place),
        name=candidate.name,
        company=candidate.company,
        place=candidate.place,
    )
    changed_by(appointment, by).save()
    drills.point(f"appointing.appointment.{place}")
    return appointment


def _serial_number(round: AppointmentRound, place: int) -> str:
    prefix = round.network.serial_prefix or round.network.slug[:2].upper()
    return f"{prefix}-{round.year}-{place:03}"


def _congratulate(appointment: Appointment) -> None:
    """On the day of the ceremony, or now when that day has passed."""
    person, round = appointment.person, appointment.round
    if not person.email:
        return
    morning = clock.moment(round.ceremony_on, CONGRATULATIONS_FROM)
    mailing.post(
        mailing.Mail(
            network=round.network,
            kind=emails.APPOINTED.name,
            key=f"appointed:{appointment.public_id}",
            to=person.email,
            name=person.full_name,
            language=person.language,
            about=appointment,
            reason=_("Appointed in the round of %(year)s.") % {"year": round.year},
            not_before=max(morning, clock.now()),
        )
    )
