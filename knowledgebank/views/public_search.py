"""The search page, and what it suggests while somebody types. It works without scripts."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ambassadors.permissions import person_for
from knowledgebank import search
from knowledgebank.models import Theme
from network.middleware import speaking_network_or_404
from network.permissions import has_second_factor, runs

PER_PAGE = 20
MOST_THEMES = 8
KINDS = {
    "story": _("Stories"),
    "tool": _("Tools"),
    "scan": _("Scans"),
    "person": _("People"),
    "podium": _("Podia"),
    "fact": _("Facts and figures"),
    "link": _("Links"),
    "page": _("Pages"),
    "fan": _("Fans"),
    "draft": _("In the making"),
}
ONE = {
    "story": _("Story"),
    "tool": _("Tool"),
    "scan": _("Scan"),
    "person": _("Person"),
    "podium": _("Podium"),
    "fact": _("Fact"),
    "link": _("Link"),
    "page": _("Page"),
    "fan": _("Fan"),
    "draft": _("In the making"),
}


def page(request: HttpRequest) -> HttpResponse:
    """Found for everybody; whoever is signed in also finds their own, and the team what it works on."""
    network = request.network
    language = _language(request)
    question, kind = request.GET.get("q", ""), request.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    number = _number(request.GET.get("page", ""))
    asked: dict[str, Any] = {"kind": kind, "eyes": _eyes(request), "most": PER_PAGE}
    results = search.find(network, question, language, start=(number - 1) * PER_PAGE, **asked)
    pages = Paginator(range(results.total), PER_PAGE)
    if number > pages.num_pages:
        number = pages.num_pages
        results = search.find(network, question, language, start=(number - 1) * PER_PAGE, **asked)
    context = {
        "results": results,
        "rows": [(ONE[result.kind], result) for result in results.found],
        "filters": [
            (name, label, results.counts[name]) for name, label in KINDS.items() if name in results.counts
        ],
        "everything": sum(results.counts.values()),
        "kind": kind,
        "kind_label": KINDS.get(kind, ""),
        "page": pages.get_page(number),
        "themes": [] if results.question else list(Theme.objects.filter(network=network)[:MOST_THEMES]),
    }
    return render(request, "knowledgebank/public/search.html", context)


def suggest(request: HttpRequest) -> HttpResponse:
    """Titles that begin with what was typed, as the options of the field."""
    network = request.network
    found = search.suggestions(network, request.GET.get("q", ""), _language(request))
    response = render(request, "knowledgebank/public/search_suggestions.html", {"found": found})
    response["Cache-Control"] = "public, max-age=60"
    return response


def _language(request: HttpRequest) -> str:
    speaking_network_or_404(request)
    return get_language() or settings.LANGUAGE_CODE


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 5 else 1


def _eyes(request: HttpRequest) -> frozenset[str]:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return search.eyes_of()
    person = person_for(request)
    is_team = runs(request.user, request.network) and has_second_factor(request)
    return search.eyes_of(runs=is_team, person=person.pk if person else None)
