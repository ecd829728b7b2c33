from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Contribution(models.Model):
    """Something done for the network that is no podium: worth noting, outside the commitment."""

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="contributions", verbose_name=_("ambassador")
    )
    date = models.DateField(_("date"))
    title = models.CharField(_("what"), max_length=150)
    notes = models.TextField(_("notes"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("other contribution")
        verbose_name_plural = _("other contributions")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return self.title
