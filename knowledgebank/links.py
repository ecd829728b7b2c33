"""The signed address with which an ambassador reads, approves and takes back a story without signing in."""

from django.core import signing
from django.urls import reverse

from knowledgebank.models import StoryVersion
from network.links import absolute, opened
from network.models import Network

SALT = "story approval"
DAYS = 90


def approval_url(version: StoryVersion) -> str:
    token = signing.dumps([version.pk, version.story.person_id], salt=SALT)
    return absolute(version.story.network, reverse("story_by_link", args=[token]))


def version_of(network: Network, token: str) -> StoryVersion | None:
    """Which version a link is about; None for anything that is not, or no longer, a link of this network.

    Raises Expired.
    """
    version_pk, person_pk = opened(token, salt=SALT, days=DAYS) or (0, 0)
    found = StoryVersion.objects.filter(pk=version_pk, story__network=network, story__person=person_pk)
    return found.select_related("story__person", "story__theme").first()
