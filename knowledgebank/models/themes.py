from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network.models.languages import InTwoLanguages


class Theme(InTwoLanguages, models.Model):
    """What stories, tools and facts are about; a visitor chooses by it."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="themes", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name, in English"), max_length=60, blank=True)
    slug = models.SlugField(_("address"), max_length=60)
    description = models.CharField(_("in one sentence"), max_length=240, blank=True)
    description_en = models.CharField(_("in one sentence, in English"), max_length=240, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "slug"],
                name="theme_once",
                violation_error_message=_("There is already a theme at this address."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or slugify(self.name) or "thema"
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("knowledge_theme", args=[self.slug])

    @property
    def shown_name(self) -> str:
        return self.in_language("name")
