import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config import health

MARKS = {health.State.OK: "ok     ", health.State.WARNING: "warning", health.State.FAULT: "FAULT  "}


class Command(BaseCommand):
    help = (
        "Looks at everything the application needs, and says how to mend what is wrong. Exit code 1: a fault."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="for a machine to read")

    def handle(self, *args: Any, **options: Any) -> None:
        findings = list(health.examine())
        if options["json"]:
            self.stdout.write(json.dumps([vars(finding) for finding in findings], indent=1))
        else:
            for finding in findings:
                self.stdout.write(f"{MARKS[finding.state]}  {finding.name:11}{finding.says}")
                if finding.mend:
                    self.stdout.write(f"{'':20}-> {finding.mend}")
        if any(finding.state == health.State.FAULT for finding in findings):
            sys.exit(1)
