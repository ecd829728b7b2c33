"""PDFs kept before the rules by which they are cleaned now; the hand-run twin of the clock's job."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from knowledgebank.actions import cleaning_downloads
from knowledgebank.models import ToolDownload


class Command(BaseCommand):
    help = "Cleans PDFs that were put up before the rules of now. Repeatable."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        waiting = ToolDownload.objects.to_clean().count()
        done = {"cleaned": 0, "withheld": 0} if dry_run else cleaning_downloads.run()
        if options["json"]:
            self.stdout.write(json.dumps({"waiting": waiting, **done}))
        elif options["verbosity"]:
            self.stdout.write(
                f"PDFs to clean: {waiting}; cleaned now: {done['cleaned']}; not offered: {done['withheld']}."
            )
