"""What can be found. Each app says it in its `searchable.py`, found the way the admin finds `admin.py`:

    @search_index.source
    def podia(network: Network, on: date) -> Iterable[search_index.Found]: ...

It is asked once per language, with that language active, and uses a fixed number of queries. Here is what the
knowledge bank and the apps below it contribute.
"""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language

from ambassadors.models import Person
from ambassadors.public_people import public_people
from knowledgebank.models import Fact, Link, Page, Scan, StoryVersion, Tool, ToolStep
from knowledgebank.models.pages import BUILT_IN
from knowledgebank.search_index import TEAM, Found, of_person, source
from network import richtext
from network.models import FanOrganisation, Network

TOOL_SECTIONS = (
    "purpose", "with_whom", "how", "knowledge", "skills_participants", "skills_facilitator", "material",
    "tips", "relation", "developers", "background",
)  # fmt: skip


def _admin(model: str, pk: int) -> str:
    return reverse(f"admin:{model}_change", args=[pk])


def _mine(name: str, pk: int) -> str:
    return reverse(name, args=[pk])


@source
def stories(network: Network, on: date) -> Iterable[Found]:
    versions = (
        StoryVersion.objects.public(on)
        .filter(story__network=network)
        .select_related("story__person", "story__theme")
    )
    for version in versions:
        person = version.story.person
        yield Found(
            kind="story",
            key=str(version.story_id),
            url=reverse("story", args=[version.story.slug]),
            title=version.shown_title,
            over=" · ".join(part for part in (person.full_name, version.company) if part),
            summary=version.shown_lead,
            body=[
                richtext.to_text(version.in_language("body")),
                version.shown_quote,
                *version.lesson_list,
            ],
            also=[
                version.sector,
                version.place,
                version.region,
                version.story.theme.shown_name if version.story.theme else "",
                *map(str, version.tags),
            ],
            text_language="nl" if version.is_dutch_only() else "",
        )


@source
def stories_in_the_making(network: Network, on: date) -> Iterable[Found]:
    """For the person who tells it, and for the team."""
    drafts = StoryVersion.objects.drafts().filter(story__network=network).select_related("story__person")
    for version in drafts:
        for audience, url in (
            (TEAM, _admin("knowledgebank_story", version.story_id)),
            (of_person(version.story.person_id), _mine("my_story", version.story_id)),
        ):
            yield Found(
                kind="draft",
                key=str(version.pk),
                audience=audience,
                url=url,
                title=version.title,
                over=version.story.person.full_name,
                summary=version.lead,
                body=[richtext.to_text(version.body)],
                text_language="nl",
            )


@source
def tools(network: Network, on: date) -> Iterable[Found]:
    language = get_language() or "nl"
    cards = Tool.objects.filter(network=network).public(on).in_language(language).select_related("theme")
    steps: dict[int, list[str]] = {}
    for tool, title, text in ToolStep.objects.filter(tool__network=network).values_list(
        "tool", "title", "text"
    ):
        steps.setdefault(tool, []).append(f"{title}. {richtext.to_text(text)}")
    for card in cards:
        yield Found(
            kind="tool",
            key=card.slug,
            url=reverse("tool", args=[card.slug]),
            title=card.title,
            over=card.theme.shown_name if card.theme else "",
            summary=card.summary,
            body=[
                *(richtext.to_text(getattr(card, section)) for section in TOOL_SECTIONS),
                card.result,
                card.moment,
                *steps.get(card.pk, []),
            ],
            also=[*map(str, card.tags)],
            text_language="" if card.language == language else card.language,
        )


@source
def tools_in_the_making(network: Network, on: date) -> Iterable[Found]:
    for card in Tool.objects.filter(network=network).exclude(published_on__lte=on):
        yield Found(
            kind="draft",
            key=f"tool-{card.pk}",
            audience=TEAM,
            url=_admin("knowledgebank_tool", card.pk),
            title=card.title,
            summary=card.summary,
            body=[richtext.to_text(card.how)],
            also=[*map(str, card.tags)],
            text_language=card.language,
        )


@source
def scans(network: Network, on: date) -> Iterable[Found]:
    for scan in Scan.objects.filter(network=network).public(on).select_related("theme"):
        yield Found(
            kind="scan",
            key=str(scan.pk),
            url=scan.get_absolute_url(),
            title=scan.shown_title,
            over=scan.theme.shown_name if scan.theme else "",
            summary=scan.shown_summary,
            body=[richtext.to_text(scan.in_language("introduction"))],
            text_language="nl" if scan.is_dutch_only() else "",
        )


@source
def facts(network: Network, on: date) -> Iterable[Found]:
    for fact in Fact.objects.filter(network=network).public().select_related("theme"):
        yield Found(
            kind="fact",
            key=str(fact.pk),
            url=fact.get_absolute_url(),
            title=f"{fact.figure} {fact.shown_statement}",
            over=fact.source,
            summary=fact.shown_explanation,
            also=[fact.theme.shown_name if fact.theme else "", *map(str, fact.tags)],
            text_language="nl" if fact.is_dutch_only("statement") else "",
        )


@source
def links(network: Network, on: date) -> Iterable[Found]:
    for link in Link.objects.filter(network=network).public().select_related("theme"):
        yield Found(
            kind="link",
            key=str(link.pk),
            url=link.url,
            title=link.title,
            over=link.host,
            summary=link.description,
            also=[link.theme.shown_name if link.theme else "", *map(str, link.tags)],
            text_language="" if link.language == get_language() else link.language,
        )


@source
def pages(network: Network, on: date) -> Iterable[Found]:
    for page in Page.objects.filter(network=network, language=get_language()):
        address = reverse(page.slug) if page.slug in BUILT_IN else reverse("page", args=[page.slug])
        yield Found(
            kind="page", key=page.slug, url=address, title=page.title, body=[richtext.to_text(page.body)]
        )


@source
def people(network: Network, on: date) -> Iterable[Found]:
    known = public_people(network, on)
    more = dict(Person.objects.filter(network=network).values_list("pk", "biography"))
    for person in known:
        yield Found(
            kind="person",
            key=str(person.pk),
            url=person.href,
            title=person.full_name,
            over=person.work,
            summary=person.quote,
            body=[", ".join(person.themes), more.get(person.pk, "")],
            also=[person.sector, person.place, person.region, person.company],
            text_language="nl" if get_language() != "nl" else "",
        )


@source
def people_for_the_team(network: Network, on: date) -> Iterable[Found]:
    """Whom visitors do not see: candidates, former ambassadors, whoever did not agree to publication."""
    for person in Person.objects.filter(network=network).exclude(
        pk__in=Person.objects.shown(on).values("pk")
    ):
        yield Found(
            kind="person",
            key=str(person.pk),
            audience=TEAM,
            url=_admin("ambassadors_person", person.pk),
            title=person.full_name,
            summary=", ".join(map(str, person.themes)),
            text_language="nl",
        )


@source
def fans(network: Network, on: date) -> Iterable[Found]:
    for fan in FanOrganisation.objects.filter(network=network, is_public=True):
        yield Found(
            kind="fan",
            key=str(fan.pk),
            url=f"{reverse('fans')}#fan-{fan.slug}",
            title=fan.name,
            over=fan.get_kind_display(),
            summary=fan.description,
            also=[fan.region, fan.place],
            text_language="nl" if get_language() != "nl" else "",
        )
