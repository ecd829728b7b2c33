"""After a new key was put first in ENCRYPTION_KEYS: seal all declarations with it, so that the old can go."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ambassadors.actions import declaring
from ambassadors.models import Declaration


class Command(BaseCommand):
    help = "Seal all declarations with the newest of ENCRYPTION_KEYS. Then older keys can be taken away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say how many there are, change nothing")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        renewed = Declaration.objects.count() if options["dry_run"] else declaring.renew()
        if options["json"]:
            self.stdout.write(json.dumps({"declarations": renewed, "dry_run": options["dry_run"]}))
        else:
            verb = "would be sealed" if options["dry_run"] else "sealed"
            self.stdout.write(f"{renewed} declarations {verb} with the newest key.")
