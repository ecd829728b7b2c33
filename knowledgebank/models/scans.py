from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from knowledgebank import scoring
from network import clock, richtext
from network.models.languages import InTwoLanguages
from network.richtext import RichTextField


class ScanQuerySet(models.QuerySet["Scan"]):
    def public(self, on: date) -> "ScanQuerySet":
        """What visitors may take on that day."""
        return self.filter(published_on__lte=on)


class Scan(InTwoLanguages, models.Model):
    """A self-assessment: questions with weighted answers, dimensions, and advice per score."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="scans", verbose_name=_("network")
    )
    slug = models.SlugField(_("address"), max_length=80)
    theme = models.ForeignKey(
        "knowledgebank.Theme",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="scans",
        verbose_name=_("theme"),
    )
    title = models.CharField(_("title"), max_length=80)
    title_en = models.CharField(_("title, in English"), max_length=80, blank=True)
    summary = models.CharField(_("in one sentence"), max_length=240)
    summary_en = models.CharField(_("in one sentence, in English"), max_length=240, blank=True)
    introduction = RichTextField(_("introduction"), blank=True)
    introduction_en = RichTextField(_("introduction, in English"), blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes it takes"), default=3, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    source = models.CharField(
        _("based on"), max_length=240, blank=True, help_text=_("The research or model behind the questions.")
    )
    published_on = models.DateField(
        _("online from"), null=True, blank=True, help_text=_("Empty: nobody sees it yet.")
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    history = HistoricalRecords()
    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = _("scan")
        verbose_name_plural = _("scans")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "slug"],
                name="scan_once",
                violation_error_message=_("There is already a scan at this address."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or slugify(self.title) or "scan"
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("scan", args=[self.slug])

    @property
    def shown_title(self) -> str:
        return self.in_language("title")

    @property
    def shown_summary(self) -> str:
        return self.in_language("summary")

    @property
    def html(self) -> SafeString:
        return mark_safe(richtext.from_marks(self.in_language("introduction")))


class ScanDimension(InTwoLanguages, models.Model):
    """One side of the profile: its score is a percentage of what its questions could give."""

    scan = models.ForeignKey(Scan, models.CASCADE, related_name="dimensions", verbose_name=_("scan"))
    position = models.PositiveSmallIntegerField(_("place in the list"), validators=[MinValueValidator(1)])
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name, in English"), max_length=60, blank=True)
    explanation = models.CharField(_("what it stands for"), max_length=240, blank=True)
    explanation_en = models.CharField(_("what it stands for, in English"), max_length=240, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")
        ordering = ["scan", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["scan", "position"],
                name="scan_dimension_once",
                violation_error_message=_("Another dimension has this number."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        return self.in_language("name")

    @property
    def shown_explanation(self) -> str:
        return self.in_language("explanation")


class ScanQuestion(InTwoLanguages, models.Model):
    scan = models.ForeignKey(Scan, models.CASCADE, related_name="questions", verbose_name=_("scan"))
    position = models.PositiveSmallIntegerField(_("place in the list"), validators=[MinValueValidator(1)])
    text = models.CharField(_("question"), max_length=240)
    text_en = models.CharField(_("question, in English"), max_length=240, blank=True)
    help = models.CharField(_("help with it"), max_length=240, blank=True)
    help_en = models.CharField(_("help with it, in English"), max_length=240, blank=True)
    dimension = models.ForeignKey(
        ScanDimension,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("dimension"),
        help_text=_("Empty: it only leads on to other questions and counts nowhere."),
    )
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
        help_text=_("A question of weight 2 counts twice."),
    )
    only_after = models.ForeignKey(
        "knowledgebank.ScanAnswer",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leads_to",
        verbose_name=_("only after this answer"),
        help_text=_("An answer to an earlier question; empty: everybody gets this question."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["scan", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["scan", "position"],
                name="scan_question_once",
                violation_error_message=_("Another question has this number."),
            ),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=10), name="scan_question_weighs"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.text}"

    @property
    def shown_text(self) -> str:
        return self.in_language("text")

    @property
    def shown_help(self) -> str:
        return self.in_language("help")

    @property
    def field(self) -> str:
        """Its name in forms and addresses."""
        return f"q{self.pk}"


class ScanAnswer(InTwoLanguages, models.Model):
    question = models.ForeignKey(
        ScanQuestion, models.CASCADE, related_name="answers", verbose_name=_("question")
    )
    position = models.PositiveSmallIntegerField(_("place in the list"), validators=[MinValueValidator(1)])
    text = models.CharField(_("answer"), max_length=160)
    text_en = models.CharField(_("answer, in English"), max_length=160, blank=True)
    points = models.PositiveSmallIntegerField(_("points"), default=0, validators=[MaxValueValidator(100)])

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("answer to a question")
        verbose_name_plural = _("answers to a question")
        ordering = ["question", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "position"],
                name="scan_answer_once",
                violation_error_message=_("Another answer has this number."),
            ),
            models.CheckConstraint(condition=Q(points__lte=100), name="scan_points_in_scale"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def shown_text(self) -> str:
        return self.in_language("text")


class ScanAdvice(InTwoLanguages, models.Model):
    """What is said about a range of scores, with tools and stories that help on."""

    scan = models.ForeignKey(Scan, models.CASCADE, related_name="advices", verbose_name=_("scan"))
    dimension = models.ForeignKey(
        ScanDimension,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="advices",
        verbose_name=_("dimension"),
        help_text=_("Empty: about the total."),
    )
    low = models.PositiveSmallIntegerField(_("score from"), default=0, validators=[MaxValueValidator(100)])
    high = models.PositiveSmallIntegerField(_("score to"), default=100, validators=[MaxValueValidator(100)])
    title = models.CharField(_("title"), max_length=80)
    title_en = models.CharField(_("title, in English"), max_length=80, blank=True)
    body = RichTextField(_("advice"), blank=True)
    body_en = RichTextField(_("advice, in English"), blank=True)
    tools = models.ManyToManyField(
        "knowledgebank.Tool", blank=True, related_name="advised_in", verbose_name=_("tools")
    )
    stories = models.ManyToManyField(
        "knowledgebank.Story", blank=True, related_name="advised_in", verbose_name=_("stories")
    )

    history = HistoricalRecords(m2m_fields=[tools, stories])

    class Meta:
        verbose_name = _("advice")
        verbose_name_plural = _("advice per score")
        ordering = ["scan", F("dimension__position").asc(nulls_first=True), "low"]
        constraints = [
            models.CheckConstraint(
                condition=Q(low__lte=F("high"), high__lte=100),
                name="scan_advice_in_order",
                violation_error_message=_("The range runs from low to high, and to 100 at most."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.low}–{self.high}: {self.title}"

    @property
    def shown_title(self) -> str:
        return self.in_language("title")

    @property
    def html(self) -> SafeString:
        return mark_safe(richtext.from_marks(self.in_language("body")))


class ScanTakingQuerySet(models.QuerySet["ScanTaking"]):
    def counted(self) -> "ScanTakingQuerySet":
        """Those that look as if a person filled them in."""
        return self.filter(is_counted=True)

    def with_link(self) -> "ScanTakingQuerySet":
        return self.exclude(public_id=None)


class ScanTaking(models.Model):
    """A scan somebody filled in. It says nothing about who that was; its page is found by its link only."""

    scan = models.ForeignKey(Scan, models.CASCADE, related_name="takings", verbose_name=_("scan"))
    # None once the link has run out; the answers stay for the sums.
    public_id = models.CharField(max_length=24, unique=True, null=True, editable=False)
    answers = models.JSONField(_("answers"))  # answer by question
    # As they came out on the day: a later change to the scan changes no result.
    total = models.PositiveSmallIntegerField(_("total"))
    by_dimension = models.JSONField(_("scores"))  # score by dimension
    taken_on = models.DateField(_("filled in on"), default=clock.today)
    is_counted = models.BooleanField(_("counts in the sums"), default=True)

    objects = ScanTakingQuerySet.as_manager()

    class Meta:
        verbose_name = _("filled-in scan")
        verbose_name_plural = _("filled-in scans")
        ordering = ["-taken_on", "-pk"]
        indexes = [models.Index(fields=["scan", "taken_on"], name="scan_taking_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(total__lte=100), name="scan_total_is_percentage"),
        ]

    def __str__(self) -> str:
        return f"{self.scan}, {self.taken_on:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        return reverse("scan_result", args=[self.scan.slug, self.public_id])

    @property
    def scores(self) -> scoring.Scores:
        return scoring.Scores(self.total, {int(pk): score for pk, score in self.by_dimension.items()})
