from datetime import datetime

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self, now: datetime) -> "MessageQuerySet":
        """What may leave at this moment and is in nobody's hands."""
        return self.filter(state=Message.State.QUEUED, not_before__lte=now).filter(
            Q(next_attempt_at=None) | Q(next_attempt_at__lte=now)
        )


class Message(models.Model):
    """One e-mail to one person: the row is the truth, Celery only wakes the worker.

    queued -> claimed (lease) -> handing -> sent / failed / uncertain. `handing` is committed after the
    server's 354 and before the body: a worker killed before it is repeated, one killed after it is shown
    to the leader as uncertain, so that no mail goes twice and none is lost in silence.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting")
        HELD = "held", _("held back")
        CLAIMED = "claimed", _("being sent")
        HANDING = "handing", _("being handed over")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        UNCERTAIN = "uncertain", _("perhaps sent")
        DROPPED = "dropped", _("no longer needed")

        @classmethod
        def under_way(cls) -> list["Message.State"]:
            return [cls.QUEUED, cls.CLAIMED, cls.HANDING]

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="messages", verbose_name=_("network")
    )
    kind = models.CharField(_("kind"), max_length=40)
    # Kind, person and period in one string: the same message can never be made twice.
    key = models.CharField(max_length=200, unique=True)
    recipient = models.EmailField(_("to"))
    recipient_name = models.CharField(_("name"), max_length=200, blank=True)
    reply_to = models.EmailField(_("answers go to"), blank=True)
    language = models.CharField(_("language"), max_length=5, default="nl")
    variant = models.CharField(max_length=20, blank=True)  # a profile type, for example
    # What the mail is about, in plain values; the text is made from it when shown and when it leaves.
    data = models.JSONField(default=dict, blank=True, editable=False)
    # Written by the leader, in place of the text of the kind; empty: the kind's own.
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    words = models.TextField(_("text"), blank=True)
    # What was really sent.
    body_text = models.TextField(_("text as sent"), blank=True, editable=False)
    body_html = models.TextField(_("designed text as sent"), blank=True, editable=False)
    reason = models.CharField(_("why"), max_length=300, blank=True)

    about_type = models.ForeignKey(ContentType, models.SET_NULL, null=True, blank=True)
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey("about_type", "about_id")

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.QUEUED)
    not_before = models.DateTimeField(_("leaves from"))
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    edited_at = models.DateTimeField(_("edited at"), null=True, blank=True)
    edited_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    claimed_by = models.CharField(max_length=64, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    handing_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    message_id = models.CharField(max_length=200, blank=True)
    last_error = models.CharField(_("what went wrong"), max_length=500, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["not_before"],
                name="message_waiting",
                condition=Q(state__in=["queued", "claimed", "handing"]),
            ),
            models.Index(fields=["network", "state"], name="message_by_state"),
            models.Index(fields=["about_type", "about_id"], name="message_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "queued",
                        "held",
                        "claimed",
                        "handing",
                        "sent",
                        "failed",
                        "uncertain",
                        "dropped",
                    ]
                ),
                name="message_state_known",
            ),
        ]

    def __str__(self) -> str:
        """Its subject is written when it leaves; before that, whom it is for."""
        return ": ".join(filter(None, [self.recipient_name or self.recipient, self.subject]))


class MessageText(models.Model):
    """A network's own wording of a message, in place of the built-in text."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="message_texts", verbose_name=_("network")
    )
    kind = models.CharField(_("kind"), max_length=40)
    variant = models.CharField(_("variant"), max_length=20, blank=True)  # a profile type, for example
    language = models.CharField(_("language"), max_length=5, default="nl")
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))

    class Meta:
        verbose_name = _("own text of a mail")
        verbose_name_plural = _("own texts of mails")
        ordering = ["kind", "variant", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "kind", "variant", "language"],
                name="message_text_once",
                violation_error_message=_("There is already an own text for this mail."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.variant} {self.language}"


class MessagePreference(models.Model):
    """Somebody does not want one group of mails. No row: the mails are sent."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="+", verbose_name=_("network")
    )
    email = models.EmailField(_("e-mail address"))
    group = models.CharField(_("kind of mail"), max_length=40)
    stopped_at = models.DateTimeField(_("stopped at"), auto_now_add=True)

    class Meta:
        verbose_name = _("mail preference")
        verbose_name_plural = _("mail preferences")
        constraints = [models.UniqueConstraint(fields=["network", "email", "group"], name="preference_once")]

    def __str__(self) -> str:
        return self.group


class MailServer(models.Model):
    """How the server that takes our mail is doing; one row per server, shared by all workers."""

    name = models.CharField(primary_key=True, max_length=200)
    down_since = models.DateTimeField(null=True, blank=True)
    # While it is down: who changes this moment may try, nobody else.
    next_try_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("mail server")
        verbose_name_plural = _("mail servers")

    def __str__(self) -> str:
        return self.name
