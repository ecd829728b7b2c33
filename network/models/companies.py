from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network import working_area
from network.sme import SmeTest, Verdict, sme_test


class SizeClass(models.TextChoices):
    """Classes of the number of people who work in a company; the band of an SME is 6 to 249."""

    MICRO = "micro", _("up to 5 people")
    SMALL = "small", _("6 to 49 people")
    MEDIUM = "medium", _("50 to 249 people")
    LARGE = "large", _("250 people or more")

    @classmethod
    def of(cls, employees: int | None) -> "SizeClass | None":
        """None where the number of people is not known."""
        if employees is None:
            return None
        if employees <= 5:
            return cls.MICRO
        if employees < 50:
            return cls.SMALL
        return cls.MEDIUM if employees < 250 else cls.LARGE


class Company(models.Model):
    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="companies", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=150)
    kvk_number = models.CharField(
        _("KvK number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{8}\Z", _("A KvK number has eight digits."))],
    )
    sector = models.CharField(_("sector"), max_length=80, blank=True)
    employees = models.PositiveIntegerField(_("people who work there"), null=True, blank=True)
    turnover = models.DecimalField(
        _("turnover in euros"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    balance = models.DecimalField(
        _("balance sheet in euros"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    place = models.CharField(_("place"), max_length=80, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    website = models.URLField(_("website"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "kvk_number"],
                condition=~Q(kvk_number=""),
                name="company_kvk_once",
                violation_error_message=_("Another company already has this KvK number."),
            ),
            models.CheckConstraint(
                condition=Q(kvk_number="") | Q(kvk_number__regex=r"\A[0-9]{8}\Z"),
                name="company_kvk_eight_digits",
                violation_error_message=_("A KvK number has eight digits."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def sme(self) -> SmeTest:
        """Does it belong to the small and medium-sized companies a network is for (`network.sme`)?"""
        return sme_test(employees=self.employees, turnover=self.turnover, balance=self.balance)

    @property
    def in_region(self) -> Verdict:
        return working_area.lies_in(working_area.names(self.network.working_area), self.region, self.place)

    @property
    def size_class(self) -> SizeClass | None:
        return SizeClass.of(self.employees)


class MergedCompany(models.Model):
    """What a second record of one company said before it was merged into the one that stays, and what it
    takes to part them again."""

    company = models.ForeignKey(
        Company, models.CASCADE, related_name="merged_from", verbose_name=_("company that stays")
    )
    name = models.CharField(_("name"), max_length=150)
    values = models.JSONField(default=dict)  # every field of it, by name, as text
    moved = models.JSONField(default=dict)  # by model: keys of the rows that pointed at it
    taken = models.JSONField(default=list)  # names of the fields that the one that stays took from it
    merged_at = models.DateTimeField(_("merged at"), auto_now_add=True)
    merged_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("merged company")
        verbose_name_plural = _("merged companies")
        ordering = ["-merged_at"]

    def __str__(self) -> str:
        return self.name
