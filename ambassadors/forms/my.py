"""The forms of Mijn about oneself. They hand over domain values and change nothing."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from ambassadors.models import Person, PodiumKind
from network import images
from network.forms.days import DayField
from network.forms.lists import ListField

PERCENT = dict.fromkeys(("invalid", "min_value", "max_value"), _("Write a number from 0 to 100."))


class ProfileForm(forms.Form):
    portrait = forms.FileField(
        label=_("Portrait"),
        help_text=_("A JPEG, PNG or WebP of at most 10 MB. Upright works best."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    portrait_away = forms.BooleanField(label=_("Remove my portrait"), required=False)
    focal_x = forms.IntegerField(
        label=_("Centre of the face, from the left (%)"),
        min_value=0,
        max_value=100,
        required=False,
        error_messages=PERCENT,
    )
    focal_y = forms.IntegerField(
        label=_("Centre of the face, from the top (%)"),
        min_value=0,
        max_value=100,
        required=False,
        error_messages=PERCENT,
    )
    portrait_alt = forms.CharField(
        label=_("What does the portrait show?"),
        help_text=_("For whoever does not see it. Empty: your name."),
        max_length=160,
        required=False,
    )
    quote = forms.CharField(
        label=_("Your quote"),
        help_text=_("One sentence that is really yours. At most 240 characters."),
        max_length=240,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    biography = forms.CharField(
        label=_("Who are you?"),
        help_text=_("A few sentences: what do you do, what changed, what did it bring."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    themes = ListField(
        label=_("What do you talk about?"), help_text=_("With commas between them."), required=False
    )
    liked_kinds = forms.MultipleChoiceField(
        label=_("What do you like to do?"),
        help_text=_("We look for requests of these kinds first."),
        choices=PodiumKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )
    travel_area = forms.CharField(
        label=_("Where do you travel to?"),
        help_text=_("Places or regions, such as: Salland, Twente, Zwolle."),
        max_length=160,
        required=False,
    )
    spoken_languages = ListField(
        label=_("In which languages?"), help_text=_("With commas between them."), required=False
    )
    phone = forms.CharField(
        label=_("Telephone"),
        help_text=_("Only for the project leader."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    language = forms.ChoiceField(label=_("Language of mails"), choices=settings.LANGUAGES)

    PLAIN = (
        "portrait_alt", "quote", "biography", "themes", "liked_kinds", "travel_area", "spoken_languages",
        "phone", "language",
    )  # fmt: skip

    def __init__(self, *args: Any, takes_portrait: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.takes_portrait = takes_portrait
        if not takes_portrait:
            self.fields["portrait"].disabled = True

    def clean_portrait(self) -> ContentFile | None:
        upload = self.cleaned_data["portrait"]
        return images.clean(upload) if upload and self.takes_portrait else None

    def changes(self) -> dict[str, Any]:
        typed = self.cleaned_data
        changes = {name: typed[name] for name in self.PLAIN}
        for name in ("focal_x", "focal_y"):
            if typed[name] is not None:
                changes[name] = typed[name]
        if typed["portrait"]:
            changes["portrait"] = typed["portrait"]
        elif typed["portrait_away"]:
            changes["portrait"] = ""
        return changes


def initial_of(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in (*ProfileForm.PLAIN, "focal_x", "focal_y")}


class CompanyForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the company"),
        max_length=150,
        error_messages={"required": _("Write the name of the company.")},
    )
    place = forms.CharField(label=_("Place"), max_length=80, required=False)
    role = forms.CharField(
        label=_("Your role"), help_text=_("Such as: owner, director."), max_length=80, required=False
    )
    since = DayField(label=_("Since when?"), years_ahead=1)


class PauseForm(forms.Form):
    start = DayField(label=_("First day of the pause"), first=date(2000, 1, 1))
    last = DayField(
        label=_("Last day, if you know it"),
        help_text=_("Empty: until you let us know."),
        required=False,
        first=date(2000, 1, 1),
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Only the project leader reads this. You may leave it empty: no need to explain."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        start, last = values.get("start"), values.get("last")
        if start and last and last < start:
            self.add_error("last", _("The last day cannot come before the first."))
        return values

    @property
    def end(self) -> date | None:
        """The first day after the pause."""
        last = self.cleaned_data["last"]
        return last + timedelta(days=1) if last else None
