"""Doorbells: ids in, one function called."""

from celery import shared_task

from ambassadors.actions import declaring, printing
from network import clock
from network.actions import jobs


@shared_task
def make_plaques(batch_id: int) -> None:
    printing.work(batch_id)


@shared_task
def sweep_plaques() -> None:
    printing.sweep()


@shared_task
def tidy_declarations() -> None:
    """How many there were is not noted: on the day somebody leaves it would say whether they had one."""

    def tidy() -> None:
        declaring.tidy()

    jobs.run_once("tidy-declarations", f"{clock.today()}", tidy)
