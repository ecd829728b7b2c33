"""The sheet that belongs to a method card, filled in on paper or on a screen; on a screen it becomes data."""

import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

DAYS_KEPT = 180


def new_token() -> str:
    return secrets.token_urlsafe(24)


class FillInForm(models.Model):
    """The sheet of a card: one is filled in by each party, as the interest card by each partner."""

    tool = models.OneToOneField(
        "knowledgebank.Tool", models.CASCADE, related_name="fill_in_form", verbose_name=_("tool")
    )
    title = models.CharField(_("title"), max_length=80)
    introduction = models.CharField(_("introduction"), max_length=320, blank=True)
    party_label = models.CharField(
        _("who fills it in"), max_length=60, help_text=_("Such as: your organisation, your team.")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("sheet to fill in")
        verbose_name_plural = _("sheets to fill in")

    def __str__(self) -> str:
        return self.title


class FormQuestion(models.Model):
    class Kind(models.TextChoices):
        LINE = "line", _("one line")
        TEXT = "text", _("some lines")
        LIST = "list", _("a list, one per line")

    class Tone(models.TextChoices):
        """How the answer is shown: what is negotiable beside what is not."""

        PLAIN = "plain", _("plain")
        WISH = "wish", _("a wish: negotiable")
        DEMAND = "demand", _("a demand: not negotiable")

    form = models.ForeignKey(FillInForm, models.CASCADE, related_name="questions", verbose_name=_("sheet"))
    position = models.PositiveSmallIntegerField(_("number"))
    label = models.CharField(_("question"), max_length=120)
    help_text = models.CharField(_("explanation"), max_length=240, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=Kind, default=Kind.TEXT)
    tone = models.CharField(_("how it is shown"), max_length=10, choices=Tone, default=Tone.PLAIN)
    is_required = models.BooleanField(_("has to be answered"), default=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["form", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "position"],
                name="form_question_once",
                violation_error_message=_("Another question has this number."),
            ),
            models.CheckConstraint(condition=Q(kind__in=["line", "text", "list"]), name="form_kind_known"),
            models.CheckConstraint(condition=Q(tone__in=["plain", "wish", "demand"]), name="form_tone_known"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def field_name(self) -> str:
        return f"q{self.pk}"


class FormGroup(models.Model):
    """A group that works with a card. Whoever began it has one address, whoever fills in another."""

    form = models.ForeignKey(FillInForm, models.CASCADE, related_name="groups", verbose_name=_("sheet"))
    name = models.CharField(_("name of the group"), max_length=80)
    # Together these are the door: whoever has the address may come in.
    view_token = models.CharField(max_length=43, unique=True, default=new_token, editable=False)
    fill_token = models.CharField(max_length=43, unique=True, default=new_token, editable=False)
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    used_at = models.DateTimeField(_("last used at"), auto_now_add=True)

    class Meta:
        verbose_name = _("group with a sheet")
        verbose_name_plural = _("groups with a sheet")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("form_group", args=[self.view_token])


class FilledForm(models.Model):
    """What one party answered; its own address lets it be changed as long as it is kept."""

    group = models.ForeignKey(FormGroup, models.CASCADE, related_name="filled", verbose_name=_("group"))
    token = models.CharField(max_length=43, unique=True, default=new_token, editable=False)
    party = models.CharField(_("who"), max_length=120)
    answers = models.JSONField(_("answers"), default=dict)  # question id as text: what was typed
    created_at = models.DateTimeField(_("filled in at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("filled-in sheet")
        verbose_name_plural = _("filled-in sheets")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.party

    def get_absolute_url(self) -> str:
        return reverse("filled_form", args=[self.token])
