from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network import richtext
from network.models import MessagePreference
from network.models.languages import InTwoLanguages
from network.richtext import RichTextField


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def reading(self) -> "SubscriptionQuerySet":
        """Who confirmed, and did not stop since."""
        stopped = MessagePreference.objects.filter(
            network=OuterRef("network"), email__iexact=OuterRef("email"), group="newsletter"
        )
        return self.exclude(confirmed_at=None).filter(~Exists(stopped))

    def never_confirmed(self, before: datetime) -> "SubscriptionQuerySet":
        return self.filter(confirmed_at=None, asked_at__lt=before)


class Subscription(models.Model):
    """Somebody who asked for the newsletter. It counts once the address confirmed it."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="subscriptions", verbose_name=_("network")
    )
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=5, default="nl", choices=settings.LANGUAGES)
    consent_text = models.CharField(_("version of the text agreed to"), max_length=10)
    asked_at = models.DateTimeField(_("asked for at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader of the newsletter")
        verbose_name_plural = _("readers of the newsletter")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["network", "email"], name="subscription_once"),
        ]

    def __str__(self) -> str:
        return self.email


class NewsletterQuerySet(models.QuerySet["Newsletter"]):
    def sent(self) -> "NewsletterQuerySet":
        return self.exclude(sent_at=None)


class Newsletter(InTwoLanguages, models.Model):
    """One issue: a few words of the leader, stories, tools and the agenda. It never changes once it is sent;
    a story that is taken off the site also disappears from the archive."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="newsletters", verbose_name=_("network")
    )
    title = models.CharField(_("subject"), max_length=120)
    title_en = models.CharField(_("subject, in English"), max_length=120, blank=True)
    introduction = RichTextField(_("introduction"), blank=True)
    introduction_en = RichTextField(_("introduction, in English"), blank=True)
    stories = models.ManyToManyField(
        "knowledgebank.Story", blank=True, related_name="newsletters", verbose_name=_("stories")
    )
    tools = models.ManyToManyField(
        "knowledgebank.Tool", blank=True, related_name="newsletters", verbose_name=_("tools")
    )
    with_agenda = models.BooleanField(_("with the agenda of the day it is sent"), default=True)
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    created_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    sent_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    readers = models.PositiveIntegerField(_("sent to how many"), default=0)

    history = HistoricalRecords(m2m_fields=[stories, tools])
    objects = NewsletterQuerySet.as_manager()

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=False) | Q(readers=0), name="newsletter_counts_when_sent"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("newsletter", args=[self.pk])

    @property
    def shown_title(self) -> str:
        return self.in_language("title")

    @property
    def html(self) -> SafeString:
        return mark_safe(richtext.from_marks(self.in_language("introduction")))

    @property
    def on(self) -> date | None:
        return timezone.localdate(self.sent_at) if self.sent_at else None
