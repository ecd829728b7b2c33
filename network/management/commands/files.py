"""Files that no row names any more; the hand-run twin of what goes by night."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from network import clock
from network.actions import tidying_files


class Command(BaseCommand):
    help = "Takes away files of an earlier day that no row names any more. Repeatable."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        found = len(tidying_files.loose(now=clock.now()))
        gone = 0 if dry_run else tidying_files.tidy(now=clock.now())["files"]
        if options["json"]:
            self.stdout.write(json.dumps({"loose": found, "gone": gone}))
        else:
            self.stdout.write(f"No row names {found} files; {gone} went now.")
