"""The podium kit: what an ambassador takes along to one occasion, gathered from the knowledge bank.

The occasion comes in as plain words: what a podium is, only the app above this one knows.
"""

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from ambassadors.models import Person, PodiumKind
from knowledgebank import pdfs
from knowledgebank.fitting import score, words_of
from knowledgebank.models import Fact, StoryVersion, Tool
from network import paper
from network.links import absolute

MOST_FACTS, MOST_STORIES, MOST_TOOLS = 6, 3, 3
# On these occasions people do something themselves, so a method card goes along in front.
HANDS_ON = frozenset(
    {PodiumKind.WORKSHOP, PodiumKind.COMPANY_VISIT, PodiumKind.ONE_TO_ONE, PodiumKind.BUSINESS_MEETING}
)


@dataclass(frozen=True)
class Occasion:
    """What is known of the day; texts as they were typed."""

    name: str
    kind: str = ""
    day: date | None = None
    place: str = ""
    theme: str = ""
    audience: str = ""  # who will be there, in words
    most_people: int | None = None


@dataclass(frozen=True)
class Kit:
    person: Person
    occasion: Occasion
    facts: list[Fact] = field(default_factory=list)
    stories: list[StoryVersion] = field(default_factory=list)
    tools: list[Tool] = field(default_factory=list)

    @property
    def is_hands_on(self) -> bool:
        return self.occasion.kind in HANDS_ON

    @property
    def own_story(self) -> StoryVersion | None:
        return next((one for one in self.stories if one.story.person_id == self.person.pk), None)


def kit_for(person: Person, occasion: Occasion, on: date) -> Kit:
    """What fits best, in three queries. With nothing to go by: one's own stories and the first figures."""
    network = person.network
    wanted = words_of(occasion.name, occasion.theme, occasion.audience, *person.themes)
    versions = (
        StoryVersion.objects.public(on)
        .filter(story__network=network)
        .select_related("story__person", "story__theme")
        .defer("body_en", "remarks")
        .order_by("-publish_on", "-pk")
    )
    tools = (
        Tool.objects.filter(network=network, language="nl")
        .public(on)
        .select_related("theme")
        .order_by("title")
    )
    facts = Fact.objects.filter(network=network).public().select_related("theme").order_by("pk")
    for version in (found := list(versions)):
        version.story.network = network
    return Kit(
        person,
        occasion,
        facts=_best(facts, lambda one: _points(wanted, one, one.statement), MOST_FACTS, fill=True),
        stories=_best(
            found,
            lambda one: score(
                wanted,
                theme=one.story.theme.name if one.story.theme else "",
                tags=one.tags,
                text=f"{one.title} {one.lead} {one.sector}",
                own=one.story.person_id == person.pk,
            ),
            MOST_STORIES,
        ),
        tools=_best(
            (one for one in tools if _has_room(one, occasion.most_people)),
            lambda one: _points(wanted, one, f"{one.title} {one.summary}"),
            MOST_TOOLS,
            fill=occasion.kind in HANDS_ON,
        ),
    )


def _points(wanted: frozenset[str], one: Any, text: str) -> int:
    return score(wanted, theme=one.theme.name if one.theme else "", tags=one.tags, text=text)


def _has_room(tool: Tool, people: int | None) -> bool:
    return people is None or tool.people_most is None or tool.people_most >= people


def _best(found: Iterable[Any], points: Callable[[Any], int], most: int, *, fill: bool = False) -> list[Any]:
    """The ones with most points, in their own order among equals; with `fill` also those with none."""
    ranked = sorted(((points(one), one) for one in found), key=lambda pair: -pair[0])
    return [one for number, one in ranked if number or fill][:most]


def archive(kit: Kit) -> bytes:
    """Everything in one ZIP: slides and cards as PDF, and a text to read on the way."""
    network, out = kit.person.network, io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(f"{slugify(_('read me'))}.txt", as_text(kit))
        try:
            if kit.facts or kit.stories:
                files.writestr(f"{slugify(_('slides'))}.pdf", pdfs.slides(kit, network))
            for tool in kit.tools:
                files.writestr(
                    f"{slugify(_('Method card'))}-{slugify(tool.title)}.pdf", pdfs.method_card(tool, network)
                )
        except (paper.Unavailable, paper.Failed):  # the text says it all too
            files.writestr(
                f"{slugify(_('no pdf'))}.txt", _("No PDF can be made at the moment. Try again later.")
            )
    return out.getvalue()


def as_text(kit: Kit) -> str:
    """For on a telephone, and for whoever has it read aloud."""
    network = kit.person.network
    lines = [kit.occasion.name, ""]
    for title, items in (
        (_("Figures"), [f"{one.figure} {one.statement} ({one.source})" for one in kit.facts]),
        (
            _("Stories"),
            [
                f"{one.title}. {one.lead} {absolute(network, one.story.get_absolute_url())}"
                for one in kit.stories
            ],
        ),
        (
            _("Tools"),
            [f"{one.title}. {one.summary} {absolute(network, one.get_absolute_url())}" for one in kit.tools],
        ),
    ):
        if items:
            lines += [title.upper(), *(f"- {' '.join(item.split())}" for item in items), ""]
    return "\n".join(lines)
