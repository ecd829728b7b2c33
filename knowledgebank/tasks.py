"""Doorbells: one function called."""

from celery import shared_task

from knowledgebank.actions import filling_in, remarking, scanning


@shared_task
def tidy_knowledge() -> None:
    filling_in.tidy()
    remarking.tidy()
    scanning.tidy()
