from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class StepKind(models.TextChoices):
    NUDGE_1 = "nudge_1", _("first nudge")
    NUDGE_2 = "nudge_2", _("second nudge")
    CALL = "call", _("call")
    THANKS = "thanks", _("thanks")
    EVALUATION = "evaluation", _("talk about the year")

    @classmethod
    def tasks(cls) -> frozenset["StepKind"]:
        """Steps that the leader takes, not the mail."""
        return frozenset({cls.CALL, cls.EVALUATION})


class ChaseStepQuerySet(models.QuerySet["ChaseStep"]):
    def open_tasks(self) -> "ChaseStepQuerySet":
        return self.filter(kind__in=StepKind.tasks(), handled_at=None, lapsed_at=None)


class ChaseStep(models.Model):
    """One step about one missing podium (or the end of one year): taken at most once, ever."""

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="chase_steps", verbose_name=_("ambassador")
    )
    year_start = models.DateField(_("start of the commitment year"))
    year_end = models.DateField(_("end of the commitment year"))
    missing = models.PositiveSmallIntegerField(
        _("which podium"),
        help_text=_("Which podium of the year it is about, counted from the first; 0 at the end of a year."),
    )
    kind = models.CharField(_("step"), max_length=12, choices=StepKind)
    decided_on = models.DateField(_("decided on"))
    planned_for = models.DateField(_("planned for"))
    reason = models.CharField(_("why"), max_length=300, blank=True)
    message = models.OneToOneField(
        "network.Message",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="chase_step",
        verbose_name=_("mail"),
    )
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)
    handled_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    lapsed_at = models.DateTimeField(_("no longer needed since"), null=True, blank=True)

    objects = ChaseStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of the chase")
        verbose_name_plural = _("steps of the chase")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year_start", "missing", "kind"], name="chase_step_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=StepKind.values), name="chase_step_known"),
        ]
        indexes = [
            models.Index(
                fields=["kind", "planned_for"],
                name="chase_open_tasks",
                condition=Q(handled_at=None, lapsed_at=None, kind__in=["call", "evaluation"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.person}"
