"""What the tests of writing a podium down share."""

from datetime import date

from django.urls import reverse

from events.actions import logging

NEW = reverse("my_log_podium")
TOKEN = "a" * 43
THREE = {"kind": "workshop", "when": "yesterday", "where": "Boost", "token": TOKEN}


def log_one(network, *people, **changes):
    values = {"kind": "workshop", "date": date(2026, 11, 22), "host_name": "Boost"} | changes
    return logging.log_podium(by=None, network=network, ambassadors=people, **values)
