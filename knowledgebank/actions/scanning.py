"""Filling in a scan: kept without a name, found again by its link for a year."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from knowledgebank import scoring
from knowledgebank.models import ScanTaking
from knowledgebank.scans import Sheet
from network.actions import counting, relaying

MOST_PER_PLACE_AN_HOUR = 30
"""More from one place than this still get their result, but are left out of the sums."""
FLOOD_PER_PLACE_AN_HOUR = 600
"""Two full halls behind one address; beyond it a machine is at work, and nothing is kept any more."""


class Incomplete(Exception):
    """Questions on the way were not answered."""


@transaction.atomic
def take(*, sheet: Sheet, given: scoring.Given, place: str, filled_trap: bool) -> ScanTaking:
    """Keep the answers that count and what came out of them. Raises Incomplete and relaying.TooMany."""
    if scoring.unanswered(sheet.rules, given):
        raise Incomplete
    from_place = counting.before(f"scan-from:{place}")
    if from_place >= FLOOD_PER_PLACE_AN_HOUR:
        raise relaying.TooMany(_("Too many results were asked for from your place. Try again in an hour."))
    answers = scoring.relevant(sheet.rules, given)
    found = scoring.scores(sheet.rules, answers)
    return ScanTaking.objects.create(
        scan=sheet.scan,
        public_id=secrets.token_urlsafe(16),
        answers=answers,
        total=found.total,
        by_dimension=found.by_dimension,
        is_counted=not filled_trap and from_place < MOST_PER_PLACE_AN_HOUR,
    )
