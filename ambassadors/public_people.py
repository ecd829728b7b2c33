"""The people as visitors see them: light objects, in two queries however many there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ambassadors import nearby
from ambassadors.models import Employment, HonoraryMembership, Person, PodiumKind, Spotlight, Term
from network import images
from network.models import Network
from network.questions import Question


@dataclass(frozen=True)
class PublicPerson:
    """One published ambassador or honorary member; nothing in it may not be shown."""

    pk: int
    slug: str
    first_name: str
    full_name: str
    portrait: str  # empty as long as it cannot be shown
    portrait_alt: str
    focal_x: int
    focal_y: int
    quote: str
    themes: tuple[str, ...]
    liked_kinds: tuple[str, ...]
    is_honorary: bool
    href: str
    in_the_light: str = ""  # why the leader shows them on the home page now
    lit_since: date | None = None
    travel_area: str = ""
    role: str = ""
    company: str = ""
    sector: str = ""
    region: str = ""
    place: str = ""

    @property
    def where(self) -> str:
        return " · ".join(part for part in (self.sector, self.place) if part)

    @property
    def work(self) -> str:
        if self.role and self.company:
            return _("%(role)s of %(company)s") % {"role": _capital(self.role), "company": self.company}
        return self.company or _capital(self.role)


def public_people(network: Network, on: date, *, with_work: bool = True) -> list[PublicPerson]:
    """All who may be shown on that day, by name; the work they do costs a second query."""
    english = get_language() == "en"
    work = _work(network, on) if with_work else {}
    root = reverse("people", args=[network.people_slug])
    return [
        PublicPerson(
            pk,
            slug,
            first_name,
            " ".join(part for part in (first_name, infix, last_name) if part),
            portrait if sizes_of == images.key(portrait, focal_x, focal_y) else "",
            portrait_alt,
            focal_x,
            focal_y,
            quote,
            tuple(themes),
            tuple(liked_kinds),
            not is_current,
            f"{root}{slug}/",
            (light_en if english else "") or light or "",
            lit_since,
            travel_area,
            *work.get(pk, ()),
        )
        for (
            pk, slug, first_name, infix, last_name, portrait, portrait_alt, focal_x,
            focal_y, quote, themes, liked_kinds, is_current, light, light_en, lit_since,
            travel_area, sizes_of,
        ) in _everybody(network.pk, on).tuples()
    ]  # fmt: skip


@lru_cache(maxsize=64)
def _everybody(network_id: int, on: date) -> Question:
    lights = Spotlight.objects.filter(person=OuterRef("pk")).on(on)
    current = Q(pk__in=Term.objects.filter(start__lte=on, end__gt=on).values("person"))
    honorary = Q(pk__in=HonoraryMembership.objects.current(on).values("person"))
    return Question(
        Person.objects.filter(network=network_id)
        .published()
        .filter(current | honorary)
        .annotate(
            is_current=current,
            light=Subquery(lights.values("why")[:1]),
            light_en=Subquery(lights.values("why_en")[:1]),
            lit_since=Subquery(lights.values("start")[:1]),
        )
        .order_by("last_name", "first_name", "pk")
        .values_list(
            "pk", "slug", "first_name", "infix", "last_name", "portrait", "portrait_alt", "focal_x",
            "focal_y", "quote", "themes", "liked_kinds", "is_current", "light", "light_en", "lit_since",
            "travel_area", "sizes_of",
        )
    )  # fmt: skip


def _work(network: Network, on: date) -> dict[int, tuple[str, ...]]:
    """By person: role, company, sector, region and place of where they work on that day."""
    rows = _work_of_everybody(network.pk, on, get_language() == "en").rows()
    return {pk: tuple(work) for pk, *work in rows}


@lru_cache(maxsize=64)
def _work_of_everybody(network_id: int, on: date, in_english: bool) -> Question:
    role: Any = Coalesce(NullIf("role_en", Value("")), "role") if in_english else "role"
    return Question(
        Employment.objects.current(on)
        .filter(person__network=network_id)
        .oldest_first()  # the latest company wins
        .values_list("person", role, "company__name", "company__sector", "company__region", "company__place")
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- Choosing among them ------------------------------------------------------------------------------


@dataclass
class Filter:
    """One way to choose: its options come from the people themselves, so none leads to nobody."""

    name: str
    label: str
    every: str
    options: list[tuple[str, str]] = field(default_factory=list)
    chosen: str = ""

    @property
    def values(self) -> set[str]:
        return {value for value, _text in self.options}


def filters_for(people: Iterable[PublicPerson], chosen: dict[str, str]) -> list[Filter]:
    people = list(people)
    kinds = dict(PodiumKind.choices)
    found = {
        "sector": {person.sector: person.sector for person in people},
        "region": {person.region: person.region for person in people},
        "theme": {theme: theme for person in people for theme in person.themes},
        "kind": {kind: str(kinds[kind]) for person in people for kind in person.liked_kinds if kind in kinds},
    }
    labels = {
        "sector": (_("Sector"), _("All sectors")),
        "region": (_("Region"), _("All regions")),
        "theme": (_("Theme"), _("All themes")),
        "kind": (_("Kind of podium"), _("All kinds")),
    }
    return [
        Filter(
            name,
            label,
            every,
            sorted(
                ((value, text) for value, text in found[name].items() if value), key=lambda o: o[1].lower()
            ),
            chosen.get(name, ""),
        )
        for name, (label, every) in labels.items()
    ]


CHOICES = ("sector", "region", "theme", "kind", "near")


def chosen_among(
    people: Iterable[PublicPerson], chosen: dict[str, str], whole: str = ""
) -> list[PublicPerson]:
    """Who fits all that was chosen; near a place, the nearest first. `whole` names the network's area."""
    people = list(people)
    found = _chosen(people, chosen)
    if not chosen.get("near"):
        return found
    regions = nearby.regions_of((person.place, person.region) for person in people)
    ranked = [
        (nearness, person)
        for person in found
        if (
            nearness := nearby.nearness(
                chosen["near"],
                place=person.place,
                region=person.region,
                travel_area=person.travel_area,
                regions=regions,
                whole=whole,
            )
        )
        is not None
    ]
    return [person for _nearness, person in sorted(ranked, key=lambda pair: pair[0])]


@dataclass(frozen=True)
class LessAsked:
    """One wish left out, and how many would fit then."""

    name: str
    wish: str
    fit: int


def with_less(people: Iterable[PublicPerson], chosen: dict[str, str], whole: str = "") -> list[LessAsked]:
    """Where nobody fits: each wish that can be left out to find somebody; the most found first."""
    people = list(people)
    kinds = dict(PodiumKind.choices)
    less = [
        LessAsked(name, str(kinds.get(wish, wish)), len(chosen_among(people, chosen | {name: ""}, whole)))
        for name, wish in chosen.items()
        if wish
    ]
    return sorted((one for one in less if one.fit), key=lambda one: -one.fit)


def _chosen(people: Iterable[PublicPerson], chosen: dict[str, str]) -> list[PublicPerson]:
    return [
        person
        for person in people
        if chosen.get("sector", "") in ("", person.sector)
        and chosen.get("region", "") in ("", person.region)
        and (not chosen.get("theme") or chosen["theme"] in person.themes)
        and (not chosen.get("kind") or chosen["kind"] in person.liked_kinds)
    ]


def by_region(people: Iterable[PublicPerson]) -> list[tuple[str, int]]:
    """Every region with how many live and work there; the one with most of them first."""
    counts = Counter(person.region for person in people if person.region)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
