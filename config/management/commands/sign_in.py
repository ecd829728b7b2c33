from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from network.actions import signing_in
from network.models import Network, User


class Command(BaseCommand):
    help = "Prints a link that signs somebody in once, within the hour. In embedded mode only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--network", metavar="SLUG", help="needed when there is more than one")
        parser.add_argument(
            "--next", default=reverse("account_login"), help="the page it leads to (where they begin)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EMBEDDED:
            raise CommandError("Sign-in links are printed in embedded mode only; ask for one on the site.")
        networks = Network.objects.all()
        if options["network"]:
            networks = networks.filter(slug=options["network"])
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['email']}.")
        if networks.count() > 1:
            own = networks.filter(roles__user=user) | networks.filter(people__user=user)
            own |= networks.filter(fans__contacts__user=user)
            networks = own.distinct()
        if networks.count() != 1:
            slugs = ", ".join(Network.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"Which network? Add --network with one of: {slugs}.")
        self.stdout.write(signing_in.one_time_link(user, networks.get(), next=options["next"]))
