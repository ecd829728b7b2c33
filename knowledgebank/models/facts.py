from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from knowledgebank.models.stories import Story
from knowledgebank.models.tools import Tool
from network.models.languages import InTwoLanguages


class FactQuerySet(models.QuerySet["Fact"]):
    def public(self) -> "FactQuerySet":
        return self.filter(is_public=True)


class Fact(InTwoLanguages, models.Model):
    """A figure that can be told from a stage, with its source and the day it was looked up."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="facts", verbose_name=_("network")
    )
    theme = models.ForeignKey(
        "knowledgebank.Theme",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="facts",
        verbose_name=_("theme"),
    )
    figure = models.CharField(_("figure"), max_length=30, help_text=_("Such as 75 %, 3 of 4 or € 400.000."))
    statement = models.CharField(_("what it says"), max_length=240)
    statement_en = models.CharField(_("what it says, in English"), max_length=240, blank=True)
    explanation = models.TextField(_("how to read it"), blank=True, max_length=1000)
    explanation_en = models.TextField(_("how to read it, in English"), blank=True, max_length=1000)
    source = models.CharField(_("source"), max_length=200)
    source_year = models.PositiveSmallIntegerField(_("year of the source"), null=True, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    checked_on = models.DateField(_("looked up on"))
    tags = models.JSONField(_("keywords"), default=list, blank=True)  # short texts
    is_public = models.BooleanField(_("on the site"), default=True)

    history = HistoricalRecords()
    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts and figures")
        ordering = ["theme__name", "pk"]

    def __str__(self) -> str:
        return f"{self.figure} {self.statement}"

    def get_absolute_url(self) -> str:
        return f"{reverse('facts')}#{self.anchor}"

    @property
    def anchor(self) -> str:
        return f"{slugify(_('fact'))}-{self.pk}"

    @property
    def shown_statement(self) -> str:
        return self.in_language("statement")

    @property
    def shown_explanation(self) -> str:
        return self.in_language("explanation")


class LinkQuerySet(models.QuerySet["Link"]):
    def public(self) -> "LinkQuerySet":
        return self.filter(is_public=True)


class Link(models.Model):
    """A place elsewhere that is worth a visit. It is only shown: the server never opens it."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="links", verbose_name=_("network")
    )
    theme = models.ForeignKey(
        "knowledgebank.Theme",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("theme"),
    )
    title = models.CharField(_("title"), max_length=120)
    url = models.URLField(_("address"))
    description = models.CharField(_("why go there"), max_length=240, blank=True)
    language = models.CharField(_("language"), max_length=5, default="nl", choices=settings.LANGUAGES)
    tags = models.JSONField(_("keywords"), default=list, blank=True)  # short texts
    is_public = models.BooleanField(_("on the site"), default=True)

    history = HistoricalRecords()
    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def host(self) -> str:
        return self.url.partition("//")[2].partition("/")[0].removeprefix("www.")


class CollectionQuerySet(models.QuerySet["Collection"]):
    def public(self) -> "CollectionQuerySet":
        return self.filter(is_public=True)


class Collection(InTwoLanguages, models.Model):
    """Stories, tools, facts and links that belong together, chosen by the leader."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="collections", verbose_name=_("network")
    )
    slug = models.SlugField(_("address"), max_length=80)
    title = models.CharField(_("title"), max_length=80)
    title_en = models.CharField(_("title, in English"), max_length=80, blank=True)
    introduction = models.TextField(_("introduction"), blank=True, max_length=1000)
    introduction_en = models.TextField(_("introduction, in English"), blank=True, max_length=1000)
    stories = models.ManyToManyField(Story, blank=True, related_name="collections", verbose_name=_("stories"))
    tools = models.ManyToManyField(Tool, blank=True, related_name="collections", verbose_name=_("tools"))
    facts = models.ManyToManyField(Fact, blank=True, related_name="collections", verbose_name=_("facts"))
    links = models.ManyToManyField(Link, blank=True, related_name="collections", verbose_name=_("links"))
    is_public = models.BooleanField(_("on the site"), default=True)

    history = HistoricalRecords(m2m_fields=[stories, tools, facts, links])
    objects = CollectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "slug"],
                name="collection_once",
                violation_error_message=_("There is already a collection at this address."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or slugify(self.title) or "verzameling"
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("collection", args=[self.slug])

    @property
    def shown_title(self) -> str:
        return self.in_language("title")

    @property
    def shown_introduction(self) -> str:
        return self.in_language("introduction")
