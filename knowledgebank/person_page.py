"""What the page of a person shows of the knowledge bank: the newest story of theirs."""

from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from ambassadors.person_page import OwnStory, source
from knowledgebank.models import StoryVersion


class NewestStory:
    def column(self, on: date) -> Subquery:
        kept = JSONObject(
            slug=F("story__slug"),
            title=F("title"),
            title_en=F("title_en"),
            lead=F("lead"),
            lead_en=F("lead_en"),
        )
        mine = StoryVersion.objects.public(on).filter(story__person=OuterRef("pk"))
        return Subquery(mine.order_by("-publish_on", "-pk").values(kept=kept)[:1])

    def read(self, kept: dict[str, Any]) -> OwnStory:
        slug = kept.pop("slug")
        version = StoryVersion(**kept)
        return OwnStory(
            url=reverse("story", args=[slug]),
            title=version.shown_title,
            lead=version.shown_lead,
            lang="nl" if version.is_dutch_only() else "",
        )


source(NewestStory())
