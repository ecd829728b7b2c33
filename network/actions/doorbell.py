"""Waking the worker: best effort, never in the way of the person who waits for a page."""

import logging
import time
from typing import Any

from celery import current_app

logger = logging.getLogger(__name__)

PAUSE = 10.0  # seconds in which a broker that did not answer is left alone
_deaf_until = 0.0


def ring(task: str, *ids: Any) -> bool:
    """Send a task with ids and nothing else. False: nobody heard; the sweeper will find it."""
    global _deaf_until
    if time.monotonic() < _deaf_until:
        return False
    try:
        current_app.send_task(task, args=ids, ignore_result=True, retry=False)
    except Exception as error:  # whatever a broker does, the change itself is safe in the database
        _deaf_until = time.monotonic() + PAUSE
        logger.warning("The broker did not answer (%s); the sweeper takes over.", type(error).__name__)
        return False
    return True


def listen_again() -> None:
    """Try the broker at the next ring, however it answered before."""
    global _deaf_until
    _deaf_until = 0.0
