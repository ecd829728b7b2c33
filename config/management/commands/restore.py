from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from ambassadors.actions import erasing
from config import backup
from network.actions import erasing as erasing_marks
from network.models import Network


class Command(BaseCommand):
    help = "Puts a backup back. Mails that waited in it are not sent: the leader decides about each."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="over a database that holds networks")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["replace"] and _holds_networks():
            raise CommandError(
                "This database holds networks. To put the backup in their place, add --replace."
            )
        try:
            doubted = backup.restore(options["file"])
        except (OSError, backup.CannotRestore) as error:
            raise CommandError(str(error)) from error
        again = sum(
            erasing.erase_again(network, erasing_marks.noted(network)) for network in Network.objects.all()
        )
        self.stdout.write(f"{again} people who had been erased since were erased again.")
        self.stdout.write(f"Put back. {doubted} waiting mails stand as perhaps sent; the leader decides.")


def _holds_networks() -> bool:
    try:
        return Network.objects.exists()
    except DatabaseError:  # an empty database has no tables
        return False
