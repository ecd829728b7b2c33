"""The question how a podium went, by hand: see who would be asked, or ask."""

from typing import Any

from events.actions import asking_outcome
from network.management.jobs import JobCommand, chosen_day, chosen_networks


class Command(JobCommand):
    help = "Asks how agreed podia went whose day has passed; with --dry-run it only tells whom."

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day = chosen_day(on)
        rows = []
        for chosen in chosen_networks(network):
            rows += [
                {
                    "email": question.person.email,
                    "podium": question.podium.pk,
                    "date": question.podium.date.isoformat(),
                    "planned_for": question.planned_for.isoformat(),
                }
                for question in asking_outcome.questions(chosen, day)
            ]
            if not dry_run:
                asking_outcome.run(chosen, on=day)
        if options["json"]:
            self.say_json(rows)
            return
        for row in rows:
            self.stdout.write(
                f"{row['planned_for']}  {row['email']:<32}  podium {row['podium']} of {row['date']}"
            )
        self.stdout.write(f"{day}: {len(rows)} questions; {'nothing was changed' if dry_run else 'asked'}.")
