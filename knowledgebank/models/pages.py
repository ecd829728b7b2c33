from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network import richtext


class Page(models.Model):
    """A page of the site that the leader edits: about, accessibility, privacy and whatever else."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="pages", verbose_name=_("network")
    )
    slug = models.SlugField(_("address"), max_length=80)
    language = models.CharField(
        _("language"), max_length=5, default="nl", choices=[("nl", _("Dutch")), ("en", _("English"))]
    )
    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("text"))
    in_footer = models.BooleanField(_("in the footer"), default=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "slug", "language"],
                name="page_once",
                violation_error_message=_("There is already a page at this address."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        self.body = richtext.clean(self.body)
        super().save(*args, **kwargs)
