from typing import Any

from django.core.management.base import BaseCommand

from config.demonstration import build
from network.actions import sizing


class Command(BaseCommand):
    help = "Makes the two demonstration networks. One that is already there is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        made = build.build()
        sizing.sweep(most=None)
        for network in made:
            self.stdout.write(f"Made {network.name}.")
        if not made and options["verbosity"]:
            self.stdout.write("The demonstration networks are there; nothing changed.")
