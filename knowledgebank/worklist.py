"""What the knowledge bank asks of the leader today: stories handed in or to be changed, remarks to read."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from knowledgebank.models import StoryVersion, Tool, ToolDownload, ToolRemark
from network import worklist
from network.admin.shared import shortened
from network.models import Network
from network.worklist import Entry, Item, Urgency

DAYS_WITHOUT_ANSWER = 14


def _of(network: Network) -> Any:
    return StoryVersion.objects.filter(story__network=network)


def handed_in(network: Network, on: date) -> QuerySet[Any, Any]:
    found = _of(network).handed_in()
    return worklist.rows(
        "story_handed_in", found, person="story__person_id", day=TruncDate("handed_in_at"), text="title"
    )


@worklist.source("story_handed_in", of=handed_in)
def story_handed_in(entry: Entry, person: Any, on: date) -> Item:
    return _item(
        entry,
        person,
        tag=_("story handed in"),
        reason=_("Wrote “%(title)s”. Read it and show it for approval.") % {"title": entry.text},
        urgency=Urgency.SOON,
    )


def to_change(network: Network, on: date) -> QuerySet[Any, Any]:
    found = _of(network).with_remarks()
    return worklist.rows(
        "story_changes", found, person="story__person_id", day=TruncDate("remarked_at"), text="remarks"
    )


@worklist.source("story_changes", of=to_change)
def story_changes(entry: Entry, person: Any, on: date) -> Item:
    return _item(
        entry,
        person,
        tag=_("change the story"),
        reason=_("Asks for a change: %(what)s") % {"what": shortened(entry.text)},
        urgency=Urgency.NOW,
    )


def without_answer(network: Network, on: date) -> QuerySet[Any, Any]:
    long_ago = on - timedelta(days=DAYS_WITHOUT_ANSWER)
    found = _of(network).waiting_for_approval().filter(asked_at__date__lte=long_ago, remarked_at=None)
    return worklist.rows(
        "story_waits", found, person="story__person_id", day=TruncDate("asked_at"), text="title"
    )


@worklist.source("story_waits", of=without_answer)
def story_waits(entry: Entry, person: Any, on: date) -> Item:
    return _item(
        entry,
        person,
        tag=_("no answer yet"),
        reason=_("Has not yet read “%(title)s”. Call, or ask again.") % {"title": entry.text},
        urgency=Urgency.WHEN_IT_SUITS,
    )


def photos_damaged(network: Network, on: date) -> QuerySet[Any, Any]:
    found = StoryVersion.without_sizes().filter(story__network=network)
    return worklist.rows("photo_damaged", found, person="story__person_id", text="title")


@worklist.source("photo_damaged", of=photos_damaged)
def photo_damaged(entry: Entry, person: Any, on: date) -> Item:
    return _item(
        entry,
        person,
        tag=_("photo damaged"),
        reason=_("The file of the photo with “%(title)s” cannot be read. Put up another one.")
        % {"title": entry.text},
        urgency=Urgency.SOON,
    )


def downloads_withheld(network: Network, on: date) -> QuerySet[Any, Any]:
    found = Tool.objects.filter(network=network, pk__in=ToolDownload.objects.withheld().values("tool"))
    return worklist.rows("download_withheld", found, text="title")


@worklist.source("download_withheld", of=downloads_withheld)
def download_withheld(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text,
        tag=_("PDF not offered"),
        reason=_("A PDF of this tool cannot be made safe. Save it as PDF again and put it up once more."),
        action=_("Open the tool"),
        url=reverse("admin:knowledgebank_tool_change", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.SOON,
        key=f"download_withheld:{entry.pk}",
        icon="document-text",
    )


def _item(entry: Entry, person: Any, *, tag: str, reason: str, urgency: Urgency) -> Item:
    return Item(
        who=person.full_name,
        tag=tag,
        reason=reason,
        action=_("Open the story"),
        url=reverse("admin:story_version", args=[entry.pk]),
        due=entry.day,
        urgency=urgency,
        person=person,
        key=f"{entry.source}:{entry.pk}",
    )


def remarks(network: Network, on: date) -> QuerySet[Any, Any]:
    found = ToolRemark.objects.held().filter(tool__network=network)
    return worklist.rows("tool_remark", found, day=TruncDate("created_at"), text="tool__title")


@worklist.source("tool_remark", of=remarks)
def tool_remark(entry: Entry, person: Any, on: date) -> Item:
    return Item(
        who=entry.text,
        tag=_("remark"),
        reason=_("Somebody who used this tool tells how it went."),
        action=_("Read the remark"),
        url=reverse("admin:knowledgebank_toolremark_change", args=[entry.pk]),
        due=entry.day,
        urgency=Urgency.WHEN_IT_SUITS,
        key=f"tool_remark:{entry.pk}",
        icon="chat-bubble-left-ellipsis",
    )
