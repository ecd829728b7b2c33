"""What the three import commands share: reading the file, saying what happens, the exit code."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.actions import importing
from network.models import Network

MOST_SHOWN = 200


class ImportCommand(BaseCommand):
    """A subclass names its `planner`, a function that says what an import would do."""

    planner: importing.Planner
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help=".csv or .xlsx")
        parser.add_argument("--network", required=True, metavar="SLUG")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen; change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        network = Network.objects.filter(slug=options["network"]).first()
        if network is None:
            raise CommandError(_("There is no network “%(slug)s”.") % {"slug": options["network"]})
        try:
            content = Path(options["file"]).read_bytes()
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be read: %(why)s.") % {"file": options["file"], "why": error.strerror}
            ) from None
        plan = importing.run(
            type(self).planner, network=network, content=content, by=None, dry_run=options["dry_run"]
        )
        if not plan.is_good:
            raise CommandError(_faults_text(plan))
        for notice in plan.notices:
            self.stdout.write(self.style.WARNING(notice))
        if options["dry_run"]:
            for change in plan.changes[:MOST_SHOWN]:
                self.stdout.write(
                    _("Row %(row)d: %(who)s – %(what)s")
                    % {"row": change.row, "who": change.who, "what": change.what}
                )
            if len(plan.changes) > MOST_SHOWN:
                self.stdout.write(_("… and %(n)d more.") % {"n": len(plan.changes) - MOST_SHOWN})
            self.stdout.write(_("Dry run: nothing was changed. This is what would happen:"))
        for line in plan.summary:
            self.stdout.write(f"- {line}")


def _faults_text(plan: importing.Plan) -> str:
    lines = [str(fault) for fault in plan.faults[:MOST_SHOWN]]
    if len(plan.faults) > MOST_SHOWN:
        lines.append(_("… and %(n)d more.") % {"n": len(plan.faults) - MOST_SHOWN})
    lines.append(
        ngettext(
            "Nothing was imported: %(n)d fault.", "Nothing was imported: %(n)d faults.", len(plan.faults)
        )
        % {"n": len(plan.faults)}
    )
    return "\n".join(lines)
