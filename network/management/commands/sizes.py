"""Pictures whose sizes are to be made or taken away; the hand-run twin of the sweep, without its limit."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from network.actions import sizing


class Command(BaseCommand):
    help = "Makes the sizes of pictures that wait for them. Repeatable."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        waiting = {label: model.to_settle().count() for label, model in sizing.kinds().items()}
        done = 0 if dry_run else sizing.sweep(most=None)
        damaged = {label: model.without_sizes().count() for label, model in sizing.kinds().items()}
        if options["json"]:
            self.stdout.write(json.dumps({"waiting": waiting, "done": done, "damaged": damaged}))
        elif options["verbosity"]:
            self.stdout.write(
                f"Waiting: {sum(waiting.values())}; done now: {done}; damaged: {sum(damaged.values())}."
            )
