import secrets
from collections.abc import Container
from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from network import images
from network.models import Pictured
from network.models.languages import InTwoLanguages
from network.models.pictured import SIZING


class ProfileType(models.TextChoices):
    """What drives an ambassador."""

    DIRECTOR = "director", _("director")
    TEACHER = "teacher", _("teacher")
    COACH = "coach", _("coach")
    SELLER = "seller", _("seller")
    PLAYER = "player", _("player")


class InnovationPhase(models.TextChoices):
    """How long the company has practised the theme."""

    FIRST = "first", _("fresh from a first success")
    GROWING = "growing", _("some years under way")
    SEASONED = "seasoned", _("many years of practice")


class PodiumKind(models.TextChoices):
    """Kinds of podium: the live ones have an audience, the media ones a reach and a link."""

    PRESENTATION = "presentation", _("presentation")
    WORKSHOP = "workshop", _("workshop")
    INTRODUCTION = "introduction", _("introduction")
    BUSINESS_MEETING = "business_meeting", _("business meeting")
    COMPANY_VISIT = "company_visit", _("company visit")
    ONE_TO_ONE = "one_to_one", _("one-to-one talk")
    PANEL = "panel", _("panel")
    FAIR = "fair", _("fair")
    INTERVIEW = "interview", _("interview")
    ARTICLE = "article", _("article")
    OTHER_MEDIA = "other_media", _("other media")

    @classmethod
    def media(cls) -> frozenset["PodiumKind"]:
        return frozenset({cls.INTERVIEW, cls.ARTICLE, cls.OTHER_MEDIA})

    @classmethod
    def live(cls) -> frozenset["PodiumKind"]:
        return frozenset(cls) - cls.media()

    @property
    def is_media(self) -> bool:
        return self in self.media()


class PersonQuerySet(models.QuerySet["Person"]):
    """State is derived from terms and honorary memberships, never stored."""

    def _with_term(self, **lookups) -> Exists:
        from ambassadors.models.terms import Term

        return Exists(Term.objects.filter(person=OuterRef("pk"), **lookups))

    def _with_honorary_membership(self, on: date) -> Exists:
        from ambassadors.models.terms import HonoraryMembership

        return Exists(HonoraryMembership.objects.current(on).filter(person=OuterRef("pk")))

    def with_last_contact(self) -> "PersonQuerySet":
        """`contact_on`: the day of the last one-to-one contact, however it went."""
        from ambassadors.models.contact import ContactMoment

        moments = ContactMoment.objects.filter(person=OuterRef("pk")).order_by().values("person")
        return self.annotate(contact_on=Subquery(moments.annotate(last=Max("date")).values("last")))

    def current(self, on: date) -> "PersonQuerySet":
        """Ambassadors: a term covers the day."""
        return self.filter(self._with_term(start__lte=on, end__gt=on))

    def honorary(self, on: date) -> "PersonQuerySet":
        return self.exclude(pk__in=self.current(on).values("pk")).filter(self._with_honorary_membership(on))

    def former(self, on: date) -> "PersonQuerySet":
        """Had a term, has none now and is no honorary member."""
        return self.filter(self._with_term(end__lte=on), ~self._with_honorary_membership(on)).exclude(
            pk__in=self.current(on).values("pk")
        )

    def candidates(self, on: date) -> "PersonQuerySet":
        """Nobody's ambassador yet: no term that has begun."""
        return self.filter(~self._with_term(start__lte=on), ~self._with_honorary_membership(on))

    def faces(self, *more: str) -> "PersonQuerySet":
        """Name and portrait, and nothing else but `more`: what a list shows of many people."""
        return self.only(
            "network_id", "first_name", "infix", "last_name", "slug", "portrait", "portrait_alt", "focal_x",
            "focal_y", *SIZING, *more,
        )  # fmt: skip

    def published(self) -> "PersonQuerySet":
        return self.exclude(publication_consent_at=None)

    def public(self, on: date) -> "PersonQuerySet":
        """Whom every public page, feed and search may show as ambassador on that day."""
        return self.published().current(on)

    def shown(self, on: date) -> "PersonQuerySet":
        """Whom visitors may see at all: the public ambassadors and, apart from them, the honorary members."""
        current = self._with_term(start__lte=on, end__gt=on)
        return (
            self.published().filter(current | self._with_honorary_membership(on)).annotate(is_current=current)
        )


class Person(Pictured, models.Model):
    """Somebody an ambassador network knows: candidate, ambassador, honorary member or former ambassador."""

    PICTURE = "portrait"
    SHAPE = images.PORTRAIT

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="people", verbose_name=_("network")
    )
    user = models.ForeignKey(
        "network.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("account"),
    )
    first_name = models.CharField(_("first name"), max_length=60)
    infix = models.CharField(_("infix"), max_length=20, blank=True, help_text=_("Such as van, de or ter."))
    last_name = models.CharField(_("last name"), max_length=80)
    slug = models.SlugField(max_length=180, editable=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(
        _("language of mails"), max_length=5, default="nl", choices=[("nl", _("Dutch")), ("en", _("English"))]
    )

    portrait = models.ImageField(_("portrait"), upload_to="portraits/", blank=True)
    portrait_alt = models.CharField(_("what the portrait shows"), max_length=160, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        _("centre of the face, from the left (%)"), default=50, validators=[MaxValueValidator(100)]
    )
    focal_y = models.PositiveSmallIntegerField(
        _("centre of the face, from the top (%)"), default=35, validators=[MaxValueValidator(100)]
    )

    phase = models.CharField(_("phase of innovation"), max_length=20, choices=InnovationPhase, blank=True)
    profile_type = models.CharField(_("profile type"), max_length=20, choices=ProfileType, blank=True)
    second_profile_type = models.CharField(
        _("second profile type"), max_length=20, choices=ProfileType, blank=True
    )

    themes = models.JSONField(_("themes"), default=list, blank=True)  # short texts: what they talk about
    liked_kinds = models.JSONField(
        _("kinds of podium they like"), default=list, blank=True
    )  # PodiumKind values
    travel_area = models.CharField(_("travels to"), max_length=160, blank=True)
    spoken_languages = models.JSONField(_("languages"), default=list, blank=True)
    biography = models.TextField(_("short biography"), blank=True, max_length=3000)
    quote = models.CharField(_("quote"), max_length=240, blank=True)
    publication_consent_at = models.DateTimeField(_("agreed to publication at"), null=True, blank=True)
    # No photos since; empty once the person agreed again.
    photos_refused_at = models.DateTimeField(_("refused photos at"), null=True, blank=True)

    # Nothing personal is left but, after a term that ended long ago, the name.
    forgotten_at = models.DateTimeField(
        _("personal details erased at"), null=True, blank=True, editable=False
    )

    calendar_token = models.CharField(max_length=43, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    history = HistoricalRecords(excluded_fields=["calendar_token", *SIZING])
    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["last_name", "first_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                "network",
                Lower("email"),
                condition=~Q(email=""),
                name="person_email_once",
                violation_error_message=_("Somebody in this network already has this e-mail address."),
            ),
            models.UniqueConstraint(fields=["network", "slug"], name="person_address_once"),
            models.CheckConstraint(
                condition=Q(photos_refused_at=None) | Q(portrait=""),
                name="person_no_portrait_after_refusal",
                violation_error_message=_(
                    "This person does not want photos, so there is no portrait either."
                ),
            ),
            models.CheckConstraint(
                condition=Q(second_profile_type="") | ~Q(second_profile_type=F("profile_type")),
                name="person_types_differ",
                violation_error_message=_("The second profile type must differ from the first."),
            ),
            models.CheckConstraint(
                condition=Q(profile_type__in=["", *ProfileType.values])
                & Q(second_profile_type__in=["", *ProfileType.values]),
                name="person_types_known",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args, **kwargs) -> None:
        if not self.slug:
            self.slug = self._free_slug()
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "slug"}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.network.people_slug, self.slug])

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.first_name, self.infix, self.last_name) if part)

    @property
    def initials(self) -> str:
        return (self.first_name[:1] + self.last_name[:1]).upper()

    def company_on(self, day: date) -> "Employment | None":
        """Where they work on a day; reads `employments` once, so it can be prefetched."""
        fitting = [e for e in self.employments.all() if e.covers(day)]
        return max(fitting, key=lambda e: (e.start or date.min, e.pk), default=None)

    def _free_slug(self) -> str:
        base = slugify(self.full_name) or "persoon"
        return free_slug(
            self.full_name,
            set(
                Person.objects.filter(network_id=self.network_id, slug__startswith=base).values_list(
                    "slug", flat=True
                )
            ),
        )


def free_slug(name: str, taken: Container[str]) -> str:
    """The last part of somebody's address, unlike those taken in the network."""
    base = slugify(name) or "persoon"
    if base not in taken:
        return base
    number = next((n for n in range(2, 1000) if f"{base}-{n}" not in taken), None)
    return f"{base}-{number or secrets.token_hex(4)}"


class EmploymentQuerySet(models.QuerySet["Employment"]):
    def current(self, on: date) -> "EmploymentQuerySet":
        return self.filter(Q(start=None) | Q(start__lte=on)).filter(Q(end=None) | Q(end__gt=on))

    # An unknown first day is the longest ago: said here, since databases put what is empty at either end.

    def oldest_first(self) -> "EmploymentQuerySet":
        return self.order_by(F("start").asc(nulls_first=True), "pk")

    def newest_first(self) -> "EmploymentQuerySet":
        return self.order_by(F("start").desc(nulls_last=True), "-pk")


class Employment(InTwoLanguages, models.Model):
    """Where somebody works, dated: the title of ambassador survives a change of company."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="employments", verbose_name=_("person"))
    company = models.ForeignKey(
        "network.Company", models.PROTECT, related_name="employments", verbose_name=_("company")
    )
    role = models.CharField(_("role in the company"), max_length=80, blank=True)
    role_en = models.CharField(_("role, in English"), max_length=80, blank=True)
    start = models.DateField(_("since"), null=True, blank=True)
    end = models.DateField(_("until"), null=True, blank=True)

    history = HistoricalRecords()
    objects = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("company of a person")
        verbose_name_plural = _("companies of a person")
        ordering = [F("start").desc(nulls_last=True)]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(start=None) | Q(end__gt=F("start")),
                name="employment_has_days",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.company}" if self.role else str(self.company)

    @property
    def shown_role(self) -> str:
        """For visitors: in their language where it is known, else as it was written."""
        return self.in_language("role")

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
