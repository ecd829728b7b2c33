"""Jobs of the clock: once for each period, whoever fires them and however often.

The clock may ring twice, late, or in two processes at once: the primary key of the row lets one through. So
the schedule rings more often than a job runs, and a job that was missed is caught up at the next ring.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from network.models import JobRun

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=30)  # a run that has not ended by then was killed, and can be repeated
BEAT = "beat"


def run_once(
    job: str, period: str, function: Callable[[], dict[str, Any] | None], *, lease: timedelta = LEASE
) -> bool:
    """Run the function unless this job already ran, or runs, for this period. True: it ran now.

    A function that fails gives the period back, so that the next ring tries again; a run that is killed is
    repeated after the lease. So the function itself must be safe to repeat.
    """
    key = f"{job}:{period}"
    started_at = _start(key, lease)
    if started_at is None:
        return False
    begun = time.monotonic()
    try:
        outcome = function() or {}
    except BaseException:
        JobRun.objects.filter(pk=key, started_at=started_at, finished_at=None).delete()
        raise
    JobRun.objects.filter(pk=key, started_at=started_at).update(
        finished_at=timezone.now(), outcome={**outcome, "seconds": round(time.monotonic() - begun, 3)}
    )
    logger.info("job %s ran", key)
    return True


def _start(key: str, lease: timedelta) -> datetime | None:
    """The moment that marks this run as ours; None: somebody else has it or had it."""
    now = timezone.now()
    run = JobRun.objects.filter(pk=key).first()
    if run is None:
        try:
            with transaction.atomic():
                return JobRun.objects.create(pk=key, started_at=now).started_at
        except IntegrityError:
            return None
    if run.finished_at is not None or run.started_at > now - lease:
        return None
    taken = JobRun.objects.filter(pk=key, started_at=run.started_at, finished_at=None).update(started_at=now)
    return now if taken else None


def beat_seen_at() -> datetime | None:
    """When the clock last reached a worker; for /readyz and `manage.py doctor`."""
    return JobRun.objects.filter(pk=BEAT).values_list("finished_at", flat=True).first()


def see_beat() -> None:
    JobRun.objects.update_or_create(pk=BEAT, defaults={"finished_at": timezone.now()})
