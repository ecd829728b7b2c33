"""Reminders of podia and of offers that wait, by hand: see how many are due, or send them."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.actions import offering, preparing
from events.management.commands.chase import chosen_day, chosen_networks
from events.models import Offer, PodiumFile


class Command(BaseCommand):
    help = "Reminds of podia two days before, and of offers that wait; the silent ones go to the leader."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--network", metavar="SLUG", help="only this network; without it all of them")
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day to look at; without it today")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="a list for machines")

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day: date = chosen_day(on)
        rows = []
        for chosen in chosen_networks(network):
            if dry_run:
                files = PodiumFile.objects.filter(podium__network=chosen)
                late = Offer.objects.waiting().filter(request__network=chosen, escalated_at=None)
                done = {
                    "podia": files.to_remind(day, day + preparing.BEFORE).count(),
                    "escalated": late.filter(answer_before__lte=day).count(),
                }
            else:
                done = {"podia": preparing.run(chosen, on=day), **offering.run(chosen, on=day)}
            rows.append({"network": chosen.slug, **done})
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=2))
            return
        for row in rows:
            self.stdout.write(", ".join(f"{name}: {value}" for name, value in row.items()))
        self.stdout.write(f"{day}: {'nothing was changed' if dry_run else 'done'}.")
