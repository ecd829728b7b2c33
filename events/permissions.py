"""Doors of podia and requests."""

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from ambassadors.models import Person
from events.models import BusinessCard, FanMeeting, Lead, Offer, Podium, PodiumFile, PodiumRequest
from network import clock
from network.models import Network


def podia_of(person: Person) -> "QuerySet[Podium]":
    """The podia an ambassador may see and correct: those of their own."""
    return Podium.objects.filter(network_id=person.network_id, ambassadors=person)


def podium_for(person: Person, pk: int) -> Podium:
    return get_object_or_404(podia_of(person).select_related("file"), pk=pk)


def podium_in(network: Network, pk: int) -> Podium:
    """For whoever runs the network."""
    return get_object_or_404(Podium.objects.filter(network=network), pk=pk)


def request_for(person: Person, pk: int) -> PodiumRequest:
    """An open request of the person's network."""
    requests = PodiumRequest.objects.filter(network_id=person.network_id)
    return get_object_or_404(requests.open(clock.today()), pk=pk)


def request_in(network: Network, pk: int) -> PodiumRequest:
    """For whoever runs the network, in whatever state."""
    requests = PodiumRequest.objects.filter(network=network).select_related("host", "preferred", "owner")
    found = get_object_or_404(requests, pk=pk)
    found.network = network
    return found


def meeting_in(network: Network, pk: int) -> FanMeeting:
    """A meeting of a fan that is still to come, for whoever runs the network."""
    coming = FanMeeting.objects.coming(clock.today()).select_related("calendar__fan")
    found = get_object_or_404(coming, pk=pk, calendar__fan__network=network)
    found.calendar.fan.network = network
    return found


def offer_for(person: Person, pk: int) -> Offer:
    """What a person was asked."""
    offers = Offer.objects.filter(person=person, request__network_id=person.network_id)
    found = get_object_or_404(offers.select_related("request__host"), pk=pk)
    found.person, found.request.network = person, person.network
    return found


def file_for(person: Person, pk: int) -> PodiumFile:
    """The file of a podium of their own."""
    return _file(PodiumFile.objects.filter(podium__in=podia_of(person)), pk, person.network)


def file_in(network: Network, pk: int) -> PodiumFile:
    return _file(PodiumFile.objects.filter(podium__network=network), pk, network)


def _file(files: "QuerySet[PodiumFile]", pk: int, network: Network) -> PodiumFile:
    found = get_object_or_404(files.select_related("podium__host", "podium__request__owner"), pk=pk)
    found.podium.network = network
    return found


def lead_in(network: Network, pk: int) -> Lead:
    """For whoever runs the network."""
    leads = Lead.objects.filter(network=network).select_related(
        "network", "company", "owner", "brought_by", "podium__host", "duplicate_of", "card"
    )
    return get_object_or_404(leads, pk=pk)


def card_for(person: Person, code: str) -> BusinessCard:
    """An ambassador's own card, or that of a podium they stand on."""
    cards = BusinessCard.objects.filter(network_id=person.network_id, code=code)
    own = cards.filter(Q(person=person) | Q(podium__ambassadors=person))
    return get_object_or_404(own.select_related("person", "podium__host").distinct())


def card_in(network: Network, pk: int) -> BusinessCard:
    """For whoever runs the network."""
    cards = BusinessCard.objects.filter(network=network).select_related("person", "podium__host", "network")
    return get_object_or_404(cards, pk=pk)
