"""Stories for feed readers."""

from datetime import time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from knowledgebank.models import StoryVersion
from network import clock
from network.pages import public_page
from network.tables import CONTROL

MOST_STORIES = 20


def _sound(text: str) -> str:
    """XML has no place for control characters, and who pastes may bring some."""
    return CONTROL.sub("", text)


class StoryFeed(Atom1Feed):
    """An entry has its introduction as summary and its whole text apart, as RFC 4287 has them."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": None})
        for element, kind, text in (
            ("summary", "text", item["description"]),
            ("content", "html", item["text"]),
        ):
            handler.addQuickElement(element, _sound(text), {"type": kind})


@public_page
def stories(request: HttpRequest) -> HttpResponse:
    """The newest stories with their whole text; an entry keeps its id when its words change."""
    network, today = request.network, clock.today()
    versions = (
        StoryVersion.objects.public(today)
        .filter(story__network=network)
        .select_related("story__person", "story__theme")
        .order_by("-publish_on", "-pk")[:MOST_STORIES]
    )
    feed = StoryFeed(
        title=_sound(f"{_('Stories')} – {network.name}"),
        subtitle=_sound(network.in_language("introduction") or network.topic),
        link=request.build_absolute_uri(reverse("stories")),
        description=network.in_language("introduction"),
        language=get_language(),
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=f"urn:koploper:{network.slug}:stories",
    )
    for version in versions:
        on = clock.moment(version.publish_on or today, time(0))  # never an hour that is still to come
        feed.add_item(
            title=_sound(version.shown_title),
            link=request.build_absolute_uri(version.story.get_absolute_url()),
            description=version.shown_lead,
            text=version.html,
            author_name=_sound(version.story.person.full_name),
            unique_id=f"urn:koploper:{network.slug}:story:{version.story_id}",
            pubdate=on,
            updateddate=max(version.changed_at, on),
            categories=[_sound(version.story.theme.shown_name)] if version.story.theme else [],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
