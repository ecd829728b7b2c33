from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class PeriodQuerySet(models.QuerySet):
    def current(self, on: date) -> "PeriodQuerySet":
        return self.filter(Q(start__lte=on), Q(end=None) | Q(end__gt=on))


class TermEnding(models.TextChoices):
    """Why a term ended before its time."""

    OWN_CHOICE = "own_choice", _("own choice")
    MOVED = "moved", _("moved or other work")
    COMPANY_ENDED = "company_ended", _("the company ended")
    NO_FIT = "no_fit", _("it did not fit")
    DIED = "died", _("died")
    OTHER = "other", _("other")


class Term(models.Model):
    """The fixed period somebody commits to: from `start` up to, not including, `end`, in local days."""

    person = models.ForeignKey(
        "ambassadors.Person", models.PROTECT, related_name="terms", verbose_name=_("person")
    )
    start = models.DateField(_("start"))
    end = models.DateField(_("first day after"))
    planned_end = models.DateField(_("planned end"), null=True, blank=True, editable=False)
    ending = models.CharField(_("reason it ended early"), max_length=20, choices=TermEnding, blank=True)
    ended_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    history = HistoricalRecords()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["-start"]
        # That terms of one person never overlap is kept by the database itself: an exclusion constraint
        # on PostgreSQL, triggers on SQLite (migration 0002).
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="term_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
            models.UniqueConstraint(fields=["person", "start"], name="term_start_once"),
        ]
        # The chase works its rules out once per distinct pair of days and then looks up who has them.
        indexes = [models.Index(fields=["start", "end", "person"], name="term_by_days")]

    def __str__(self) -> str:
        return f"{self.start:%d-%m-%Y} – {self.end:%d-%m-%Y}"

    def clean(self) -> None:
        if self.start and self.end and self.person_id and self.overlapping().exists():
            raise ValidationError(_("This person already has a term in these days."), code="term_overlap")

    def overlapping(self) -> "PeriodQuerySet":
        """Other terms of the same person that share a day with this one."""
        return Term.objects.filter(person_id=self.person_id, start__lt=self.end, end__gt=self.start).exclude(
            pk=self.pk
        )

    def covers(self, day: date) -> bool:
        return self.start <= day < self.end


class Pause(models.Model):
    """Days in which nothing is asked: illness or leave. Pauses may overlap; without an end it lasts on."""

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="pauses", verbose_name=_("person")
    )
    start = models.DateField(_("first day"))
    end = models.DateField(_("first day after"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    history = HistoricalRecords()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        ordering = ["-start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gt=F("start")),
                name="pause_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start:%d-%m-%Y} – {self.end:%d-%m-%Y}" if self.end else f"{self.start:%d-%m-%Y} –"


class PauseRequestQuerySet(models.QuerySet["PauseRequest"]):
    def waiting(self) -> "PauseRequestQuerySet":
        return self.filter(decided_at=None)


class PauseRequest(models.Model):
    """An ambassador asks for a pause; the project leader grants it or talks it over."""

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="pause_requests", verbose_name=_("person")
    )
    start = models.DateField(_("first day"))
    end = models.DateField(_("first day after"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    requested_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    pause = models.OneToOneField(
        Pause, models.SET_NULL, null=True, blank=True, related_name="request", verbose_name=_("granted pause")
    )

    objects = PauseRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a pause")
        verbose_name_plural = _("requests for a pause")
        ordering = ["requested_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gt=F("start")),
                name="pause_request_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class HonoraryMembership(models.Model):
    """A former ambassador who stays attached and is invited once a year."""

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="honorary_memberships", verbose_name=_("person")
    )
    start = models.DateField(_("since"))
    end = models.DateField(_("until"), null=True, blank=True)

    history = HistoricalRecords()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("honorary membership")
        verbose_name_plural = _("honorary memberships")
        ordering = ["-start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gt=F("start")),
                name="honorary_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(end=None),
                name="honorary_once",
                violation_error_message=_("This person is already an honorary member."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
