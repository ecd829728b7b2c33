"""Doorbells: ids in, one function called."""

from dataclasses import asdict
from typing import Any

from celery import shared_task

from ambassadors.actions import declaring, parting, printing, running_rounds
from network import clock
from network.actions import jobs
from network.models import Network


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


@shared_task
def run_rounds() -> dict[str, Any]:
    """Rings often: every step has a row of its own, so that none happens twice."""
    today = clock.today()
    return {
        str(network.pk): asdict(running_rounds.run(network, on=today)) for network in Network.objects.all()
    }


@shared_task
def end_terms() -> dict[str, Any]:
    """Asks in time what somebody wants after their term, and carries it out; each term has a row."""
    today = clock.today()
    return {
        str(network.pk): {
            "asked": parting.ask_due(network, on=today),
            "honorary": parting.carry_out(network, on=today),
        }
        for network in Network.objects.all()
    }
