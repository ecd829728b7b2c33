"""The part of the report that says which story moved whom."""

from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
    requests, people = sum(asked.values()), begun.aggregate(n=Count("lead", distinct=True))["n"]
    most_moving = sorted(titles, key=lambda pk: (-began.get(pk, 0), -asked.get(pk, 0), titles[pk]))
    return report.Section(
        key="stories",
        title=_("Which story moved whom"),
        figures=(
            report.Figure(
                key="asked_after_reading",
                label=ngettext("request after reading a story", "requests after reading a story", requests),
                value=requests,
                rule=_("Requests for a podium that began on the page of a story, spam left out."),
                url=moved.rows_url("admin:events_podiumrequest_changelist", period.start, period.until),
                sheet="stories",
            ),
            report.Figure(
                key="moved_by_story",
                label=ngettext(
                    "entrepreneur whom a story helped to begin",
                    "entrepreneurs whom a story helped to begin",
                    people,
                ),
                value=people,
                rule=_(
                    "Who told us after three or six months that they took a step, and named the story that"
                    " helped. Each counts once."
                ),
                url=moved.rows_url("admin:events_lead_changelist", period.start, period.until),
                sheet="stories",
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


@report.register_sheet("stories")
def story_rows(network: Network, period: report.Period) -> report.Sheet:
    """One row for each request and each answer, without names of whoever asked or answered."""
    asked = moved.asked_after_reading(network, period.start, period.until).order_by("asked_at", "pk")
    begun = moved.helped_to_begin(network, period.start, period.until).select_related("lead")
    answers = list(begun.order_by("answered_at", "pk"))
    titles = _titles(network, {*asked.values_list("story", flat=True), *(one.story_id for one in answers)})
    request_url, lead_url = reverse("admin:request", args=[0]), reverse("admin:events_lead_change", args=[0])
    rows = [
        report.Row(
            cells=(
                localdate(one.asked_at),
                _("request"),
                titles[one.story_id],
                one.get_kind_display(),
                one.region,
            ),
            counts={"asked_after_reading": 1},
            url=request_url.replace("/0/", f"/{one.pk}/"),
        )
        for one in asked
    ]
    counted: set[int] = set()
    for one in answers:
        first = one.lead_id not in counted
        counted.add(one.lead_id)
        rows.append(
            report.Row(
                cells=(
                    localdate(one.answered_at), _("answer"), titles[one.story_id], one.get_answer_display(),
                    one.lead.region,
                ),
                counts={"moved_by_story": 1} if first else {},
                url=lead_url.replace("/0/", f"/{one.lead_id}/"),
            )
        )  # fmt: skip
    return report.Sheet(
        key="stories",
        title=_("Stories"),
        columns=(_("date"), _("request or answer"), _("story"), _("what"), _("region")),
        rows=tuple(rows),
    )


def _by_story(found: "QuerySet[Any]", number: Count) -> dict[int | None, int]:
    return dict(found.order_by().values("story").annotate(n=number).values_list("story", "n"))


def _titles(network: Network, stories: set[int | None]) -> dict[int | None, str]:
    """Without who tells it, since a report outlives that; of one that is off the site only that it is."""
    versions = StoryVersion.objects.public(clock.today()).filter(story__network=network, story__in=stories)
    shown: dict[int | None, str] = {version.story_id: version.in_language("title") for version in versions}
    return {pk: shown.get(pk, _("a story that is off the site now")) for pk in stories}
