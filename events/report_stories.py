"""The part of the report that says which story moved whom."""

from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from events import moved
from knowledgebank.models import StoryVersion
from network import clock, report
from network.models import Network


@report.register(order=35)
def stories(network: Network, period: report.Period) -> report.Section | None:
    """Four queries; None when nobody named a story."""
    asked = _by_story(moved.asked_after_reading(network, period.start, period.until), Count("pk"))
    begun = moved.helped_to_begin(network, period.start, period.until)
    began = _by_story(begun, Count("lead", distinct=True))
    titles = _titles(network, {*asked, *began})
    if not titles:
        return None
    most_moving = sorted(titles, key=lambda pk: (-began.get(pk, 0), -asked.get(pk, 0), titles[pk]))
    return report.Section(
        key="stories",
        title=_("Which story moved whom"),
        figures=(
            report.Figure(
                key="asked_after_reading",
                label=_("requests after reading a story"),
                value=sum(asked.values()),
                rule=_("Requests for a podium that began on the page of a story, spam left out."),
                url=moved.rows_url("admin:events_podiumrequest_changelist", period.start, period.until),
            ),
            report.Figure(
                key="moved_by_story",
                label=_("entrepreneurs whom a story helped to begin"),
                value=begun.aggregate(n=Count("lead", distinct=True))["n"],
                rule=_(
                    "Who told us after three or six months that they took a step, and named the story that"
                    " helped. Each counts once."
                ),
                url=moved.rows_url("admin:events_lead_changelist", period.start, period.until),
            ),
        ),
        tables=(
            report.Table(
                caption=_("Story by story"),
                columns=(_("story"), _("requests"), _("began")),
                rows=tuple((titles[pk], asked.get(pk, 0), began.get(pk, 0)) for pk in most_moving),
            ),
        ),
    )


def _by_story(found: "QuerySet[Any]", number: Count) -> dict[int, int]:
    return dict(found.order_by().values("story").annotate(n=number).values_list("story", "n"))


def _titles(network: Network, stories: set[int]) -> dict[int, str]:
    """With who tells it; of one that is off the site only that it is."""
    versions = StoryVersion.objects.public(clock.today()).filter(story__network=network, story__in=stories)
    shown = {
        version.story_id: f"{version.in_language('title')} ({version.story.person.full_name})"
        for version in versions.select_related("story__person")
    }
    return {pk: shown.get(pk, _("a story that is off the site now")) for pk in stories}
