"""The Celery application and the one table that says what runs when."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("koploper")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Local time of CELERY_TIMEZONE. Nothing between 02:00 and 03:00: that hour is skipped or doubled
# when the clock changes.
SCHEDULE = {
    "outbox-sweep": {"task": "network.tasks.sweep_outbox", "schedule": 30.0},
}
app.conf.beat_schedule = SCHEDULE

__all__ = ["SCHEDULE", "app", "crontab"]
