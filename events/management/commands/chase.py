"""The chase by hand: see whom it turns to on a day and why, or let it run."""

from datetime import date
from itertools import islice
from typing import Any

from ambassadors.models import Person
from events import chase
from events.actions import chasing
from events.chase_reasons import sentence
from network.management.jobs import JobCommand, chosen_day, chosen_networks
from network.models import Network


class Command(JobCommand):
    help = "Takes the steps of the chase that are due; with --dry-run it only tells which and why."

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day = chosen_day(on)
        rows: list[dict[str, Any]] = []
        for chosen in chosen_networks(network):
            rows += rows_of(chosen, day)
            if not dry_run:
                chasing.run(chosen, on=day)
        if options["json"]:
            self.say_json(rows)
        else:
            self._print_table(rows, day, dry_run)

    def _print_table(self, rows: list[dict[str, Any]], day: date, dry_run: bool) -> None:
        steps = [row for row in rows if row["next_step"]]
        for row in steps:
            self.stdout.write(
                f"{row['next_step']:<10}  {row['planned_for']}  {row['email']:<32}  {row['reason']}"
            )
        ending = "nothing was changed" if dry_run else "taken"
        self.stdout.write(f"{day}: {len(rows)} commitment years, {len(steps)} steps; {ending}.")


def rows_of(network: Network, on: date) -> list[dict[str, Any]]:
    """One row per commitment year, by e-mail address and year."""
    rows = []
    lines = chase.survey(network, on)
    while page := list(islice(lines, chase.PAGE)):
        emails = dict(
            Person.objects.filter(pk__in={line.person_id for line in page}).values_list("pk", "email")
        )
        rows += [_row(emails[line.person_id], line) for line in page]
    return sorted(rows, key=lambda row: (row["email"], row["year_start"]))


def _row(email: str, line: chase.Line) -> dict[str, Any]:
    standing, decision = line.standing, line.decision
    return {
        "email": email,
        "year_start": standing.year_start.isoformat(),
        "year_end": standing.year_end.isoformat(),
        "active_days": standing.active_days,
        "required": standing.required,
        "done": standing.done,
        "agreed": standing.agreed,
        "state": str(standing.state),
        "next_step": str(decision.step) if decision.step else None,
        "planned_for": decision.planned_for.isoformat() if decision.planned_for else None,
        "reason": sentence(decision, standing),
    }
