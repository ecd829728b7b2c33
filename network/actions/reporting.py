"""The report for the client: drafted, worded, and frozen when it is approved."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network import report, report_document
from network.actions import mailing
from network.models import Network, Report, Role, User


class Approved(Exception):
    """The report is frozen: nothing in it changes any more."""


def draft(*, by: User, network: Network, title: str, start: date, end: date) -> Report:
    return Report.objects.create(network=network, title=title, start=start, end=end, created_by=by)


def write(found: Report, *, texts: Mapping[str, Mapping[str, str]]) -> Report:
    """The words by language and section. Raises Approved."""
    with transaction.atomic():
        found = _locked(found)
        if found.is_approved:
            raise Approved
        kept = {
            language: {key: words for key, words in some.items() if words} for language, some in texts.items()
        }
        if kept != found.texts:
            found.texts = kept
            found.save(update_fields=["texts"])
        return found


def approve(found: Report, *, by: User) -> Report:
    """Figures, rows and words stand as they are now, for good; approved twice is approved once."""
    with transaction.atomic():
        found = _locked(found)
        if found.is_approved:
            return found
        period = report.Period(found.start, found.end)
        found.frozen = report_document.frozen(found.network, period, approved_by=_name(by, found.network))
        found.digest = report_document.digest_of(found.frozen, found.texts)
        found.approved_at, found.approved_by = timezone.now(), by
        found.save(update_fields=["frozen", "digest", "approved_at", "approved_by"])
        _tell_the_client(found)
        return found


def _tell_the_client(found: Report) -> None:
    """A mail to everybody who reads along: the report is there, and stays as it is."""
    roles = Role.objects.filter(network=found.network).reading_along().select_related("user")
    mailing.post_many(
        mailing.Mail(
            network=found.network,
            kind="report_approved",
            key=f"report_approved:{found.pk}:{role.user_id}",
            to=role.user.email,
            name=role.name or role.user.name,
            language=role.user.language,
            about=found,
            reason=_("Reads along for the client."),
        )
        for role in roles
    )


def _name(user: User, network: Network) -> str:
    """As somebody is called in this network."""
    role = Role.objects.filter(network=network, user=user).exclude(name="").first()
    return role.name if role else user.name


def _locked(found: Report) -> Report:
    return Report.objects.select_for_update(of=("self",)).select_related("network").get(pk=found.pk)
