from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.models import PodiumKind


class PodiumRequestQuerySet(models.QuerySet["PodiumRequest"]):
    def open(self, on: date) -> "PodiumRequestQuerySet":
        return self.filter(Q(date=None) | Q(date__gte=on), closed_at=None)


class PodiumRequest(models.Model):
    """A third party asks for an ambassador; open until it is closed or its day has passed."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="podium_requests", verbose_name=_("network")
    )
    title = models.CharField(_("title"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=PodiumKind)
    date = models.DateField(_("date"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    theme = models.CharField(_("theme"), max_length=80, blank=True)
    host = models.ForeignKey(
        "network.FanOrganisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="podium_requests",
        verbose_name=_("fan"),
    )
    host_name = models.CharField(_("asked by"), max_length=150, blank=True)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    audience = models.PositiveIntegerField(_("expected audience"), null=True, blank=True)
    description = models.TextField(_("description"), blank=True)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    history = HistoricalRecords()
    objects = PodiumRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("podium request")
        verbose_name_plural = _("podium requests")
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return self.title
