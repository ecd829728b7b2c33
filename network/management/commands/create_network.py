from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.actions import founding
from network.links import site_url
from network.models import CommitmentYear


class Command(BaseCommand):
    help = "Make a network: create_network SLUG --name NAME [--host HOST]"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="short name: lower-case letters, digits and hyphens")
        parser.add_argument("--name", required=True)
        parser.add_argument("--host", default="", help="host name without port, for example pioniers.nl")
        parser.add_argument("--commitment-year", choices=CommitmentYear.values, default=CommitmentYear.TERM)
        parser.add_argument("--podia", type=int, default=3, help="podia a year (3)")
        parser.add_argument("--leader", default="", metavar="EMAIL", help="its first project leader")
        parser.add_argument("--leader-name", default="", metavar="NAME")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            network = founding.found(
                slug=options["slug"],
                name=options["name"],
                host=options["host"],
                commitment_year=options["commitment_year"],
                podia_per_year=options["podia"],
                leader=options["leader"],
                leader_name=options["leader_name"],
            )
        except founding.AlreadyThere as error:
            raise CommandError(str(error)) from None
        except ValidationError as error:
            faults = (f"{field}: {' '.join(texts)}" for field, texts in error.message_dict.items())
            raise CommandError("; ".join(faults)) from None
        self.stdout.write(f"Network {network.slug} ({network.name}) made.")
        if not options["host"]:
            self.stdout.write("It has no host name yet: it answers only while it is the only network.")
        place = f"{site_url(network)}/beheer/"
        if options["leader"]:
            self.stdout.write(f"{options['leader']} leads it, has a mail about it, and begins at {place}")
            if settings.EMBEDDED:
                self.stdout.write(f"At once: manage.py sign_in {options['leader']} --network {network.slug}")
        else:
            self.stdout.write(f"Nobody leads it yet. A superuser gives roles at {place}network/role/add/")
