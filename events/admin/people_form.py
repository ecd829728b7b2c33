"""The form of a person, with what hangs on it: companies, terms, pauses, honorary memberships."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy

from ambassadors.models import (
    Employment,
    HonoraryMembership,
    Pause,
    PodiumKind,
    Term,
)
from network.admin.base import NetworkInline
from network.admin.shared import NATIVE


class PersonForm(forms.ModelForm):
    """Lists of words are typed with commas between them."""

    themes = forms.CharField(
        label=gettext_lazy("themes"), required=False, help_text=gettext_lazy("Put a comma between themes.")
    )
    spoken_languages = forms.CharField(
        label=gettext_lazy("languages"),
        required=False,
        help_text=gettext_lazy("Put a comma between languages."),
    )
    liked_kinds = forms.MultipleChoiceField(
        label=gettext_lazy("kinds of podium they like"),
        required=False,
        choices=PodiumKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("themes", "spoken_languages"):
            if name in self.fields:
                self.initial[name] = ", ".join(map(str, getattr(self.instance, name) or []))

    def clean_themes(self) -> list[str]:
        return _words(self.cleaned_data["themes"])

    def clean_spoken_languages(self) -> list[str]:
        return _words(self.cleaned_data["spoken_languages"])


def _words(typed: str) -> list[str]:
    return list(dict.fromkeys(word.strip()[:80] for word in typed.split(",") if word.strip()))


class EmploymentInline(NetworkInline, admin.TabularInline):
    model = Employment
    extra = 1
    formfield_overrides = NATIVE


class TermInline(NetworkInline, admin.TabularInline):
    model = Term
    fields = ("start", "end", "ending")
    extra = 1
    formfield_overrides = NATIVE


class PauseInline(NetworkInline, admin.TabularInline):
    model = Pause
    formfield_overrides = NATIVE


class HonoraryInline(NetworkInline, admin.TabularInline):
    model = HonoraryMembership
    formfield_overrides = NATIVE
