"""The question how a podium went, by hand: see who would be asked, or ask."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.actions import asking_outcome
from events.management.commands.chase import chosen_day, chosen_networks


class Command(BaseCommand):
    help = "Asks how agreed podia went whose day has passed; with --dry-run it only tells whom."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--network", metavar="SLUG", help="only this network; without it all of them")
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day to look at; without it today")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="a list for machines")

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day: date = chosen_day(on)
        rows = []
        for chosen in chosen_networks(network):
            rows += [
                {
                    "email": question.person.email,
                    "podium": question.podium.pk,
                    "date": question.podium.date.isoformat(),
                    "planned_for": question.planned_for.isoformat(),
                }
                for question in asking_outcome.questions(chosen, day)
            ]
            if not dry_run:
                asking_outcome.run(chosen, on=day)
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=2))
            return
        for row in rows:
            self.stdout.write(
                f"{row['planned_for']}  {row['email']:<32}  podium {row['podium']} of {row['date']}"
            )
        self.stdout.write(f"{day}: {len(rows)} questions; {'nothing was changed' if dry_run else 'asked'}.")
