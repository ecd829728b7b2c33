from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import backup


class Command(BaseCommand):
    help = "Writes database and files to one file. The secrets are not in it; keep those apart."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(str(backup.make(options["folder"])))
        except (OSError, backup.CannotRestore) as error:
            raise CommandError(str(error)) from error
