"""Whom the leader may erase on request, and what stands in the way."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.actions.refused import Refused
from ambassadors.models import Person
from network import clock
from network.actions import erasing
from network.actions.erasing import Outcome
from network.inside import inside
from network.models import Erasure, Network, Role, User
from network.privacy import Subject


@dataclass(frozen=True)
class Kept:
    """What stays, and counts: about nobody, but for what stands on a plaque."""

    terms: int
    podia: int
    plaques: tuple[str, ...]


def subject_of(network: Network, *, email: str = "", person: Person | None = None) -> Subject:
    if person is not None:
        return Subject(network, person.email, person, person.full_name)
    return Subject(network, email.strip())


def obstacle(subject: Subject) -> str:
    """Why it cannot be done yet; empty: nothing stands in the way."""
    person: Person | None = subject.person
    today = clock.today()
    account = person.user if person else User.objects.filter(email__iexact=subject.email or "-").first()
    if account and Role.objects.filter(user=account, network=subject.network).exists():
        return _("This person has a role in the network. Take the role away first.")
    if person is None:
        known = Person.objects.filter(network=subject.network, email__iexact=subject.email).first()
        return _("This address is of %(name)s. Erase the person instead.") % {"name": known} if known else ""
    term = person.terms.filter(end__gt=today).order_by("end").first()
    if term:
        return _("%(name)s is in office until %(day)s. End the term first.") % {
            "name": person.full_name,
            "day": date_format(term.end, "j F Y"),
        }
    return ""


def kept_of(subject: Subject) -> Kept:
    person: Person | None = subject.person
    if person is None:
        return Kept(0, 0, ())
    plaques = tuple(person.appointments.order_by("pk").values_list("serial_number", flat=True))
    return Kept(person.terms.count(), person.podia.count(), plaques)


def preview(subject: Subject) -> Outcome:
    return erasing.preview(subject, inside=inside)


def erase(subject: Subject, *, by: User, asked_how: str) -> Erasure:
    """Raises Refused."""
    if why := obstacle(subject):
        raise Refused([why])
    return erasing.erase(subject, by=by, asked_how=asked_how, inside=inside)


def erase_again(network: Network, marks: set[str]) -> int:
    """After a backup was put back: whoever was erased since it was made is erased once more; how many."""
    done = 0
    for person in Person.objects.filter(network=network, forgotten_at=None).select_related("network", "user"):
        if erasing.is_marked(marks, subject := subject_of(network, person=person)):
            erasing.repeat(subject, inside=inside)
            done += 1
    for email in erasing.addresses_in(network, inside=inside):
        if erasing.is_marked(marks, subject := subject_of(network, email=email)):
            erasing.repeat(subject, inside=inside)
            done += 1
    return done
