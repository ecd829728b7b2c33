"""What can be found of podia: the coming ones by everybody, the others by the team and by who is on stage."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format

from ambassadors.models import PodiumKind
from ambassadors.public_people import public_people
from events.models import Podium, PodiumStatus
from knowledgebank.search_index import TEAM, Found, of_person, source
from network.models import Network


@source
def podia(network: Network, on: date) -> Iterable[Found]:
    """Those that visitors may join, with the names they may read."""
    shown = {person.pk: person.full_name for person in public_people(network, on, with_work=False)}
    coming = Podium.objects.filter(network=network).on_the_agenda(on).select_related("host")
    for podium in coming.prefetch_related("ambassadors"):
        names = [shown[person.pk] for person in podium.ambassadors.all() if person.pk in shown]
        yield Found(
            kind="podium",
            key=str(podium.pk),
            url=reverse("event", args=[podium.pk]),
            title=podium.title or str(podium.get_kind_display()).capitalize(),
            over=" · ".join(
                part for part in (date_format(podium.date, "j F Y"), podium.at, podium.place) if part
            ),
            summary=", ".join(names),
            body=[str(podium.get_kind_display())],
        )


@source
def podia_of_the_network(network: Network, on: date) -> Iterable[Found]:
    """All of them: for the team, and for whoever is on stage."""
    known = (
        Podium.objects.filter(network=network).exclude(status=PodiumStatus.CANCELLED).select_related("host")
    )
    for podium in known.prefetch_related("ambassadors"):
        speakers = list(podium.ambassadors.all())
        audiences = [(TEAM, reverse("admin:events_podium_change", args=[podium.pk]))]
        audiences += [(of_person(one.pk), reverse("my_podium_edit", args=[podium.pk])) for one in speakers]
        for audience, url in audiences:
            yield Found(
                kind="podium",
                key=str(podium.pk),
                audience=audience,
                url=url,
                title=podium.title or str(podium.get_kind_display()).capitalize(),
                over=" · ".join(
                    part for part in (date_format(podium.date, "j F Y"), podium.at, podium.place) if part
                ),
                summary=", ".join(person.full_name for person in speakers),
                body=[str(PodiumKind(podium.kind).label)],
            )
