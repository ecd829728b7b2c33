"""The knowledge bank for visitors: its front page, method cards, facts, links, themes and collections."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import get_language

from knowledgebank import public_items
from knowledgebank.models import Collection, Fact, Link, Scan, Theme, Tool, ToolDownload, ToolStep
from network import clock, richtext
from network.models import Network
from network.pages import keep_if_known, numbers, public_page

PER_PAGE = 24
FACTS_ON_FRONT = 3


@public_page(reads=("theme", "page"))
def knowledge(request: HttpRequest) -> HttpResponse:
    """The front page: cards to work with, a few figures, what belongs together."""
    network, today = request.network, clock.today()
    public = Tool.objects.filter(network=network).public(today).in_language(get_language() or "nl")
    theme = request.GET.get("theme", "")
    cards = list(public.select_related("theme").only(*CARD).order_by("title", "pk"))
    themes = {card.theme.slug: card.theme.shown_name for card in cards if card.theme}
    found = [card for card in cards if not theme or (card.theme and card.theme.slug == theme)]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    keep_if_known(request, {"theme": themes, "page": numbers(page)})
    first = Fact.objects.filter(network=network).public().order_by("pk").values("pk")[:FACTS_ON_FRONT]
    around = public_items.gathered(
        public_items.facts(Fact.objects.filter(pk__in=first), rank=F("pk")),
        public_items.collections(Collection.objects.filter(network=network).public()),
    )
    context = {
        "page": page,
        "themes": sorted(themes.items(), key=lambda pair: pair[1].lower()),
        "theme": theme,
        "total": len(cards),
        "facts": around.get("fact", []),
        "scans": Scan.objects.filter(network=network).public(today).defer("introduction", "introduction_en"),
        "collections": around.get("collection", []),
    }
    return render(request, "knowledgebank/public/knowledge.html", context)


CARD = (
    "slug", "language", "title", "summary", "minutes_run", "minutes_run_most", "people_least", "people_most",
    "theme__slug", "theme__name", "theme__name_en",
)  # fmt: skip


def public_tool(network: Network, slug: str) -> Tool:
    """The one door to a card for visitors: in the language of the page where it exists, else in Dutch."""
    tools = Tool.objects.filter(network=network).public(clock.today())
    return get_object_or_404(tools.in_language(get_language() or "nl").select_related("theme"), slug=slug)


@public_page
def tool(request: HttpRequest, slug: str) -> HttpResponse:
    network = request.network
    card = public_tool(network, slug)
    return render(request, "knowledgebank/public/tool.html", tool_context(request, network, card))


def tool_context(request: HttpRequest, network: Network, card: Tool) -> dict[str, Any]:
    """What the page of a method card shows."""
    card.network = network
    steps = list(card.steps.all())
    around = public_items.around_tool(card, network, clock.today())
    return {
        "tool": card,
        "steps": steps,
        "step_minutes": sum(step.minutes or 0 for step in steps),
        "downloads": around.get("download", []),
        "remarks": around.get("remark", []),
        "related": around.get("tool", []),
        "stories": around.get("story", []),
        "sheet": next(iter(around.get("sheet", [])), None),
        "lang": "" if card.language == get_language() else card.language,
        "structured": _how_to(request, card, steps),
    }


def _how_to(request: HttpRequest, card: Tool, steps: Iterable[ToolStep]) -> dict[str, Any]:
    """The card for search engines: a recipe with steps."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": card.title,
        "description": card.summary,
        "inLanguage": card.language,
        "url": request.build_absolute_uri(request.path),
        "step": [
            {
                "@type": "HowToStep",
                "position": step.position,
                "name": step.title,
                "text": richtext.to_text(step.text) or step.title,
            }
            for step in steps
        ],
    }
    if card.minutes_run:
        data["totalTime"] = f"PT{card.minutes_run_most or card.minutes_run}M"
    return data


def download(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """A PDF of a card, always as a file to keep: nothing of it runs in this site's name."""
    card = public_tool(request.network, slug)
    found = get_object_or_404(ToolDownload.objects.offered(), pk=pk, tool=card)
    try:
        stored = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"{slugify(found.title) or 'download'}.pdf"
    response = FileResponse(stored, as_attachment=True, filename=name, content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@public_page
def facts(request: HttpRequest) -> HttpResponse:
    """Every figure with its source, by theme."""
    network = request.network
    found = list(Fact.objects.filter(network=network).public().select_related("theme"))
    found.sort(key=lambda fact: (fact.theme is None, fact.theme.shown_name if fact.theme else "", fact.pk))
    groups = [(theme, list(group)) for theme, group in groupby(found, key=lambda fact: fact.theme)]
    return render(request, "knowledgebank/public/facts.html", {"groups": groups, "total": len(found)})


@public_page
def links(request: HttpRequest) -> HttpResponse:
    network = request.network
    found = Link.objects.filter(network=network).public().select_related("theme")
    return render(request, "knowledgebank/public/links.html", {"links": list(found)})


@public_page
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    network = request.network
    found = get_object_or_404(Theme, network=network, slug=slug)
    context = {
        "title": found.shown_name,
        "introduction": found.in_language("description"),
        "items": public_items.of_theme(found, network, clock.today()),
        "kind": "theme",
    }
    return render(request, "knowledgebank/public/gathered.html", context)


@public_page
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    network = request.network
    found = get_object_or_404(Collection.objects.filter(network=network).public(), slug=slug)
    context = {
        "title": found.shown_title,
        "introduction": found.shown_introduction,
        "items": public_items.of_collection(found, network, clock.today()),
        "kind": "collection",
    }
    return render(request, "knowledgebank/public/gathered.html", context)
