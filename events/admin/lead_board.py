"""What the board shows: a column for each stage, the cards that matter on top, and what is not on it yet."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.text import capfirst

from events import activation, referral_places
from events.models import Lead, Stage
from network import clock
from network.models import Network, User

PER_COLUMN = 12
PER_FINISHED_COLUMN = 5
SHOWN_FOR = timedelta(days=90)  # activated and closed cards fade from the board; the list keeps them
NEXT = {
    Stage.NEW: (Stage.ANSWERED, Stage.REFERRED, Stage.CLOSED),
    Stage.ANSWERED: (Stage.REFERRED, Stage.FIRST_STEP, Stage.CLOSED),
    Stage.REFERRED: (Stage.FIRST_STEP, Stage.ACTIVATED, Stage.CLOSED),
    Stage.FIRST_STEP: (Stage.ACTIVATED, Stage.CLOSED),
}


@dataclass(frozen=True)
class Column:
    stage: Stage
    label: str
    leads: list[Lead]
    total: int
    url: str
    moves: list[tuple[str, str]]

    @property
    def further(self) -> int:
        return self.total - len(self.leads)


def board_of(network: Network, *, owner: User | None = None) -> dict[str, Any]:
    """One query for the numbers and one for each column, however many leads there are."""
    today = clock.today()
    totals = activation.by_stage(network)
    leads = Lead.objects.filter(network=network).genuine().select_related("company", "owner", "brought_by")
    if owner:
        leads = leads.filter(owner=owner)
    since = today - SHOWN_FOR
    found = {
        Stage.NEW: leads.filter(stage=Stage.NEW).order_by(F("answer_by").asc(nulls_last=True), "pk"),
        Stage.ANSWERED: leads.filter(stage=Stage.ANSWERED).order_by("answered_at", "pk"),
        Stage.REFERRED: leads.filter(stage=Stage.REFERRED).order_by("referred_at", "pk"),
        Stage.FIRST_STEP: leads.filter(stage=Stage.FIRST_STEP).order_by("first_step_at", "pk"),
        Stage.ACTIVATED: leads.filter(stage=Stage.ACTIVATED, activated_on__gte=since).order_by(
            "-activated_on", "-pk"
        ),
        Stage.CLOSED: leads.filter(stage=Stage.CLOSED, closed_at__date__gte=since).order_by(
            "-closed_at", "-pk"
        ),
    }
    columns = [
        _column(
            stage, list(rows[: PER_COLUMN if stage in Stage.open() else PER_FINISHED_COLUMN]), totals[stage]
        )
        for stage, rows in found.items()
    ]
    return {
        "columns": columns,
        "waiting": activation.waiting(network),
        "held": list(Lead.objects.filter(network=network, duplicate_of=None).held()[:PER_COLUMN]),
        "readiness": referral_places.readiness_of(network, today),
        "today": today,
        "list_url": reverse("admin:events_lead_changelist"),
    }


def _column(stage: Stage, leads: list[Lead], total: int) -> Column:
    return Column(
        stage=stage,
        label=capfirst(str(stage.label)),
        leads=leads,
        total=total,
        url=f"{reverse('admin:events_lead_changelist')}?stage__exact={stage}",
        moves=[(str(to), capfirst(str(to.label))) for to in NEXT.get(stage, ())],
    )
