"""Doorbells: ids in, one function called. Everything that must not be lost is a row in the database."""

from celery import shared_task

from network import clock
from network.actions import accounts, digest, jobs, retaining, sending, signing_in, sizing, tidying_files
from network.models import Network


@shared_task
def deliver(ids: list[int]) -> None:
    sending.deliver(ids)


@shared_task
def sweep_outbox() -> None:
    jobs.see_beat()
    sending.sweep()


@shared_task
def settle_sizes(label: str, pk: int) -> None:
    sizing.settle(label, pk)


@shared_task
def sweep_sizes() -> None:
    sizing.sweep()


@shared_task
def weekly_digest() -> None:
    digest.post_when_due()


@shared_task
def tidy_accounts() -> None:
    signing_in.forget_old()
    accounts.forget_ended_sessions()


@shared_task
def retain() -> None:
    """What was kept for its term goes: once a day for each network, and for what belongs to none."""
    now = clock.now()
    for network in [*Network.objects.all(), None]:

        def run(network: Network | None = network) -> dict[str, int]:
            return retaining.run(network, now=now)

        jobs.run_once("retain", f"{network.pk if network else 'all'}:{now.date()}", run)


@shared_task
def tidy_files() -> None:
    """Once a day: files that no row names any more."""
    now = clock.now()
    jobs.run_once("tidy_files", str(now.date()), lambda: tidying_files.tidy(now=now))
