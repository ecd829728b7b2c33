import hashlib

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What somebody can agree to, each apart."""

    CANDIDACY = "candidacy", _("being a candidate")
    CHARTER = "charter", _("the charter of commitment")
    PUBLICATION = "publication", _("publication of name, company and story")
    PHOTO = "photo", _("use of photos")
    TRAITS = "traits", _("declaration of personal traits")

    @classmethod
    def with_the_invitation(cls) -> tuple["Purpose", ...]:
        """What is asked when somebody accepts, in this order; only the charter has to be agreed to."""
        return (cls.CHARTER, cls.PUBLICATION, cls.PHOTO)

    @classmethod
    def on_the_site(cls) -> tuple["Purpose", ...]:
        """What visitors see, and what can be taken back with one button."""
        return (cls.PHOTO, cls.PUBLICATION)


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def latest_of(self, purpose: str) -> "ConsentText | None":
        return self.filter(purpose=purpose).order_by("-version").first()


class ConsentText(models.Model):
    """The words somebody agrees to. A text that was used never changes: a change is a new version."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="consent_texts", verbose_name=_("network")
    )
    purpose = models.CharField(_("what for"), max_length=12, choices=Purpose)
    version = models.PositiveSmallIntegerField(_("version"))
    body = models.TextField(_("text"))
    body_en = models.TextField(_("text, in English"), blank=True)
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    created_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a consent")
        verbose_name_plural = _("texts of consents")
        ordering = ["purpose", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "purpose", "version"],
                name="consent_version_once",
                violation_error_message=_("This version already exists."),
            ),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="consent_purpose_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.version}"

    @property
    def seal(self) -> str:
        """Of what somebody reads, in either language: it comes back with their yes."""
        return hashlib.blake2s(f"{self.body}\0{self.body_en}".encode(), digest_size=12).hexdigest()

    @property
    def words(self) -> str:
        return (self.body_en if get_language() == "en" else "") or self.body


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self) -> "ConsentQuerySet":
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """Somebody agreed to one text, at one moment, in one way; withdrawn later or not."""

    class Way(models.TextChoices):
        INVITATION = "invitation", _("with the invitation")
        LINK = "link", _("by a link in a mail")
        MIJN = "mijn", _("on their own pages")
        LEADER = "leader", _("told the project leader")

    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="consents", verbose_name=_("person")
    )
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consents", verbose_name=_("text"))
    # As in the text; here so that the database can keep one in force per purpose.
    purpose = models.CharField(_("what for"), max_length=12, choices=Purpose)
    way = models.CharField(_("how"), max_length=12, choices=Way)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=Q(withdrawn_at=None),
                name="consent_once_in_force",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=models.F("given_at")),
                name="consent_withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()
