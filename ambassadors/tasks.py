"""Doorbells: ids in, one function called."""

from celery import shared_task

from ambassadors.actions import printing


@shared_task
def make_plaques(batch_id: int) -> None:
    printing.work(batch_id)


@shared_task
def sweep_plaques() -> None:
    printing.sweep()
