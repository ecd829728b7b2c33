"""Stories for feed readers."""

from datetime import UTC, datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from knowledgebank.models import StoryVersion
from network import clock
from network.middleware import network_or_404
from network.pages import public_page

MOST_STORIES = 20


@public_page
def stories(request: HttpRequest) -> HttpResponse:
    """The newest stories with their whole text; an entry keeps its id when its words change."""
    network, today = network_or_404(request), clock.today()
    versions = (
        StoryVersion.objects.public(today)
        .filter(story__network=network)
        .select_related("story__person", "story__theme")
        .order_by("-publish_on", "-pk")[:MOST_STORIES]
    )
    feed = Atom1Feed(
        title=f"{_('Stories')} – {network.name}",
        subtitle=network.in_language("introduction") or network.topic,
        link=request.build_absolute_uri(reverse("stories")),
        description=network.in_language("introduction"),
        language=get_language(),
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=f"urn:koploper:{network.slug}:stories",
    )
    for version in versions:
        on = datetime.combine(version.publish_on or today, time(8), UTC)
        feed.add_item(
            title=version.shown_title,
            link=request.build_absolute_uri(version.story.get_absolute_url()),
            description=format_html("<p>{}</p>{}", version.shown_lead, version.html),
            author_name=version.story.person.full_name,
            unique_id=f"urn:koploper:{network.slug}:story:{version.story_id}",
            pubdate=on,
            updateddate=max(version.changed_at, on),
            categories=[version.story.theme.shown_name] if version.story.theme else [],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
