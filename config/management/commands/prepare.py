from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from config import health
from config.translations import compile_catalogues


class Command(BaseCommand):
    help = (
        "Makes what is not kept in the repository: translations, fonts for the web, static files; "
        "and the sizes of pictures and cleaned PDFs, where the database is up to date. Repeatable."
    )
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        compile_catalogues()
        call_command("build_fonts", verbosity=options["verbosity"], stdout=self.stdout)
        if not settings.EMBEDDED:
            call_command("collectstatic", interactive=False, verbosity=options["verbosity"])
        if health.migrations().state == health.State.OK:
            call_command("sizes", verbosity=options["verbosity"], stdout=self.stdout)
            call_command("clean_downloads", verbosity=options["verbosity"], stdout=self.stdout)
