from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.models.invitations import Answer
from ambassadors.models.rounds import public_id
from network.models import Network
from network.own_words import in_words_of


class NominationStatus(models.TextChoices):
    """Where a candidate stands. Chosen, invited and appointed follow from other records."""

    NOMINATED = "nominated", _("nominated")
    IN_CONVERSATION = "in_conversation", _("in conversation")
    SUITABLE = "suitable", _("suitable")
    NOT_NOW = "not_now", _("not now")
    NOT_SUITABLE = "not_suitable", _("not suitable")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @classmethod
    def open(cls) -> frozenset["NominationStatus"]:
        """Still to be judged."""
        return frozenset({cls.NOMINATED, cls.IN_CONVERSATION})

    @classmethod
    def active(cls) -> frozenset["NominationStatus"]:
        """Can still end in an appointment."""
        return cls.open() | {cls.SUITABLE}

    @classmethod
    def ended(cls) -> frozenset["NominationStatus"]:
        return frozenset(cls) - cls.active()

    @property
    def is_open(self) -> bool:
        return self in self.open()


class NominationSource(models.TextChoices):
    """How a candidate came in."""

    LEADER = "leader", _("found by the project leader")
    AMBASSADOR = "ambassador", _("by an ambassador")
    HONORARY = "honorary", _("by an honorary member")
    FAN = "fan", _("by a fan")
    VISITOR = "visitor", _("by somebody through the site")
    SELF = "self", _("applied")
    AGAIN = "again", _("goes on for another term")

    def to_the_candidate(self, network: Network) -> str:
        """How it came to us, said to the candidate."""
        own = {self.SELF: _("you applied yourself"), self.AGAIN: _("you want another term")}
        return in_words_of(own.get(self, self.label), network)

    @classmethod
    def by_the_candidate(cls) -> frozenset["NominationSource"]:
        """Who knows of it from the first moment, because they did it or agreed to it themselves."""
        return frozenset({cls.SELF, cls.AGAIN})

    @classmethod
    def hear_the_outcome(cls) -> frozenset["NominationSource"]:
        """Who put somebody else forward; the candidate and the leader know it already."""
        return frozenset(cls) - cls.by_the_candidate() - {cls.LEADER}


class NominationQuerySet(models.QuerySet["Nomination"]):
    """A nomination that is held back as suspicious is in none of the answers but `held()`."""

    def held(self) -> "NominationQuerySet":
        return self.exclude(held_because="")

    def let_in(self) -> "NominationQuerySet":
        return self.filter(held_because="")

    def open(self) -> "NominationQuerySet":
        """Still to be judged."""
        return self.let_in().filter(status__in=NominationStatus.open())

    def active(self) -> "NominationQuerySet":
        """Can still end in an appointment."""
        return self.let_in().filter(status__in=NominationStatus.active())

    def suitable(self) -> "NominationQuerySet":
        """Judged suitable, chosen or not."""
        return self.let_in().filter(status=NominationStatus.SUITABLE)

    def selected(self) -> "NominationQuerySet":
        """Chosen for the round they are in."""
        return self.suitable().exclude(selected_at=None)

    def ended(self) -> "NominationQuerySet":
        return self.let_in().filter(status__in=NominationStatus.ended())

    def waiting_for_a_round(self) -> "NominationQuerySet":
        """Came in while no round was open."""
        return self.active().filter(round=None)

    def not_told(self) -> "NominationQuerySet":
        """The candidate was not told yet that data about them is kept (GDPR art. 14)."""
        return self.active().filter(told_at=None)

    def to_look_again(self, on: date) -> "NominationQuerySet":
        return self.let_in().filter(status=NominationStatus.NOT_NOW, look_again_on__lte=on)


class Nomination(models.Model):
    """One person as candidate, for one round or until there is one. Who put them forward: `voices`."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="nominations", verbose_name=_("network")
    )
    # None: came in while no round was open; the next one takes it in.
    round = models.ForeignKey(
        "ambassadors.AppointmentRound",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name=_("round"),
    )
    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="nominations", verbose_name=_("candidate")
    )
    # The address of the candidate's own pages cannot be guessed.
    public_id = models.CharField(max_length=24, unique=True, default=public_id, editable=False)
    status = models.CharField(
        _("status"), max_length=20, choices=NominationStatus, default=NominationStatus.NOMINATED
    )
    # Only with "not now".
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)
    selected_at = models.DateTimeField(_("chosen at"), null=True, blank=True)
    selected_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("chosen by")
    )

    # The privacy notice of GDPR art. 14: when it left, or when somebody told the candidate in person.
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)
    told_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("told by")
    )
    agreed_at = models.DateTimeField(_("agreed to be candidate at"), null=True, blank=True)

    # Through the public page, and odd: nothing happens with it until the leader lets it in.
    held_because = models.CharField(_("why it was held"), max_length=200, blank=True, editable=False)
    created_at = models.DateTimeField(_("came in at"), auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    history = HistoricalRecords()
    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["network", "status"], name="nomination_by_status"),
            models.Index(fields=["round", "status"], name="nomination_in_round"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=NominationStatus.values), name="nomination_status_known"
            ),
            models.UniqueConstraint(
                fields=["round", "person"],
                condition=Q(round__isnull=False),
                name="nominated_once_a_round",
                violation_error_message=_("This person is already a candidate in this round."),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(round=None, status__in=["nominated", "in_conversation", "suitable"]),
                name="nominated_once_before_a_round",
                violation_error_message=_("This person is already a candidate."),
            ),
            models.CheckConstraint(
                condition=Q(status="not_now", look_again_on__isnull=False)
                | (~Q(status="not_now") & Q(look_again_on=None)),
                name="not_now_has_a_day",
                violation_error_message=_("“Not now” needs a day on which you look again."),
            ),
            models.CheckConstraint(
                condition=Q(selected_at=None) | Q(status="suitable", round__isnull=False),
                name="only_suitable_is_chosen",
                violation_error_message=_("Only somebody who is suitable can be chosen, in a round."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def is_selected(self) -> bool:
        return self.selected_at is not None

    @property
    def state(self) -> NominationStatus:
        return NominationStatus(self.status)


class Voice(models.Model):
    """Somebody who put the candidate forward, and why. A candidate can have several; applying is one too."""

    nomination = models.ForeignKey(
        Nomination, models.CASCADE, related_name="voices", verbose_name=_("nomination")
    )
    source = models.CharField(_("how it came in"), max_length=12, choices=NominationSource)
    # Who: one of these, or a name and address that somebody gave on the public page.
    person = models.ForeignKey(
        "ambassadors.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="voices",
        verbose_name=_("nominator"),
    )
    fan_contact = models.ForeignKey(
        "network.FanContact",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact person of a fan"),
    )
    user = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("account")
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    # Whom, as the nominator wrote it: what else we know of somebody at that address is not theirs to read.
    written_name = models.CharField(
        _("candidate, as written"), max_length=165, blank=True, default="", db_default=""
    )
    why = models.TextField(_("why"), max_length=2000, blank=True)
    # The network's own questions as they were worded, with the answers: [{"question": …, "answer": …}].
    answers = models.JSONField(_("answers"), default=list, blank=True)
    # The nominator hears the outcome once.
    outcome_told_at = models.DateTimeField(_("told the outcome at"), null=True, blank=True)
    created_at = models.DateTimeField(_("came in at"), auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("voice for a candidate")
        verbose_name_plural = _("voices for a candidate")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=NominationSource.values), name="voice_source_known"
            ),
            models.UniqueConstraint(
                fields=["nomination", "person"], condition=Q(person__isnull=False), name="voice_once_a_person"
            ),
            models.UniqueConstraint(
                fields=["nomination", "fan_contact"],
                condition=Q(fan_contact__isnull=False),
                name="voice_once_a_fan",
            ),
        ]

    def __str__(self) -> str:
        return self.nominator_name

    @property
    def nominator_name(self) -> str:
        who = self.person or self.fan_contact or self.user
        return str(who) if who else self.name

    @property
    def candidate_name(self) -> str:
        """For the nominator: the name they wrote, never the one that is kept with the address."""
        return self.written_name or self.nomination.person.full_name


class NominationStep(models.Model):
    """One line of what happened to a candidate: who, when, why. Never changed, never removed."""

    class Kind(models.TextChoices):
        CAME_IN = "came_in", _("came in")
        STATUS = "status", _("status")
        SELECTED = "selected", _("chosen")
        UNSELECTED = "unselected", _("no longer chosen")
        TOLD = "told", _("told")
        AGREED = "agreed", _("agreed to be candidate")
        ROUND = "round", _("taken into a round")
        MERGED = "merged", _("merged")
        INVITED = "invited", _("invited")
        ANSWERED = "answered", _("answered the invitation")
        LET_IN = "let_in", _("let in")

    nomination = models.ForeignKey(
        Nomination, models.CASCADE, related_name="steps", verbose_name=_("nomination")
    )
    kind = models.CharField(_("what"), max_length=12, choices=Kind)
    before = models.CharField(_("from"), max_length=20, blank=True)
    after = models.CharField(_("to"), max_length=20, blank=True)
    why = models.TextField(_("why"), blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    # None: the clock, or the candidate through a link.
    by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("step of a nomination")
        verbose_name_plural = _("steps of a nomination")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def after_label(self) -> str:
        """What it became, in words: a status, a way in or an answer."""
        words = {**dict(NominationStatus.choices), **dict(NominationSource.choices), **dict(Answer.choices)}
        return str(words.get(self.after, self.after))


class ApartPair(models.Model):
    """Two people who look alike and are not the same: the warning does not come back."""

    network = models.ForeignKey("network.Network", models.CASCADE, related_name="+")
    first = models.ForeignKey("ambassadors.Person", models.CASCADE, related_name="+")
    second = models.ForeignKey("ambassadors.Person", models.CASCADE, related_name="+")
    by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("two people who look alike")
        verbose_name_plural = _("people who look alike")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="apart_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="apart_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"


class PearlQuerySet(models.QuerySet["Pearl"]):
    def expired(self, on: date) -> "PearlQuerySet":
        return self.filter(expires_on__lte=on)

    def kept(self, on: date) -> "PearlQuerySet":
        return self.filter(expires_on__gt=on)


class Pearl(models.Model):
    """Somebody on the leader's private scouting list. Gone by itself: nobody told them they are on it,
    so the name may stay no longer than GDPR art. 14 leaves for telling."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="pearls", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=150)
    company = models.CharField(_("company"), max_length=150, blank=True)
    place = models.CharField(_("place"), max_length=80, blank=True)
    found_where = models.CharField(_("where you found them"), max_length=200, blank=True)
    why = models.TextField(_("what makes them interesting"), max_length=1000, blank=True)
    next_step = models.CharField(_("next step"), max_length=200, blank=True)
    expires_on = models.DateField(_("goes off the list on"))
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    created_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    objects = PearlQuerySet.as_manager()

    class Meta:
        verbose_name = _("hidden pearl")
        verbose_name_plural = _("hidden pearls")
        ordering = ["expires_on", "name"]

    def __str__(self) -> str:
        return self.name
