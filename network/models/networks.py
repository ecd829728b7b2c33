from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network import menus
from network.models.languages import InTwoLanguages

hex_colour = RegexValidator(
    r"^#[0-9A-Fa-f]{6}$", _("Write a colour as # and six digits, for example #0B5D4E.")
)


def menu_of_places(text: str) -> None:
    wrong = menus.faults(text)
    if wrong:
        raise ValidationError(
            _("No place of the menu: “%(line)s”. Write words, a bar and an address: About us | /over/."),
            params={"line": wrong[0][:60]},
        )
    if len([line for line in text.splitlines() if line.strip()]) > menus.MOST:
        raise ValidationError(_("A menu has nine places at most."))


class CommitmentYear(models.TextChoices):
    """How a year of the commitment runs."""

    TERM = "term", _("from the start of each term")
    CALENDAR = "calendar", _("from 1 January")


class Network(InTwoLanguages, models.Model):
    """One ambassador network: theme, client, house style, its own words, its rules and targets."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    theme = models.CharField(_("theme"), max_length=120, help_text=_("For example: social innovation."))
    theme_en = models.CharField(_("theme, in English"), max_length=120, blank=True)
    region = models.CharField(_("region"), max_length=120, blank=True)
    working_area = models.TextField(
        _("regions and places that belong to it"),
        max_length=5000,
        blank=True,
        help_text=_("One name a line. A company whose region or place stands here lies in the region."),
    )
    client_name = models.CharField(_("client"), max_length=120, blank=True)
    client_name_en = models.CharField(_("client, in English"), max_length=120, blank=True)

    official_name = models.CharField(_("name of the appointing official"), max_length=120, blank=True)
    official_title = models.CharField(_("title of the appointing official"), max_length=120, blank=True)
    official_title_en = models.CharField(
        _("title of the appointing official, in English"), max_length=120, blank=True
    )
    official_signature = models.ImageField(_("signature"), upload_to="signatures/", blank=True)

    word_singular = models.CharField(_("own word for one ambassador"), max_length=40, default="ambassadeur")
    word_plural = models.CharField(
        _("own word for several ambassadors"), max_length=40, default="ambassadeurs"
    )
    word_singular_en = models.CharField(
        _("own word for one, in English"), max_length=40, default="ambassador"
    )
    word_plural_en = models.CharField(
        _("own word for several, in English"), max_length=40, default="ambassadors"
    )

    logo = models.ImageField(_("logo"), upload_to="logos/", blank=True)
    brand_colour = models.CharField(
        _("brand colour"), max_length=7, default="#0B5D4E", validators=[hex_colour]
    )
    accent_colour = models.CharField(
        _("accent colour"), max_length=7, default="#C8741A", validators=[hex_colour]
    )

    headline = models.CharField(_("promise on the home page"), max_length=160, blank=True)
    headline_en = models.CharField(_("promise on the home page, in English"), max_length=160, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    introduction_en = models.TextField(_("introduction, in English"), blank=True)

    menu = models.TextField(
        _("main menu"),
        blank=True,
        max_length=800,
        validators=[menu_of_places],
        help_text=_("One place per line: Stories | /verhalen/. Empty: the menu that comes with the program."),
    )
    menu_en = models.TextField(
        _("main menu, in English"), blank=True, max_length=800, validators=[menu_of_places]
    )

    podia_per_year = models.PositiveSmallIntegerField(
        _("podia a year"), default=3, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    commitment_year = models.CharField(
        _("commitment year"), max_length=10, choices=CommitmentYear, default=CommitmentYear.TERM
    )
    term_years = models.PositiveSmallIntegerField(
        _("length of a term in years"), default=3, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    maximum_size = models.PositiveSmallIntegerField(_("largest number of ambassadors"), default=25)
    chase_active = models.BooleanField(
        _("the chase is on"), default=True, help_text=_("Off: no reminders and no call tasks are made.")
    )

    serial_prefix = models.CharField(_("letters before a plaque number"), max_length=8, blank=True)
    plaque_title = models.CharField(_("title on the plaque"), max_length=120, blank=True)
    plaque_title_en = models.CharField(_("title on the plaque, in English"), max_length=120, blank=True)
    plaque_text = models.CharField(_("text on the plaque"), max_length=240, blank=True)
    plaque_text_en = models.CharField(_("text on the plaque, in English"), max_length=240, blank=True)

    contact_email = models.EmailField(_("e-mail address of the team"), blank=True)
    contact_phone = models.CharField(_("telephone of the team"), max_length=30, blank=True)
    contact_address = models.TextField(_("postal address"), blank=True)
    english = models.BooleanField(_("the site is also in English"), default=True)

    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(podia_per_year__gte=1), name="network_asks_a_podium"),
            models.CheckConstraint(condition=Q(term_years__gte=1), name="network_term_has_length"),
            models.CheckConstraint(
                condition=Q(commitment_year__in=CommitmentYear.values), name="network_commitment_year_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def languages(self) -> list[str]:
        """The codes of the languages it speaks, its own first."""
        return [code for code, _name in settings.LANGUAGES if self.speaks(code)]

    def speaks(self, language: str | None) -> bool:
        return self.english or language != "en"

    @property
    def topic(self) -> str:
        """The theme in the language of the reader."""
        return self.in_language("theme")

    @property
    def client(self) -> str:
        """Who commissions the network, in the language of the reader."""
        return self.in_language("client_name")

    @property
    def word(self) -> str:
        return self.in_language("word_singular")

    @property
    def words(self) -> str:
        return self.in_language("word_plural")

    @property
    def people_slug(self) -> str:
        """The address of the list of people: the network's own plural word."""
        return slugify(self.words)


class NetworkHost(models.Model):
    """A host name under which visitors reach the network."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="hosts", verbose_name=_("network"))
    host = models.CharField(
        _("host name"), max_length=253, help_text=_("Without port, for example pioniers.nl.")
    )
    is_primary = models.BooleanField(_("used in links"), default=False)

    class Meta:
        verbose_name = _("host name")
        verbose_name_plural = _("host names")
        ordering = ["-is_primary", "host"]
        constraints = [
            models.UniqueConstraint(
                Lower("host"),
                name="host_unique",
                violation_error_message=_("Another network has this host name."),
            ),
            models.UniqueConstraint(
                fields=["network"],
                condition=Q(is_primary=True),
                name="host_primary_once",
                violation_error_message=_("Only one host name can be used in links."),
            ),
        ]

    def __str__(self) -> str:
        return self.host

    def save(self, *args, **kwargs) -> None:
        self.host = self.host.lower()
        super().save(*args, **kwargs)


class QuietPeriod(models.Model):
    """Days without chasing mail, school holidays for example. From `start` up to, not including, `end`."""

    network = models.ForeignKey(
        Network, models.CASCADE, related_name="quiet_periods", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=80)
    start = models.DateField(_("first day"))
    end = models.DateField(_("first day after"))

    class Meta:
        verbose_name = _("quiet period")
        verbose_name_plural = _("quiet periods")
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="quiet_period_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TargetKind(models.TextChoices):
    REACHED = "reached", _("entrepreneurs reached")
    ACTIVATED = "activated", _("companies activated")
    PODIA = "podia", _("podia")


class Target(models.Model):
    """What the client asks for in a period."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="targets", verbose_name=_("network"))
    kind = models.CharField(_("what"), max_length=20, choices=TargetKind)
    amount = models.PositiveIntegerField(_("number"))
    start = models.DateField(_("from"))
    end = models.DateField(_("up to, not including"))

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ["kind", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="target_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
            models.UniqueConstraint(
                fields=["network", "kind", "start"],
                name="target_once",
                violation_error_message=_("There is already a target of this kind from this day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.get_kind_display()}"

    def covers(self, day: date) -> bool:
        return self.start <= day < self.end


class BudgetLine(models.Model):
    network = models.ForeignKey(
        Network, models.CASCADE, related_name="budget_lines", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=120)
    amount = models.DecimalField(_("amount in euros"), max_digits=12, decimal_places=2)
    spent = models.DecimalField(_("spent in euros"), max_digits=12, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["-amount", "name"]

    def __str__(self) -> str:
        return self.name
