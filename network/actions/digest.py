"""The week in one mail for whoever runs a network: what happened, what waits, whom to call."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from network import clock, report, worklist
from network.actions import jobs, mailing, sending
from network.dates import day_and_month
from network.links import absolute
from network.models import Message, Network, Role

FROM_HOUR = 7  # on Monday, or the first moment after it when the clock stood still
MOST_ITEMS = 8
MOST_CALLS = 6

Waits = TypeVar("Waits", worklist.Item, worklist.Queue)


def post_when_due() -> bool:
    """Once a week; a week that was missed on Monday is caught up on a later day of it."""
    now = clock.now()
    if now.weekday() == 0 and now.hour < FROM_HOUR:
        return False
    year, week, _day = now.isocalendar()
    period = f"{year}-W{week:02}"
    return jobs.run_once("weekly-digest", period, lambda: {"mails": post_digests(period=period)})


def post_digests(*, period: str) -> int:
    """A mail to everyone who runs a network; safe to repeat."""
    roles = Role.objects.running_the_network().select_related("user", "network")
    people = {(role.network_id, role.user_id): role for role in roles}
    return mailing.post_many(
        mailing.Mail(
            network=role.network,
            kind="weekly_digest",
            key=f"weekly_digest:{role.network_id}:{period}:{role.user_id}",
            to=role.user.email,
            name=role.name,
            language=role.user.language,
            about=role.user,
            reason=_("the overview of every week"),
        )
        for role in people.values()
    )


def week_of(message: Message) -> dict[str, Any]:
    """What the mail says, as things stand when it leaves."""
    return week(message.network) | {"first_name": message.recipient_name.split(" ")[0]}


def week(network: Network) -> dict[str, Any]:
    today = clock.today()
    items = worklist.items(network, today)
    happened = report.happened(network, report.Period(today - timedelta(days=7), today))
    calls = worklist.by_person(item for item in items if item.by_phone)[:MOST_CALLS]
    told = [item for row in calls for item in row]
    others = [item for item in items if item not in told]
    home = cockpit_url(network)
    return {
        "calls": [linked(row, home) for row in calls],
        "items": linked(others[:MOST_ITEMS], home),
        "more": max(len(others) - MOST_ITEMS, 0),
        "waiting": len(items),
        "queues": linked(worklist.queues(network, today), home),
        "figures": [shown(figure) for figure in happened if figure.value],
        "mail": sending.backlog(network),
        "action_url": home,
        "action_label": _("Open today"),
    }


def linked(waiting: list[Waits], home: str) -> list[Waits]:
    """With addresses that work from a mail."""
    return [replace(one, url=urljoin(home, one.url)) for one in waiting]


def shown(figure: report.Figure) -> tuple[str, str]:
    value = number_format(figure.value, use_l10n=True, force_grouping=True)
    return figure.label, f"{figure.unit} {value}".strip()


def sample_week(network: Network) -> dict[str, Any]:
    """A week to show the mail with."""
    call = worklist.Item(
        who="Ingrid ter Horst",
        tag=_("call"),
        reason=_("Two reminders and no podium yet this year."),
        action=_("Call"),
        url=cockpit_url(network),
        due=clock.today(),
        by_phone=True,
    )
    asks = worklist.Item(
        who="MKB Deventer",
        tag=_("request"),
        reason=_("Asks for a podium."),
        action=_("See who suits"),
        url=cockpit_url(network),
        due=clock.today() + timedelta(days=2),
    )
    return {
        "first_name": "Karin",
        "calls": [[call]],
        "items": [asks],
        "more": 1,
        "waiting": 3,
        "queues": [
            worklist.Queue(
                label=_("%(n)d podium requests wait for an answer") % {"n": 3},
                url=cockpit_url(network),
                note=_("the oldest since %(day)s")
                % {"day": day_and_month(clock.today() - timedelta(days=6))},
            )
        ],
        "figures": [shown(report.Figure("reached", _("entrepreneurs reached"), 1775, ""))],
        "mail": sending.Backlog(
            waiting=0, waiting_since=None, uncertain=1, failed=0, held=2, server_down_since=None
        ),
        "action_url": cockpit_url(network),
        "action_label": _("Open today"),
    }


def cockpit_url(network: Network) -> str:
    return absolute(network, reverse("admin:index"))
