"""What stands in a newsletter: light lines, the same in the mail, the preview and the archive."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language

from ambassadors.public_people import public_people
from events import agenda as agendas
from events.models import Newsletter
from knowledgebank.models import StoryVersion, Tool
from network.links import site_url

PODIA = 5


@dataclass(frozen=True)
class Line:
    title: str
    text: str
    url: str
    over: str = ""


@dataclass(frozen=True)
class Contents:
    stories: list[Line]
    tools: list[Line]
    podia: list[Line]


def contents(newsletter: Newsletter, on: date, *, absolute: bool = True) -> Contents:
    """What visitors may read on that day of what was chosen, in the active language."""
    network = newsletter.network
    root = site_url(network) if absolute else ""
    versions = (
        StoryVersion.objects.public(on)
        .filter(story__in=newsletter.stories.values("pk"), story__network=network)
        .select_related("story__person")
        .order_by("-publish_on", "-pk")
    )
    stories = [
        Line(
            version.shown_title,
            version.shown_lead,
            root + reverse("story", args=[version.story.slug]),
            ", ".join(part for part in (version.story.person.full_name, version.company) if part),
        )
        for version in versions
    ]
    chosen = newsletter.tools.values("slug")
    cards = Tool.objects.filter(network=network, slug__in=chosen).public(on)
    tools = [
        Line(card.title, card.summary, root + reverse("tool", args=[card.slug]))
        for card in cards.in_language(get_language() or "nl").order_by("title")
    ]
    podia = []
    if newsletter.with_agenda:
        people = public_people(network, on, with_work=False)
        podia = [
            Line(
                item.name,
                " · ".join(
                    part for part in (", ".join(one.full_name for one in item.people), item.where) if part
                ),
                root + (item.path or reverse("agenda")),
                date_format(item.date, "l j F"),
            )
            for item in agendas.agenda(network, on, people, most=PODIA)
        ]
    return Contents(stories, tools, podia)
