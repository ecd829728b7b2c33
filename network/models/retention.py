from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network.models.networks import Network

LIMITS = {
    "candidates": (1, 24),
    "guests": (1, 24),
    "members": (6, 84),
    "requests": (6, 60),
    "files": (1, 60),
    "leads": (6, 60),
    "messages": (1, 24),
    "mails": (6, 60),
    "contacts": (6, 60),
}
"""The shortest and the longest term of each, in months."""


def _months(name: str, default: int, label: Any, help_text: Any) -> models.PositiveSmallIntegerField:
    least, most = LIMITS[name]
    return models.PositiveSmallIntegerField(
        label,
        default=default,
        help_text=help_text,
        validators=[MinValueValidator(least), MaxValueValidator(most)],
    )


class RetentionTerms(models.Model):
    """How many months a network keeps what it knows of people, after it is over (docs/decisions/0032)."""

    network = models.OneToOneField(
        Network, models.CASCADE, related_name="retention_terms", verbose_name=_("network")
    )
    candidates = _months(
        "candidates",
        12,
        _("candidates who were not appointed"),
        _("Months after the ceremony of their round."),
    )
    guests = _months(
        "guests", 12, _("guests, proofs and texts of a ceremony"), _("Months after the ceremony.")
    )
    members = _months(
        "members",
        24,
        _("former ambassadors"),
        _("Months after the last term or honorary membership; their name and term stay."),
    )
    requests = _months(
        "requests", 24, _("whoever asked for somebody"), _("Months after the request was closed.")
    )
    files = _months("files", 24, _("the host in the file of a podium"), _("Months after the podium."))
    leads = _months("leads", 24, _("leads"), _("Months after their last step."))
    messages = _months("messages", 12, _("messages through the site"), _("Months after they were sent."))
    mails = _months("mails", 24, _("mails in the outbox"), _("Months after they were made."))
    contacts = _months(
        "contacts", 24, _("former contact persons of fans"), _("Months after they handed over.")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("how long is kept")
        verbose_name_plural = _("how long is kept")
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{name}__gte": least, f"{name}__lte": most}),
                name=f"kept_{name}_in_range",
                violation_error_message=_("This term is shorter or longer than is allowed."),
            )
            for name, (least, most) in LIMITS.items()
        ]

    def __str__(self) -> str:
        return str(self.network)

    @classmethod
    def of(cls, network: Network) -> "RetentionTerms":
        """As settled, else the safe ones."""
        return cls.objects.filter(network=network).first() or cls(network=network)


class Erasure(models.Model):
    """Somebody was erased on request: that it was done, never of whom. By the marks they are known again in a
    backup that is put back; without our keys they lead to nobody.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="erasures", verbose_name=_("network"))
    marks = models.JSONField(default=list, editable=False)
    counts = models.JSONField(_("rows"), default=dict, editable=False)  # by label of the model
    asked_how = models.CharField(
        _("how it was asked"),
        max_length=10,
        choices=[("mail", _("by mail")), ("call", _("by telephone")), ("person", _("in person"))],
        default="mail",
    )
    done_at = models.DateTimeField(_("erased at"), auto_now_add=True)
    done_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-done_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.done_at:%d-%m-%Y}"

    @property
    def total(self) -> int:
        return sum(self.counts.values())
