"""Cards are made when they are first asked for, and keep their code: what is printed goes on working."""

from datetime import date

from django.db import IntegrityError, transaction

from ambassadors.models import Person
from events.models import BusinessCard, Podium
from network.models import Network


def card_of_person(person: Person) -> BusinessCard:
    return _card(network_id=person.network_id, person=person)


def card_of_podium(podium: Podium) -> BusinessCard:
    return _card(network_id=podium.network_id, podium=podium)


def _card(**values: object) -> BusinessCard:
    """Two at the same moment get one card; a code that is taken gives way to another."""
    what = {name: value for name, value in values.items() if name != "network_id"}
    for _attempt in range(5):
        if known := BusinessCard.objects.filter(**what).first():
            return known
        try:
            with transaction.atomic():
                return BusinessCard.objects.create(**values)
        except IntegrityError:
            continue
    raise RuntimeError("no free code was found")


def cards_for_everybody(network: Network, *, on: date) -> int:
    """A card for every ambassador in office who has none yet; how many were made."""
    without = network.people.current(on).filter(business_card=None)
    return len([card_of_person(person) for person in without])
