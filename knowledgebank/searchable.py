"""What can be found. Each app says it in its `searchable.py`, found the way the admin finds `admin.py`:

    @source(Side.OUTSIDE)
    def podia(network: Network, on: date) -> Iterable[Findable]: ...

It is asked once per language, with that language active, and uses a fixed number of queries. Here is what the
knowledge bank and the apps below it contribute.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from ambassadors.models import Person
from ambassadors.public_people import PublicPerson, public_people
from knowledgebank.models import Fact, Link, Page, Scan, StoryVersion, Theme, Tool, ToolStep
from knowledgebank.models.pages import BUILT_IN
from knowledgebank.search_sources import TEAM, Findable, Found, Side, of_person, source
from network import richtext
from network.models import FanOrganisation, Network

THEME = ("theme__name", "theme__name_en")
TOOL_SECTIONS = (
    "purpose", "with_whom", "how", "knowledge", "skills_participants", "skills_facilitator", "material",
    "tips", "relation", "developers", "background",
)  # fmt: skip


def _theme(name: str | None, name_en: str | None) -> str:
    return Theme(name=name, name_en=name_en or "").shown_name if name else ""


# --- Stories -----------------------------------------------------------------------------------------

NAME = ("first_name", "infix", "last_name")
OF_TELLER = tuple(f"story__person__{part}" for part in NAME)
STORY = (
    "title", "title_en", "lead", "lead_en", "body", "body_en", "quote", "quote_en", "lessons", "lessons_en",
    "company", "sector", "place", "region", "tags",
)  # fmt: skip


def _name(parts: Sequence[str]) -> str:
    return Person(**dict(zip(NAME, parts, strict=True))).full_name


@source(Side.OUTSIDE)
def stories(network: Network, on: date) -> Iterable[Findable]:
    versions = StoryVersion.objects.public(on).filter(story__network=network)
    rows = versions.values_list(
        "story", "story__slug", *OF_TELLER, "story__theme__name", "story__theme__name_en", *STORY
    )
    for pk, *values in rows:
        yield Findable("story", str(pk), _story, tuple(values))


def _story(
    slug: str, first: str, infix: str, last: str, theme: str | None, theme_en: str | None, *texts: Any
) -> Found:
    version = StoryVersion(**dict(zip(STORY, texts, strict=True)))
    return Found(
        url=reverse("story", args=[slug]),
        title=version.shown_title,
        over=" · ".join(part for part in (_name((first, infix, last)), version.company) if part),
        summary=version.shown_lead,
        body=[richtext.to_text(version.in_language("body")), version.shown_quote, *version.lesson_list],
        also=[
            version.sector,
            version.place,
            version.region,
            _theme(theme, theme_en),
            *map(str, version.tags),
        ],
        text_language="nl" if version.is_dutch_only() else "",
    )


@source(Side.INSIDE)
def stories_in_the_making(network: Network, on: date) -> Iterable[Findable]:
    """For the person who tells it, and for the team."""
    drafts = StoryVersion.objects.drafts().filter(story__network=network)
    rows = drafts.values_list("pk", "story", "story__person", "title", "lead", "body", *OF_TELLER)
    for pk, story, person, *texts in rows:
        for audience, address in (
            (TEAM, "admin:knowledgebank_story_change"),
            (of_person(person), "my_story"),
        ):
            yield Findable("draft", str(pk), _story_in_the_making, (address, story, *texts), audience)


def _story_in_the_making(address: str, story: int, title: str, lead: str, body: str, *name: str) -> Found:
    return Found(
        url=reverse(address, args=[story]),
        title=title,
        over=_name(name),
        summary=lead,
        body=[richtext.to_text(body)],
        text_language="nl",
    )


# --- Tools and scans ---------------------------------------------------------------------------------

TOOL = ("slug", "title", "summary", "language", *TOOL_SECTIONS, "result", "moment", "tags")


@source(Side.OUTSIDE)
def tools(network: Network, on: date) -> Iterable[Findable]:
    language = get_language() or "nl"
    cards = Tool.objects.filter(network=network).public(on).in_language(language)
    steps: dict[int, list[tuple[str, str]]] = {}
    for card, title, text in ToolStep.objects.filter(tool__network=network).values_list(
        "tool", "title", "text"
    ):
        steps.setdefault(card, []).append((title, text))
    for pk, theme, theme_en, *texts in cards.values_list("pk", *THEME, *TOOL):
        values = (theme, theme_en, steps.get(pk, []), *texts)
        yield Findable("tool", str(texts[0]), _tool, values)


def _tool(theme: str | None, theme_en: str | None, steps: Sequence[tuple[str, str]], *texts: Any) -> Found:
    card = Tool(**dict(zip(TOOL, texts, strict=True)))
    return Found(
        url=card.get_absolute_url(),
        title=card.title,
        over=_theme(theme, theme_en),
        summary=card.summary,
        body=[
            *(richtext.to_text(getattr(card, section)) for section in TOOL_SECTIONS),
            card.result,
            card.moment,
            *(f"{title}. {richtext.to_text(text)}" for title, text in steps),
        ],
        also=[*map(str, card.tags)],
        text_language="" if card.language == get_language() else card.language,
    )


@source(Side.INSIDE)
def tools_in_the_making(network: Network, on: date) -> Iterable[Findable]:
    cards = Tool.objects.filter(network=network).exclude(published_on__lte=on)
    for values in cards.values_list("pk", "title", "summary", "how", "tags", "language"):
        yield Findable("draft", f"tool-{values[0]}", _tool_in_the_making, values, TEAM)


def _tool_in_the_making(
    pk: int, title: str, summary: str, how: str, tags: Sequence[str], language: str
) -> Found:
    return Found(
        url=reverse("admin:knowledgebank_tool_change", args=[pk]),
        title=title,
        summary=summary,
        body=[richtext.to_text(how)],
        also=[*map(str, tags)],
        text_language=language,
    )


SCAN = ("slug", "title", "title_en", "summary", "summary_en", "introduction", "introduction_en")


@source(Side.OUTSIDE)
def scans(network: Network, on: date) -> Iterable[Findable]:
    rows = Scan.objects.filter(network=network).public(on).values_list("pk", *THEME, *SCAN)
    for pk, *values in rows:
        yield Findable("scan", str(pk), _scan, tuple(values))


def _scan(theme: str | None, theme_en: str | None, *texts: str) -> Found:
    scan = Scan(**dict(zip(SCAN, texts, strict=True)))
    return Found(
        url=scan.get_absolute_url(),
        title=scan.shown_title,
        over=_theme(theme, theme_en),
        summary=scan.shown_summary,
        body=[richtext.to_text(scan.in_language("introduction"))],
        text_language="nl" if scan.is_dutch_only() else "",
    )


# --- Facts, links and pages --------------------------------------------------------------------------

FACT = ("pk", "figure", "statement", "statement_en", "explanation", "explanation_en", "source", "tags")


@source(Side.OUTSIDE)
def facts(network: Network, on: date) -> Iterable[Findable]:
    for theme, theme_en, *values in Fact.objects.filter(network=network).public().values_list(*THEME, *FACT):
        yield Findable("fact", str(values[0]), _fact, (theme, theme_en, *values))


def _fact(theme: str | None, theme_en: str | None, *values: Any) -> Found:
    fact = Fact(**dict(zip(FACT, values, strict=True)))
    return Found(
        url=fact.get_absolute_url(),
        title=f"{fact.figure} {fact.shown_statement}",
        over=fact.source,
        summary=fact.shown_explanation,
        also=[_theme(theme, theme_en), *map(str, fact.tags)],
        text_language="nl" if fact.is_dutch_only("statement") else "",
    )


LINK = ("url", "title", "description", "language", "tags")


@source(Side.OUTSIDE)
def links(network: Network, on: date) -> Iterable[Findable]:
    for pk, *values in Link.objects.filter(network=network).public().values_list("pk", *THEME, *LINK):
        yield Findable("link", str(pk), _link, tuple(values))


def _link(theme: str | None, theme_en: str | None, *values: Any) -> Found:
    link = Link(**dict(zip(LINK, values, strict=True)))
    return Found(
        url=link.url,
        title=link.title,
        over=link.host,
        summary=link.description,
        also=[_theme(theme, theme_en), *map(str, link.tags)],
        text_language="" if link.language == get_language() else link.language,
    )


@source(Side.OUTSIDE)
def pages(network: Network, on: date) -> Iterable[Findable]:
    rows = Page.objects.filter(network=network, language=get_language()).values_list("slug", "title", "body")
    for slug, title, body in rows:
        yield Findable("page", slug, _page, (slug, title, body))


def _page(slug: str, title: str, body: str) -> Found:
    address = reverse(slug) if slug in BUILT_IN else reverse("page", args=[slug])
    return Found(url=address, title=title, body=[richtext.to_text(body)])


# --- People and fans ---------------------------------------------------------------------------------


@source(Side.OUTSIDE)
def people(network: Network, on: date) -> Iterable[Findable]:
    known = public_people(network, on)
    more = dict(Person.objects.filter(network=network).values_list("pk", "biography"))
    for person in known:
        yield Findable("person", str(person.pk), _person, (person, more.get(person.pk, "")))


def _person(person: PublicPerson, biography: str) -> Found:
    return Found(
        url=person.href,
        title=person.full_name,
        over=person.work,
        summary=person.quote,
        body=[", ".join(person.themes), biography],
        also=[person.sector, person.place, person.region, person.company],
        text_language="nl" if get_language() != "nl" else "",
    )


@source(Side.INSIDE)
def people_for_the_team(network: Network, on: date) -> Iterable[Findable]:
    """Whom visitors do not see: candidates, former ambassadors, whoever did not agree to publication."""
    others = Person.objects.filter(network=network).exclude(pk__in=Person.objects.shown(on).values("pk"))
    for values in others.values_list("pk", "themes", *NAME):
        yield Findable("person", str(values[0]), _person_for_the_team, values, TEAM)


def _person_for_the_team(pk: int, themes: Sequence[str], *name: str) -> Found:
    return Found(
        url=reverse("admin:ambassadors_person_change", args=[pk]),
        title=_name(name),
        summary=", ".join(map(str, themes)),
        text_language="nl",
    )


FAN = ("slug", "name", "kind", "description", "region", "place")


@source(Side.OUTSIDE)
def fans(network: Network, on: date) -> Iterable[Findable]:
    for pk, *values in FanOrganisation.objects.filter(network=network, is_public=True).values_list(
        "pk", *FAN
    ):
        yield Findable("fan", str(pk), _fan, tuple(values))


def _fan(*values: str) -> Found:
    fan = FanOrganisation(**dict(zip(FAN, values, strict=True)))
    return Found(
        url=f"{reverse('fans')}#fan-{fan.slug}",
        title=fan.name,
        over=fan.get_kind_display(),
        summary=fan.description,
        also=[fan.region, fan.place],
        text_language="nl" if get_language() != "nl" else "",
    )
