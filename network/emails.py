"""The mails of the ground itself, and the groups of mail that every app can use."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network import links, sealing
from network.actions import digest, mailing
from network.messages import register, register_group
from network.models import Message, Report

CHASE = register_group(
    "chase",
    _("Reminders about your podia"),
    _("You get this mail because you promised to take the stage a few times a year."),
)
REQUESTS = register_group(
    "requests",
    _("Questions about podia"),
    _("You get this mail because you take part in the network."),
)
NEWS = register_group(
    "news",
    _("News and invitations"),
    _("You get this mail because you take part in the network."),
)
WORK = register_group(
    "work",
    _("Overviews for the project leader"),
    _("You get this mail because you run the network."),
    of_the_team=True,
)
REPORTS = register_group(
    "reports",
    _("Reports for the client"),
    _("You get this mail because you read along for the client."),
)
# Mails that belong to something somebody just did, or to their appointment: these cannot be stopped.
SERVICE = register_group(
    "service",
    _("Answers and confirmations"),
    _("You get this mail because of something you did or agreed."),
    stoppable=False,
)

RELAYED = register(
    "relayed_message",
    SERVICE,
    _("Message through the site"),
    "network/email/relayed_message",
    sample=lambda network: {
        "sender": "Karin Veldhuis",
        "organisation": "Ondernemend Twente",
        "about": _("A podium in March"),
        "body": _("We would like to hear your story."),
        "is_for_team": False,
    },
    editable=False,
)


def code_still_valid(message: Message) -> bool | str:
    """A code that is too old to use only confuses: whoever waited for it asked for another."""
    try:
        values = mailing.contents(message)
    except sealing.Unopenable:
        return str(_("The key that closed the code is gone."))
    age = timezone.now() - message.created_at
    if values.get("code") and age < timedelta(minutes=values["minutes"]):
        return True
    return str(_("The code in it is no longer valid."))


SIGN_IN = register(
    "sign_in",
    SERVICE,
    _("Code to sign in"),
    "network/email/sign_in",
    sample=lambda network: {"code": "481 207", "link": "https://example.org/account/link/…/", "minutes": 10},
    still_due=code_still_valid,
    editable=False,
    secret=True,
)
ACCOUNT_NOTICE = register(
    "account_notice",
    SERVICE,
    _("Something changed in how you sign in"),
    "network/email/account_notice",
    sample=lambda network: {"what": "passkey_added", "at": datetime(2026, 11, 23, 11, 0, tzinfo=UTC)},
    editable=False,
)

# Written by the leader, to one person or to everybody in a list.
LETTER = register(
    "letter",
    NEWS,
    _("Mail from the project leader"),
    "network/email/letter",
    sample=lambda network: {"words": _("A few words from the project leader.")},
    editable=False,
)


def _report(message: Message) -> dict[str, Any]:
    found = message.about
    if not isinstance(found, Report):
        return {}
    return {
        "title": found.title,
        "first_name": message.recipient_name.split(" ")[0],
        "by": (found.frozen or {}).get("approved_by", ""),
        "action_url": links.absolute(message.network, found.get_absolute_url()),
        "action_label": gettext("Read the report"),
    }


def _report_exists(message: Message) -> bool | str:
    return isinstance(message.about, Report) or gettext("The report is there no longer.")


# Every Monday, to whoever runs the network.
WEEKLY_DIGEST = register(
    "weekly_digest",
    WORK,
    _("Overview of the week"),
    "network/email/weekly_digest",
    placeholders={
        "first_name": _("first name"),
        "waiting": _("how many things wait"),
    },
    sample=digest.sample_week,
    context=digest.week_of,
)
# To everybody who reads along for the client, when a report is approved.
REPORT_APPROVED = register(
    "report_approved",
    REPORTS,
    _("A report for the client is approved"),
    "network/email/report_approved",
    placeholders={"title": _("title of the report"), "first_name": _("first name")},
    sample=lambda network: {
        "title": "Jaarverslag 2026",
        "first_name": "Robert",
        "by": "Hanneke Broekhuis",
        "action_url": links.absolute(network, "/verslag/1/"),
        "action_label": gettext("Read the report"),
    },
    context=_report,
    still_due=_report_exists,
)
# To the project leaders beside whoever runs the network and made a second factor for the first time.
SECOND_FACTOR_MADE = register(
    "second_factor_made",
    SERVICE,
    _("Somebody who runs the network made a second lock"),
    "network/email/second_factor_made",
    sample=lambda network: {
        "who": "Daan Assink",
        "email": "daan@pioniers.example",
        "at": datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
        "action_url": "https://example.org/beheer/network/role/",
        "action_label": _("See the roles"),
    },
    context=lambda message: {
        "action_url": links.absolute(message.network, reverse("admin:network_role_changelist")),
        "action_label": gettext("See the roles"),
    },
    editable=False,
)
ROLE_GIVEN = register(
    "role_given",
    SERVICE,
    _("A role in the network"),
    "network/email/role_given",
    sample=lambda network: {
        "role": "leader",
        "by": "Marleen Oosterveld",
        "action_url": "https://example.org/account/login/",
    },
    editable=False,
)
