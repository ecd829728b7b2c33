"""How many were there: the host is asked what the ambassador is asked; the leader settles a difference."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from events.actions import logging
from events.models import HostSays, Podium, PodiumFile, PodiumStatus
from events.sending_days import first_allowed, opening
from network.actions import mailing
from network.history import changed_by
from network.models import Network, User

LOOK_BACK = timedelta(days=60)


def run(network: Network, *, on: date) -> int:
    """Ask every host about podia whose day has passed, on the working day after; once for each day."""
    files = (
        PodiumFile.objects.filter(podium__network=network)
        .to_ask_the_host(on, on - LOOK_BACK)
        .select_related("podium__network")
    )
    return sum(_ask(file, on) for file in files.order_by("podium__date", "pk"))


def _ask(file: PodiumFile, on: date) -> int:
    podium = file.podium
    with transaction.atomic():
        changed = (
            PodiumFile.objects.filter(pk=file.pk)
            .exclude(host_asked_for=podium.date)
            .update(host_asked_for=podium.date)
        )
        if not changed:
            return 0
        made = mailing.post(
            mailing.Mail(
                network=podium.network,
                kind="host_question",
                key=f"host_question:{podium.pk}:{podium.date}",
                to=file.host_email,
                name=file.host_name,
                language=file.host_language,
                context={"podium": podium.pk, "day": podium.date},
                about=podium,
                reason=str(podium),
                not_before=opening(first_allowed(on)),
            )
        )
        return int(made is not None)


def hear_the_host(file: PodiumFile, *, says: HostSays, audience: int | None, words: str = "") -> Podium:
    """The host's own answer, beside that of the ambassador; a later answer takes the place of the first."""
    with transaction.atomic():
        file = PodiumFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
        podium = Podium.objects.select_for_update(of=("self",)).select_related("network").get(pk=file.pk)
        file.host_says, file.host_answered_at, file.host_words = says, timezone.now(), words
        changed_by(file, None)
        file.save(update_fields=["host_says", "host_answered_at", "host_words"])
        heard = 0 if says == HostSays.CANCELLED else audience
        return logging.correct(
            podium, by=None, changes={"audience_by_host": heard}, changed_on=podium.changed_on
        )


def settle(podium: Podium, *, by: User, audience: int) -> Podium:
    """Two answers that differ: this number counts from now on."""
    return logging.correct(podium, by=by, changes={"reached": audience}, changed_on=podium.changed_on)


def settle_as_cancelled(podium: Podium, *, by: User) -> Podium:
    """The host is right: it did not take place."""
    if podium.status == PodiumStatus.CANCELLED:
        return podium
    return logging.cancel(podium, by=by)
