"""Personal traits: what people declare about themselves, and the only sums that are made of it.

Nothing here leads to a person: no foreign key, no id, no time. What is declared is sealed under a pseudonym,
with keys outside the database (sealing.py). It has no history, no page in the admin and no export.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ambassadors.safe_sums import LEAST, LEAST_POPULATION


class PersonalTrait(models.TextChoices):
    AGE = "age", _("age")
    GENDER = "gender", _("gender")
    ORIGIN = "origin", _("origin")

    @property
    def classes(self) -> dict[str, str]:
        """What can be answered, in the order in which it is asked."""
        return {str(value): str(label) for value, label in CLASSES[self].choices}

    @property
    def folding(self) -> tuple[str, ...]:
        """The order in which classes are folded together: fixed, the last is shown as long as it can be."""
        return FOLDING[self]


class AgeBand(models.TextChoices):
    YOUNG = "young", _("younger than 40")
    MIDDLE = "middle", _("40 to 54")
    OLDER = "older", _("55 or older")


class Gender(models.TextChoices):
    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", _("otherwise")


class Origin(models.TextChoices):
    """Where somebody and their parents were born, after the classes of the statistics office."""

    HERE = "here", _("born in the Netherlands, and so were both parents")
    PARENT = "parent", _("born in the Netherlands, a parent elsewhere")
    ELSEWHERE = "elsewhere", _("born elsewhere")


CLASSES = {
    PersonalTrait.AGE: AgeBand,
    PersonalTrait.GENDER: Gender,
    PersonalTrait.ORIGIN: Origin,
}
FOLDING = {
    PersonalTrait.AGE: ("older", "middle", "young"),
    PersonalTrait.GENDER: ("other", "man", "woman"),
    PersonalTrait.ORIGIN: ("parent", "here", "elsewhere"),
}


class DeclarationRules(models.Model):
    """Which personal traits a network asks. Origin only with a recorded assessment (DPIA, GDPR art. 35)."""

    network = models.OneToOneField(
        "network.Network", models.CASCADE, related_name="declaration_rules", verbose_name=_("network")
    )
    asks_age = models.BooleanField(_("ask for the age"), default=False)
    asks_gender = models.BooleanField(_("ask for the gender"), default=False)
    asks_origin = models.BooleanField(_("ask for the origin"), default=False)
    dpia_reference = models.CharField(
        _("reference of the DPIA"),
        max_length=120,
        blank=True,
        help_text=_("Number or place of the assessment that the data protection officer looked at."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rules of declarations")
        verbose_name_plural = _("rules of declarations")
        constraints = [
            models.CheckConstraint(
                condition=Q(asks_origin=False) | Q(GreaterThan(Length(Trim(F("dpia_reference"))), 0)),
                name="origin_needs_a_dpia",
                violation_error_message=_("Origin can only be asked with the reference of a DPIA."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.network)

    @property
    def asked(self) -> list[PersonalTrait]:
        return [trait for trait in PersonalTrait if getattr(self, f"asks_{trait}")]


class Declaration(models.Model):
    """What one person declared, sealed. The pseudonym is all there is to find it by."""

    pseudonym = models.CharField(max_length=64, primary_key=True)
    box = models.TextField()

    class Meta:
        verbose_name = _("declaration of personal traits")
        verbose_name_plural = _("declarations of personal traits")

    def __str__(self) -> str:
        return str(_("sealed"))


class Counted(models.Model):
    """A mark under a pseudonym of its own: was in the population of a picture, whether answered or not."""

    mark = models.CharField(max_length=64, primary_key=True)

    class Meta:
        verbose_name = _("mark of a picture")
        verbose_name_plural = _("marks of pictures")

    def __str__(self) -> str:
        return str(_("sealed"))


class TraitPicture(models.Model):
    """One split of one trait, frozen. A population is counted once, and at most once a year."""

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="trait_pictures", verbose_name=_("network")
    )
    trait = models.CharField(_("trait"), max_length=10, choices=PersonalTrait)
    year = models.PositiveSmallIntegerField(_("year"))
    population = models.PositiveSmallIntegerField(_("people"))
    # Made with the key of its marks: without that key nobody can tell who was counted.
    key_check = models.CharField(max_length=64, editable=False)
    counted_at = models.DateTimeField(_("counted at"), auto_now_add=True)
    counted_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("counted by")
    )

    class Meta:
        verbose_name = _("picture of a personal trait")
        verbose_name_plural = _("pictures of personal traits")
        ordering = ["-year", "trait"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "trait", "year"],
                name="trait_counted_once_a_year",
                violation_error_message=_("This trait was counted this year already."),
            ),
            models.CheckConstraint(condition=Q(trait__in=PersonalTrait.values), name="trait_picture_known"),
            models.CheckConstraint(
                condition=Q(population__gte=LEAST_POPULATION), name="trait_picture_large_enough"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_trait_display()} {self.year}"


class TraitCell(models.Model):
    """People in one class, or in several that are folded together. The database refuses fewer than five."""

    picture = models.ForeignKey(TraitPicture, models.CASCADE, related_name="cells", verbose_name=_("picture"))
    classes = models.JSONField(_("classes"))  # of the trait; an empty text is "rather not say"
    count = models.PositiveSmallIntegerField(_("people"))

    class Meta:
        verbose_name = _("cell of a picture")
        verbose_name_plural = _("cells of pictures")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(count__gte=LEAST),
                name="trait_cell_of_five_or_more",
                violation_error_message=_("Nothing is shown about fewer than five people."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.count)
