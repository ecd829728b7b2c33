"""The mails about stories: who gets them, and when."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from knowledgebank import links
from knowledgebank.models import StoryVersion
from network import clock
from network.emails import SERVICE
from network.links import absolute
from network.messages import register
from network.models import Message, Network

PLACEHOLDERS = {"first_name": _("first name"), "title": _("title of the story")}


def _version(message: Message) -> StoryVersion | None:
    return (
        StoryVersion.objects.filter(pk=message.data.get("version"), story__network=message.network)
        .select_related("story__person", "story__network")
        .first()
    )


def _approval(message: Message) -> dict[str, Any]:
    version = _version(message)
    if version is None:
        return {}
    return {
        "first_name": version.story.person.first_name,
        "title": version.title,
        "publish_on": version.publish_on,
        "days": links.DAYS,
        "action_url": links.approval_url(version),
        "action_label": gettext("Read your story"),
    }


def _still_waits(message: Message) -> bool | str:
    version = _version(message)
    if version is None:
        return gettext("The story is no longer there.")
    if version.approved_at:
        return gettext("The story was approved already.")
    return True


def _approved(message: Message) -> dict[str, Any]:
    version = _version(message)
    if version is None:
        return {}
    today = clock.today()
    return {
        "first_name": version.story.person.first_name,
        "title": version.title,
        "publish_on": version.publish_on,
        "is_online": version.is_published(today),
        "take_back_url": links.approval_url(version),
        "action_url": absolute(version.story.network, reverse("story", args=[version.story.slug])),
        "action_label": gettext("See your story"),
    }


def _still_approved(message: Message) -> bool | str:
    version = _version(message)
    if version is None or version.story.withdrawn_at:
        return gettext("The story is no longer there.")
    return True


def _sample(network: Network) -> dict[str, Any]:
    return {
        "first_name": "Marleen",
        "title": _("The roster out of our hands"),
        "publish_on": clock.today(),
        "days": links.DAYS,
        "is_online": True,
        "take_back_url": "https://example.org/mijn/verhaal/…/",
        "action_url": "https://example.org/mijn/verhaal/…/",
        "action_label": gettext("Read your story"),
    }


# To the ambassador, when the leader asks for approval; again when asked again.
STORY_APPROVAL = register(
    "story_approval",
    SERVICE,
    _("Your story: please read and approve"),
    "knowledgebank/email/story_approval",
    placeholders=PLACEHOLDERS,
    context=_approval,
    still_due=_still_waits,
    sample=_sample,
)
# To the ambassador, straight after approval.
STORY_APPROVED = register(
    "story_approved",
    SERVICE,
    _("Your story is approved"),
    "knowledgebank/email/story_approved",
    placeholders=PLACEHOLDERS,
    context=_approved,
    still_due=_still_approved,
    sample=_sample,
)
