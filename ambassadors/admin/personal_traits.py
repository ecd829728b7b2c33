"""Personal traits for the leader: what is asked, and pictures of at least five people. Never an answer."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import declaring
from ambassadors.actions.refused import Refused
from ambassadors.consent_words import DECLARATION, DECLARATION_EN
from ambassadors.models import DeclarationRules, PersonalTrait, TraitPicture
from ambassadors.safe_sums import LEAST_POPULATION, NO_ANSWER
from network import clock
from network.admin import navigation
from network.admin.base import OwnPage
from network.admin.pages import page
from network.forms.lines import OneLineField
from network.models import Network
from network.permissions import NetworkRequest, leader_only, runners_only, second_factor_again

PAGE = "admin:ambassadors_declarationrules_changelist"


navigation.add(navigation.Group.ROUND, 60, gettext_lazy("Personal traits"), PAGE, rare=True)


class RulesForm(forms.Form):
    asks_age = forms.BooleanField(label=gettext_lazy("Ask for the age, in three bands"), required=False)
    asks_gender = forms.BooleanField(label=gettext_lazy("Ask for the gender"), required=False)
    asks_origin = forms.BooleanField(
        label=gettext_lazy("Ask for the origin"),
        required=False,
        help_text=gettext_lazy(
            "A special category of personal data (GDPR, article 9). Only after a DPIA; hardly ever needed."
        ),
    )
    dpia_reference = OneLineField(
        label=gettext_lazy("Reference of the DPIA"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Without it the origin cannot be asked; the database refuses it too."),
    )
    words = forms.CharField(
        label=gettext_lazy("The text that people agree to"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
        help_text=gettext_lazy("Changed words are a new version; what people agreed to before stays known."),
    )
    words_en = forms.CharField(
        label=gettext_lazy("The same in English"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
        required=False,
    )

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")

    def clean_words_en(self) -> str:
        return str(self.cleaned_data["words_en"]).replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("asks_origin") and not cleaned.get("dpia_reference"):
            self.add_error("dpia_reference", _("Origin can only be asked with the reference of a DPIA."))
        return cleaned


@admin.register(DeclarationRules)
class DeclarationRulesAdmin(OwnPage):
    """One page instead of Django's lists and forms."""

    addable = False

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        pages = [
            path("vragen/", door(rules), name="personal_traits_rules"),
            path("tellen/<str:trait>/", door(count), name="personal_traits_count"),
        ]
        return [*pages, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return overview(request)

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect(PAGE)


@dataclass(frozen=True)
class Asked:
    """One trait that is asked: what can be counted, and whether this year."""

    trait: PersonalTrait
    uncounted: int
    was_counted: bool

    @property
    def label(self) -> str:
        return str(self.trait.label)

    @property
    def is_possible(self) -> bool:
        return not self.was_counted and self.uncounted >= LEAST_POPULATION


@runners_only
def overview(request: NetworkRequest) -> HttpResponse:
    network = request.network
    asked = declaring.rules_of(network).asked
    this_year = set(
        TraitPicture.objects.filter(network=network, year=clock.today().year).values_list("trait", flat=True)
    )
    values = {
        "asked": [
            Asked(trait, len(declaring.population(network, trait)), trait in this_year) for trait in asked
        ],
        "pictures": pictures_of(network),
        "least": LEAST_POPULATION,
        "year": clock.today().year,
    }
    return page(request, "ambassadors/admin/personal_traits.html", _("Personal traits"), values)


@leader_only
@second_factor_again
@require_http_methods(["GET", "POST"])
def rules(request: NetworkRequest) -> HttpResponse:
    known, text = declaring.rules_of(request.network), declaring.latest_text(request.network)
    names = ("asks_age", "asks_gender", "asks_origin", "dpia_reference")
    initial = {name: getattr(known, name) for name in names}
    initial |= {
        "words": text.body if text else DECLARATION,
        "words_en": text.body_en if text else DECLARATION_EN,
    }
    form = RulesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        declaring.set_rules(network=request.network, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept. What is no longer asked is gone."))
        return redirect(PAGE)
    values = {"form": form, "version": text.version if text else 0}
    status = 422 if request.method == "POST" else 200
    return page(
        request, "ambassadors/admin/personal_traits_rules.html", _("What is asked"), values, status=status
    )


@leader_only
@second_factor_again
@require_POST
def count(request: NetworkRequest, trait: str) -> HttpResponse:
    if trait not in PersonalTrait.values:
        raise Http404
    try:
        picture = declaring.count(network=request.network, trait=PersonalTrait(trait), by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect(PAGE)
    if picture.cells.exists():
        messages.success(request, _("Counted. This picture stands."))
    else:
        messages.info(request, _("Counted. There is too little to show anything safely."))
    return redirect(PAGE)


# --- What is shown of a picture -------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    picture: TraitPicture
    cells: list[tuple[str, int, int]]  # words, people, percentage

    @property
    def label(self) -> str:
        return str(self.picture.get_trait_display())


def pictures_of(network: Network) -> list[Shown]:
    found = network.trait_pictures.prefetch_related("cells").select_related("counted_by")
    return [Shown(one, _cells(one)) for one in found]


def _cells(picture: TraitPicture) -> list[tuple[str, int, int]]:
    """The classes that stand apart first, what is folded together last."""
    names = PersonalTrait(picture.trait).classes | {NO_ANSWER: _("rather not say")}
    rows = sorted(picture.cells.all(), key=lambda cell: (len(cell.classes) > 1, cell.pk))
    return [
        (
            " / ".join(names.get(name, name) for name in cell.classes),
            cell.count,
            round(100 * cell.count / picture.population),
        )
        for cell in rows
    ]
