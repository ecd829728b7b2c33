from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ReportQuerySet(models.QuerySet["Report"]):
    def approved(self) -> "ReportQuerySet":
        return self.filter(approved_at__isnull=False)

    def without_content(self) -> "ReportQuerySet":
        """For lists: the frozen figures and rows of a report are large."""
        return self.defer("frozen", "texts")


class Report(models.Model):
    """What the client gets about a period: figures from the records, and the words between them.

    A draft follows the records. Approving freezes figures, rows and words as they are on that day, in both
    languages; from then on the database refuses every change to it.
    """

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="reports", verbose_name=_("network")
    )
    title = models.CharField(_("title"), max_length=120)
    start = models.DateField(_("from"))
    end = models.DateField(_("up to, not including"))
    # By language, by section ("introduction" and "closing" stand around them), what somebody wrote.
    texts = models.JSONField(_("words"), default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    created_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    frozen = models.JSONField(null=True, editable=False, encoder=DjangoJSONEncoder)
    digest = models.CharField(_("mark of the content"), max_length=64, blank=True, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-end", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="report_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, frozen__isnull=True, digest="")
                | Q(approved_at__isnull=False, frozen__isnull=False) & ~Q(digest=""),
                name="report_frozen_when_approved",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("report_frozen", args=[self.pk])

    @property
    def is_approved(self) -> bool:
        return self.approved_at is not None
