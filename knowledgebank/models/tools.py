from datetime import date

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network import clock, documents, richtext
from network.richtext import RichTextField


class ToolQuerySet(models.QuerySet["Tool"]):
    def public(self, on: date) -> "ToolQuerySet":
        """What every public page, feed and search may show on that day."""
        return self.filter(published_on__lte=on)

    def in_language(self, language: str) -> "ToolQuerySet":
        """One row per card: in that language where it exists, else in Dutch."""
        if language == "nl":
            return self.filter(language="nl")
        twin = Tool.objects.filter(
            network=models.OuterRef("network"),
            slug=models.OuterRef("slug"),
            language=language,
            published_on__lte=clock.today(),
        )
        return self.filter(Q(language=language) | ~models.Exists(twin))


class Tool(models.Model):
    """A described method, in the fixed sections of a method card. A translation is its own row."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="tools", verbose_name=_("network")
    )
    slug = models.SlugField(_("address"), max_length=80)
    language = models.CharField(_("language"), max_length=5, default="nl", choices=settings.LANGUAGES)
    theme = models.ForeignKey(
        "knowledgebank.Theme",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="tools",
        verbose_name=_("theme"),
    )
    title = models.CharField(_("title"), max_length=80)
    summary = models.CharField(_("in one sentence"), max_length=240)
    published_on = models.DateField(
        _("online from"), null=True, blank=True, help_text=_("Empty: nobody sees it yet.")
    )

    purpose = RichTextField(_("what can you do with it"), blank=True)
    result = models.CharField(_("what does it deliver"), max_length=240, blank=True)
    moment = models.CharField(_("when"), max_length=240, blank=True)
    company = models.CharField(_("with whom, in a few words"), max_length=240, blank=True)
    with_whom = RichTextField(_("with whom"), blank=True)
    people_least = models.PositiveSmallIntegerField(_("participants, at least"), null=True, blank=True)
    people_most = models.PositiveSmallIntegerField(_("participants, at most"), null=True, blank=True)
    how = RichTextField(_("how does it work"), blank=True)

    knowledge = RichTextField(_("knowledge needed"), blank=True)
    skills_participants = RichTextField(_("skills of the participants"), blank=True)
    skills_facilitator = RichTextField(_("skills of the facilitator"), blank=True)
    minutes_learn = models.PositiveSmallIntegerField(_("minutes to learn it"), null=True, blank=True)
    minutes_prepare = models.PositiveSmallIntegerField(_("minutes to prepare"), null=True, blank=True)
    minutes_run = models.PositiveSmallIntegerField(_("minutes to run it"), null=True, blank=True)
    minutes_run_most = models.PositiveSmallIntegerField(
        _("minutes to run it, at most"), null=True, blank=True
    )
    minutes_aftercare = models.PositiveSmallIntegerField(_("minutes of aftercare"), null=True, blank=True)
    material = RichTextField(_("material"), blank=True)
    place = models.CharField(_("place"), max_length=240, blank=True)
    money = models.CharField(_("money"), max_length=240, blank=True)

    tips = RichTextField(_("tips"), blank=True)
    relation = RichTextField(_("relation to other tools"), blank=True)
    next_tools = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="earlier_tools",
        verbose_name=_("tools to go on with"),
    )
    developers = RichTextField(_("remarks of the developers"), blank=True)
    background = RichTextField(_("background and literature"), blank=True)
    contact = models.CharField(_("contact"), max_length=160, blank=True)
    tags = models.JSONField(_("keywords"), default=list, blank=True)  # short texts
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    history = HistoricalRecords()
    objects = ToolQuerySet.as_manager()

    class Meta:
        verbose_name = _("tool")
        verbose_name_plural = _("tools")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "slug", "language"],
                name="tool_once",
                violation_error_message=_("There is already a tool at this address."),
            ),
            models.CheckConstraint(
                condition=Q(people_least=None) | Q(people_most=None) | Q(people_most__gte=F("people_least")),
                name="tool_people_in_order",
                violation_error_message=_("The largest group cannot be smaller than the smallest."),
            ),
            models.CheckConstraint(
                condition=Q(minutes_run=None)
                | Q(minutes_run_most=None)
                | Q(minutes_run_most__gte=F("minutes_run")),
                name="tool_minutes_in_order",
                violation_error_message=_("The longest time cannot be shorter than the shortest."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or slugify(self.title) or "instrument"
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("tool", args=[self.slug])

    def html(self, section: str) -> SafeString:
        """A section as HTML."""
        return mark_safe(richtext.from_marks(getattr(self, section)))


class ToolStep(models.Model):
    """One numbered step of a method card; the timer of the facilitator runs through them."""

    tool = models.ForeignKey(Tool, models.CASCADE, related_name="steps", verbose_name=_("tool"))
    position = models.PositiveSmallIntegerField(_("number"), validators=[MinValueValidator(1)])
    title = models.CharField(_("title"), max_length=80)
    text = RichTextField(_("what you do"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["tool", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["tool", "position"],
                name="tool_step_once",
                violation_error_message=_("Another step has this number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"

    @property
    def html(self) -> SafeString:
        return mark_safe(richtext.from_marks(self.text))


class ToolDownloadQuerySet(models.QuerySet["ToolDownload"]):
    def offered(self) -> "ToolDownloadQuerySet":
        return self.filter(is_withheld=False)

    def to_clean(self) -> "ToolDownloadQuerySet":
        """Kept before the rules of now."""
        return self.filter(cleaned_by__lt=documents.CLEANING).order_by("pk")

    def withheld(self) -> "ToolDownloadQuerySet":
        return self.filter(is_withheld=True)


class ToolDownload(models.Model):
    """A PDF that belongs to a card, served as an attachment."""

    tool = models.ForeignKey(Tool, models.CASCADE, related_name="downloads", verbose_name=_("tool"))
    title = models.CharField(_("title"), max_length=120)
    file = models.FileField(_("PDF"), upload_to="downloads/")
    size = models.PositiveIntegerField(_("size in bytes"), default=0, editable=False)
    pages = models.PositiveSmallIntegerField(_("pages"), default=0, editable=False)
    position = models.PositiveSmallIntegerField(_("order"), default=1)
    # By which rules it was cleaned (`network.documents.CLEANING`); by 0, none.
    cleaned_by = models.PositiveSmallIntegerField(
        _("cleaned by rules number"), default=0, db_default=0, editable=False
    )
    # It could not be cleaned: nobody is offered it until another file takes its place.
    is_withheld = models.BooleanField(_("not offered"), default=False, db_default=False, editable=False)

    history = HistoricalRecords()
    objects = ToolDownloadQuerySet.as_manager()

    class Meta:
        verbose_name = _("download")
        verbose_name_plural = _("downloads")
        ordering = ["tool", "position", "pk"]

    def __str__(self) -> str:
        return self.title


class RemarkState(models.TextChoices):
    HELD = "held", _("waits for a decision")
    SHOWN = "shown", _("on the site")
    REFUSED = "refused", _("not shown")


class ToolRemarkQuerySet(models.QuerySet["ToolRemark"]):
    def shown(self) -> "ToolRemarkQuerySet":
        return self.filter(state=RemarkState.SHOWN)

    def held(self) -> "ToolRemarkQuerySet":
        return self.filter(state=RemarkState.HELD)


class ToolRemark(models.Model):
    """What somebody who used a card tells others about it; shown once the leader has read it."""

    tool = models.ForeignKey(Tool, models.CASCADE, related_name="remarks", verbose_name=_("tool"))
    name = models.CharField(_("name"), max_length=80)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    text = models.TextField(_("remark"), max_length=1500)
    state = models.CharField(_("state"), max_length=10, choices=RemarkState, default=RemarkState.HELD)
    suspicion = models.CharField(_("why it is suspicious"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("sent at"), auto_now_add=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ToolRemarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("remark about a tool")
        verbose_name_plural = _("remarks about tools")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RemarkState.values), name="remark_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.tool}"
