"""What the knowledge bank holds, as visitors meet it in lists: light objects, one query for many kinds.

Stories, tools, facts, links and remarks are put under each other in the same columns, so that a page that
shows some of each still asks one question.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.urls import reverse
from django.utils.translation import get_language

from ambassadors.models import Person
from knowledgebank.models import (
    Collection,
    Fact,
    FillInForm,
    Link,
    Story,
    StoryVersion,
    Theme,
    Tool,
    ToolDownload,
    ToolRemark,
)
from network.models import Network
from network.models.pictured import key_of


@dataclass(frozen=True)
class Face:
    """What a portrait needs to know of somebody."""

    slug: str
    full_name: str
    portrait: str
    portrait_alt: str
    focal_x: int
    focal_y: int


@dataclass(frozen=True)
class Item:
    """One thing in a list. `lang` is set where its text is in another language than the page."""

    kind: str
    pk: int
    slug: str
    title: str
    text: str
    over: str  # what stands above the title
    lang: str
    extra: str = ""
    person_slug: str = ""
    full_name: str = ""
    portrait: str = ""
    portrait_alt: str = ""
    focal_x: int = 50
    focal_y: int = 35
    number: int = 0

    @property
    def face(self) -> "Face":
        """Of whom a story is, for the portrait."""
        return Face(
            self.person_slug, self.full_name, self.portrait, self.portrait_alt, self.focal_x, self.focal_y
        )

    @property
    def href(self) -> str:
        if self.kind == "story":
            return reverse("story", args=[self.slug])
        if self.kind in ("tool", "collection"):
            return reverse(self.kind, args=[self.slug])
        return self.extra


TEXT = TextField()
COLUMNS = (
    "item_kind", "item_rank", "item_pk", "item_slug", "item_title", "item_text", "item_over", "item_lang",
    "item_extra", "item_person_slug", "item_name", "item_portrait", "item_alt", "item_x", "item_y",
    "item_number",
)  # fmt: skip


def _text(value: Any) -> Any:
    """In one type, so that both databases put the columns of all kinds under each other."""
    if isinstance(value, str):
        value = F(value) if value else Value("")
    return Coalesce(Cast(value, TEXT), Value("", output_field=TEXT), output_field=TEXT)


def _row(found: QuerySet[Any], kind: str, **columns: Any) -> QuerySet[Any, Any]:
    texts = ("slug", "title", "text", "over", "lang", "extra", "person_slug", "name", "portrait", "alt")
    values: dict[str, Any] = {f"item_{name}": _text(columns.get(name, "")) for name in texts}
    for name, otherwise in (("x", 50), ("y", 35), ("number", 0)):
        given = columns.get(name, Value(otherwise))
        values[f"item_{name}"] = Coalesce(Cast(given, IntegerField()), otherwise)
    return (
        found.order_by()
        .annotate(
            item_kind=Value(kind, output_field=CharField()),
            item_rank=Cast(columns.get("rank", Value(0)), IntegerField()),
            item_pk=Cast("pk", BigIntegerField()),
            **values,
        )
        .values_list(*COLUMNS)
    )


def _twin(field: str) -> Any:
    """The English text where there is one and the page is English."""
    if get_language() != "en":
        return F(field)
    english = NullIf(Cast(f"{field}_en", TEXT), Value("", output_field=TEXT))
    return Coalesce(english, Cast(field, TEXT), output_field=TEXT)


def _lang(field: str) -> Any:
    if get_language() != "en":
        return Value("")
    return Case(When(Q(**{field: ""}), then=Value("nl")), default=Value(""), output_field=TEXT)


def stories(found: QuerySet[StoryVersion], **more: Any) -> QuerySet[Any, Any]:
    return _row(
        found,
        "story",
        slug="story__slug",
        title=_twin("title"),
        text=_twin("lead"),
        over="sector",
        lang=_lang("title_en"),
        extra="company",
        person_slug="story__person__slug",
        name=full_name("story__person__"),
        portrait=Case(
            When(story__person__sizes_of=key_of(Person, "story__person__"), then="story__person__portrait"),
            default=Value(""),
            output_field=TEXT,
        ),
        alt="story__person__portrait_alt",
        x=F("story__person__focal_x"),
        y=F("story__person__focal_y"),
        **more,
    )


def full_name(prefix: str = "") -> Any:
    """The whole name, put together by the database."""
    infix = Case(
        When(Q(**{f"{prefix}infix": ""}), then=Value(" ")),
        default=Concat(Value(" "), f"{prefix}infix", Value(" "), output_field=TEXT),
        output_field=TEXT,
    )
    return Concat(f"{prefix}first_name", infix, f"{prefix}last_name", output_field=TEXT)


def tools(found: QuerySet[Tool], **more: Any) -> QuerySet[Any, Any]:
    lang = Case(When(language=get_language(), then=Value("")), default=F("language"), output_field=TEXT)
    return _row(
        found,
        "tool",
        slug="slug",
        title="title",
        text="summary",
        over=_twin("theme__name"),
        lang=lang,
        number=Coalesce(F("minutes_run"), Value(0)),
        **more,
    )


def facts(found: QuerySet[Fact], **more: Any) -> QuerySet[Any, Any]:
    return _row(
        found,
        "fact",
        slug="figure",
        title=_twin("statement"),
        text=_twin("explanation"),
        over="source",
        lang=_lang("statement_en"),
        extra="source_url",
        number=F("source_year"),
        **more,
    )


def links(found: QuerySet[Link], **more: Any) -> QuerySet[Any, Any]:
    lang = Case(When(language=get_language(), then=Value("")), default=F("language"), output_field=TEXT)
    return _row(found, "link", title="title", text="description", extra="url", lang=lang, **more)


def collections(found: QuerySet[Collection], **more: Any) -> QuerySet[Any, Any]:
    return _row(
        found,
        "collection",
        slug="slug",
        title=_twin("title"),
        text=_twin("introduction"),
        lang=_lang("title_en"),
        **more,
    )


def downloads(found: QuerySet[ToolDownload], **more: Any) -> QuerySet[Any, Any]:
    return _row(found, "download", title="title", number=F("size"), over=Cast("pages", TEXT), **more)


def remarks(found: QuerySet[ToolRemark], **more: Any) -> QuerySet[Any, Any]:
    return _row(found, "remark", title="name", text="text", over="organisation", **more)


def gathered(*kinds: QuerySet[Any, Any]) -> dict[str, list[Item]]:
    """The rows of all kinds by kind, in one query; within a kind by rank, then by title."""
    first, *others = kinds
    rows = sorted(first.union(*others, all=True) if others else first, key=lambda row: (row[1], row[4]))
    found: dict[str, list[Item]] = {}
    for kind, _rank, *values in rows:
        found.setdefault(kind, []).append(Item(kind, *values))
    return found


# --- What goes with what -----------------------------------------------------------------------------------

MOST_RELATED = 3


def around_story(version: StoryVersion, network: Network, on: date) -> dict[str, list[Item]]:
    """Other stories and the tools that go with one, chosen first and of the same theme after that."""
    story, language = version.story, get_language() or "nl"
    same = Q(story__theme=story.theme_id) if story.theme_id else Q(pk__in=[])
    others = (
        StoryVersion.objects.public(on)
        .filter(story__network=network)
        .exclude(story=story)
        .annotate(nearness=Case(When(same, then=0), default=1))
    )
    nearest = others.order_by("nearness", "-publish_on", "pk").values("pk")[:MOST_RELATED]
    chosen = Q(slug__in=story.tools.order_by().values("slug"))
    themed = Q(theme=story.theme_id) if story.theme_id else Q(pk__in=[])
    fitting = Tool.objects.filter(network=network).public(on).in_language(language).filter(chosen | themed)
    return gathered(
        stories(StoryVersion.objects.filter(pk__in=nearest), rank=Case(When(same, then=0), default=1)),
        tools(fitting, rank=Case(When(chosen, then=0), default=1)),
    )


def around_tool(tool: Tool, network: Network, on: date) -> dict[str, list[Item]]:
    """Downloads, remarks, the tools to go on with or that come before, and stories in which it was used."""
    language = get_language() or "nl"
    public = Tool.objects.filter(network=network).public(on).in_language(language)
    after = Tool.objects.filter(earlier_tools__network=network, earlier_tools__slug=tool.slug).values("slug")
    before = Tool.objects.filter(next_tools__network=network, next_tools__slug=tool.slug).values("slug")
    related = public.filter(Q(slug__in=after) | Q(slug__in=before)).exclude(slug=tool.slug)
    told = StoryVersion.objects.public(on).filter(
        story__network=network, story__tools__slug=tool.slug, story__tools__language="nl"
    )
    return gathered(
        downloads(tool.downloads.offered(), rank=F("position")),
        remarks(ToolRemark.objects.shown().filter(tool__network=network, tool__slug=tool.slug)),
        _row(FillInForm.objects.filter(tool__network=network, tool__slug=tool.slug), "sheet", title="title"),
        tools(related, rank=Case(When(slug__in=after, then=0), default=1)),
        stories(told),
    )


def of_theme(theme: Theme, network: Network, on: date) -> dict[str, list[Item]]:
    language = get_language() or "nl"
    return gathered(
        stories(StoryVersion.objects.public(on).filter(story__network=network, story__theme=theme)),
        tools(Tool.objects.filter(network=network, theme=theme).public(on).in_language(language)),
        facts(Fact.objects.filter(network=network, theme=theme).public()),
        links(Link.objects.filter(network=network, theme=theme).public()),
    )


def of_collection(collection: Any, network: Network, on: date) -> dict[str, list[Item]]:
    language = get_language() or "nl"
    chosen = Story.objects.filter(collections=collection).values("pk")
    slugs = Tool.objects.filter(collections=collection).values("slug")
    return gathered(
        stories(StoryVersion.objects.public(on).filter(story__network=network, story__in=chosen)),
        tools(Tool.objects.filter(network=network, slug__in=slugs).public(on).in_language(language)),
        facts(Fact.objects.filter(network=network, collections=collection).public()),
        links(Link.objects.filter(network=network, collections=collection).public()),
    )


def public_titles(network: Network, on: date) -> dict[str, StoryVersion]:
    """What visitors can read, by the address of the story; in the order of the titles."""
    versions = StoryVersion.objects.public(on).filter(story__network=network).select_related("story__person")
    return {version.story.slug: version for version in versions.order_by("title", "pk")}


def public_slugs(network: Network, on: date) -> tuple[list[str], list[str]]:
    """The addresses of all stories and tools that visitors can read, for the site map."""
    told = Story.objects.filter(network=network).public(on).order_by("slug")
    cards = Tool.objects.filter(network=network, language="nl").public(on).order_by("slug")
    return list(told.values_list("slug", flat=True)), list(cards.values_list("slug", flat=True))
