from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from ambassadors.models import PodiumKind
from events import meeting_kinds
from events.models.podia import Podium, PodiumStatus
from network import clock
from network.outside import Fault

NO_CALENDAR = "file"
FAULTS: list[tuple[str, Any]] = [
    *Fault.choices,
    (NO_CALENDAR, _("What stands there is not a calendar of meetings that we can read.")),
]
LIVE_KINDS: list[tuple[str, Any]] = [(kind.value, kind.label) for kind in PodiumKind if not kind.is_media]
FAILS_FOR = timedelta(days=3)


class FanCalendarQuerySet(models.QuerySet["FanCalendar"]):
    def failing(self, on: date) -> "FanCalendarQuerySet":
        """Not read for three days: a site that is away for a night needs nobody."""
        return self.filter(failing_since__lte=on - FAILS_FOR)


class FanCalendar(models.Model):
    """The public calendar of a fan, read every night."""

    fan = models.OneToOneField(
        "network.FanOrganisation",
        models.CASCADE,
        primary_key=True,
        related_name="calendar",
        verbose_name=_("fan"),
    )
    address = models.CharField(_("address of the calendar"), max_length=500)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    read_at = models.DateTimeField(_("last read"), null=True, blank=True)
    fault = models.CharField(_("what went wrong"), max_length=12, blank=True, choices=FAULTS)
    failing_since = models.DateField(_("failing since"), null=True, blank=True)

    objects = FanCalendarQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar of a fan")
        verbose_name_plural = _("calendars of fans")
        ordering = ["fan__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fault="", failing_since=None) | (~Q(fault="") & Q(failing_since__isnull=False)),
                name="fan_calendar_fault_since",
            ),
            models.CheckConstraint(
                condition=Q(fault__in=["", *(name for name, _words in FAULTS)]),
                name="fan_calendar_fault_known",
            ),
        ]

    def __str__(self) -> str:
        return str(self.fan)


class FanMeetingQuerySet(models.QuerySet["FanMeeting"]):
    def coming(self, on: date) -> "FanMeetingQuerySet":
        return self.filter(starts__gte=clock.moment(on, datetime.min.time()))

    def open(self, on: date) -> "FanMeetingQuerySet":
        """To come, not put aside, and on a day without a podium at that fan."""
        podia = Podium.objects.filter(host=OuterRef("calendar__fan"), date=OuterRef("day")).exclude(
            status=PodiumStatus.CANCELLED
        )
        found = self.coming(on).filter(dismissed_at=None).annotate(day=TruncDate("starts"))
        return found.filter(~Exists(podia))

    def naming(self, name: str, network_id: int) -> "FanMeetingQuerySet":
        """In whose announcement, its place included, a name stands."""
        return self.filter(
            Q(title__icontains=name) | Q(place__icontains=name), calendar__fan__network=network_id
        )

    def soonest_first(self) -> "FanMeetingQuerySet":
        return self.order_by("starts", "pk")


class FanMeeting(models.Model):
    """What the calendar of a fan announces on one day; gone once it is over or no longer announced."""

    calendar = models.ForeignKey(
        FanCalendar, models.CASCADE, related_name="meetings", verbose_name=_("calendar of a fan")
    )
    uid = models.CharField(max_length=255)
    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    all_day = models.BooleanField(_("all day"), default=False)
    title = models.CharField(_("title"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.CharField(_("link"), max_length=500, blank=True)
    kind = models.CharField(
        _("kind of podium"),
        max_length=20,
        blank=True,
        choices=LIVE_KINDS,
        help_text=_("Chosen by the leader; when empty it is judged by the title and the hours."),
    )
    dismissed_at = models.DateTimeField(_("put aside"), null=True, blank=True)
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)

    objects = FanMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting of a fan")
        verbose_name_plural = _("meetings of fans")
        ordering = ["starts", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["calendar", "uid", "starts"], name="fan_meeting_once"),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="fan_meeting_ends_after_start"),
        ]
        indexes = [models.Index(fields=["starts"], name="fan_meeting_starts")]

    def __str__(self) -> str:
        return self.title

    @property
    def guess(self) -> meeting_kinds.Guess:
        """What it looks like; without an end, or with the whole day, the hours say nothing."""
        says_hours = not self.all_day and self.ends > self.starts
        return meeting_kinds.guess(self.title, self.ends - self.starts if says_hours else None)

    @property
    def podium_kind(self) -> PodiumKind:
        """As what it is weighed: chosen, or else judged."""
        return PodiumKind(self.kind) if self.kind else self.guess.kind
