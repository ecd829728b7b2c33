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
    "chase": {"task": "events.tasks.chase", "schedule": crontab(minute=20, hour="3-23")},
    "ask-outcomes": {"task": "events.tasks.ask_outcomes", "schedule": crontab(minute=40, hour="3-23")},
    "prepare-podia": {"task": "events.tasks.prepare_podia", "schedule": crontab(minute=30, hour="3-23")},
    "follow-leads": {"task": "events.tasks.follow_leads", "schedule": crontab(minute=45, hour="6-23")},
    "forget-leads": {"task": "events.tasks.forget_leads", "schedule": crontab(minute=55, hour="3-23")},
    # Finds every mail that nobody was woken for; a sweep that waited in the queue is of no use any more.
    "outbox-sweep": {"task": "network.tasks.sweep_outbox", "schedule": 30.0, "options": {"expires": 25}},
    # Sizes of pictures for which nobody was woken, and of those that may no longer be shown.
    "sizes-sweep": {"task": "network.tasks.sweep_sizes", "schedule": 60.0, "options": {"expires": 55}},
    # Rings often, runs once a week: on Monday, or later when it was missed.
    "weekly-digest": {"task": "network.tasks.weekly_digest", "schedule": crontab(minute=5, hour="7-20")},
    # Codes of yesterday and sessions that are over.
    "tidy-accounts": {"task": "network.tasks.tidy_accounts", "schedule": crontab(minute=50)},
    # What was kept for its term goes, by night; rings on, for a night that was missed.
    "retain": {"task": "network.tasks.retain", "schedule": crontab(minute=5, hour="3-23")},
    # PDFs that were kept before the rules by which they are cleaned now; most nights there are none.
    "clean-downloads": {
        "task": "knowledgebank.tasks.clean_downloads",
        "schedule": crontab(minute=0, hour="3-23"),
    },
    # After both, the files that no row names any more.
    "tidy-files": {"task": "network.tasks.tidy_files", "schedule": crontab(minute=35, hour="3-23")},
    # Declarations whose person is gone or no longer serves: rings often, runs once a day.
    "tidy-declarations": {
        "task": "ambassadors.tasks.tidy_declarations",
        "schedule": crontab(minute=25, hour="4-23"),
    },
    # Who asked for the newsletter and never confirmed, or stopped.
    "tidy-newsletter": {"task": "events.tasks.tidy_newsletter", "schedule": crontab(minute=35, hour="4-23")},
    # So that no visitor waits for it, and nothing that was erased stays in it.
    "search-index": {
        "task": "knowledgebank.tasks.freshen_search",
        "schedule": 300.0,
        "options": {"expires": 290},
    },
    # What fans announce in public; of other sites' patience we ask no more than once a day.
    "read-calendars": {"task": "events.tasks.read_calendars", "schedule": crontab(minute=50, hour="4-23")},
    # Every step and every mail of a round has a row, so ringing often does no harm.
    "rounds": {"task": "ambassadors.tasks.run_rounds", "schedule": crontab(minute=10, hour="3-23")},
    # What comes after a term: asked in time, carried out on the day, and thanks with the years in figures.
    "end-terms": {"task": "ambassadors.tasks.end_terms", "schedule": crontab(minute=15, hour="3-23")},
    "thank": {"task": "events.tasks.thank", "schedule": crontab(minute=25, hour="8-20")},
    # Takes up plaques of which the worker was killed or never woken.
    "plaques-sweep": {
        "task": "ambassadors.tasks.sweep_plaques",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
}
app.conf.beat_schedule = SCHEDULE

__all__ = ["SCHEDULE", "app", "crontab"]
