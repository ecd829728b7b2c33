"""The clock's work for leads, by hand: who would be reminded, asked or forgotten; or let it happen."""

from datetime import time
from typing import Any

from events.actions import asking_leads, forgetting_leads
from network import clock
from network.management.jobs import JobCommand, chosen_day, chosen_networks


class Command(JobCommand):
    help = "Reminds about leads, asks how it goes and forgets what is past its term; --dry-run only tells."

    def handle(self, *args: Any, network: str | None, on: str | None, dry_run: bool, **options: Any) -> None:
        day = chosen_day(on)
        now = clock.moment(day, time(12))
        rows: list[dict[str, Any]] = []
        for chosen in chosen_networks(network):
            found = {
                "unanswered": asking_leads.unanswered_too_long(chosen, day),
                "without_step": asking_leads.without_step(chosen, day),
                "ask_after_3": asking_leads.due_for(chosen, 3, day),
                "ask_after_6": asking_leads.due_for(chosen, 6, day),
                "remove": forgetting_leads.never_confirmed(chosen, now),
                "erase": forgetting_leads.past_their_term(chosen, now),
            }
            rows += [
                {"network": chosen.slug, "what": what, "lead": pk}
                for what, leads in found.items()
                for pk in leads.values_list("pk", flat=True)
            ]
            if not dry_run:
                asking_leads.run(chosen, on=day)
                forgetting_leads.run(chosen, now=now)
        if options["json"]:
            self.say_json(rows)
            return
        for row in rows:
            self.stdout.write(f"{row['network']:<16}  {row['what']:<14}  lead {row['lead']}")
        self.stdout.write(f"{day}: {len(rows)}; {'nothing was changed' if dry_run else 'done'}.")
