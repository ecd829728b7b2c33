"""The page behind the QR code of a plaque: is this appointment real, and does it still hold?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ambassadors import pdfs
from ambassadors.models import Appointment, HonoraryMembership, Term
from network import clock
from network.models import Network


class Validity(StrEnum):
    COMING = "coming"
    CURRENT = "current"
    HONORARY = "honorary"
    ENDED = "ended"


@dataclass(frozen=True)
class Checked:
    """What a plaque's page tells: no more than stands on the plaque itself, and whether it holds today."""

    name: str
    number: str
    title: str
    start: date
    end: date
    ceremony_on: date
    place: str
    official: str
    validity: Validity
    current_until: date | None  # of another term that runs today
    first_name: str = ""
    page: str = ""  # of the person, as long as visitors may see it


def check(request: HttpRequest, public_id: str) -> HttpResponse:
    network = request.network
    checked = _checked(network, public_id, clock.today())
    response = render(
        request, "ambassadors/public/plaque_check.html", {"checked": checked}, status=200 if checked else 404
    )
    # The address is a secret of whoever holds the plaque.
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, no-store"
    return response


def _checked(network: Network, public_id: str, on: date) -> Checked | None:
    appointment = (
        Appointment.objects.filter(round__network=network, public_id=public_id)
        .select_related("round", "term")
        .first()
    )
    if appointment is None:
        return None
    term, round = appointment.term, appointment.round
    other = Term.objects.current(on).filter(person=appointment.person_id).exclude(pk=term.pk).first()
    person = network.people.public(on).filter(pk=appointment.person_id).first()
    if person:
        person.network = network
    return Checked(
        name=appointment.name,
        number=appointment.serial_number,
        title=pdfs.title_in(network),
        start=term.start,
        end=term.end,
        ceremony_on=round.ceremony_on,
        place=round.place,
        official=round.official,
        validity=_validity(appointment, on),
        current_until=other.end if other else None,
        first_name=person.first_name if person else "",
        page=person.get_absolute_url() if person else "",
    )


def _validity(appointment: Appointment, on: date) -> Validity:
    if appointment.term.covers(on):
        return Validity.CURRENT
    if on < appointment.term.start:
        return Validity.COMING
    if HonoraryMembership.objects.current(on).filter(person=appointment.person_id).exists():
        return Validity.HONORARY
    return Validity.ENDED
