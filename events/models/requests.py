from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.models import PodiumKind
from events.matching import HEAVIEST


class RequestState(models.TextChoices):
    HELD = "held", _("held")
    OPEN = "open", _("open")
    AGREED = "agreed", _("agreed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DECLINED = "declined", _("nobody found")
    REFUSED = "refused", _("refused")

    @classmethod
    def waiting(cls) -> frozenset["RequestState"]:
        """Not closed: somebody still has to do something."""
        return frozenset({cls.HELD, cls.OPEN})


class PodiumRequestQuerySet(models.QuerySet["PodiumRequest"]):
    def open(self, on: date) -> "PodiumRequestQuerySet":
        """What ambassadors may see: neither held nor settled, and its day has not passed."""
        return self.filter(Q(date=None) | Q(date__gte=on), state=RequestState.OPEN, closed_at=None)

    def held(self) -> "PodiumRequestQuerySet":
        return self.filter(state=RequestState.HELD)

    def unanswered(self) -> "PodiumRequestQuerySet":
        """Whoever asked has not heard anything but that it came in."""
        return self.filter(state=RequestState.OPEN, answered_at=None)

    def passed(self, on: date) -> "PodiumRequestQuerySet":
        """Still open while its day has gone by."""
        return self.filter(state=RequestState.OPEN, date__lt=on)

    def soonest_first(self) -> "PodiumRequestQuerySet":
        """Without a day comes last, on every database."""
        return self.order_by(F("date").asc(nulls_last=True), "pk")


class PodiumRequest(models.Model):
    """A third party asks for an ambassador; open until somebody said yes, or it was closed otherwise.

    A suspicious one is held until the leader lets it in; nothing is thrown away unseen.
    """

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="podium_requests", verbose_name=_("network")
    )
    state = models.CharField(_("state"), max_length=10, choices=RequestState, default=RequestState.OPEN)
    title = models.CharField(_("title"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=PodiumKind)
    date = models.DateField(_("date"), null=True, blank=True)
    start_time = models.TimeField(_("from"), null=True, blank=True)
    end_time = models.TimeField(_("to"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    theme = models.CharField(_("theme"), max_length=80, blank=True)
    sector = models.CharField(_("sector of the audience"), max_length=80, blank=True)
    host = models.ForeignKey(
        "network.FanOrganisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="podium_requests",
        verbose_name=_("fan"),
    )
    host_name = models.CharField(_("asked by"), max_length=150, blank=True)
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(
        _("language of mails"), max_length=5, default="nl", choices=[("nl", _("Dutch")), ("en", _("English"))]
    )
    preferred = models.ForeignKey(
        "ambassadors.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="preferred_in",
        verbose_name=_("rather"),
        help_text=_("Whom they would like best."),
    )
    story = models.ForeignKey(
        "knowledgebank.Story",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="podium_requests",
        verbose_name=_("asked after reading"),
    )
    audience = models.PositiveIntegerField(_("expected audience"), null=True, blank=True)
    description = models.TextField(_("description"), blank=True, max_length=5000)

    owner = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken up by"),
    )
    due_on = models.DateField(_("answer before"), null=True, blank=True)
    suspicion = models.CharField(_("why it was held"), max_length=200, blank=True)
    # The same form sent twice makes one request.
    form_token = models.CharField(max_length=43, null=True, blank=True, unique=True, editable=False)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed by whoever asked"), null=True, blank=True)
    # The first time they heard more than that it came in: somebody comes, or nobody was found.
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    history = HistoricalRecords(excluded_fields=["form_token"])
    objects = PodiumRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("podium request")
        verbose_name_plural = _("podium requests")
        ordering = ["date", "pk"]
        indexes = [models.Index(fields=["network", "state", "date"], name="request_by_state")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RequestState.values), name="request_state_known"),
            models.CheckConstraint(condition=Q(kind__in=PodiumKind.values), name="request_kind_known"),
            models.CheckConstraint(
                condition=Q(start_time=None) | Q(end_time=None) | Q(end_time__gt=F("start_time")),
                name="request_ends_after_start",
                violation_error_message=_("The end must come after the start."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(RequestState.waiting())) | Q(closed_at__isnull=False),
                name="request_closed_has_moment",
            ),
        ]

    # For whom the link that led here was made; see events.links.
    reader_mark = ""

    def __str__(self) -> str:
        if self.title:
            return self.title
        kind = capfirst(self.get_kind_display())
        return gettext("%(kind)s at %(at)s") % {"kind": kind, "at": self.asked_by} if self.asked_by else kind

    @property
    def asked_by(self) -> str:
        return self.host_name or (self.host.name if self.host else "") or self.contact_name

    @property
    def is_open(self) -> bool:
        return self.state == RequestState.OPEN and self.closed_at is None


class OfferState(models.TextChoices):
    ASKED = "asked", _("asked")
    ACCEPTED = "accepted", _("said yes")
    DECLINED = "declined", _("said no")
    NOT_NOW = "not_now", _("not now, but …")
    CLOSED = "closed", _("no longer needed")


class OfferQuerySet(models.QuerySet["Offer"]):
    def waiting(self) -> "OfferQuerySet":
        return self.filter(state=OfferState.ASKED)

    def silent(self) -> "OfferQuerySet":
        """Reminded, and still silent when the answer was due: the leader calls."""
        return self.waiting().exclude(escalated_at=None)


class Offer(models.Model):
    """An ambassador is asked for a request: once each. The first yes closes the others."""

    request = models.ForeignKey(
        PodiumRequest, models.CASCADE, related_name="offers", verbose_name=_("request")
    )
    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="offers", verbose_name=_("ambassador")
    )
    state = models.CharField(_("state"), max_length=10, choices=OfferState, default=OfferState.ASKED)
    words = models.TextField(_("a word with it"), blank=True, max_length=1000)
    offered_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    offered_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    answer_before = models.DateField(_("answer before"))
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True)
    escalated_at = models.DateTimeField(_("on the leader's list since"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answer = models.CharField(_("what they said"), max_length=500, blank=True)

    history = HistoricalRecords()
    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of a podium")
        verbose_name_plural = _("offers of podia")
        ordering = ["offered_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "person"], name="offer_once"),
            # Whatever happens at the same moment: one yes wins.
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(state="accepted"),
                name="offer_one_yes",
                violation_error_message=_("Somebody else said yes a moment earlier."),
            ),
            models.CheckConstraint(condition=Q(state__in=OfferState.values), name="offer_state_known"),
            models.CheckConstraint(
                condition=Q(state="asked", answered_at=None)
                | (~Q(state="asked") & Q(answered_at__isnull=False)),
                name="offer_answer_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "offered_at"], name="offer_by_person"),
            models.Index(fields=["answer_before"], name="offer_waiting", condition=Q(state="asked")),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.request}"


class MatchingWeight(models.Model):
    """How much one reason or doubt matters in a network; without a row it weighs what `matching` says."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="matching_weights", verbose_name=_("network")
    )
    name = models.CharField(_("reason"), max_length=30)
    weight = models.PositiveSmallIntegerField(_("weight"), validators=[MaxValueValidator(HEAVIEST)])

    class Meta:
        verbose_name = _("weight of a reason")
        verbose_name_plural = _("weights of reasons")
        constraints = [
            models.UniqueConstraint(fields=["network", "name"], name="weight_once"),
            models.CheckConstraint(condition=Q(weight__lte=HEAVIEST), name="weight_in_range"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.weight}"
