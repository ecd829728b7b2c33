"""The stories, as visitors read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ambassadors.models import InnovationPhase, Person
from ambassadors.public_people import Filter
from ambassadors.views.public import portrait_address
from knowledgebank.models import StoryVersion
from knowledgebank.public_items import around_story
from knowledgebank.templatetags.knowledge import photo_address
from network import clock, images
from network.models import Network, SizeClass
from network.pages import keep_if_known, numbers, public_page
from network.permissions import runs
from network.views.pictures import sized_picture

PER_PAGE = 24
LONG_TEXTS = ("body", "body_en", "lessons", "lessons_en", "figures", "figures_en", "remarks")


CHOICES = ("theme", "sector", "size", "phase")
# In the order of the fields of Traits.
TRAITS = (
    "pk",
    "story__theme__slug",
    "story__theme__name",
    "story__theme__name_en",
    "sector",
    "employees",
    "phase",
)


@dataclass(frozen=True)
class Traits:
    """What a visitor chooses a story by: known of all; only those on the page are read whole."""

    pk: int
    theme: str | None
    theme_name: str | None
    theme_name_en: str | None
    sector: str
    employees: int | None
    phase: str

    @property
    def shown_theme(self) -> str:
        return (self.theme_name_en if get_language() == "en" else "") or self.theme_name or ""

    @property
    def size(self) -> str:
        return SizeClass.of(self.employees) or ""


@public_page(reads=(*CHOICES, "page"))
def stories(request: HttpRequest) -> HttpResponse:
    network, today = request.network, clock.today()
    public = StoryVersion.objects.public(today).filter(story__network=network)
    everything = [Traits(*row) for row in public.order_by("-publish_on", "-pk").values_list(*TRAITS)]
    chosen = {name: request.GET.get(name, "") for name in CHOICES}
    found = [traits for traits in everything if _fits(traits, chosen)]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    versions = _whole([traits.pk for traits in page], today)
    is_filtered = any(chosen.values())
    filters = _filters(everything, chosen)
    keep_if_known(request, {one.name: one.values for one in filters} | {"page": numbers(page)})
    context = {
        "page": page,
        "versions": versions,
        "leading": versions[0] if versions and page.number == 1 and not is_filtered else None,
        "filters": [one for one in filters if len(one.options) > 1],
        "is_filtered": is_filtered,
        "total": len(everything),
        "found": len(found),
    }
    return render(request, "knowledgebank/public/stories.html", context)


def _whole(pks: Sequence[int], on: date) -> list[StoryVersion]:
    """These stories with what a card shows, in this order."""
    versions = StoryVersion.objects.filter(pk__in=pks).with_person(on).defer(*LONG_TEXTS)
    by_pk = {version.pk: version for version in versions}
    return [by_pk[pk] for pk in pks if pk in by_pk]


def _fits(traits: Traits, chosen: dict[str, str]) -> bool:
    return all(not chosen[name] or chosen[name] == getattr(traits, name) for name in CHOICES)


def _filters(everything: list[Traits], chosen: dict[str, str]) -> list[Filter]:
    """One way to choose for everything that differs; an option leads to at least one story."""
    themes = {one.theme: one.shown_theme for one in everything if one.theme}
    sizes, phases = ({getattr(one, name) for one in everything} for name in ("size", "phase"))
    options = {
        "theme": sorted(themes.items(), key=lambda option: option[1].lower()),
        "sector": [(sector, sector) for sector in sorted({one.sector for one in everything if one.sector})],
        "size": [(size.value, str(size.label)) for size in SizeClass if size in sizes],
        "phase": [(phase.value, str(phase.label)) for phase in InnovationPhase if phase in phases],
    }
    labels = {
        "theme": (_("Theme"), _("All themes")),
        "sector": (_("Sector"), _("All sectors")),
        "size": (_("Size"), _("All sizes")),
        "phase": (_("Phase"), _("All phases")),
    }
    return [Filter(name, *labels[name], options[name], chosen[name]) for name in labels]


@public_page
def story(request: HttpRequest, slug: str) -> HttpResponse:
    network, today = request.network, clock.today()
    version = (
        StoryVersion.objects.public(today)
        .filter(story__network=network, story__slug=slug)
        .with_person(today)
        .first()
    )
    if version is None:
        raise Http404
    return render(request, "knowledgebank/public/story.html", story_context(request, network, version))


def story_context(request: HttpRequest, network: Network, version: StoryVersion) -> dict[str, Any]:
    """What the page of one story shows; also for its preview."""
    today = clock.today()
    person: Person = version.story.person
    person.network = version.story.network = network
    around = around_story(version, network, today)
    coming = list(person.podia.on_the_agenda(today).select_related("host").order_by("date", "pk")[:3])
    return {
        "version": version,
        "story": version.story,
        "person": person,
        "person_href": reverse("person", args=[network.people_slug, person.slug]),
        "theme": version.story.theme,
        "related": around.get("story", []),
        "tools": around.get("tool", [])[:3],
        "coming": coming,
        "dutch_only": version.is_dutch_only(),
        "role_en": _role_en(version) if get_language() == "en" else "",
        "structured": _structured(request, network, version),
    }


def as_shown(version: StoryVersion) -> StoryVersion:
    """For a preview: with its photo, which whoever decides about it has to see."""
    if version.photo and not version.shows_photo:
        version.photo_consent_at = timezone.now()
    version.can_be_asked = False  # type: ignore[attr-defined]
    return version


def _role_en(version: StoryVersion) -> str:
    """What the role in the story is called in English, where the person has told that of the same work."""
    same = version.story.person.employments.filter(role__iexact=version.role).exclude(role_en="")
    return same.values_list("role_en", flat=True).first() or ""


def _structured(request: HttpRequest, network: Network, version: StoryVersion) -> dict[str, Any]:
    """The story for search engines."""
    person = version.story.person
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": version.shown_title,
        "description": version.shown_lead,
        "inLanguage": "nl" if version.is_dutch_only() else get_language(),
        "datePublished": str(version.publish_on),
        "dateModified": timezone.localdate(version.changed_at).isoformat(),
        "author": {"@type": "Person", "name": person.full_name},
        "publisher": {"@type": "Organization", "name": network.name},
        "mainEntityOfPage": request.build_absolute_uri(request.path),
        "keywords": version.tags,
    }
    if version.shows_photo and version.has_sizes:
        data["image"] = request.build_absolute_uri(photo_address(version, 960, "jpg"))
    elif person.shown_picture:
        data["image"] = request.build_absolute_uri(portrait_address(person, 960, "jpg"))
    return data


def story_photo(request: HttpRequest, slug: str, version: str, width: int, encoding: str) -> HttpResponse:
    """One size of a photo: for everybody while its story shows it, else for the person and the team."""
    network, today = request.network, clock.today()
    found = [
        one
        for one in StoryVersion.objects.filter(story__network=network, story__slug=slug)
        .exclude(photo="")
        .select_related("story__person")
        if version == images.version_of(one.picture_key)
    ]
    if not found or width not in images.PHOTO.widths or encoding not in images.ENCODINGS:
        raise Http404
    consenting = [one.pk for one in found if one.shows_photo]
    is_shown = StoryVersion.objects.public(today).filter(pk__in=consenting).exists()
    person = found[0].story.person
    own = person.user_id is not None and person.user_id == request.user.pk
    if not (is_shown or own or runs(request.user, network)):
        raise Http404
    return sized_picture(found[0], width, encoding, is_shown=is_shown)
