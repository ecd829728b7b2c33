from datetime import date

from django.db import models
from django.db.models import BigIntegerField, Case, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Greatest, Least
from django.db.models.lookups import GreaterThan, LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.models import PodiumKind
from events import evidence as rules
from network import clock


class PodiumStatus(models.TextChoices):
    IDEA = "idea", _("idea")
    AGREED = "agreed", _("agreed")
    DONE = "done", _("done")
    CANCELLED = "cancelled", _("cancelled")


class PodiumOrigin(models.TextChoices):
    OWN = "own", _("own initiative")
    FAN = "fan", _("through a fan")
    REQUEST = "request", _("on request")


class Evidence(models.TextChoices):
    """How sure we are of the audience (`events.evidence`)."""

    UNKNOWN = rules.Evidence.UNKNOWN.value, _("unknown")
    ESTIMATE = rules.Evidence.ESTIMATE.value, _("estimate")
    CONFIRMED = rules.Evidence.CONFIRMED.value, _("confirmed")
    CONFLICT = rules.Evidence.CONFLICT.value, _("two answers that differ")


# The rule of `events.evidence` in the words of the database; numbers are widened so that none overflows.
AMBASSADOR_SAYS = Cast("audience", BigIntegerField())
HOST_SAYS = Cast("audience_by_host", BigIntegerField())
SCANNED = Cast("checked_in", BigIntegerField())
LOWER = Cast(
    Coalesce(Least("audience", "audience_by_host"), "audience", "audience_by_host"), BigIntegerField()
)
COUNTED = Coalesce(
    "reached",
    Greatest(
        Coalesce(Least("audience", "audience_by_host"), "audience", "audience_by_host", Value(0)),
        "checked_in",
    ),
)
ONE_SAYS_NOTHING = Q(audience=None) | Q(audience_by_host=None)
EVIDENCE = Case(
    When(audience=None, audience_by_host=None, reached=None, checked_in=0, then=Value("unknown")),
    When(
        Q(kind__in=sorted(PodiumKind.media())) | Q(audience=None, audience_by_host=None),
        then=Value("estimate"),
    ),
    When(ONE_SAYS_NOTHING & Q(reached__isnull=False), then=Value("estimate")),
    When(reached__isnull=False, then=Value("confirmed")),
    When(
        Q(GreaterThan(SCANNED - LOWER, rules.CLOSE))
        & Q(GreaterThan((SCANNED - LOWER) * rules.CLOSE_SHARE, SCANNED)),
        then=Value("conflict"),
    ),
    When(
        ONE_SAYS_NOTHING
        & Q(checked_in__gt=0)
        & (
            Q(LessThanOrEqual(LOWER - SCANNED, rules.CLOSE))
            | Q(LessThanOrEqual((LOWER - SCANNED) * rules.CLOSE_SHARE, LOWER))
        ),
        then=Value("confirmed"),
    ),
    When(ONE_SAYS_NOTHING, then=Value("estimate")),
    When(
        Q(audience__gte=HOST_SAYS - rules.CLOSE, audience__lte=HOST_SAYS + rules.CLOSE)
        | Q(
            audience__gte=HOST_SAYS - HOST_SAYS / rules.CLOSE_SHARE,
            audience_by_host__gte=AMBASSADOR_SAYS - AMBASSADOR_SAYS / rules.CLOSE_SHARE,
        ),
        then=Value("confirmed"),
    ),
    default=Value("conflict"),
    output_field=models.CharField(max_length=10),
)


class PodiumQuerySet(models.QuerySet["Podium"]):
    def done(self) -> "PodiumQuerySet":
        return self.filter(status=PodiumStatus.DONE)

    def agreed(self) -> "PodiumQuerySet":
        return self.filter(status=PodiumStatus.AGREED)

    def without_outcome(self, on: date) -> "PodiumQuerySet":
        """Agreed, the day has passed, and nobody said how it went."""
        return self.agreed().filter(date__lt=on)

    def to_come(self, on: date) -> "PodiumQuerySet":
        return self.agreed().filter(date__gte=on)

    def in_conflict(self) -> "PodiumQuerySet":
        """Took place, and ambassador and host give numbers that differ: the leader settles it."""
        return self.done().filter(evidence=Evidence.CONFLICT)

    def with_fans(self) -> "PodiumQuerySet":
        return self.exclude(host=None)

    def public(self) -> "PodiumQuerySet":
        """What visitors may see: neither private nor a mere idea."""
        return self.filter(is_private=False, status__in=[PodiumStatus.AGREED, PodiumStatus.DONE])

    def on_the_agenda(self, on: date) -> "PodiumQuerySet":
        """Coming live podia that visitors may join."""
        return self.to_come(on).filter(is_private=False, is_open=True, kind__in=PodiumKind.live())


class Podium(models.Model):
    """One occasion on which ambassadors took the stage, live or in the media.

    It counts once for each of its ambassadors; its audience counts once for the network.
    """

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="podia", verbose_name=_("network")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=PodiumKind)
    status = models.CharField(_("status"), max_length=10, choices=PodiumStatus, default=PodiumStatus.DONE)
    title = models.CharField(_("title"), max_length=150, blank=True)
    date = models.DateField(_("date"))
    start_time = models.TimeField(_("from"), null=True, blank=True)
    end_time = models.TimeField(_("to"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    ambassadors = models.ManyToManyField(
        "ambassadors.Person", related_name="podia", verbose_name=_("ambassadors")
    )
    host = models.ForeignKey(
        "network.FanOrganisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="podia",
        verbose_name=_("fan"),
    )
    host_name = models.CharField(_("with whom or where"), max_length=150, blank=True)
    origin = models.CharField(
        _("how it came about"), max_length=10, choices=PodiumOrigin, default=PodiumOrigin.OWN
    )
    request = models.ForeignKey(
        "events.PodiumRequest",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="podia",
        verbose_name=_("request"),
    )

    expected = models.PositiveIntegerField(_("expected audience"), null=True, blank=True)
    # For live kinds the entrepreneurs who were there; for media kinds an estimate of readers or viewers.
    # What the ambassador says, what the host says, and what the leader settled in place of both.
    audience = models.PositiveIntegerField(_("entrepreneurs in the audience"), null=True, blank=True)
    audience_by_host = models.PositiveIntegerField(
        _("entrepreneurs in the audience, says the host"), null=True, blank=True
    )
    reached = models.PositiveIntegerField(
        _("entrepreneurs reached"),
        null=True,
        blank=True,
        help_text=_("Only to settle it: this number then counts, whatever the others said."),
    )
    # Entrepreneurs who said by the QR code that they were there: so many there were at least.
    checked_in = models.PositiveIntegerField(_("entrepreneurs who checked in"), default=0, editable=False)
    # The figure that every page and report adds up, and how sure we are of it.
    counted = models.GeneratedField(
        verbose_name=_("counted"),
        expression=COUNTED,
        output_field=models.PositiveIntegerField(),
        db_persist=True,
    )
    evidence = models.GeneratedField(
        verbose_name=_("how sure"),
        expression=EVIDENCE,
        output_field=models.CharField(max_length=10),
        db_persist=True,
        choices=Evidence,
    )
    link = models.URLField(_("link"), blank=True)
    photo = models.ImageField(_("photo"), upload_to="podia/", blank=True)
    photo_alt = models.CharField(_("what the photo shows"), max_length=160, blank=True)
    outcome = models.CharField(_("in one line"), max_length=240, blank=True)
    notes = models.TextField(_("notes"), blank=True)

    is_private = models.BooleanField(
        _("confidential"), default=False, help_text=_("Counts, but is never shown to visitors.")
    )
    is_open = models.BooleanField(_("visitors may join"), default=False)

    # The local day on which the entry last changed: the chase keeps silent for 14 days after it.
    changed_on = models.DateField(_("last changed on"), default=clock.today)
    outcome_asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    logged_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    logged_at = models.DateTimeField(auto_now_add=True)
    # Counts up with every change that a calendar must hear of.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    # Set by the form that made it: the same form sent twice makes one podium.
    form_token = models.CharField(max_length=43, null=True, blank=True, unique=True, editable=False)

    history = HistoricalRecords(m2m_fields=[ambassadors], excluded_fields=["counted", "evidence"])
    objects = PodiumQuerySet.as_manager()

    class Meta:
        verbose_name = _("podium")
        verbose_name_plural = _("podia")
        ordering = ["-date", "-pk"]
        indexes = [
            models.Index(fields=["network", "-date"], name="podium_by_date"),
            models.Index(fields=["network", "status", "date"], name="podium_by_status"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=PodiumStatus.values), name="podium_status_known"),
            models.CheckConstraint(condition=Q(kind__in=PodiumKind.values), name="podium_kind_known"),
            models.CheckConstraint(
                condition=Q(start_time=None) | Q(end_time=None) | Q(end_time__gt=F("start_time")),
                name="podium_ends_after_start",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.at}".strip()

    @property
    def at(self) -> str:
        """With whom or where, in words; empty when unknown."""
        return self.host_name or (self.host.name if self.host else "") or self.place

    @property
    def is_media(self) -> bool:
        return PodiumKind(self.kind).is_media


class PodiumDraft(models.Model):
    """What an ambassador has typed so far: kept on the server, so that nothing is lost."""

    person = models.OneToOneField("ambassadors.Person", models.CASCADE, related_name="podium_draft")
    token = models.CharField(max_length=43)
    values = models.JSONField(default=dict)
    # Stands where photos of podia stand: it becomes the podium's without moving.
    photo = models.ImageField(upload_to="podia/", blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft of a podium")
        verbose_name_plural = _("drafts of podia")

    def __str__(self) -> str:
        return str(self.person)
