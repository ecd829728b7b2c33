"""What is over of stories that were taken back, sheets of groups, remarks and results of scans."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from knowledgebank import models
from knowledgebank.actions import forgetting_stories
from knowledgebank.actions.remarking import DAYS_REFUSED_KEPT
from knowledgebank.models.fill_in import DAYS_KEPT
from knowledgebank.models.tools import RemarkState
from network.actions import forgetting
from network.models import Network
from network.retention import rule

A_YEAR = timedelta(days=365)


@rule(
    "stories",
    title=_("stories that were taken back"),
    covers=(models.Story, models.StoryVersion),
    fixed=A_YEAR,
)
def stories(network: Network | None, before: datetime) -> "QuerySet[models.Story]":
    gone = models.StoryVersion.objects.filter(title=forgetting_stories.NOTHING).values("story")
    return models.Story.objects.filter(network=network, withdrawn_at__lt=before).exclude(pk__in=gone)


@rule(
    "story_photos",
    title=_("photos of versions of a story that another one followed"),
    covers=(models.StoryVersion,),
    fixed=A_YEAR,
)
def story_photos(network: Network | None, before: datetime) -> "QuerySet[models.StoryVersion]":
    """What was said stays; how somebody looked then does not, unless the newer version shows that photo."""
    newer = models.StoryVersion.objects.published(before.date()).filter(
        story=OuterRef("story"), number__gt=OuterRef("number")
    )
    return models.StoryVersion.objects.filter(Exists(newer), story__network=network).exclude(photo="")


@rule(
    "groups",
    title=_("what groups filled in"),
    covers=(models.FormGroup, models.FilledForm),
    fixed=timedelta(days=DAYS_KEPT),
)
def groups(network: Network | None, before: datetime) -> "QuerySet[models.FormGroup]":
    return models.FormGroup.objects.filter(form__tool__network=network, used_at__lt=before)


@rule(
    "remarks",
    title=_("remarks that were refused"),
    covers=(models.ToolRemark,),
    fixed=timedelta(days=DAYS_REFUSED_KEPT),
)
def remarks(network: Network | None, before: datetime) -> "QuerySet[models.ToolRemark]":
    refused = models.ToolRemark.objects.filter(tool__network=network, state=RemarkState.REFUSED)
    return refused.filter(decided_at__lt=before)


@stories.forget
def _let_go(rows: "QuerySet[models.Story]") -> None:
    forgetting_stories.let_go(rows)


@story_photos.forget
def _forget_photos(rows: "QuerySet[models.StoryVersion]") -> None:
    """The files go with the next sweep of files, where no other version names them."""
    forgetting.blank(rows, "photo", "photo_alt", "photo_credit", photo_consent_at=None)


@groups.forget
@remarks.forget
def _remove(rows: "QuerySet[Any]") -> None:
    forgetting.remove(rows)


@rule("scan_results", title=_("links to results of scans"), covers=(models.ScanTaking,), fixed=A_YEAR)
def scan_results(network: Network | None, before: datetime) -> "QuerySet[models.ScanTaking]":
    """The answers stay for the sums; nobody finds their own any more."""
    return models.ScanTaking.objects.with_link().filter(scan__network=network, taken_on__lt=before.date())


@scan_results.forget
def _forget_links(rows: "QuerySet[models.ScanTaking]") -> None:
    rows.update(public_id=None)
