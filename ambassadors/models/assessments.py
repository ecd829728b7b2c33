from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class CriterionQuerySet(models.QuerySet["Criterion"]):
    def in_use(self) -> "CriterionQuerySet":
        return self.filter(is_in_use=True)


class Criterion(models.Model):
    """What candidates are judged on in a network."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="criteria", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name, in English"), max_length=120, blank=True)
    guidance = models.TextField(
        _("guidance"), blank=True, help_text=_("What to look at, and what each score means.")
    )
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
        help_text=_("A criterion of weight 2 counts twice as much as one of weight 1."),
    )
    highest = models.PositiveSmallIntegerField(
        _("highest score"),
        default=5,
        validators=[MinValueValidator(2), MaxValueValidator(10)],
        help_text=_("Scores run from 1 to this."),
    )
    place = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    is_in_use = models.BooleanField(
        _("in use"), default=True, help_text=_("Off: it stays with old assessments only.")
    )

    history = HistoricalRecords()
    objects = CriterionQuerySet.as_manager()

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "name"],
                name="criterion_once",
                violation_error_message=_("There is already a criterion with this name."),
            ),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=10), name="criterion_weighs"),
            models.CheckConstraint(condition=Q(highest__gte=2, highest__lte=10), name="criterion_has_scale"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def waiting(self) -> "AssessmentQuerySet":
        return self.filter(submitted_at=None)

    def submitted(self) -> "AssessmentQuerySet":
        return self.exclude(submitted_at=None)


class Assessment(models.Model):
    """One assessor's view of one candidate. The others see it only when all of them are in."""

    nomination = models.ForeignKey(
        "ambassadors.Nomination", models.CASCADE, related_name="assessments", verbose_name=_("candidate")
    )
    assessor = models.ForeignKey(
        "network.User", models.CASCADE, related_name="assessments", verbose_name=_("assessor")
    )
    facts = models.TextField(
        _("what you saw or heard"),
        max_length=3000,
        blank=True,
        help_text=_("Facts, as the candidate may read them: what was said and done, no judgement."),
    )
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    asked_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField(_("handed in at"), null=True, blank=True)

    history = HistoricalRecords()
    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "assessor"],
                name="assessed_once",
                violation_error_message=_("This assessor was already asked about this candidate."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessor}: {self.nomination}"

    @property
    def is_submitted(self) -> bool:
        return self.submitted_at is not None


class Score(models.Model):
    assessment = models.ForeignKey(
        Assessment, models.CASCADE, related_name="scores", verbose_name=_("assessment")
    )
    criterion = models.ForeignKey(
        Criterion, models.PROTECT, related_name="scores", verbose_name=_("criterion")
    )
    value = models.PositiveSmallIntegerField(_("score"), validators=[MinValueValidator(1)])

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["criterion__place", "criterion__pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="scored_once"),
            models.CheckConstraint(condition=Q(value__gte=1, value__lte=10), name="score_in_scale"),
        ]

    def __str__(self) -> str:
        return str(self.value)
