"""Filling in a scan: kept without a name, found again by its link for a year."""

import secrets
from datetime import date

from django.db import transaction

from ambassadors.commitment import anniversary
from knowledgebank import scoring
from knowledgebank.models import ScanTaking
from knowledgebank.scans import Sheet
from network import clock
from network.actions import counting

MOST_PER_PLACE_AN_HOUR = 30
"""More from one place than this still get their result, but are left out of the sums."""


class Incomplete(Exception):
    """Questions on the way were not answered."""


@transaction.atomic
def take(*, sheet: Sheet, given: scoring.Given, place: str, filled_trap: bool) -> ScanTaking:
    """Keep the answers that count and what came out of them. Raises Incomplete."""
    if scoring.unanswered(sheet.rules, given):
        raise Incomplete
    answers = scoring.relevant(sheet.rules, given)
    found = scoring.scores(sheet.rules, answers)
    return ScanTaking.objects.create(
        scan=sheet.scan,
        public_id=secrets.token_urlsafe(16),
        answers=answers,
        total=found.total,
        by_dimension=found.by_dimension,
        is_counted=not filled_trap and counting.before(f"scan-from:{place}") < MOST_PER_PLACE_AN_HOUR,
    )


def forget_links(on: date) -> int:
    """Links of more than a year ago lead nowhere any more; how many there were."""
    return ScanTaking.objects.with_link().filter(taken_on__lt=anniversary(on, -1)).update(public_id=None)


def tidy() -> None:
    forget_links(clock.today())
