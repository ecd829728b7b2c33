from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class FanKind(models.TextChoices):
    NETWORK = "network", _("business network")
    TRADE = "trade", _("trade association")
    DESK = "desk", _("innovation desk")
    BANK = "bank", _("bank")
    ACCOUNTANT = "accountant", _("accountant")
    ADVISER = "adviser", _("adviser")
    EDUCATION = "education", _("school or university")
    GOVERNMENT = "government", _("municipality or other government")
    OTHER = "other", _("other")


class FanOrganisation(models.Model):
    """A partner network or body that offers podia."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="fans", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(max_length=160, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=FanKind, default=FanKind.NETWORK)
    region = models.CharField(_("region"), max_length=80, blank=True)
    place = models.CharField(_("place"), max_length=80, blank=True)
    members_reached = models.PositiveIntegerField(_("members it reaches"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    description = models.TextField(_("description"), blank=True)
    is_public = models.BooleanField(_("shown on the site"), default=True)
    relationship_owner = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("relationship owner"),
        help_text=_("The one person on our side who keeps this relation."),
    )
    notes = models.TextField(_("notes"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("fan")
        verbose_name_plural = _("fans")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "slug"],
                name="fan_once",
                violation_error_message=_("There is already a fan with this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        if not self.slug:
            self.slug = slugify(self.name) or "fan"
        super().save(*args, **kwargs)


class FanContactQuerySet(models.QuerySet["FanContact"]):
    def current(self, on: date) -> "FanContactQuerySet":
        return self.filter(Q(start=None) | Q(start__lte=on)).filter(Q(end=None) | Q(end__gt=on))


class FanContact(models.Model):
    """A contact person of a fan. A change of person is recorded: the old one gets an end, not a new name."""

    fan = models.ForeignKey(FanOrganisation, models.CASCADE, related_name="contacts", verbose_name=_("fan"))
    user = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="fan_contacts",
        verbose_name=_("account"),
    )
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    role = models.CharField(_("role"), max_length=80, blank=True)
    start = models.DateField(_("since"), null=True, blank=True)
    end = models.DateField(_("until"), null=True, blank=True)

    history = HistoricalRecords()
    objects = FanContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        ordering = ["fan", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(start=None) | Q(end__gt=F("start")),
                name="fan_contact_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
