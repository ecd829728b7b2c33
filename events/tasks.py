"""Doorbells of the clock. They ring more often than a job runs: each runs once a day for each network."""

from typing import Any

from celery import shared_task

from events.actions import (
    asking_leads,
    asking_outcome,
    chasing,
    confirming,
    forgetting_leads,
    newsletters,
    offering,
    preparing,
    reading_calendars,
    thanking,
)
from network import clock
from network.actions import jobs
from network.models import Network


@shared_task
def chase() -> None:
    today = clock.today()
    for network in Network.objects.filter(chase_active=True):

        def run(network: Network = network) -> dict[str, Any]:
            return dict(chasing.run(network, on=today))

        jobs.run_once("chase", f"{network.pk}:{today}", run)


@shared_task
def ask_outcomes() -> None:
    today = clock.today()
    for network in Network.objects.all():

        def run(network: Network = network) -> dict[str, Any]:
            asked = asking_outcome.run(network, on=today)
            return {"asked": asked, "hosts": confirming.run(network, on=today)}

        jobs.run_once("ask_outcomes", f"{network.pk}:{today}", run)


@shared_task
def prepare_podia() -> None:
    """Reminders two days before a podium, and of offers that wait; what stays silent goes to the leader."""
    today = clock.today()
    for network in Network.objects.all():

        def run(network: Network = network) -> dict[str, Any]:
            return {"podia": preparing.run(network, on=today), **offering.run(network, on=today)}

        jobs.run_once("prepare_podia", f"{network.pk}:{today}", run)


@shared_task
def follow_leads() -> None:
    """Reminders to whoever follows them up, and the question after three and six months."""
    today = clock.today()
    for network in Network.objects.all():

        def run(network: Network = network) -> dict[str, Any]:
            return dict(asking_leads.run(network, on=today))

        jobs.run_once("follow_leads", f"{network.pk}:{today}", run)


@shared_task
def forget_leads() -> None:
    """What is past its term goes."""
    today = clock.today()
    for network in Network.objects.all():

        def run(network: Network = network) -> dict[str, Any]:
            return dict(forgetting_leads.run(network))

        jobs.run_once("forget_leads", f"{network.pk}:{today}", run)


@shared_task
def read_calendars() -> None:
    """Once a day what fans announce."""
    today = clock.today()
    for network in Network.objects.all():

        def run(network: Network = network) -> dict[str, Any]:
            return dict(reading_calendars.run(network, on=today))

        jobs.run_once("read_calendars", f"{network.pk}:{today}", run)


@shared_task
def thank() -> dict[str, int]:
    """Whoever's last term ended. Every term has a row that says so: ringing often does no harm."""
    today = clock.today()
    return {str(network.pk): thanking.run(network, on=today) for network in Network.objects.all()}


@shared_task
def tidy_newsletter() -> None:
    newsletters.tidy()
