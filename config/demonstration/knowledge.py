"""Filling the knowledge bank of a demonstration network: themes, stories, method cards, facts and collections."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from config.demonstration import scenes
from config.demonstration.build import World, at, day, keep
from config.demonstration.knowledge_facts import COLLECTIONS, FACTS, LINKS, THEMES
from config.demonstration.knowledge_stories import TALES, Tale
from config.demonstration.knowledge_tools import CARDS, INTERESTS, Card
from knowledgebank.actions import writing
from knowledgebank.models import (
    Collection,
    Fact,
    FilledForm,
    FillInForm,
    FormGroup,
    FormQuestion,
    Link,
    Story,
    StoryVersion,
    Theme,
    Tool,
    ToolDownload,
    ToolRemark,
    ToolStep,
)
from network import documents


def add_knowledge(world: World) -> None:
    themes = _themes(world)
    tools = _tools(world, themes)
    stories = _stories(world, themes, tools)
    facts = _facts(world, themes)
    _links(world, themes)
    _sheet(tools)
    _collections(world, stories, tools, facts)


def _themes(world: World) -> dict[str, Theme]:
    rows = [
        Theme(network=world.network, slug=slug, name=name, name_en=english, description=text, description_en=text_en)
        for slug, name, english, text, text_en in THEMES
    ]  # fmt: skip
    return {theme.slug: theme for theme in keep(rows, Theme)}


def _tools(world: World, themes: dict[str, Theme]) -> dict[str, Tool]:
    """The Dutch cards by slug; translations stand beside them."""
    rows = [
        Tool(
            network=world.network,
            slug=card.slug,
            language=card.language,
            theme=themes[card.theme],
            title=card.title,
            summary=card.summary,
            published_on=day(card.days),
            tags=list(card.tags),
            **card.fields,
        )
        for card in CARDS
    ]
    saved = keep(rows, Tool)
    keep([step for tool, card in zip(saved, CARDS, strict=True) for step in _steps(tool, card)], ToolStep)
    tools = {tool.slug: tool for tool in saved if tool.language == "nl"}
    for card in CARDS:
        if card.after:
            tools[card.slug].next_tools.set(tools[slug] for slug in card.after)
    _remarks(world, tools)
    _download(tools["netwerkambitie"])
    return tools


def _remarks(world: World, tools: dict[str, Tool]) -> None:
    ToolRemark.objects.bulk_create(
        ToolRemark(
            tool=tools[card.slug],
            name=name,
            organisation=organisation,
            text=text,
            state=state,
            decided_at=timezone.now() if state != "held" else None,
            decided_by=world.leader if state != "held" else None,
        )
        for card in CARDS
        for name, organisation, text, state in card.remarks
    )


def _download(tool: Tool) -> None:
    scheme = documents.clean(ContentFile(scenes.scheme()))
    download = ToolDownload(
        tool=tool,
        title="Schema netwerkambitie",
        size=scheme.size,
        pages=scheme.pages,
        cleaned_by=documents.CLEANING,
    )
    download.file.save(scheme.name or "", scheme, save=False)
    keep([download], ToolDownload)


def _steps(tool: Tool, card: Card) -> list[ToolStep]:
    return [
        ToolStep(tool=tool, position=number, title=title, text=text, minutes=minutes)
        for number, (title, text, minutes) in enumerate(card.steps, 1)
    ]


def _stories(world: World, themes: dict[str, Theme], tools: dict[str, Tool]) -> dict[str, Story]:
    stories = {}
    for tale in TALES:
        person = world.people[tale.who]
        version = writing.begin(person, by=person.user, title=tale.title)
        story = version.story
        story.slug, story.theme = tale.slug, themes[tale.theme]
        story.save(update_fields=["slug", "theme"])
        story.tools.set(tools[slug] for slug in tale.tools)
        _fill(version, tale)
        if tale.state == "handed_in":
            writing.hand_in(version, by=person.user)
        elif tale.state == "asked":
            writing.ask_approval(version, by=world.leader)
        else:
            _approve(version, tale)
        stories[tale.slug] = story
    return stories


def _fill(version: StoryVersion, tale: Tale) -> None:
    for name, value in {
        "lead": tale.lead,
        "body": tale.body,
        "quote": tale.quote,
        "lessons": "\n".join(tale.lessons),
        "figures": "\n".join(tale.figures),
        "tags": list(tale.tags),
        "photo_alt": tale.scene_alt,
        **{f"{name}_en": text for name, text in tale.english.items()},
    }.items():
        setattr(version, name, value)
    if tale.scene:
        version.photo.save(f"{tale.slug}.jpg", ContentFile(getattr(scenes, tale.scene)()), save=False)
        version.photo_credit, version.focal_y = "getekend voor de demonstratie", 45
    version.save()


def _approve(version: StoryVersion, tale: Tale) -> None:
    """What lies behind us was approved two days before it came online; no mail is sent about that."""
    on = day(tale.days)
    moment = at(min(on, day(0)) - timedelta(days=2))
    version.asked_at, version.approved_at, version.approved_via = moment, moment, StoryVersion.Via.LINK
    version.consent_text, version.publish_on = writing.CONSENT_TEXT, on
    version.photo_consent_at = moment if version.photo else None
    version.save()


def _facts(world: World, themes: dict[str, Theme]) -> list[Fact]:
    return keep(
        [
            Fact(
                network=world.network,
                figure=figure,
                statement=statement,
                statement_en=english,
                explanation=explanation,
                source=source,
                source_year=year,
                theme=themes.get(theme),
                tags=list(tags),
                checked_on=day(20),
            )
            for figure, statement, english, explanation, source, year, theme, tags in FACTS
        ],
        Fact,
    )


def _links(world: World, themes: dict[str, Theme]) -> None:
    keep(
        [
            Link(
                network=world.network,
                title=title,
                url=url,
                description=why,
                theme=themes.get(theme),
                language=language,
            )
            for title, url, why, theme, language in LINKS
        ],
        Link,
    )


def _sheet(tools: dict[str, Tool]) -> None:
    """The interest card, with one group that is at work with it."""
    (form,) = keep(
        [
            FillInForm(
                tool=tools[INTERESTS.tool],
                title=INTERESTS.title,
                introduction=INTERESTS.introduction,
                party_label=INTERESTS.party_label,
            )
        ],
        FillInForm,
    )
    questions = keep(
        [
            FormQuestion(
                form=form,
                position=number,
                label=label,
                help_text=text,
                kind=kind,
                tone=tone,
                is_required=required,
            )
            for number, (label, text, kind, tone, required) in enumerate(INTERESTS.questions, 1)
        ],
        FormQuestion,
    )
    group = FormGroup.objects.create(form=form, name=INTERESTS.group)
    FilledForm.objects.bulk_create(
        FilledForm(
            group=group,
            party=party,
            answers={str(question.pk): text for question, text in zip(questions, answers, strict=True)},
        )
        for party, answers in INTERESTS.filled
    )


def _collections(world: World, stories: dict[str, Story], tools: dict[str, Tool], facts: list[Fact]) -> None:
    for slug, title, english, text, text_en, told, cards, figures in COLLECTIONS:
        collection = Collection.objects.create(
            network=world.network,
            slug=slug,
            title=title,
            title_en=english,
            introduction=text,
            introduction_en=text_en,
        )
        collection.stories.set(stories[name] for name in told)
        collection.tools.set(tools[name] for name in cards)
        collection.facts.set(fact for fact in facts if fact.statement.startswith(figures))
