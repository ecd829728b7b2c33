"""What the outbox holds; with --sweep, send what is due now. The hand-run twin of the sweeper."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count
from django.utils import timezone

from network.actions import sending
from network.models import Message


class Command(BaseCommand):
    help = "Shows what the outbox holds. With --sweep: sends what is due now."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sweep", action="store_true", help="send everything that is due now")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *args: Any, sweep: bool, **options: Any) -> None:
        tally = sending.sweep(seconds=3600) if sweep else None
        report = counts()
        if tally is not None:
            report["swept"] = vars(tally)
        if options["json"]:
            self.stdout.write(json.dumps(report, default=str))
            return
        for state, number in report["states"].items():
            if number:
                self.stdout.write(f"{number:>7}  {Message.State(state).label}")
        if not any(report["states"].values()):
            self.stdout.write("The outbox is empty.")
        for key, sentence in (
            ("waiting_since", "Mail is waiting since"),
            ("server_down_since", "The mail server does not answer since"),
        ):
            if report[key]:
                self.stdout.write(f"{sentence} {timezone.localtime(report[key]):%Y-%m-%d %H:%M}.")
        if tally is not None:
            self.stdout.write(
                f"Sent {tally.sent}, later {tally.again + tally.postponed}, dropped {tally.dropped}, "
                f"failed {tally.failed}, uncertain {tally.uncertain}."
            )


def counts() -> dict[str, Any]:
    found = dict(Message.objects.order_by().values_list("state").annotate(Count("pk")))
    backlog = sending.backlog()
    return {
        "states": {state.value: found.get(state, 0) for state in Message.State},
        "due": Message.objects.due(timezone.now()).count(),
        "waiting_since": backlog.waiting_since,
        "server_down_since": backlog.server_down_since,
    }
