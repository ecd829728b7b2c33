"""The chase by hand: see whom it turns to on a day and why, or let it run."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.dateparse import parse_date

from ambassadors.models import Person
from events import chase
from events.actions import chasing
from events.chase_reasons import sentence
from network import clock
from network.models import Network

EARLIEST, LATEST = date(1950, 1, 1), date(2199, 12, 31)


class Command(BaseCommand):
    help = "Takes the steps of the chase that are due; with --dry-run it only tells which and why."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--network", metavar="SLUG", help="only this network; without it all of them")
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day to look at; without it today")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="a list for machines")

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day = chosen_day(on)
        rows: list[dict[str, Any]] = []
        for chosen in chosen_networks(network):
            rows += rows_of(chosen, day)
            if not dry_run:
                chasing.run(chosen, on=day)
        if options["json"]:
            self._print_json(rows)
        else:
            self._print_table(rows, day, dry_run)

    def _print_json(self, rows: list[dict[str, Any]]) -> None:
        self.stdout.write(json.dumps(rows, indent=2, ensure_ascii=False))

    def _print_table(self, rows: list[dict[str, Any]], day: date, dry_run: bool) -> None:
        steps = [row for row in rows if row["next_step"]]
        for row in steps:
            self.stdout.write(
                f"{row['next_step']:<10}  {row['planned_for']}  {row['email']:<32}  {row['reason']}"
            )
        ending = "nothing was changed" if dry_run else "taken"
        self.stdout.write(f"{day}: {len(rows)} commitment years, {len(steps)} steps; {ending}.")


def rows_of(network: Network, on: date) -> list[dict[str, Any]]:
    """One row per commitment year, by e-mail address and year."""
    rows = []
    lines = chase.survey(network, on)
    while page := list(islice(lines, chase.PAGE)):
        emails = dict(
            Person.objects.filter(pk__in={line.person_id for line in page}).values_list("pk", "email")
        )
        rows += [_row(emails[line.person_id], line) for line in page]
    return sorted(rows, key=lambda row: (row["email"], row["year_start"]))


def _row(email: str, line: chase.Line) -> dict[str, Any]:
    standing, decision = line.standing, line.decision
    return {
        "email": email,
        "year_start": standing.year_start.isoformat(),
        "year_end": standing.year_end.isoformat(),
        "active_days": standing.active_days,
        "required": standing.required,
        "done": standing.done,
        "agreed": standing.agreed,
        "state": str(standing.state),
        "next_step": str(decision.step) if decision.step else None,
        "planned_for": decision.planned_for.isoformat() if decision.planned_for else None,
        "reason": sentence(decision, standing),
    }


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
