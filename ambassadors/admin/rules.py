"""What a network settles once about its rounds: the yearly date, its own questions, the words to agree to."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ambassadors.actions import consenting, settling
from ambassadors.admin.round_forms import by_the_rules
from ambassadors.models import BlindField, ConsentText, Purpose, RoundRules
from network.admin import navigation
from network.admin.base import OwnPage
from network.admin.pages import page
from network.forms.lists import LinesField
from network.own_words import in_words_of
from network.permissions import NetworkRequest

RULES = "admin:ambassadors_roundrules_changelist"
MOST_QUESTIONS = 8

navigation.add(navigation.Group.SETTINGS, 30, gettext_lazy("Rules of the round"), RULES, rare=True)


class RulesForm(forms.ModelForm):
    questions = LinesField(
        most=MOST_QUESTIONS,
        longest=200,
        label=gettext_lazy("Own questions"),
        required=False,
        help_text=gettext_lazy("One on each line, at most eight. They come at the end of the form."),
    )
    blind_fields = forms.MultipleChoiceField(
        label=gettext_lazy("Hidden from assessors"),
        choices=BlindField.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = RoundRules
        fields = (
            "ceremony_day", "ceremony_month", "opens_days", "closes_days", "decides_days", "answers_days",
            "public_page", "questions", "blind_fields", "scouting_days",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        public = self.fields["public_page"]
        public.help_text = in_words_of(public.help_text, self.instance.network)


@admin.register(RoundRules)
class RulesAdmin(OwnPage):
    """One page instead of a list: every network has its rules once."""

    addable = changeable = False

    def get_urls(self) -> list[Any]:
        words = path(
            "teksten/<slug:purpose>/", self.admin_site.admin_view(change_words), name="consent_words"
        )
        return [words, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return change_rules(request)  # type: ignore[arg-type]

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect(RULES)


@require_http_methods(["GET", "HEAD", "POST"])
def change_rules(request: NetworkRequest) -> HttpResponse:
    form = RulesForm(
        request.POST if request.method == "POST" else None, instance=RoundRules.of(request.network)
    )
    if request.method == "POST" and form.is_valid():
        settling.settle_rules(network=request.network, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept. The next round is planned by it."))
        return redirect(RULES)
    rules = RoundRules.of(request.network)
    values = {
        "form": form,
        "days": by_the_rules(request.network, rules),
        "is_settled": rules.pk is not None,
        "texts": [(purpose, request.network.consent_texts.latest_of(purpose)) for purpose in WORDED],
    }
    title = _("Rounds and candidates")
    return page(request, "ambassadors/admin/rules.html", title, values, status=422 if form.errors else 200)


WORDED = (Purpose.CANDIDACY, Purpose.CHARTER, Purpose.PUBLICATION, Purpose.PHOTO)


class WordsForm(forms.Form):
    body = forms.CharField(
        label=gettext_lazy("text"), max_length=5000, widget=forms.Textarea(attrs={"rows": 10})
    )
    body_en = forms.CharField(
        label=gettext_lazy("text, in English"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change_words(request: NetworkRequest, purpose: str) -> HttpResponse:
    """New words are a new version; who agreed before agreed to the old ones."""
    if purpose not in WORDED:
        raise Http404
    wanted = Purpose(purpose)
    now = consenting.text_for(request.network, wanted)
    form = WordsForm(
        request.POST if request.method == "POST" else None, initial={"body": now.body, "body_en": now.body_en}
    )
    if request.method == "POST" and form.is_valid():
        text = consenting.rewrite(
            network=request.network, purpose=wanted, by=request.user, **form.cleaned_data
        )
        messages.success(request, _("Version %(number)d holds from now on.") % {"number": text.version})
        return redirect(reverse("admin:consent_words", args=[purpose]))
    values = {
        "form": form,
        "now": now,
        "versions": ConsentText.objects.filter(network=request.network, purpose=purpose),
    }
    title = str(wanted.label)
    return page(
        request, "ambassadors/admin/consent_words.html", title, values, status=422 if form.errors else 200
    )
