"""The ceremony of a round: its plan, its guests, what is said about it, and who goes along with whom."""

from datetime import date

from django.db import models
from django.db.models import Case, F, IntegerField, Q, When
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.models.rounds import public_id


class Ceremony(models.Model):
    """Hours, place and words of one round's ceremony. Day, town and official stand in the round itself."""

    round = models.OneToOneField(
        "ambassadors.AppointmentRound", models.CASCADE, related_name="ceremony", verbose_name=_("round")
    )
    starts = models.TimeField(_("begins at"))
    ends = models.TimeField(_("ends at"))
    venue = models.CharField(_("building"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    reply_by = models.DateField(_("guests answer by"), null=True, blank=True)
    words = models.TextField(_("words to the guests"), max_length=2000, blank=True)
    words_en = models.TextField(_("words to the guests, in English"), max_length=2000, blank=True)
    # Counts up with everything that moves the appointment in somebody's calendar.
    sequence = models.PositiveIntegerField(_("version of the appointment"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)
    called_off_at = models.DateTimeField(_("called off at"), null=True, blank=True)
    called_off_why = models.CharField(_("why it was called off"), max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ceremony")
        verbose_name_plural = _("ceremonies")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="ceremony_has_hours",
                violation_error_message=_("The end must come after the beginning."),
            ),
            models.CheckConstraint(
                condition=Q(called_off_at__isnull=False) | Q(called_off_why=""),
                name="ceremony_reason_only_when_off",
            ),
        ]

    def __str__(self) -> str:
        return str(self.round)

    @property
    def is_off(self) -> bool:
        return self.called_off_at is not None

    @property
    def where(self) -> str:
        return ", ".join(part for part in (self.venue, self.address, self.round.place) if part)


class CeremonyItem(models.Model):
    """One line of the running order."""

    ceremony = models.ForeignKey(Ceremony, models.CASCADE, related_name="items", verbose_name=_("ceremony"))
    at = models.TimeField(_("at"))
    title = models.CharField(_("what"), max_length=160)
    who = models.CharField(_("who"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("part of the running order")
        verbose_name_plural = _("running order")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%H:%M} {self.title}"


class Reply(models.TextChoices):
    YES = "yes", _("comes")
    NO = "no", _("does not come")


class GuestQuerySet(models.QuerySet["Guest"]):
    def expected(self) -> "GuestQuerySet":
        """On the list: not taken off it."""
        return self.filter(withdrawn_at=None)

    def not_invited(self) -> "GuestQuerySet":
        return self.expected().filter(invited_at=None)

    def silent(self) -> "GuestQuerySet":
        """Invited by mail, and said neither yes nor no."""
        return self.expected().filter(invited_at__isnull=False, reply="").exclude(email="")

    def to_remind(self, on: date) -> "GuestQuerySet":
        """Silent, and not written to on this day yet."""
        return (
            self.silent()
            .filter(invited_at__date__lt=on)
            .filter(Q(reminded_at=None) | Q(reminded_at__date__lt=on))
        )

    def in_order(self) -> "GuestQuerySet":
        """Who needs something first: not invited, then silent, then who comes, then who does not."""
        return self.annotate(
            rank=Case(
                When(invited_at=None, reply="", then=0),
                When(reply="", then=1),
                When(reply=Reply.YES, then=2),
                default=3,
                output_field=IntegerField(),
            )
        ).order_by("rank", "name", "pk")

    def with_appointment(self) -> "GuestQuerySet":
        """Has the ceremony in the calendar: invited, and did not say no."""
        return self.expected().exclude(invited_at=None).exclude(reply=Reply.NO)


class Guest(models.Model):
    """Somebody who is asked to the ceremony, and what they answered."""

    ceremony = models.ForeignKey(Ceremony, models.CASCADE, related_name="guests", verbose_name=_("ceremony"))
    # An ambassador, honorary member or candidate; empty for somebody from outside.
    person = models.ForeignKey(
        "ambassadors.Person",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="guest_of",
        verbose_name=_("person"),
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(
        _("language of mails"), max_length=5, default="nl", choices=[("nl", _("Dutch")), ("en", _("English"))]
    )
    public_id = models.CharField(max_length=24, unique=True, default=public_id, editable=False)
    invited_at = models.DateTimeField(_("invited at"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True)
    reply = models.CharField(_("answer"), max_length=3, choices=Reply, blank=True)
    replied_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    companions = models.PositiveSmallIntegerField(_("brings along"), default=0)
    remark = models.CharField(_("diet, wheelchair or other wishes"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(_("taken off the list at"), null=True, blank=True)

    objects = GuestQuerySet.as_manager()

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                "ceremony",
                Lower("email"),
                condition=~Q(email=""),
                name="guest_once",
                violation_error_message=_("Somebody with this e-mail address is already on the list."),
            ),
            models.CheckConstraint(condition=Q(reply__in=["", *Reply.values]), name="reply_known"),
            models.CheckConstraint(
                condition=Q(reply="", replied_at=None) | (~Q(reply="") & Q(replied_at__isnull=False)),
                name="reply_has_a_moment",
            ),
            models.CheckConstraint(condition=Q(companions__lte=5), name="few_companions"),
        ]

    def __str__(self) -> str:
        return self.name


class TextKind(models.TextChoices):
    SPEECH = "speech", _("speech notes")
    PRESS = "press", _("press text")
    SOCIAL = "social", _("text for social media")


class CeremonyText(models.Model):
    """A text about one person or, without a person, about the round, once somebody made it their own.

    As long as there is no row the draft is written from the facts, so that it is never out of date.
    """

    round = models.ForeignKey(
        "ambassadors.AppointmentRound", models.CASCADE, related_name="texts", verbose_name=_("round")
    )
    person = models.ForeignKey(
        "ambassadors.Person",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="ceremony_texts",
        verbose_name=_("person"),
    )
    kind = models.CharField(_("what"), max_length=8, choices=TextKind)
    language = models.CharField(
        _("language"), max_length=5, choices=[("nl", _("Dutch")), ("en", _("English"))]
    )
    body = models.TextField(_("text"), max_length=6000)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    changed_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("changed by")
    )

    class Meta:
        verbose_name = _("text of a ceremony")
        verbose_name_plural = _("texts of a ceremony")
        ordering = ["kind", "language", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person", "kind", "language"],
                condition=Q(person__isnull=False),
                name="text_of_a_person_once",
            ),
            models.UniqueConstraint(
                fields=["round", "kind", "language"],
                condition=Q(person__isnull=True),
                name="text_of_a_round_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=TextKind.values), name="text_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.person or self.round}"


class PlaqueProof(models.Model):
    """How somebody's name, company and place will stand on the plaque, as they saw and approved it."""

    round = models.ForeignKey(
        "ambassadors.AppointmentRound", models.CASCADE, related_name="proofs", verbose_name=_("round")
    )
    person = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="proofs", verbose_name=_("person")
    )
    public_id = models.CharField(max_length=24, unique=True, default=public_id, editable=False)
    name = models.CharField(_("name on the plaque"), max_length=200)
    company = models.CharField(_("company on the plaque"), max_length=150, blank=True)
    place = models.CharField(_("place of the company"), max_length=80, blank=True)
    asked_at = models.DateTimeField(_("asked at"), null=True, blank=True)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    # The person changed something of what was proposed, rather than only agreeing to it.
    is_corrected = models.BooleanField(_("corrected by the person"), default=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("proof of a plaque")
        verbose_name_plural = _("proofs of plaques")
        ordering = ["person__last_name", "person__first_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="proof_once"),
            models.CheckConstraint(
                condition=Q(is_corrected=False) | Q(approved_at__isnull=False), name="correction_is_approved"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Buddy(models.Model):
    """Who shows a newcomer of a round around: an ambassador or an honorary member."""

    round = models.ForeignKey(
        "ambassadors.AppointmentRound", models.CASCADE, related_name="buddies", verbose_name=_("round")
    )
    newcomer = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="shown_around_by", verbose_name=_("newcomer")
    )
    buddy = models.ForeignKey(
        "ambassadors.Person", models.CASCADE, related_name="shows_around", verbose_name=_("buddy")
    )
    paired_at = models.DateTimeField(_("paired at"), auto_now_add=True)
    paired_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("paired by")
    )
    told_at = models.DateTimeField(_("both told at"), null=True, blank=True)

    class Meta:
        verbose_name = _("buddy")
        verbose_name_plural = _("buddies")
        ordering = ["newcomer__last_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "newcomer"],
                name="one_buddy_each",
                violation_error_message=_("This newcomer already has a buddy."),
            ),
            models.CheckConstraint(
                condition=~Q(newcomer=F("buddy")),
                name="nobody_their_own_buddy",
                violation_error_message=_("Nobody shows themselves around."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.buddy} → {self.newcomer}"


class CeremonyPhoto(models.Model):
    """A picture of the ceremony. Used outside only while everybody on it agrees to the use of photos."""

    round = models.ForeignKey(
        "ambassadors.AppointmentRound", models.CASCADE, related_name="photos", verbose_name=_("round")
    )
    image = models.ImageField(_("photo"), upload_to="ceremonies/")
    alt = models.CharField(_("what the photo shows"), max_length=160)
    credit = models.CharField(_("made by"), max_length=80, blank=True)
    people = models.ManyToManyField(
        "ambassadors.Person", blank=True, related_name="ceremony_photos", verbose_name=_("who is on it")
    )
    others_agree = models.BooleanField(
        _("everybody else who can be recognised on it agrees too"), default=False
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    added_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )

    class Meta:
        verbose_name = _("photo of a ceremony")
        verbose_name_plural = _("photos of a ceremony")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.alt
