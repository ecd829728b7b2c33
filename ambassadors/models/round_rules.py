"""What a network settles once about its rounds, and what its clock did in each of them."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.round_calendar import Ahead
from network.models import Network


class BlindField(models.TextChoices):
    """What an assessor may be kept from seeing, so that it does not colour the judgement."""

    NAME = "name", _("name and portrait")
    COMPANY = "company", _("name of the company")
    PLACE = "place", _("place and region")
    NOMINATOR = "nominator", _("who put the candidate forward")
    CONTACT = "contact", _("e-mail address and telephone")


def known_blind_fields(names: list[str]) -> None:
    if not isinstance(names, list) or set(names) - set(BlindField.values):
        raise ValidationError(_("Choose from the list."))


class RoundRules(models.Model):
    """The yearly date, how far ahead each step lies, and how candidates come in and are judged."""

    network = models.OneToOneField(
        "network.Network", models.CASCADE, related_name="round_rules", verbose_name=_("network")
    )
    ceremony_month = models.PositiveSmallIntegerField(
        _("month of the ceremony"), default=4, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    # 29 February is 28 February in other years; a day the month does not have is its last.
    ceremony_day = models.PositiveSmallIntegerField(
        _("day of the ceremony"), default=1, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    opens_days = models.PositiveSmallIntegerField(
        _("nominating opens, days before the ceremony"), default=182
    )
    closes_days = models.PositiveSmallIntegerField(
        _("nominating ends, days before the ceremony"), default=126
    )
    decides_days = models.PositiveSmallIntegerField(_("decision, days before the ceremony"), default=70)
    answers_days = models.PositiveSmallIntegerField(
        _("invitations answered, days before the ceremony"), default=42
    )
    public_page = models.BooleanField(
        _("visitors can nominate and apply"),
        default=True,
        help_text=_("Off: only the project leader, ambassadors, honorary members and fans can."),
    )
    questions = models.JSONField(_("own questions"), default=list, blank=True)
    blind_fields = models.JSONField(
        _("hidden from assessors"), default=list, blank=True, validators=[known_blind_fields]
    )
    scouting_days = models.PositiveSmallIntegerField(
        _("days a name stays on the scouting list"),
        default=28,
        validators=[MinValueValidator(1), MaxValueValidator(28)],
        help_text=_("At most 28: within a month you tell somebody that you keep data about them."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rules of the rounds")
        verbose_name_plural = _("rules of the rounds")
        constraints = [
            models.CheckConstraint(
                condition=Q(ceremony_month__gte=1, ceremony_month__lte=12)
                & Q(ceremony_day__gte=1, ceremony_day__lte=31),
                name="round_rules_have_a_day",
            ),
            models.CheckConstraint(
                condition=Q(opens_days__gt=models.F("closes_days"))
                & Q(closes_days__gt=models.F("decides_days"))
                & Q(decides_days__gt=models.F("answers_days"))
                & Q(answers_days__gte=1)
                & Q(opens_days__lte=365),
                name="round_rules_in_order",
                violation_error_message=_(
                    "Put the steps in order: opening, end of nominating, decision, answers."
                ),
            ),
            models.CheckConstraint(
                condition=Q(scouting_days__gte=1, scouting_days__lte=28), name="scouting_at_most_a_month"
            ),
        ]

    def __str__(self) -> str:
        return str(self.network)

    @classmethod
    def of(cls, network: Network) -> "RoundRules":
        """The network's own rules, or the usual ones where it has not settled any."""
        return cls.objects.filter(network=network).first() or cls(network=network)

    @property
    def ahead(self) -> Ahead:
        return Ahead(self.opens_days, self.closes_days, self.decides_days, self.answers_days)


class RoundStep(models.Model):
    """Something the calendar did in a round; the row keeps it from happening twice."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("opened")
        REMIND_14 = "remind_14", _("reminder, two weeks before the end of nominating")
        REMIND_3 = "remind_3", _("reminder, three days before the end of nominating")
        CLOSED = "closed", _("nominating ended")
        INVITED = "invited", _("invitations sent")

    round = models.ForeignKey(
        "ambassadors.AppointmentRound", models.CASCADE, related_name="steps", verbose_name=_("round")
    )
    kind = models.CharField(_("what"), max_length=12, choices=Kind)
    due_on = models.DateField(_("due on"))
    done_at = models.DateTimeField(_("done at"), auto_now_add=True)
    messages = models.PositiveIntegerField(_("mails"), default=0)

    class Meta:
        verbose_name = _("step of a round")
        verbose_name_plural = _("steps of a round")
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "kind"], name="round_step_once")]

    def __str__(self) -> str:
        return self.get_kind_display()


class TermExtension(models.Model):
    """A term that was made longer, with the talk in which that was agreed."""

    term = models.ForeignKey(
        "ambassadors.Term", models.CASCADE, related_name="extensions", verbose_name=_("term")
    )
    round = models.ForeignKey(
        "ambassadors.AppointmentRound",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="extensions",
        verbose_name=_("round"),
    )
    talk = models.ForeignKey(
        "ambassadors.ContactMoment", models.PROTECT, related_name="+", verbose_name=_("talk")
    )
    end_before = models.DateField(_("end before"))
    end_after = models.DateField(_("end after"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("extension of a term")
        verbose_name_plural = _("extensions of terms")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["term", "end_after"], name="extended_once"),
            models.CheckConstraint(
                condition=Q(end_after__gt=models.F("end_before")),
                name="extension_adds_days",
                violation_error_message=_("The new end must come after the old one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.end_before:%d-%m-%Y} → {self.end_after:%d-%m-%Y}"
