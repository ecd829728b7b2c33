from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.podia import PodiumStatus


class Side(models.TextChoices):
    """Who reads and writes in the file of a podium."""

    AMBASSADOR = "ambassador", _("ambassador")
    HOST = "host", _("organiser")
    LEADER = "leader", _("project leader")


class HostSays(models.TextChoices):
    HAPPENED = "happened", _("it took place")
    CANCELLED = "cancelled", _("it did not take place")


class PodiumFileQuerySet(models.QuerySet["PodiumFile"]):
    def to_remind(self, on: date, until: date) -> "PodiumFileQuerySet":
        """Agreed for one of the days up to and including `until`, and not reminded of that day."""
        return self.filter(
            podium__status=PodiumStatus.AGREED, podium__date__gte=on, podium__date__lte=until
        ).exclude(reminded_for=F("podium__date"))

    def to_ask_the_host(self, on: date, since: date) -> "PodiumFileQuerySet":
        """Its day has passed and the host was not asked about that day."""
        return (
            self.filter(
                podium__status__in=[PodiumStatus.AGREED, PodiumStatus.DONE],
                podium__date__lt=on,
                podium__date__gte=since,
                host_says="",
            )
            .exclude(host_email="")
            .exclude(host_asked_for=F("podium__date"))
        )


class PodiumFile(models.Model):
    """What ambassador, host and leader agree about one podium: open to the three of them."""

    podium = models.OneToOneField(
        "events.Podium", models.CASCADE, primary_key=True, related_name="file", verbose_name=_("podium")
    )
    public = models.TextField(_("Who is in the hall?"), blank=True, max_length=2000)
    goal = models.TextField(_("What should they go home with?"), blank=True, max_length=2000)
    briefing = models.TextField(_("What is the evening like?"), blank=True, max_length=4000)
    technique = models.TextField(_("Screen, sound, set-up"), blank=True, max_length=2000)
    materials = models.TextField(_("Materials"), blank=True, max_length=2000)
    route = models.TextField(_("Route and parking"), blank=True, max_length=2000)
    contact = models.CharField(_("Who can be called on the day?"), max_length=200, blank=True)

    # Where the mails for the host go. Never shown: the three write to each other in the file.
    host_email = models.EmailField(blank=True)
    host_name = models.CharField(_("contact person"), max_length=150, blank=True)
    host_language = models.CharField(max_length=5, default="nl")
    host_says = models.CharField(_("the host says"), max_length=10, choices=HostSays, blank=True)
    host_answered_at = models.DateTimeField(_("the host answered at"), null=True, blank=True)
    host_words = models.CharField(_("the host, in one line"), max_length=240, blank=True)
    # The day of the podium for which each was done: another day, and it is done anew.
    reminded_for = models.DateField(null=True, blank=True, editable=False)
    host_asked_for = models.DateField(null=True, blank=True, editable=False)
    opened_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()
    objects = PodiumFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a podium")
        verbose_name_plural = _("files of podia")
        constraints = [
            models.CheckConstraint(
                condition=Q(host_says__in=["", *HostSays.values]), name="file_host_says_known"
            ),
            models.CheckConstraint(
                condition=Q(host_says="", host_answered_at=None)
                | (~Q(host_says="") & Q(host_answered_at__isnull=False)),
                name="file_host_answer_has_moment",
            ),
        ]

    # For whom the link that led here was made; see events.links.
    reader_mark = ""

    def __str__(self) -> str:
        return str(self.podium)


class ChecklistItem(models.Model):
    """One thing to be done before a podium; whoever did it ticks it."""

    file = models.ForeignKey(
        PodiumFile, models.CASCADE, related_name="checklist", verbose_name=_("file of a podium")
    )
    text = models.CharField(_("what"), max_length=160)
    side = models.CharField(_("who"), max_length=10, choices=Side)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    done_by = models.CharField(_("done by"), max_length=10, choices=Side, blank=True)

    class Meta:
        verbose_name = _("item of a checklist")
        verbose_name_plural = _("items of checklists")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(side__in=Side.values), name="checklist_side_known"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by="") | Q(done_at__isnull=False, done_by__in=Side.values),
                name="checklist_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class FileNote(models.Model):
    """What one of the three wrote to the others. Mails about it hold no address but the site's own."""

    file = models.ForeignKey(
        PodiumFile, models.CASCADE, related_name="notes", verbose_name=_("file of a podium")
    )
    side = models.CharField(_("who"), max_length=10, choices=Side)
    name = models.CharField(_("name"), max_length=150)
    text = models.TextField(_("message"), max_length=3000)
    written_at = models.DateTimeField(_("written at"), auto_now_add=True)

    class Meta:
        verbose_name = _("message in a file")
        verbose_name_plural = _("messages in files")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(side__in=Side.values), name="file_note_side_known")]

    def __str__(self) -> str:
        return self.name
