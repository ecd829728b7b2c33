from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def seen_by(self, eyes: "frozenset[str]") -> "SearchEntryQuerySet":
        return self.filter(audience__in=sorted(eyes))

    def for_everybody(self) -> "SearchEntryQuerySet":
        return self.filter(audience="")

    def for_some(self) -> "SearchEntryQuerySet":
        """Of the team, or of one person."""
        return self.exclude(audience="")


class SearchEntry(models.Model):
    """One thing that can be found, in one language: what is shown of it and the words it is found by.

    It is made from the thing itself (`knowledgebank.search_index`) and can be thrown away at any time. A full
    text index on its words stands beside it: a tsvector on PostgreSQL, an FTS5 table on SQLite.
    """

    network = models.ForeignKey("network.Network", models.CASCADE, related_name="+")
    language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=40)  # of the thing, within its kind
    # Who finds it: everybody (empty), whoever runs the network, or one person.
    audience = models.CharField(max_length=30, blank=True)
    url = models.CharField(max_length=500)
    title = models.CharField(max_length=300)
    over = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    text_language = models.CharField(max_length=5, blank=True)  # set where it is not that of the page
    title_words = models.TextField()
    summary_words = models.TextField(blank=True)
    body_words = models.TextField(blank=True)
    digest = models.CharField(max_length=32)  # the mark of what it was made from

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "language", "kind", "key", "audience"], name="search_entry_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SearchVocabulary(models.Model):
    """Every word that can be found in a network, with how often: for slips of the finger and for weights."""

    network = models.ForeignKey("network.Network", models.CASCADE, related_name="+")
    language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    # Word → how many entries have it.
    words = models.JSONField(default=dict)
    digest = models.CharField(max_length=32)
    built_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("words of the search")
        verbose_name_plural = _("words of the search")
        constraints = [models.UniqueConstraint(fields=["network", "language"], name="search_vocabulary_once")]

    def __str__(self) -> str:
        return f"{self.network_id} {self.language}"


class Synonyms(models.Model):
    """Words that mean the same in this network: whoever searches for one finds the others too."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="synonyms", verbose_name=_("network")
    )
    language = models.CharField(_("language"), max_length=5, default="nl", choices=settings.LANGUAGES)
    words = models.CharField(
        _("words with the same meaning"),
        max_length=240,
        help_text=_("With commas between them: staff, employees, people who work here."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms for the search")
        ordering = ["words"]
        constraints = [
            models.CheckConstraint(
                condition=Q(words__contains=","),
                name="synonyms_are_two",
                violation_error_message=_("Write at least two words, with a comma between them."),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def phrases(self) -> list[str]:
        return [phrase for part in self.words.split(",") if (phrase := part.strip())]
