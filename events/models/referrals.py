from datetime import date

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class ReferralKind(models.TextChoices):
    """Where a lead can be sent."""

    TOOL = "tool", _("tool of the knowledge bank")
    FAN = "fan", _("fan")
    ADVISER = "adviser", _("adviser or coach")
    CIRCLE = "circle", _("learning circle")
    VOUCHER = "voucher", _("voucher")


class ReferralPartnerQuerySet(models.QuerySet["ReferralPartner"]):
    def available(self, on: date) -> "ReferralPartnerQuerySet":
        return self.filter(is_active=True).filter(Q(until=None) | Q(until__gt=on))

    def with_taken(self) -> "ReferralPartnerQuerySet":
        """`taken`: how many places are in use."""
        return self.annotate(taken=Count("referrals", filter=Q(referrals__released_at=None)))


class ReferralPartner(models.Model):
    """Somebody or something a lead can be referred to, with the room there is."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="referral_partners", verbose_name=_("network")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=ReferralKind)
    name = models.CharField(_("name"), max_length=150)
    fan = models.ForeignKey(
        "network.FanOrganisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="referral_partners",
        verbose_name=_("fan"),
    )
    description = models.TextField(
        _("what the lead gets"), max_length=1000, blank=True, help_text=_("Stands in the mail to the lead.")
    )
    link = models.URLField(_("link"), blank=True)
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    contact_email = models.EmailField(
        _("e-mail address"), blank=True, help_text=_("Gets a mail with name and question of the lead.")
    )
    themes = models.JSONField(_("themes"), default=list, blank=True)  # short texts; none: every theme
    regions = models.JSONField(_("regions"), default=list, blank=True)  # none: everywhere
    capacity = models.PositiveIntegerField(
        _("places"),
        null=True,
        blank=True,
        help_text=_("How many leads at once, or how many vouchers there are. Empty: no limit."),
    )
    until = models.DateField(_("up to, not including"), null=True, blank=True)
    is_active = models.BooleanField(_("can be referred to"), default=True)

    history = HistoricalRecords()
    objects = ReferralPartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("place to refer to")
        verbose_name_plural = _("places to refer to")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "kind", "name"],
                name="referral_partner_once",
                violation_error_message=_("There is already one of this kind with this name."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ReferralKind.values), name="referral_partner_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def room(self) -> int | None:
        """Places left; None: no limit. Asks for `with_taken`."""
        if self.capacity is None:
            return None
        return max(0, self.capacity - self.taken)  # type: ignore[attr-defined]


class Referral(models.Model):
    """One lead sent to one place. It takes a place there until it is released."""

    lead = models.ForeignKey("events.Lead", models.CASCADE, related_name="referrals", verbose_name=_("lead"))
    partner = models.ForeignKey(
        ReferralPartner, models.PROTECT, related_name="referrals", verbose_name=_("place to refer to")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField(_("note"), max_length=500, blank=True)
    released_at = models.DateTimeField(_("place free again at"), null=True, blank=True)

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lead", "partner"],
                condition=Q(released_at=None),
                name="referral_once",
                violation_error_message=_("This lead was already referred there."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lead} → {self.partner}"
