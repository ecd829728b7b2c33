from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class ContactKind(models.TextChoices):
    CALL = "call", _("telephone")
    VISIT = "visit", _("visit")
    MEETING = "meeting", _("meeting")
    MAIL = "mail", _("mail")
    OTHER = "other", _("other")


class ContactMomentQuerySet(models.QuerySet["ContactMoment"]):
    def to_follow_up(self, on: date) -> "ContactMomentQuerySet":
        return self.filter(follow_up_on__lte=on, followed_up_at=None)


class ContactMoment(models.Model):
    """One-to-one contact with an ambassador: what was said, what is needed, when to come back to it."""

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="contact_moments", verbose_name=_("person")
    )
    date = models.DateField(_("date"))
    kind = models.CharField(_("how"), max_length=10, choices=ContactKind, default=ContactKind.CALL)
    summary = models.TextField(_("what was said"), blank=True)
    needs = models.TextField(_("needs signalled"), blank=True)
    follow_up_on = models.DateField(_("come back to it on"), null=True, blank=True)
    followed_up_at = models.DateTimeField(_("followed up at"), null=True, blank=True)
    by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    history = HistoricalRecords()
    objects = ContactMomentQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact moment")
        verbose_name_plural = _("contact moments")
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["person", "-date"], name="contact_latest")]

    def __str__(self) -> str:
        return f"{self.person}, {self.date:%d-%m-%Y}"
