import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# No vowels and nothing that looks like something else: read aloud in a hall, and never a word.
LETTERS = "bcdfghjkmnpqrstvwxz23456789"
LENGTH = 7


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _position in range(LENGTH))


class BusinessCard(models.Model):
    """A card with a QR code and a short address of its own: of one ambassador, or of one podium."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="business_cards", verbose_name=_("network")
    )
    code = models.CharField(_("code"), max_length=LENGTH, unique=True, default=new_code, editable=False)
    person = models.OneToOneField(
        "ambassadors.Person",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="business_card",
        verbose_name=_("ambassador"),
    )
    podium = models.OneToOneField(
        "events.Podium",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="business_card",
        verbose_name=_("podium"),
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("business card")
        verbose_name_plural = _("business cards")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, podium=None) | Q(person=None, podium__isnull=False),
                name="card_of_one",
                violation_error_message=_("A card is of one ambassador or of one podium."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.podium)


class AudienceCheckIn(models.Model):
    """Somebody in the audience said to be there. Nothing in it says who."""

    card = models.ForeignKey(
        BusinessCard, models.CASCADE, related_name="check_ins", verbose_name=_("business card")
    )
    # Of the form that was sent: the same form twice is one person.
    token = models.CharField(max_length=43)
    is_entrepreneur = models.BooleanField(_("is an entrepreneur"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    # So many came from one place that a machine may be at work: does not count until the leader says so.
    is_held = models.BooleanField(_("held"), default=False)

    class Meta:
        verbose_name = _("check-in of the audience")
        verbose_name_plural = _("check-ins of the audience")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["card", "token"], name="check_in_once")]

    def __str__(self) -> str:
        return f"{self.card} {self.at:%Y-%m-%d %H:%M}"


class Plan(models.TextChoices):
    NOTHING = "nothing", _("nothing yet")
    TALK = "talk", _("talk about it in our company")
    TRY = "try", _("try something soon")
    DOING = "doing", _("we are already doing it")


class AudienceFeedback(models.Model):
    """Three questions about a podium, answered by somebody who was there. Nothing in it says who."""

    card = models.ForeignKey(
        BusinessCard, models.CASCADE, related_name="feedback", verbose_name=_("business card")
    )
    token = models.CharField(max_length=43)
    useful = models.PositiveSmallIntegerField(
        _("how useful, 1 to 5"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    plan = models.CharField(_("what they will do"), max_length=10, choices=Plan, blank=True)
    line = models.CharField(_("what stays with them"), max_length=240, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    is_held = models.BooleanField(_("held"), default=False)

    class Meta:
        verbose_name = _("feedback of the audience")
        verbose_name_plural = _("feedback of the audience")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["card", "token"], name="feedback_once"),
            models.CheckConstraint(condition=Q(useful__gte=1, useful__lte=5), name="feedback_1_to_5"),
        ]

    def __str__(self) -> str:
        return self.line or f"{self.useful}/5"
