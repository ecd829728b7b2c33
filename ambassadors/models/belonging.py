"""What belongs to everybody: what to expect of the leader, tasks to take over, who is in the light."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Expectation(models.Model):
    """One line of “you can expect this from me” or “do not expect this from me”."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="expectations", verbose_name=_("network")
    )
    is_offered = models.BooleanField(
        _("you can expect this from me"), default=True, help_text=_("Off: do not expect this from me.")
    )
    words = models.CharField(_("in one sentence"), max_length=200)
    words_en = models.CharField(_("in one sentence, in English"), max_length=200, blank=True)
    place = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        verbose_name = _("expectation")
        verbose_name_plural = _("what you can expect from me")
        ordering = ["-is_offered", "place", "pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def sentence(self) -> str:
        return (self.words_en if get_language() == "en" else "") or self.words


class ClubTaskQuerySet(models.QuerySet["ClubTask"]):
    def free(self) -> "ClubTaskQuerySet":
        return self.filter(taken_by=None, done_at=None)

    def under_way(self) -> "ClubTaskQuerySet":
        return self.filter(taken_by__isnull=False, done_at=None)

    def done(self) -> "ClubTaskQuerySet":
        return self.exclude(done_at=None)


class ClubTask(models.Model):
    """Something of the network's that a member can take over, give back, or finish."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="club_tasks", verbose_name=_("network")
    )
    title = models.CharField(_("what"), max_length=120)
    about = models.TextField(_("what it asks"), max_length=1000, blank=True)
    due_on = models.DateField(_("before"), null=True, blank=True)
    taken_by = models.ForeignKey(
        "ambassadors.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="club_tasks",
        verbose_name=_("taken over by"),
    )
    taken_at = models.DateTimeField(_("taken over at"), null=True, blank=True)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    created_at = models.DateTimeField(_("added at"), auto_now_add=True)

    history = HistoricalRecords()
    objects = ClubTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task to take over")
        verbose_name_plural = _("tasks to take over")
        ordering = [F("due_on").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.title


class SpotlightQuerySet(models.QuerySet["Spotlight"]):
    def on(self, day: date) -> "SpotlightQuerySet":
        return self.filter(Q(start__lte=day), Q(end=None) | Q(end__gt=day)).order_by("-start", "-pk")


class Spotlight(models.Model):
    """Somebody whom the leader puts in the light on the home page for a while."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="spotlights", verbose_name=_("network")
    )
    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="spotlights", verbose_name=_("who")
    )
    why = models.CharField(_("why now"), max_length=240, help_text=_("One or two sentences for visitors."))
    why_en = models.CharField(_("why now, in English"), max_length=240, blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("first day after"), null=True, blank=True)

    objects = SpotlightQuerySet.as_manager()

    class Meta:
        verbose_name = _("spotlight")
        verbose_name_plural = _("in the spotlight")
        ordering = ["-start", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gt=F("start")),
                name="spotlight_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def reason(self) -> str:
        return (self.why_en if get_language() == "en" else "") or self.why
