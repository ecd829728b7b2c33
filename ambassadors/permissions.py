"""Doors of the ambassador's own pages, and of people for whoever runs the network."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from ambassadors.models import AppointmentRound, Assessment, HonoraryMembership, Nomination, Person, Term
from ambassadors.models.assessments import AssessmentQuerySet
from network import clock
from network.models import Network
from network.permissions import NetworkRequest, is_leader, refuse, role_kinds


class Standing(StrEnum):
    """What somebody is to the network today; derived, never stored."""

    AMBASSADOR = "ambassador"
    HONORARY = "honorary"
    FORMER = "former"
    CANDIDATE = "candidate"


class PersonRequest(NetworkRequest):
    """A request behind one of the doors below; for annotations only."""

    person: Person
    standing: Standing


View = Callable[..., HttpResponseBase]


def person_for(request: HttpRequest) -> Person | None:
    """The person whom the signed-in user is in this network; asked once per request."""
    if not hasattr(request, "_person"):
        request._person = _find_person(request)  # type: ignore[attr-defined]
    return request._person  # type: ignore[attr-defined]


def standing_for(request: HttpRequest) -> Standing | None:
    person = person_for(request)
    if person is None:
        return None
    if person.has_term:  # type: ignore[attr-defined]
        return Standing.AMBASSADOR
    if person.is_honorary:  # type: ignore[attr-defined]
        return Standing.HONORARY
    return Standing.FORMER if person.had_term else Standing.CANDIDATE  # type: ignore[attr-defined]


def _find_person(request: HttpRequest) -> Person | None:
    network: Network | None = request.network
    if network is None or not request.user.is_authenticated:
        return None
    today = clock.today()
    terms = Term.objects.filter(person=OuterRef("pk"))
    person = (
        Person.objects.filter(network=network, user=request.user)
        .annotate(
            has_term=Exists(terms.current(today)),
            had_term=Exists(terms.filter(end__lte=today)),
            is_honorary=Exists(HonoraryMembership.objects.current(today).filter(person=OuterRef("pk"))),
        )
        .order_by("-has_term", "-is_honorary", "pk")
        .first()
    )
    if person:
        person.network = network
        person.user = request.user
    return person


def person_only(view: View) -> View:
    """Somebody's own pages that stay theirs: data, years, plaque, page, mails. Gives `request.person`."""
    return _door(view, frozenset(Standing))


def nominators_only(view: View) -> View:
    """Who may put somebody forward in Mijn: ambassadors in office and honorary members."""
    return _door(view, frozenset({Standing.AMBASSADOR, Standing.HONORARY}))


def ambassador_only(view: View) -> View:
    """What is asked of an ambassador in office: log podia, answer requests, ask a pause."""
    return _door(view, frozenset({Standing.AMBASSADOR}))


def _door(view: View, admitted: frozenset[Standing]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        standing = standing_for(request)
        if standing not in admitted:
            refuse(request)
        request.person = person_for(request)  # type: ignore[attr-defined]
        request.standing = standing  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return guarded


# --- Doors of things -----------------------------------------------------------------------------------


def assessments_of(request: HttpRequest) -> AssessmentQuerySet:
    """What somebody was asked to judge, as long as they have a role here, are in office or honorary."""
    network: Network | None = request.network
    asked = Assessment.objects.filter(nomination__network=network, nomination__held_because="")
    belongs = standing_for(request) in (Standing.AMBASSADOR, Standing.HONORARY)
    if not (belongs or is_leader(request.user, network) or role_kinds(request.user, network)):
        return asked.none()
    return asked.filter(assessor=request.user.pk)


def person_in(network: Network, pk: int) -> Person:
    """For whoever runs the network."""
    return get_object_or_404(network.people.all(), pk=pk)


def round_in(request: NetworkRequest, year: int) -> AppointmentRound:
    """For whoever runs the network."""
    rounds = request.network.rounds.select_related("network", "appointed_by", "settled_by")
    return get_object_or_404(rounds, year=year)


def nomination_in(request: NetworkRequest, pk: int, *, round: AppointmentRound | None = None) -> Nomination:
    """For whoever runs the network; `round`: only a candidate of that one."""
    nominations = request.network.nominations.select_related("person", "round", "network")
    if round is not None:
        nominations = nominations.filter(round=round)
    return get_object_or_404(nominations, pk=pk)
