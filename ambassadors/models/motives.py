"""What drives somebody: their answers, and the type that leader and ambassador settled in a talk."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.models.people import ProfileType
from ambassadors.profile_types import VERSION


class MotiveAnswersQuerySet(models.QuerySet["MotiveAnswers"]):
    def to_talk_over(self) -> "MotiveAnswersQuerySet":
        """Filled in, or filled in anew, since the last talk about it."""
        talks = TypeTalk.objects.filter(person=OuterRef("person"), settled_at__gte=OuterRef("filled_at"))
        return self.filter(~Exists(talks))


class MotiveAnswers(models.Model):
    """The last answers of somebody to the fifteen statements, 1 to 5, by the key of the statement."""

    person = models.OneToOneField(
        "ambassadors.Person", models.CASCADE, related_name="motive_answers", verbose_name=_("person")
    )
    version = models.PositiveSmallIntegerField(_("version of the statements"), default=VERSION)
    answers = models.JSONField(_("answers"))
    filled_at = models.DateTimeField(_("filled in at"))

    objects = MotiveAnswersQuerySet.as_manager()

    class Meta:
        verbose_name = _("answers about motives")
        verbose_name_plural = _("answers about motives")

    def __str__(self) -> str:
        return str(self.person)


class TypeTalk(models.Model):
    """First and second profile type as settled in a talk. The last one counts; the earlier ones stay."""

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="type_talks", verbose_name=_("person")
    )
    first = models.CharField(_("first profile type"), max_length=20, choices=ProfileType)
    second = models.CharField(_("second profile type"), max_length=20, choices=ProfileType, blank=True)
    talked_on = models.DateField(_("talked on"))
    settled_at = models.DateTimeField(_("written down at"), auto_now_add=True)
    settled_by = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("talked with"),
    )

    class Meta:
        verbose_name = _("talk about the profile type")
        verbose_name_plural = _("talks about the profile type")
        ordering = ["-settled_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(second=F("first")),
                name="type_talk_types_differ",
                violation_error_message=_("The second profile type must differ from the first."),
            ),
            models.CheckConstraint(
                condition=Q(first__in=ProfileType.values) & Q(second__in=["", *ProfileType.values]),
                name="type_talk_types_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.talked_on:%d-%m-%Y}"
