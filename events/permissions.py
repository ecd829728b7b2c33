"""Doors of podia and requests."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from ambassadors.models import Person
from events.models import Podium, PodiumRequest
from network import clock
from network.models import Network


def podia_of(person: Person) -> "QuerySet[Podium]":
    """The podia an ambassador may see and correct: those of their own."""
    return Podium.objects.filter(network_id=person.network_id, ambassadors=person)


def podium_for(person: Person, pk: int) -> Podium:
    return get_object_or_404(podia_of(person), pk=pk)


def podium_in(network: Network, pk: int) -> Podium:
    """For whoever runs the network."""
    return get_object_or_404(Podium.objects.filter(network=network), pk=pk)


def request_for(person: Person, pk: int) -> PodiumRequest:
    """An open request of the person's network."""
    requests = PodiumRequest.objects.filter(network_id=person.network_id)
    return get_object_or_404(requests.open(clock.today()), pk=pk)
