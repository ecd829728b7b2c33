import secrets
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network.models.languages import InTwoLanguages


def public_id() -> str:
    """128 bits: the address of a verification page cannot be guessed."""
    return secrets.token_urlsafe(16)


class RoundQuerySet(models.QuerySet["AppointmentRound"]):
    def under_way(self) -> "RoundQuerySet":
        """With a calendar, and not yet appointed."""
        return self.filter(opens_on__isnull=False, appointed_at=None)

    def taking_nominations(self, on: date) -> "RoundQuerySet":
        return self.under_way().filter(opens_on__lte=on, nominations_until__gte=on)


class AppointmentRound(InTwoLanguages, models.Model):
    """The yearly cycle that ends with one ceremony, at which all new terms begin."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="rounds", verbose_name=_("network")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    # The steps before the ceremony. Empty in a round that was only opened to appoint.
    opens_on = models.DateField(_("nominating opens on"), null=True, blank=True)
    nominations_until = models.DateField(
        _("nominating is possible up to and including"), null=True, blank=True
    )
    decide_on = models.DateField(_("decision and invitations on"), null=True, blank=True)
    answer_by = models.DateField(_("invitations answered by"), null=True, blank=True)
    ceremony_on = models.DateField(_("day of the ceremony"))
    place = models.CharField(_("place of the ceremony"), max_length=120, blank=True)
    official_name = models.CharField(_("name of the appointing official"), max_length=120, blank=True)
    official_title = models.CharField(_("title of the appointing official"), max_length=120, blank=True)
    official_title_en = models.CharField(
        _("title of the appointing official, in English"), max_length=120, blank=True
    )
    official_signature = models.ImageField(_("signature"), upload_to="signatures/", blank=True)
    chosen = models.ManyToManyField(
        "ambassadors.Person", blank=True, related_name="chosen_in", verbose_name=_("people to appoint")
    )
    # The leader has settled the selection: the calendar may invite.
    settled_at = models.DateTimeField(_("selection settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("selection settled by"),
    )
    appointed_at = models.DateTimeField(_("appointed at"), null=True, blank=True)
    appointed_by = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("appointed by"),
    )

    history = HistoricalRecords()
    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment round")
        verbose_name_plural = _("appointment rounds")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "year"],
                name="round_once_a_year",
                violation_error_message=_("There is already a round in this year."),
            ),
            models.CheckConstraint(
                condition=Q(opens_on=None, nominations_until=None, decide_on=None, answer_by=None)
                | Q(
                    opens_on__isnull=False,
                    nominations_until__isnull=False,
                    decide_on__isnull=False,
                    answer_by__isnull=False,
                    opens_on__lte=F("nominations_until"),
                    nominations_until__lt=F("decide_on"),
                    decide_on__lt=F("answer_by"),
                    answer_by__lte=F("ceremony_on"),
                ),
                name="round_steps_in_order",
                violation_error_message=_(
                    "Put the days in order: opening, end of nominating, decision, answers, ceremony."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    @property
    def official(self) -> str:
        """Who appoints, for the reader of now: a name alone rather than with a title in another language."""
        title = self.only_in_language("official_title")
        return ", ".join(part for part in (self.official_name, title) if part)

    @property
    def signature_in_settings(self) -> str:
        """Of this official, in the settings of the network; empty where those are about somebody else."""
        network = self.network
        theirs = bool(self.official_name) and self.official_name == network.official_name
        return (network.official_signature.name or "") if theirs else ""

    @property
    def has_calendar(self) -> bool:
        return self.opens_on is not None

    def takes_nominations(self, on: date) -> bool:
        """Both days included."""
        if self.opens_on is None or self.nominations_until is None or self.is_appointed:
            return False
        return self.opens_on <= on <= self.nominations_until

    @property
    def is_appointed(self) -> bool:
        return self.appointed_at is not None


class Appointment(models.Model):
    """The fact that one person is appointed in one round. Never deleted: leaving ends a term, not this."""

    round = models.ForeignKey(
        AppointmentRound, models.PROTECT, related_name="appointments", verbose_name=_("round")
    )
    person = models.ForeignKey(
        "ambassadors.Person", models.PROTECT, related_name="appointments", verbose_name=_("person")
    )
    term = models.OneToOneField(
        "ambassadors.Term", models.PROTECT, related_name="appointment", verbose_name=_("term")
    )
    serial_number = models.CharField(_("plaque number"), max_length=24)
    public_id = models.CharField(max_length=24, unique=True, default=public_id, editable=False)
    # As they stood at the ceremony: the plaque stays true after a change of name or company.
    name = models.CharField(_("name on the plaque"), max_length=200)
    company = models.CharField(_("company on the plaque"), max_length=150, blank=True)
    place = models.CharField(_("place of the company"), max_length=80, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["round", "serial_number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="appointed_once_a_round"),
            # Network-wide: the number carries the network's letters and the year of the round.
            models.UniqueConstraint(fields=["round", "serial_number"], name="plaque_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.serial_number} {self.name}"


class PlaqueFile(models.Model):
    """A finished plaque; a row exists only when its file is whole."""

    class Variant(models.TextChoices):
        WEB = "web", _("for the screen")
        PRINT = "print", _("for the printer")

    appointment = models.ForeignKey(
        Appointment, models.CASCADE, related_name="plaques", null=True, blank=True
    )
    round = models.ForeignKey(AppointmentRound, models.CASCADE, related_name="plaques")
    variant = models.CharField(_("version"), max_length=10, choices=Variant)
    file = models.FileField(upload_to="plaques/")
    sha256 = models.CharField(max_length=64)
    # Of everything the file follows from; when it differs, the plaque is made anew.
    fingerprint = models.CharField(max_length=64, blank=True)
    pages = models.PositiveSmallIntegerField(default=1)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("plaque")
        verbose_name_plural = _("plaques")
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "variant"], condition=Q(appointment__isnull=False), name="plaque_once"
            ),
            models.UniqueConstraint(
                fields=["round", "variant"], condition=Q(appointment__isnull=True), name="merged_plaques_once"
            ),
        ]

    def __str__(self) -> str:
        return self.file.name or ""
