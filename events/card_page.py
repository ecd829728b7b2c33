"""What stands on the page behind a card: few words, so that it opens on one bar of signal.

Other rooms put things on the shelf under the story:

    @card_page.shelf
    def stories(network: Network, themes: Sequence[str], person: Person | None) -> Iterable[Link]: ...
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ambassadors.models import Employment, Person
from events import referral_places
from events.models import BusinessCard, Podium, ReferralKind, ReferralPartner
from events.readiness import can_refer
from knowledgebank.models import StoryVersion, Tool
from network import clock
from network.models import Network
from network.working_area import plain

MOST_LINKS = 4
MOST_THEMES = 12
MOST_STORIES = 2


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    about: str = ""


Shelf = Callable[[Network, Sequence[str], Person | None], Iterable[Link]]
_shelves: list[Shelf] = []


def shelf(function: Shelf) -> Shelf:
    if function not in _shelves:
        _shelves.append(function)
    return function


@shelf
def stories(network: Network, themes: Sequence[str], person: Person | None) -> Iterable[Link]:
    """The ambassador's own stories from the knowledge bank, the latest first."""
    if person is None:
        return
    found = StoryVersion.objects.public(clock.today()).filter(story__person=person).select_related("story")
    for version in found.order_by("-publish_on", "-pk")[:MOST_STORIES]:
        yield Link(version.in_language("title"), version.story.get_absolute_url())


@shelf
def method_cards(network: Network, themes: Sequence[str], person: Person | None) -> Iterable[Link]:
    """Tools of the knowledge bank about these themes: whoever wants to begin can do so the same evening."""
    today, language = clock.today(), get_language() or "nl"
    found = Tool.objects.filter(network=network).public(today).in_language(language).select_related("theme")
    wanted = {plain(theme) for theme in themes}
    fitting = [tool for tool in found if tool.theme and plain(tool.theme.name) in wanted]
    for tool in fitting[:MOST_STORIES]:
        yield Link(tool.title, tool.get_absolute_url(), tool.summary)


@shelf
def tools(network: Network, themes: Sequence[str], person: Person | None) -> Iterable[Link]:
    """The tools that leads are referred to: whoever wants to begin can do so without us."""
    found = ReferralPartner.objects.filter(network=network, kind=ReferralKind.TOOL).available(clock.today())
    for partner in found.exclude(link="").order_by("name")[:MOST_LINKS]:
        yield Link(partner.name, partner.link, partner.description)


def page_of(card: BusinessCard) -> dict[str, Any]:
    """The values of the page; a fixed number of queries."""
    network, today = card.network, clock.today()
    people = speakers(card)
    person = people[0] if len(people) == 1 else None
    themes = list(dict.fromkeys(theme for one in people for theme in one.themes))[:MOST_THEMES]
    links = [link for fill in _shelves for link in fill(network, themes, person)]
    places = referral_places.places(network, today)
    return {
        "card": card,
        "podium": card.podium,
        "people": people,
        "person": person,
        "work": person.company_on(today) if person else None,
        "themes": themes,
        "links": links[:MOST_LINKS],
        "can_refer": any(can_refer(places, theme) for theme in themes or [""]),
        "holes": [theme for theme in themes if not can_refer(places, theme)],
        "is_dutch": get_language() == "nl",
        "can_check_in": can_check_in(card.podium),
    }


def speakers(card: BusinessCard) -> list[Person]:
    """The people of the card whom visitors may see: nobody appears here who is not on the site."""
    today = clock.today()
    people = Person.objects.filter(network=card.network_id).shown(today)
    found = people.filter(pk=card.person_id) if card.person_id else people.filter(podia=card.podium_id)
    work = Prefetch("employments", Employment.objects.select_related("company"))
    return list(found.prefetch_related(work).order_by("last_name", "first_name"))


def can_check_in(podium: Podium | None) -> bool:
    """On the day of a live podium and the day after: who checks in a week later was not there."""
    if podium is None or podium.is_media or podium.status not in ("agreed", "done"):
        return False
    return 0 <= (clock.today() - podium.date).days <= 1


def title_of(card: BusinessCard) -> str:
    if card.podium_id and card.podium:
        return card.podium.title or str(_("After the talk"))
    return str(card.person)
