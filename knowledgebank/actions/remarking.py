"""What users of a card tell each other: sent, read by the leader, shown or not."""

from django.db import transaction
from django.utils import timezone

from knowledgebank.models import RemarkState, Tool, ToolRemark
from network import suspicion
from network.actions import relaying
from network.models import User
from network.suspicion import Signs

DAYS_REFUSED_KEPT = 365


def receive(tool: Tool, *, name: str, organisation: str, text: str, signs: Signs) -> ToolRemark:
    """Keep a remark until the leader has read it. The same words twice are one remark.

    Raises relaying.TooMany.
    """
    count = relaying.count_from(f"remarks:{signs.place}")
    relaying.refuse_flood(count)
    reasons = suspicion.reasons(
        subject=organisation, name=name, body=text, signs=signs, from_address=0, from_place=count
    )
    with transaction.atomic():
        Tool.objects.select_for_update().get(pk=tool.pk)
        again = ToolRemark.objects.filter(tool=tool, name=name, text=text).first()
        if again:
            return again
        return ToolRemark.objects.create(
            tool=tool, name=name, organisation=organisation, text=text, suspicion=", ".join(reasons)
        )


def show(remark: ToolRemark, *, by: User) -> bool:
    """On the page from now on; False when it was decided already."""
    return _decide(remark, RemarkState.SHOWN, by)


def refuse(remark: ToolRemark, *, by: User) -> bool:
    """Not on the page; also takes off what was shown before."""
    return _decide(remark, RemarkState.REFUSED, by)


def _decide(remark: ToolRemark, state: RemarkState, by: User) -> bool:
    changed = (
        ToolRemark.objects.filter(pk=remark.pk)
        .exclude(state=state)
        .update(state=state, decided_at=timezone.now(), decided_by=by)
    )
    return bool(changed)
