"""The clock of the rounds, by hand: see what it would do, or let it."""

from dataclasses import asdict
from typing import Any

from django.db import transaction

from ambassadors.actions import running_rounds
from network.management.jobs import JobCommand, chosen_day, chosen_networks


class Command(JobCommand):
    help = "Takes the steps of the rounds that are due; with --dry-run it only counts them."

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day = chosen_day(on)
        done = {}
        with transaction.atomic():
            for one in chosen_networks(network):
                done[one.slug] = asdict(running_rounds.run(one, on=day))
            if dry_run:
                transaction.set_rollback(True)
        if options["json"]:
            self.say_json(done)
            return
        for slug, numbers in done.items():
            told = ", ".join(f"{name} {number}" for name, number in numbers.items() if number)
            self.stdout.write(f"{slug}: {told or 'nothing is due'}")
        if dry_run:
            self.stdout.write("Nothing was changed.")
