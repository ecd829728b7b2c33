"""What the hand-run twins of the clock's jobs share: for which networks, on which day, told how."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.dateparse import parse_date

from network import clock
from network.models import Network

EARLIEST, LATEST = date(1950, 1, 1), date(2199, 12, 31)


class JobCommand(BaseCommand):
    """A subclass takes `network`, `on`, `dry_run` and `json` in its `handle`."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--network", metavar="SLUG", help="only this network; without it all of them")
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day to look at; without it today")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="for machines")

    def say_json(self, what: Any) -> None:
        self.stdout.write(json.dumps(what, indent=2, ensure_ascii=False))


def chosen_networks(slug: str | None) -> Iterator[Network]:
    if slug is None:
        return Network.objects.order_by("slug").iterator()
    network = Network.objects.filter(slug=slug).first()
    if network is None:
        known = ", ".join(Network.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"There is no network {slug!r}. Known: {known}.")
    return iter([network])


def chosen_day(given: str | None) -> date:
    if given is None:
        return clock.today()
    try:
        day = parse_date(given)
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        raise CommandError(
            f"{given!r} is not a day. Write it as 2026-11-23, between {EARLIEST} and {LATEST}."
        )
    return day
