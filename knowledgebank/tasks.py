"""Doorbells: one function called."""

from celery import shared_task

from knowledgebank import search_index
from knowledgebank.actions import cleaning_downloads
from network.models import Network


@shared_task
def freshen_search() -> None:
    for network in Network.objects.all():
        search_index.freshen(network)


@shared_task
def clean_downloads() -> None:
    cleaning_downloads.run()
