"""What can be found of podia: the coming ones by everybody, the others by the team and by who is on stage."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from ambassadors.models import Person
from ambassadors.public_people import public_people
from events.models import Podium, PodiumStatus
from knowledgebank.search_sources import TEAM, Findable, Found, Side, of_person, source
from network.models import FanOrganisation, Network

PODIUM = ("kind", "title", "date", "place", "host_name")


@source(Side.OUTSIDE)
def podia(network: Network, on: date) -> Iterable[Findable]:
    """Those that visitors may join, with the names they may read."""
    shown = {person.pk: person.full_name for person in public_people(network, on, with_work=False)}
    coming = Podium.objects.filter(network=network).on_the_agenda(on)
    on_stage = _on_stage(network, shown, podium__in=coming.order_by().values("pk"))
    for pk, *values in coming.values_list("pk", "host__name", *PODIUM):
        names = [shown[person] for person in on_stage.get(pk, ())]
        yield Findable("podium", str(pk), _podium, ("event", pk, names, *values))


@source(Side.INSIDE)
def podia_of_the_network(network: Network, on: date) -> Iterable[Findable]:
    """All of them: for the team, and for whoever is on stage."""
    people = Person.objects.filter(network=network).only("first_name", "infix", "last_name")
    names = {person.pk: person.full_name for person in people}
    known = Podium.objects.filter(network=network).exclude(status=PodiumStatus.CANCELLED)
    on_stage = _on_stage(network, names)
    for pk, *values in known.values_list("pk", "host__name", *PODIUM):
        speakers = on_stage.get(pk, ())
        audiences = [(TEAM, "admin:events_podium_change")]
        audiences += [(of_person(person), "my_podium_edit") for person in speakers]
        shown = [names[person] for person in speakers]
        for audience, address in audiences:
            yield Findable("podium", str(pk), _podium, (address, pk, shown, *values), audience)


def _on_stage(network: Network, names: Mapping[int, str], **which: Any) -> dict[int, list[int]]:
    """By podium who stands there, of those who have a name here, in the order of people."""
    pairs = Podium.ambassadors.through.objects.filter(podium__network=network, **which)
    found: dict[int, list[int]] = {}
    for podium, person in pairs.order_by("person__last_name", "person__first_name", "person").values_list(
        "podium", "person"
    ):
        if person in names:
            found.setdefault(podium, []).append(person)
    return found


def _podium(address: str, pk: int, names: Sequence[str], host: str | None, *values: Any) -> Found:
    podium = Podium(
        **dict(zip(PODIUM, values, strict=True)), host=FanOrganisation(name=host) if host else None
    )
    kind = str(podium.get_kind_display())
    day = date_format(podium.date, "j F Y")
    return Found(
        url=reverse(address, args=[pk]),
        title=podium.title or kind.capitalize(),
        over=" · ".join(part for part in (day, podium.at, podium.place) if part),
        summary=", ".join(names),
        body=[kind],
    )
