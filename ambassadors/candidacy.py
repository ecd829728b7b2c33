"""What is kept of somebody as a candidate, in words: for take-my-data, since no reference leads there.

The candidate reads what was said and found about them, never by whom; a judgement once all judges are in.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.models import Assessment, Invitation, NominationStep, Person, Voice

Rows = list[dict[str, str]]


def voices(person: Person) -> Rows:
    """What they said about others, and what others said about them."""
    found = Voice.objects.filter(Q(person=person) | Q(nomination__person=person)).select_related(
        "nomination__person"
    )
    return [
        {
            _("candidate"): voice.candidate_name if voice.person_id == person.pk else str(person),
            _("how it came in"): str(voice.get_source_display()),
            _("why"): voice.why,
            _("answers"): "; ".join(f"{one['question']} {one['answer']}" for one in voice.answers),
            _("when"): _moment(voice.created_at),
        }
        for voice in found
    ]


def steps(person: Person) -> Rows:
    return [
        {
            _("what"): str(step.get_kind_display()),
            _("to"): step.after_label,
            _("why"): step.why,
            _("when"): _moment(step.at),
        }
        for step in NominationStep.objects.filter(nomination__person=person)
    ]


def assessments(person: Person) -> Rows:
    waiting = Assessment.objects.waiting().filter(nomination=OuterRef("nomination"))
    found = (
        Assessment.objects.submitted()
        .filter(~Exists(waiting), nomination__person=person)
        .prefetch_related("scores__criterion")
    )
    return [
        {
            _("scores"): "; ".join(
                f"{score.criterion}: {score.value}/{score.criterion.highest}" for score in one.scores.all()
            ),
            _("what you saw or heard"): one.facts,
            _("when"): _moment(one.submitted_at),
        }
        for one in found
    ]


def invitations(person: Person) -> Rows:
    return [
        {
            _("invited on"): f"{invitation.sent_on:%d-%m-%Y}",
            _("answer"): str(invitation.get_answer_display()) if invitation.answer else "",
            _("reason"): str(invitation.get_decline_reason_display()) if invitation.decline_reason else "",
            _("remark"): invitation.remark,
            _("when it suits"): invitation.available,
        }
        for invitation in Invitation.objects.filter(nomination__person=person)
    ]


def _moment(at: Any) -> str:
    return f"{timezone.localtime(at):%d-%m-%Y %H:%M}" if at else ""
