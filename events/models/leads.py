from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far a lead has come. Activated: the company took a concrete step."""

    NEW = "new", _("new")
    ANSWERED = "answered", _("answered")
    REFERRED = "referred", _("referred")
    FIRST_STEP = "first_step", _("first step")
    ACTIVATED = "activated", _("activated")
    CLOSED = "closed", _("closed")

    @classmethod
    def open(cls) -> frozenset["Stage"]:
        return frozenset({cls.NEW, cls.ANSWERED, cls.REFERRED, cls.FIRST_STEP})

    @classmethod
    def moving(cls) -> tuple["Stage", ...]:
        """In the order in which a lead goes through them."""
        return (cls.NEW, cls.ANSWERED, cls.REFERRED, cls.FIRST_STEP, cls.ACTIVATED)


class Source(models.TextChoices):
    CARD = "card", _("business card")
    HAND = "hand", _("written down by the team")


class Proof(models.TextChoices):
    """How sure we are that a company took a step."""

    SAID = "said", _("said")
    SHOWN = "shown", _("shown")
    CONFIRMED = "confirmed", _("confirmed by somebody else")

    @property
    def rank(self) -> int:
        return list(Proof).index(self)


class LeadQuerySet(models.QuerySet["Lead"]):
    def genuine(self) -> "LeadQuerySet":
        """The address was confirmed (or the team wrote it down), nobody holds it, and it is no double."""
        return self.filter(confirmed_at__isnull=False, held_at=None, duplicate_of=None)

    def unconfirmed(self) -> "LeadQuerySet":
        return self.filter(confirmed_at=None, held_at=None, duplicate_of=None, refused_at=None)

    def held(self) -> "LeadQuerySet":
        return self.filter(held_at__isnull=False, refused_at=None)

    def open(self) -> "LeadQuerySet":
        return self.genuine().filter(stage__in=Stage.open())

    def unanswered(self) -> "LeadQuerySet":
        return self.genuine().filter(stage=Stage.NEW)

    def activated(self) -> "LeadQuerySet":
        return self.genuine().filter(stage=Stage.ACTIVATED)


class Lead(models.Model):
    """An entrepreneur who wants to know more, or of whom the team wrote down that it took a step."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="leads", verbose_name=_("network")
    )
    source = models.CharField(_("came by"), max_length=10, choices=Source, default=Source.HAND)
    card = models.ForeignKey(
        "events.BusinessCard",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name=_("business card"),
    )
    brought_by = models.ForeignKey(
        "ambassadors.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name=_("brought by"),
    )
    podium = models.ForeignKey(
        "events.Podium",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name=_("after podium"),
    )

    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(_("language of mails"), max_length=5, default="nl")
    company_name = models.CharField(_("company"), max_length=150, blank=True)
    kvk_number = models.CharField(_("KvK number"), max_length=8, blank=True)
    place = models.CharField(_("place"), max_length=80, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    theme = models.CharField(_("theme"), max_length=80, blank=True)
    question = models.TextField(_("question"), max_length=2000, blank=True)
    company = models.ForeignKey(
        "network.Company",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name=_("company on record"),
    )

    # What was agreed to, in which words and when; and whether the ambassador may hear what becomes of it.
    consent_text = models.TextField(_("agreed to"), blank=True, editable=False)
    consent_at = models.DateTimeField(_("agreed at"), null=True, blank=True, editable=False)
    tells_bringer = models.BooleanField(_("the ambassador may hear what becomes of it"), default=False)

    received_at = models.DateTimeField(_("received at"), default=timezone.now)
    form_token = models.CharField(max_length=43, null=True, blank=True, unique=True, editable=False)
    token_hash = models.CharField(max_length=64, blank=True, editable=False)
    token_until = models.DateTimeField(null=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(_("address confirmed at"), null=True, blank=True)
    held_at = models.DateTimeField(_("held at"), null=True, blank=True)
    suspicion = models.CharField(_("why it was held"), max_length=200, blank=True)
    refused_at = models.DateTimeField(_("refused at"), null=True, blank=True)

    stage = models.CharField(_("stage"), max_length=12, choices=Stage, default=Stage.NEW)
    owner = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name=_("who follows it up"),
    )
    answer_by = models.DateField(_("answer before"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    referred_at = models.DateTimeField(_("referred at"), null=True, blank=True)
    first_step_at = models.DateTimeField(_("first step at"), null=True, blank=True)
    activated_on = models.DateField(_("activated on"), null=True, blank=True)
    proof = models.CharField(_("how sure"), max_length=10, choices=Proof, blank=True)
    step = models.CharField(_("what the company did"), max_length=300, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_because = models.CharField(_("closed because"), max_length=200, blank=True)
    duplicate_of = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="doubles", verbose_name=_("same as")
    )

    # Each reminder leaves its moment, so that it is sent once.
    answer_reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    step_reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    # Name, addresses and words are gone; the company, the steps and their days stay for the account.
    erased_at = models.DateTimeField(_("personal details erased at"), null=True, blank=True, editable=False)

    objects = LeadQuerySet.as_manager()

    class Meta:
        verbose_name = _("lead")
        verbose_name_plural = _("leads")
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["network", "stage", "-received_at"], name="lead_by_stage"),
            models.Index(fields=["network", "activated_on"], name="lead_by_activation"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="lead_stage_known"),
            models.CheckConstraint(
                condition=~Q(stage=Stage.ACTIVATED) | (Q(activated_on__isnull=False) & ~Q(proof="")),
                name="lead_activated_with_day_and_proof",
                violation_error_message=_("An activated company has a day and how sure we are of it."),
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.CLOSED) | Q(closed_at__isnull=False), name="lead_closed_with_moment"
            ),
            models.CheckConstraint(
                condition=Q(duplicate_of=None) | ~Q(duplicate_of=models.F("pk")),
                name="lead_is_not_its_own_double",
            ),
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        """Name and company, as far as they are known."""
        company = self.company.name if self.company else self.company_name
        return ", ".join(part for part in (self.name, company) if part) or str(_("no name any more"))

    @property
    def is_open(self) -> bool:
        return self.stage in Stage.open()

    @property
    def stage_before(self) -> Stage:
        """As far as it had come by the moments on record, closed or activated apart."""
        if self.first_step_at:
            return Stage.FIRST_STEP
        if self.referred_at:
            return Stage.REFERRED
        return Stage.ANSWERED if self.answered_at else Stage.NEW

    @property
    def is_genuine(self) -> bool:
        return bool(self.confirmed_at and not self.held_at and not self.duplicate_of_id)


class LeadEvent(models.Model):
    """What happened with a lead, one line each; only added to."""

    class Kind(models.TextChoices):
        RECEIVED = "received", _("wrote")
        CONFIRMED = "confirmed", _("confirmed the address")
        HELD = "held", _("held")
        RELEASED = "released", _("let through")
        REFUSED = "refused", _("refused")
        OWNED = "owned", _("follows it up")
        ANSWERED = "answered", _("answered")
        REFERRED = "referred", _("referred")
        RETURNED = "returned", _("referral ended")
        STAGE = "stage", _("stage changed")
        PROOF = "proof", _("how sure")
        ASKED = "asked", _("asked how it goes")
        TOLD = "told", _("told how it goes")
        DOUBLE = "double", _("was a double")
        NOTE = "note", _("note")
        ERASED = "erased", _("personal details erased")

    lead = models.ForeignKey(Lead, models.CASCADE, related_name="events", verbose_name=_("lead"))
    kind = models.CharField(_("what"), max_length=12, choices=Kind)
    text = models.CharField(_("in words"), max_length=2000, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("event of a lead")
        verbose_name_plural = _("events of a lead")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class LeadCheckIn(models.Model):
    """The question after three and after six months how it goes; put at most once each."""

    class Answer(models.TextChoices):
        NOTHING = "nothing", _("Nothing yet")
        FIRST_STEP = "first_step", _("We took a first step")
        DOING = "doing", _("We really work in a new way now")
        STOP = "stop", _("We do not go on with it")

    lead = models.ForeignKey(Lead, models.CASCADE, related_name="check_ins", verbose_name=_("lead"))
    months = models.PositiveSmallIntegerField(_("after how many months"))
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    line = models.CharField(_("in one line"), max_length=300, blank=True)
    story = models.ForeignKey(
        "knowledgebank.Story",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="moved",
        verbose_name=_("the story that helped"),
    )

    class Meta:
        verbose_name = _("question to a lead")
        verbose_name_plural = _("questions to a lead")
        ordering = ["lead", "months"]
        constraints = [
            models.UniqueConstraint(fields=["lead", "months"], name="lead_asked_once"),
            models.CheckConstraint(condition=Q(months__in=(3, 6)), name="lead_asked_after_3_or_6"),
            models.CheckConstraint(
                condition=(Q(answered_at=None) & Q(answer=""))
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="lead_answer_with_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lead} {self.months}"
