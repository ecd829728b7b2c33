"""The audience that a group should mirror, choices of people tried out, and whom it does not reach yet."""

from fractions import Fraction

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.composition import Group


class Trait(models.TextChoices):
    """Business traits: open facts about an ambassador. Personal traits are declarations."""

    SECTOR = "sector", _("sector")
    SIZE = "size", _("size of the company")
    PHASE = "phase", _("phase of innovation")
    REGION = "region", _("region")
    ROLE = "role", _("role in the company")

    @classmethod
    def fixed(cls) -> frozenset["Trait"]:
        """Their groups are ours; those of the others are the leader's own words."""
        return frozenset({cls.SIZE, cls.PHASE})


class Audience(models.Model):
    """How the audience is spread over the groups of one trait, with where that is known from."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="audiences", verbose_name=_("network")
    )
    trait = models.CharField(_("trait"), max_length=10, choices=Trait)
    source = models.CharField(_("source"), max_length=200, help_text=_("Such as: CBS, business register."))
    as_of = models.DateField(_("figures of"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["trait"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "trait"],
                name="audience_once_a_trait",
                violation_error_message=_("The audience of this trait is already known."),
            ),
            models.CheckConstraint(condition=Q(trait__in=Trait.values), name="audience_trait_known"),
        ]

    def __str__(self) -> str:
        return self.get_trait_display()


class AudienceShare(models.Model):
    """One group of the audience; numbers of companies and percentages both do: the proportion counts."""

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="shares", verbose_name=_("audience"))
    name = models.CharField(_("group"), max_length=80)
    also = models.JSONField(_("other words for it"), default=list, blank=True)
    weight = models.DecimalField(_("number or percentage"), max_digits=10, decimal_places=1)
    place = models.PositiveSmallIntegerField(_("order"), default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("group of the audience")
        verbose_name_plural = _("groups of the audience")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "name"],
                name="audience_group_once",
                violation_error_message=_("This group is already there."),
            ),
            models.CheckConstraint(condition=Q(weight__gte=0), name="audience_weight_not_below_zero"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def group(self) -> Group:
        return Group(self.name, Fraction(self.weight), tuple(self.also))


class Scenario(models.Model):
    """A choice of people tried out for a round, kept to compare. Nothing happens to anybody by it."""

    round = models.ForeignKey(
        "ambassadors.AppointmentRound", models.CASCADE, related_name="scenarios", verbose_name=_("round")
    )
    name = models.CharField(_("name"), max_length=60)
    people = models.ManyToManyField(
        "ambassadors.Person", related_name="scenarios", blank=True, verbose_name=_("people")
    )
    changed_at = models.DateTimeField(_("kept at"), auto_now=True)
    changed_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("kept by")
    )

    class Meta:
        verbose_name = _("scenario")
        verbose_name_plural = _("scenarios")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "name"],
                name="scenario_name_once",
                violation_error_message=_("There is already a scenario with this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AudienceGapQuerySet(models.QuerySet["AudienceGap"]):
    def open(self) -> "AudienceGapQuerySet":
        return self.filter(reached_on=None)


class AudienceGap(models.Model):
    """A group of entrepreneurs that the network does not reach yet: young, women, migrants …"""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="audience_gaps", verbose_name=_("network")
    )
    name = models.CharField(
        _("whom we do not reach yet"),
        max_length=120,
        help_text=_("A group of entrepreneurs, never one person."),
    )
    note = models.TextField(_("what we know and want to try"), blank=True, max_length=1000)
    noted_on = models.DateField(_("noted on"))
    reached_on = models.DateField(_("reached since"), null=True, blank=True)

    history = HistoricalRecords()
    objects = AudienceGapQuerySet.as_manager()

    class Meta:
        verbose_name = _("group not reached yet")
        verbose_name_plural = _("groups not reached yet")
        ordering = ["reached_on", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "name"],
                name="audience_gap_once",
                violation_error_message=_("This group is already on the list."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationToAsk(models.Model):
    """Who knows entrepreneurs of a group that is not reached: a fan of ours, or somebody else."""

    gap = models.ForeignKey(
        AudienceGap, models.CASCADE, related_name="organisations", verbose_name=_("group")
    )
    fan = models.ForeignKey(
        "network.FanOrganisation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("fan"),
    )
    name = models.CharField(_("or another organisation"), max_length=120, blank=True)
    asked_on = models.DateField(_("asked for nominations on"), null=True, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("organisation to ask")
        verbose_name_plural = _("organisations to ask")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fan__isnull=False, name="") | (Q(fan=None) & ~Q(name="")),
                name="organisation_is_fan_or_named",
                violation_error_message=_("Choose a fan, or name another organisation: one of the two."),
            ),
            models.UniqueConstraint(
                fields=["gap", "fan"],
                condition=Q(fan__isnull=False),
                name="fan_asked_once_a_gap",
                violation_error_message=_("This fan is already in the list."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.fan) if self.fan_id else self.name
