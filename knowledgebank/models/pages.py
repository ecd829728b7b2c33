from django.db import models
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from simple_history.models import HistoricalRecords

from network import richtext
from network.richtext import RichTextField

# These texts come with the program; a page of the leader takes their place.
BUILT_IN = ("about", "accessibility", "privacy")


class Page(models.Model):
    """A page of the site that the leader edits: about, accessibility, privacy and whatever else."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="pages", verbose_name=_("network")
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        help_text=_("A page named about, accessibility or privacy takes the place of the built-in text."),
    )
    language = models.CharField(
        _("language"), max_length=5, default="nl", choices=[("nl", _("Dutch")), ("en", _("English"))]
    )
    title = models.CharField(_("title"), max_length=120)
    body = RichTextField(_("text"))
    is_listed = models.BooleanField(_("listed on the page About"), default=True)
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

    def get_absolute_url(self) -> str:
        with override(self.language):
            if self.slug in BUILT_IN:
                return reverse(self.slug)
            return reverse("page", args=[self.slug])

    @property
    def html(self) -> SafeString:
        return mark_safe(richtext.from_marks(self.body))
