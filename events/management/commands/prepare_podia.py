"""Reminders of podia and of offers that wait, by hand: see how many are due, or send them."""

from typing import Any

from events.actions import offering, preparing
from events.models import Offer, PodiumFile
from network.management.jobs import JobCommand, chosen_day, chosen_networks


class Command(JobCommand):
    help = "Reminds of podia two days before, and of offers that wait; the silent ones go to the leader."

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day = chosen_day(on)
        rows = []
        for chosen in chosen_networks(network):
            if dry_run:
                files = PodiumFile.objects.filter(podium__network=chosen)
                late = Offer.objects.waiting().filter(request__network=chosen, escalated_at=None)
                done = {
                    "podia": files.to_remind(day, day + preparing.BEFORE).count(),
                    "escalated": late.filter(answer_before__lte=day).count(),
                }
            else:
                done = {"podia": preparing.run(chosen, on=day), **offering.run(chosen, on=day)}
            rows.append({"network": chosen.slug, **done})
        if options["json"]:
            self.say_json(rows)
            return
        for row in rows:
            self.stdout.write(", ".join(f"{name}: {value}" for name, value in row.items()))
        self.stdout.write(f"{day}: {'nothing was changed' if dry_run else 'done'}.")
