"""The clock of the rounds, by hand: see what it would do, or let it."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from ambassadors.actions import running_rounds
from network import clock
from network.models import Network


class Command(BaseCommand):
    help = "Takes the steps of the rounds that are due; with --dry-run it only counts them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--network", metavar="SLUG", help="only this network; without it all of them")
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day to look at; without it today")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="an object for machines")

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        try:
            day = date.fromisoformat(on) if on else clock.today()
        except ValueError:
            raise CommandError("Write the day as YYYY-MM-DD.") from None
        chosen = Network.objects.filter(slug=network) if network else Network.objects.all()
        if not chosen:
            raise CommandError("There is no such network.")
        done = {}
        with transaction.atomic():
            for one in chosen:
                done[one.slug] = asdict(running_rounds.run(one, on=day))
            if dry_run:
                transaction.set_rollback(True)
        if options["json"]:
            self.stdout.write(json.dumps(done, indent=2))
            return
        for slug, numbers in done.items():
            told = ", ".join(f"{name} {number}" for name, number in numbers.items() if number)
            self.stdout.write(f"{slug}: {told or 'nothing is due'}")
        if dry_run:
            self.stdout.write("Nothing was changed.")
