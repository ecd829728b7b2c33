"""What somebody's own story says, for the drafts of a ceremony."""

from collections.abc import Collection
from datetime import date

from ambassadors import speeches
from ambassadors.speeches import Told
from knowledgebank.models import StoryVersion


@speeches.source
def stories(people: Collection[int], on: date) -> dict[int, Told]:
    """The newest story of each that visitors may read on that day, in the language of now."""
    versions = (
        StoryVersion.objects.public(on)
        .filter(story__person__in=people)
        .select_related("story")
        .order_by("publish_on", "pk")
    )
    return {
        version.story.person_id: Told(
            title=version.shown_title,
            summary=version.only_in_language("lead"),
            lessons=() if version.is_dutch_only("lessons") else tuple(version.lesson_list),
        )
        for version in versions
        if not version.is_dutch_only("title")
    }
