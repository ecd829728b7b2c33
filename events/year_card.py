"""What stands on somebody's card of a year, from the records."""

from dataclasses import dataclass
from datetime import date

from ambassadors.models import Person
from events.models import Podium, PodiumStatus
from network import images


@dataclass(frozen=True)
class YearCard:
    """One person's calendar year; only their own figures, compared with nobody's."""

    year: int
    name: str
    first_name: str
    work: str
    podia: int
    hearers: int
    places: tuple[str, ...]
    quote: str


def years_of(person: Person, on: date) -> list[int]:
    """The years in which somebody was on stage, the latest first."""
    days = Podium.objects.filter(
        ambassadors=person, network=person.network_id, status=PodiumStatus.DONE, date__lte=on
    ).values_list("date", flat=True)
    return sorted({day.year for day in days}, reverse=True)


def card_of(person: Person, year: int, on: date) -> YearCard | None:
    """None for a year without a podium: then there is nothing to show."""
    rows = list(
        Podium.objects.filter(
            ambassadors=person, network=person.network_id, status=PodiumStatus.DONE, date__lte=on,
            date__year=year,
        ).order_by("date").values_list("counted", "place")
    )  # fmt: skip
    if not rows:
        return None
    work = person.company_on(min(on, date(year, 12, 31)))
    return YearCard(
        year=year,
        name=person.full_name,
        first_name=person.first_name,
        work=work.company.name if work else "",
        podia=len(rows),
        hearers=sum(counted or 0 for counted, _place in rows),
        places=tuple(dict.fromkeys(place for _counted, place in rows if place)),
        quote=person.quote,
    )


def portrait_of(person: Person) -> bytes | None:
    """The portrait as it is kept; None when there is none or its file is gone."""
    try:
        with person.portrait.open("rb") as stored:
            content: bytes = stored.read()
    except (ValueError, OSError):
        return None
    return content if len(content) <= images.MOST_BYTES else None
