"""Doorbells: one function called."""

from celery import shared_task

from knowledgebank import search_index
from knowledgebank.actions import filling_in, remarking, scanning
from network.models import Network


@shared_task
def tidy_knowledge() -> None:
    filling_in.tidy()
    remarking.tidy()
    scanning.tidy()


@shared_task
def freshen_search() -> None:
    for network in Network.objects.all():
        search_index.freshen(network)
