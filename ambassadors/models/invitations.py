from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Answer(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    TALK = "talk", _("wants to talk first")


class DeclineReason(models.TextChoices):
    TIME = "time", _("no time for it now")
    FIT = "fit", _("it does not suit me")
    COMPANY = "company", _("circumstances in the company")
    PRIVATE = "private", _("private circumstances")
    OTHER = "other", _("other")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def unanswered(self) -> "InvitationQuerySet":
        return self.filter(answer="", withdrawn_at=None)

    def overdue(self, on: date) -> "InvitationQuerySet":
        """Nothing was heard, and the last day to answer has passed."""
        return self.unanswered().filter(answer_by__lt=on)

    def accepted(self) -> "InvitationQuerySet":
        return self.filter(answer=Answer.ACCEPTED, withdrawn_at=None)


class Invitation(models.Model):
    """Asking a chosen candidate to become ambassador; answered through a personal link."""

    nomination = models.OneToOneField(
        "ambassadors.Nomination", models.CASCADE, related_name="invitation", verbose_name=_("candidate")
    )
    charter = models.ForeignKey(
        "ambassadors.ConsentText", models.PROTECT, related_name="+", verbose_name=_("charter")
    )
    sent_on = models.DateField(_("invited on"))
    answer_by = models.DateField(_("answer by"))
    # Two weeks and three days before that day; a column each, so that neither leaves twice.
    reminded_14_at = models.DateTimeField(_("first reminder made at"), null=True, blank=True)
    reminded_3_at = models.DateTimeField(_("second reminder made at"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    decline_reason = models.CharField(_("reason"), max_length=10, choices=DeclineReason, blank=True)
    remark = models.TextField(_("remark"), max_length=2000, blank=True)
    # First wishes: what podia fit. They go to the person's page when the invitation is accepted.
    available = models.CharField(_("when it suits"), max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    history = HistoricalRecords()
    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["sent_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=["", *Answer.values]), name="answer_known"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="answer_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(answer="declined") | Q(decline_reason=""), name="reason_only_with_no"
            ),
            models.CheckConstraint(
                condition=Q(answer_by__gte=models.F("sent_on")),
                name="invitation_has_days",
                violation_error_message=_("The last day to answer must come after the invitation."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.nomination)

    @property
    def is_answered(self) -> bool:
        return bool(self.answer)
