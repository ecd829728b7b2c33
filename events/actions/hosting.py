"""What a contact person does on their own page: offer podia, tell how many came, bring in a colleague."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.models import PodiumKind
from events import priority
from events.actions import confirming, requesting
from events.models import HostSays, Podium, PodiumFile, PodiumRequest
from network import clock
from network.actions import mailing, partnering
from network.history import changed_by
from network.models import FanContact, User

MOST_A_DAY = 40
"""Requests of one fan, and below new contact persons: more is no longer honest work."""
MOST_COLLEAGUES_A_DAY = 5


class TooMany(Exception):
    """More in one day than a person would do."""


def offer(
    contact: FanContact, *, values: Mapping[str, Any], days: Sequence[date | None], language: str, token: str
) -> list[PodiumRequest]:
    """A request for each day, taken up by whoever keeps the relation; the same form twice is once.

    A series is confirmed by one mail, about its first day. Raises TooMany.
    """
    fan = contact.fan
    with transaction.atomic():
        type(fan).objects.select_for_update(of=("self",)).get(pk=fan.pk)
        tokens = [requesting.own_token(fan.network, f"{token}:{number}") for number in range(len(days))]
        known = list(PodiumRequest.objects.filter(form_token__in=tokens).soonest_first())
        if known:
            return known
        since = timezone.now() - timedelta(days=1)
        if PodiumRequest.objects.filter(host=fan, asked_at__gt=since).count() + len(days) > MOST_A_DAY:
            raise TooMany
        made = [
            _request(contact, values, day, language, own, title)
            for day, own, title in zip(days, tokens, _titles(values, len(days)), strict=True)
        ]
        requesting.welcome(made[0])
        return made


def _titles(values: Mapping[str, Any], times: int) -> list[str]:
    if times == 1:
        return [""]
    kind = str(PodiumKind(values["kind"]).label).capitalize()
    words = _("%(kind)s, %(number)d of %(times)d")
    return [words % {"kind": kind, "number": number, "times": times} for number in range(1, times + 1)]


def _request(
    contact: FanContact, values: Mapping[str, Any], day: date | None, language: str, token: str, title: str
) -> PodiumRequest:
    fan = contact.fan
    request = PodiumRequest(
        network=fan.network,
        host=fan,
        host_name=fan.name,
        region=fan.region,
        contact_name=contact.name[:120],
        contact_email=contact.email,
        owner=fan.relationship_owner,
        language=language,
        title=title,
        date=day,
        due_on=priority.due_on(clock.today(), day),
        form_token=token,
        **values,
    )
    changed_by(request, contact.user)
    request.save()
    return request


def tell_outcome(
    contact: FanContact, podium: Podium, *, says: HostSays, audience: int | None, words: str
) -> Podium:
    """The host's own answer about one of its podia, whether or not there was a file for it."""
    file = PodiumFile.objects.filter(podium=podium).first()
    if file is None:
        file = PodiumFile(
            podium=podium, host_email=contact.email, host_name=contact.name, host_asked_for=podium.date
        )
        changed_by(file, contact.user)
        file.save()
    return confirming.hear_the_host(file, says=says, audience=audience, words=words)


def bring_in(contact: FanContact, *, name: str, email: str, role: str, language: str) -> FanContact:
    """A colleague comes beside them and gets a page of their own; whoever keeps the relation hears it.

    Somebody who is contact person already gets the link again. Raises TooMany.
    """
    fan, today = contact.fan, clock.today()
    with transaction.atomic():
        type(fan).objects.select_for_update(of=("self",)).get(pk=fan.pk)
        known = fan.contacts.current(today).filter(email__iexact=email).first()
        if known is None:
            if fan.contacts.filter(start=today).count() >= MOST_COLLEAGUES_A_DAY:
                raise TooMany
            known = partnering.hand_over(
                by=contact.user, fan=fan, name=name, role=role, email=email, since=today
            )
            _tell_the_owner(contact, known)
        known.fan = fan
        send_page(known, invited_by=contact.name, language=language)
        return known


def send_page(
    contact: FanContact, *, by: User | None = None, invited_by: str = "", language: str = "nl"
) -> bool:
    """The link to their own page, at most once a day; False without an address or when it went today."""
    if not contact.email:
        return False
    made = mailing.post(
        mailing.Mail(
            network=contact.fan.network,
            kind="fan_page",
            key=f"fan_page:{contact.pk}:{clock.today().isoformat()}",
            to=contact.email,
            name=contact.name,
            language=language,
            context={"invited_by": invited_by},
            about=contact,
            reason=f"{contact.name}: {contact.fan.name}",
            reply_to=by.email if by else "",
        )
    )
    return made is not None


def _tell_the_owner(contact: FanContact, colleague: FanContact) -> None:
    for runner in requesting.runners(contact.fan.network, contact.fan.relationship_owner):
        mailing.post(
            mailing.Mail(
                network=contact.fan.network,
                kind="fan_colleague",
                key=f"fan_colleague:{colleague.pk}:{runner.pk}",
                to=runner.email,
                name=runner.name,
                language=runner.language,
                context={"name": colleague.name, "fan": contact.fan.name, "by": contact.name},
                about=colleague,
                reason=f"{colleague.name}: {contact.fan.name}",
            )
        )
