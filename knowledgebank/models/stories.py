import re
import secrets
from collections.abc import Container
from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.models import InnovationPhase, Term
from network import images, richtext
from network.models import Pictured
from network.models.languages import InTwoLanguages
from network.models.pictured import SIZING
from network.richtext import RichTextField

MOST_LESSONS = 7
BULLET = re.compile(r"^[-*•]\s+")
MINUS = re.compile(r"(?<!\w)-(?=\d)")


class StoryQuerySet(models.QuerySet["Story"]):
    def with_consent(self) -> "StoryQuerySet":
        """Neither the story nor its person was taken off the site."""
        return self.filter(withdrawn_at=None).exclude(person__publication_consent_at=None)

    def public(self, on: date) -> "StoryQuerySet":
        """What every public page, feed and search may show on that day."""
        return self.with_consent().filter(
            Exists(StoryVersion.objects.published(on).filter(story=OuterRef("pk")))
        )


class Story(models.Model):
    """An ambassador's own experience. What it says stands in its versions; here is what stays the same."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="stories", verbose_name=_("network")
    )
    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="stories", verbose_name=_("of whom")
    )
    slug = models.SlugField(_("address"), max_length=120)
    theme = models.ForeignKey(
        "knowledgebank.Theme",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("theme"),
    )
    tools = models.ManyToManyField(
        "knowledgebank.Tool", blank=True, related_name="stories", verbose_name=_("tools that belong to it")
    )
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    created_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    # Set: nobody sees it any more, whatever was approved. Only a new approval takes this back.
    withdrawn_at = models.DateTimeField(_("taken off the site at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    history = HistoricalRecords()
    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "slug"],
                name="story_address_once",
                violation_error_message=_("There is already a story at this address."),
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.slug])

    @property
    def draft(self) -> "StoryVersion | None":
        """The version that is being worked on; reads `versions` once, so it can be prefetched."""
        return next((v for v in self.versions.all() if v.approved_at is None), None)

    def online(self, on: date) -> "StoryVersion | None":
        """The version visitors may read on a day, consent apart; reads `versions` once."""
        published = [v for v in self.versions.all() if v.is_published(on)]
        return max(published, key=lambda v: v.number, default=None)


def free_story_slug(title: str, taken: Container[str]) -> str:
    base = slugify(title)[:100].strip("-") or "verhaal"
    if base not in taken:
        return base
    number = next((n for n in range(2, 1000) if f"{base}-{n}" not in taken), None)
    return f"{base}-{number or secrets.token_hex(4)}"


class StoryVersionQuerySet(models.QuerySet["StoryVersion"]):
    def drafts(self) -> "StoryVersionQuerySet":
        return self.filter(approved_at=None)

    def handed_in(self) -> "StoryVersionQuerySet":
        """Written by the ambassador, and now the leader's turn."""
        return self.drafts().filter(handed_in_at__isnull=False, asked_at=None)

    def with_remarks(self) -> "StoryVersionQuerySet":
        """The ambassador wants something changed, and was not asked again since."""
        return self.drafts().filter(asked_at__lte=F("remarked_at"))

    def waiting_for_approval(self) -> "StoryVersionQuerySet":
        return self.drafts().exclude(asked_at=None)

    def published(self, on: date) -> "StoryVersionQuerySet":
        return self.filter(approved_at__isnull=False, publish_on__lte=on)

    def public(self, on: date) -> "StoryVersionQuerySet":
        """Of every public story the one version that visitors read on that day."""
        newer: QuerySet[StoryVersion] = StoryVersion.objects.published(on).filter(
            story=OuterRef("story"), number__gt=OuterRef("number")
        )
        return (
            self.published(on)
            .filter(~Exists(newer), story__withdrawn_at=None)
            .exclude(story__person__publication_consent_at=None)
        )

    def with_person(self, on: date) -> "StoryVersionQuerySet":
        """With whom it is about, in the same query, and whether that person can be asked today."""
        in_office = Term.objects.current(on).filter(person=OuterRef("story__person"))
        return self.select_related("story__person", "story__theme").annotate(can_be_asked=Exists(in_office))


class StoryVersion(Pictured, InTwoLanguages, models.Model):
    """One text of a story. It is worked on until its ambassador approves it, and never changes after that.

    A version that is online stays there while the next is written.
    """

    PICTURE = "photo"
    SHAPE = images.PHOTO

    class Via(models.TextChoices):
        LINK = "link", _("by the link in the mail")
        MIJN = "mijn", _("in Mijn")
        SPOKEN = "spoken", _("told the project leader")

    story = models.ForeignKey(Story, models.CASCADE, related_name="versions", verbose_name=_("story"))
    number = models.PositiveSmallIntegerField(_("version"))

    title = models.CharField(_("title"), max_length=120)
    lead = models.CharField(
        _("introduction"), max_length=320, blank=True, help_text=_("Two sentences that make one read on.")
    )
    body = RichTextField(_("story"), blank=True)
    quote = models.CharField(_("pull quote"), max_length=240, blank=True)
    lessons = models.TextField(
        _("lessons"), blank=True, help_text=_("One per line: what would you tell a colleague?")
    )
    figures = models.TextField(
        _("figures"), blank=True, help_text=_("One per line, the figure first: -40 % | absence in two years")
    )
    title_en = models.CharField(_("title, in English"), max_length=120, blank=True)
    lead_en = models.CharField(_("introduction, in English"), max_length=320, blank=True)
    body_en = RichTextField(_("story, in English"), blank=True)
    quote_en = models.CharField(_("pull quote, in English"), max_length=240, blank=True)
    lessons_en = models.TextField(_("lessons, in English"), blank=True)
    figures_en = models.TextField(_("figures, in English"), blank=True)
    tags = models.JSONField(_("keywords"), default=list, blank=True)  # short texts

    # As it was when the story was told: the company can change, the story does not.
    company = models.CharField(_("company"), max_length=150, blank=True)
    role = models.CharField(_("role in the company"), max_length=80, blank=True)
    place = models.CharField(_("place"), max_length=80, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    sector = models.CharField(_("sector"), max_length=80, blank=True)
    employees = models.PositiveIntegerField(_("people who work there"), null=True, blank=True)
    phase = models.CharField(_("phase of innovation"), max_length=20, choices=InnovationPhase, blank=True)

    photo = models.ImageField(_("photo"), upload_to="stories/", blank=True)
    photo_alt = models.CharField(_("what the photo shows"), max_length=160, blank=True)
    photo_credit = models.CharField(_("photographer"), max_length=120, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        _("centre of the photo, from the left (%)"), default=50, validators=[MaxValueValidator(100)]
    )
    focal_y = models.PositiveSmallIntegerField(
        _("centre of the photo, from the top (%)"), default=40, validators=[MaxValueValidator(100)]
    )
    # Without it the page shows the portrait instead.
    photo_consent_at = models.DateTimeField(_("agreed to the photo at"), null=True, blank=True)

    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    created_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    handed_in_at = models.DateTimeField(_("handed in at"), null=True, blank=True)
    asked_at = models.DateTimeField(_("approval asked at"), null=True, blank=True)
    asked_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    remarks = models.TextField(_("what should be different"), blank=True, max_length=3000)
    remarked_at = models.DateTimeField(_("asked for changes at"), null=True, blank=True)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_via = models.CharField(_("approved how"), max_length=10, choices=Via, blank=True)
    consent_text = models.CharField(_("version of the text agreed to"), max_length=10, blank=True)
    # Before approval: the day the leader has in mind; empty means at once.
    publish_on = models.DateField(_("online from"), null=True, blank=True)

    history = HistoricalRecords(excluded_fields=[*SIZING])
    objects = StoryVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a story")
        verbose_name_plural = _("versions of a story")
        ordering = ["story", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="story_version_once"),
            models.UniqueConstraint(
                fields=["story"],
                condition=Q(approved_at=None),
                name="story_one_draft",
                violation_error_message=_("This story already has a version that is being worked on."),
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None) | Q(publish_on__isnull=False),
                name="story_approved_has_day",
            ),
            models.CheckConstraint(
                condition=Q(phase__in=["", *InnovationPhase.values]), name="story_phase_known"
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_via="")
                | Q(approved_at__isnull=False, approved_via__in=["link", "mijn", "spoken"]),
                name="story_approved_somehow",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_published(self, on: date) -> bool:
        return self.approved_at is not None and self.publish_on is not None and self.publish_on <= on

    @property
    def state_words(self) -> str:
        """Where a version stands, before it is online."""
        if self.approved_at:
            return gettext("approved")
        if self.remarked_at and self.asked_at and self.remarked_at >= self.asked_at:
            return gettext("changes asked")
        if self.asked_at:
            return gettext("waits for approval")
        return gettext("handed in") if self.handed_in_at else gettext("being written")

    @property
    def shown_title(self) -> str:
        return self.in_language("title")

    @property
    def shown_lead(self) -> str:
        return self.in_language("lead")

    @property
    def shown_quote(self) -> str:
        return self.in_language("quote")

    @property
    def html(self) -> SafeString:
        return mark_safe(richtext.from_marks(self.in_language("body")))

    @property
    def lesson_list(self) -> list[str]:
        return _lines(self.in_language("lessons"))[:MOST_LESSONS]

    @property
    def figure_list(self) -> list[tuple[str, str]]:
        """Pairs of a figure and what it counts; a hyphen before a number is shown as the minus it is."""
        pairs = (line.partition("|") for line in _lines(self.in_language("figures")))
        return [
            (MINUS.sub("−", figure.strip()), what.strip()) for figure, _bar, what in pairs if figure.strip()
        ]

    @property
    def shows_photo(self) -> bool:
        """Readable, with consent for this photo, and no later word of the person that photos have to go."""
        if not self.photo or self.is_damaged or self.photo_consent_at is None:
            return False
        refused = self.story.person.photos_refused_at
        return refused is None or self.photo_consent_at > refused

    @classmethod
    def wanted(cls) -> Q:
        """Photos that may be shown, and those about which is still to be decided."""
        refused = F("story__person__photos_refused_at")
        agreed = Q(photo_consent_at__isnull=False) & (
            Q(story__person__photos_refused_at=None) | Q(photo_consent_at__gt=refused)
        )
        return super().wanted() & (Q(approved_at=None) | agreed)

    @property
    def minutes_to_read(self) -> int:
        return max(1, round(len(self.in_language("body").split()) / 220))


def _lines(text: str) -> list[str]:
    return [line for line in (BULLET.sub("", part.strip()) for part in text.splitlines()) if line]
