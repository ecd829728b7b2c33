"""Doorbells: ids in, one function called. Everything that must not be lost is a row in the database."""

from celery import shared_task

from network.actions import accounts, digest, jobs, sending, signing_in


@shared_task
def deliver(ids: list[int]) -> None:
    sending.deliver(ids)


@shared_task
def sweep_outbox() -> None:
    jobs.see_beat()
    sending.sweep()


@shared_task
def weekly_digest() -> None:
    digest.post_when_due()


@shared_task
def tidy_accounts() -> None:
    signing_in.forget_old()
    accounts.forget_ended_sessions()
