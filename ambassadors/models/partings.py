"""The end of a term: what somebody wants, what was agreed, what was done about it. And who stays attached."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class After(models.TextChoices):
    """What comes after a term."""

    HONORARY = "honorary", _("honorary member")
    AGAIN = "again", _("another term, through the round")
    GOODBYE = "goodbye", _("a good goodbye")


class PartingQuerySet(models.QuerySet["Parting"]):
    def towards_honorary(self) -> "PartingQuerySet":
        """Agreed on, or wished for and nothing else agreed."""
        return self.filter(Q(agreed=After.HONORARY) | Q(agreed="", wish=After.HONORARY))


class Parting(models.Model):
    """Everything about the end of one term."""

    term = models.OneToOneField(
        "ambassadors.Term", models.CASCADE, related_name="parting", verbose_name=_("term")
    )
    asked_at = models.DateTimeField(_("asked what they want at"), null=True, blank=True)
    wish = models.CharField(_("what the ambassador wants"), max_length=10, choices=After, blank=True)
    wish_words = models.TextField(_("in their own words"), max_length=1000, blank=True)
    wished_at = models.DateTimeField(_("said at"), null=True, blank=True)
    agreed = models.CharField(_("agreed"), max_length=10, choices=After, blank=True)
    agreed_at = models.DateTimeField(_("agreed at"), null=True, blank=True)
    agreed_by = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agreed by"),
    )
    talk = models.ForeignKey(
        "ambassadors.ContactMoment",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("talk"),
    )
    carried_out_at = models.DateTimeField(_("carried out at"), null=True, blank=True)
    thanked_at = models.DateTimeField(_("thanked at"), null=True, blank=True)

    history = HistoricalRecords()
    objects = PartingQuerySet.as_manager()

    class Meta:
        verbose_name = _("end of a term")
        verbose_name_plural = _("ends of terms")
        ordering = ["term__end", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(wish__in=["", *After.values]) & Q(agreed__in=["", *After.values]),
                name="after_known",
            ),
            models.CheckConstraint(
                condition=Q(wish="", wished_at=None) | (~Q(wish="") & Q(wished_at__isnull=False)),
                name="wish_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(agreed="", agreed_at=None) | (~Q(agreed="") & Q(agreed_at__isnull=False)),
                name="agreement_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return str(self.term)


class HonoraryOccasion(models.Model):
    """To what the honorary members are invited this year: once a year, and no more."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="honorary_occasions", verbose_name=_("network")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    title = models.CharField(_("to what"), max_length=120)
    on = models.DateField(_("day"))
    place = models.CharField(_("place"), max_length=160, blank=True)
    words = models.TextField(_("a few words"), max_length=2000, blank=True)
    sent_at = models.DateTimeField(_("invited at"))
    sent_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("invited by")
    )
    invited = models.PositiveIntegerField(_("people invited"), default=0)

    class Meta:
        verbose_name = _("yearly invitation of the honorary members")
        verbose_name_plural = _("yearly invitations of the honorary members")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "year"],
                name="honorary_invited_once_a_year",
                violation_error_message=_("The honorary members were already invited this year."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.title}"
