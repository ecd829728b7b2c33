"""Letting go of what is over, by hand: what would go now and within a week; or let it happen."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network import clock
from network.actions import retaining
from network.models import Network


class Command(BaseCommand):
    help = "Removes or empties what was kept for its term; with --dry-run it only tells what would go."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--network", metavar="SLUG", help="only this network; without it everything")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="a list for machines")

    def handle(self, *args: Any, network: str | None, dry_run: bool, **options: Any) -> None:
        now = clock.now()
        rows: list[dict[str, Any]] = []
        for chosen in _chosen(network):
            due = retaining.due(chosen, now=now)
            rows += [
                {
                    "network": chosen.slug if chosen else "",
                    "what": one.rule.name,
                    "title": str(one.rule.title),
                    "before": one.rule.before(chosen, now).date().isoformat(),
                    "now": one.now,
                    "within_a_week": one.soon,
                }
                for one in due
            ]
            if not dry_run:
                retaining.run(chosen, now=now)
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=2))
            return
        for row in rows:
            if row["now"] or row["within_a_week"]:
                self.stdout.write(
                    f"{row['network']:<16}  {row['now']:>6} now  {row['within_a_week']:>6} within a week  "
                    f"{row['title']} (ended before {row['before']})"
                )
        total = sum(row["now"] for row in rows)
        self.stdout.write(f"{total}; {'nothing was changed' if dry_run else 'done'}.")


def _chosen(slug: str | None) -> list[Network | None]:
    """The networks, and last what belongs to none of them."""
    networks = Network.objects.order_by("slug")
    if slug is None:
        return [*networks, None]
    found = networks.filter(slug=slug).first()
    if found is None:
        raise CommandError(f"There is no network {slug}.")
    return [found]
