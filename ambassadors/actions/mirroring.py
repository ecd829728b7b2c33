"""The audience set beside the group, and choices of people tried out, kept and taken over for a round."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import transaction

from ambassadors.actions import appointing, selecting
from ambassadors.models import (
    AppointmentRound,
    Audience,
    AudienceShare,
    NominationStatus,
    Person,
    Scenario,
)
from network.history import changed_by
from network.models import Network, User

MOST_SCENARIOS = 8
"""Beyond this nobody compares any more."""


class TooMany(Exception):
    """The round has as many scenarios as can be compared."""


class Share(NamedTuple):
    name: str
    weight: Decimal
    also: Sequence[str] = ()


def set_audience(
    *, network: Network, trait: str, shares: Sequence[Share], source: str, as_of: date, by: User
) -> Audience:
    """How the audience is spread over one trait, instead of what was known of it before."""
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=network.pk)
        audience = Audience.objects.filter(network=network, trait=trait).first() or Audience(
            network=network, trait=trait
        )
        if (audience.source, audience.as_of) != (source, as_of):
            audience.source, audience.as_of = source, as_of
            changed_by(audience, by).save()
        known = {share.name: share for share in audience.shares.all()}
        for place, wanted in enumerate(shares):
            row = known.pop(wanted.name, None) or AudienceShare(audience=audience, name=wanted.name)
            values = (wanted.weight, list(wanted.also), place)
            if row.pk is None or (row.weight, row.also, row.place) != values:
                row.weight, row.also, row.place = values
                changed_by(row, by).save()
        for gone in known.values():
            changed_by(gone, by).delete()
    return audience


def forget_audience(*, network: Network, trait: str, by: User) -> None:
    """The audience of this trait is not known any more."""
    audience = Audience.objects.filter(network=network, trait=trait).first()
    if audience:
        changed_by(audience, by).delete()


def keep_scenario(*, round: AppointmentRound, name: str, people: Iterable[Person], by: User) -> Scenario:
    """A choice under a name; the same name again takes the place of what it held. Raises TooMany."""
    chosen = {person.pk: person for person in people}
    if any(person.network_id != round.network_id for person in chosen.values()):
        raise ValueError("A scenario holds people of its own network.")
    with transaction.atomic():
        AppointmentRound.objects.select_for_update().get(pk=round.pk)
        scenario = Scenario.objects.filter(round=round, name=name).first()
        if scenario is None and round.scenarios.count() >= MOST_SCENARIOS:
            raise TooMany
        scenario = scenario or Scenario(round=round, name=name)
        scenario.changed_by = by
        scenario.save()
        scenario.people.set(chosen)
    return scenario


def drop_scenario(scenario: Scenario, *, by: User) -> None:
    """Nothing is left of what was only tried out."""
    Scenario.objects.filter(pk=scenario.pk).delete()


def take_over(scenario: Scenario, *, by: User) -> list[Person]:
    """The round chooses the people of the scenario, as `choose` does."""
    people = list(scenario.people.order_by("last_name", "first_name", "pk"))
    return choose(round=scenario.round, people=people, by=by)


def choose(*, round: AppointmentRound, people: Iterable[Person], by: User) -> list[Person]:
    """The round chooses these people and nobody else; who of them could not be chosen.

    Only who is judged suitable can be: the others keep their place on the board. Nothing happens where
    somebody outside this choice was invited already: raises Refused.
    """
    wanted = list(people)
    if not round.nominations.exists():
        appointing.choose(round=round, people=wanted, by=by)
        return []
    ids = {person.pk for person in wanted}
    chosen = set()
    with transaction.atomic():
        for nomination in round.nominations.active():
            if nomination.person_id not in ids:
                selecting.unselect(nomination=nomination, by=by)
            elif nomination.state is NominationStatus.SUITABLE:
                selecting.select(nomination=nomination, by=by)
                chosen.add(nomination.person_id)
    return [person for person in wanted if person.pk not in chosen]
