"""The forms of Mijn about stories. They hand over domain values and change nothing."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from knowledgebank.models import StoryVersion
from network import images
from network.forms.lists import ListField


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ThreeQuestionsForm(forms.Form):
    """How a story begins, in an ambassador's own words."""

    title = forms.CharField(
        label=_("What would the newspaper write above it?"),
        help_text=_("You can change it later."),
        max_length=120,
    )
    cause = forms.CharField(
        label=_("What was the matter?"),
        help_text=_("How did it go before, and when did you know that it had to be different?"),
        max_length=4000,
        widget=_words(4),
    )
    course = forms.CharField(
        label=_("What did you do, and what went wrong?"),
        help_text=_("The first step, the setback, the moment on which it turned."),
        max_length=6000,
        widget=_words(5),
    )
    result = forms.CharField(
        label=_("What did it bring, and what would you tell a colleague?"),
        help_text=_("A figure helps, an honest one helps most."),
        max_length=4000,
        widget=_words(4),
    )


class StoryForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    lead = forms.CharField(
        label=_("Introduction"),
        help_text=_("Two sentences that make one read on."),
        max_length=320,
        required=False,
        widget=_words(2),
    )
    body = forms.CharField(
        label=_("Your story"),
        help_text=_("A blank line starts a paragraph, ## before a line makes it a heading."),
        max_length=20_000,
        widget=_words(14),
    )
    quote = forms.CharField(
        label=_("One sentence to remember"), max_length=240, required=False, widget=_words(2)
    )
    lessons = forms.CharField(
        label=_("What did you learn?"),
        help_text=_("One lesson per line."),
        max_length=2000,
        required=False,
        widget=_words(4),
    )
    figures = forms.CharField(
        label=_("In figures"),
        help_text=_("One per line, the figure first: -40 % | absence in two years"),
        max_length=600,
        required=False,
        widget=_words(3),
    )
    tags = ListField(label=_("Keywords"), help_text=_("With commas between them."), required=False)
    photo = forms.FileField(
        label=_("Photo"),
        help_text=_(
            "A JPEG, PNG or WebP of at most 10 MB, lying down. Ask whoever can be recognised in it first."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    photo_alt = forms.CharField(
        label=_("What does the photo show?"),
        help_text=_("For whoever does not see it."),
        max_length=160,
        required=False,
    )
    photo_credit = forms.CharField(label=_("Who made the photo?"), max_length=120, required=False)
    photo_away = forms.BooleanField(label=_("Remove the photo"), required=False)

    PLAIN = ("title", "lead", "body", "quote", "lessons", "figures", "tags", "photo_alt", "photo_credit")

    def __init__(self, *args: Any, has_photo: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_photo = has_photo

    def clean_photo(self) -> ContentFile | None:
        upload = self.cleaned_data["photo"]
        return images.clean(upload) if upload else None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        will_have_one = values.get("photo") or (self.has_photo and not values.get("photo_away"))
        if will_have_one and "photo" not in self.errors and not values.get("photo_alt"):
            self.add_error("photo_alt", _("Say what the photo shows: not everybody sees it."))
        return values

    def changes(self) -> dict[str, Any]:
        typed = self.cleaned_data
        changes = {name: typed[name] for name in self.PLAIN}
        if typed["photo"]:
            changes["photo"] = typed["photo"]
        elif typed["photo_away"]:
            changes["photo"] = ""
        return changes


def initial_of(version: StoryVersion) -> dict[str, Any]:
    return {name: getattr(version, name) for name in StoryForm.PLAIN}


class ApprovalForm(forms.Form):
    """Agree, with or without the photo, to exactly the text that was shown."""

    seal = forms.CharField(widget=forms.HiddenInput, max_length=64)
    agree = forms.BooleanField(
        label=_("This is my story. It may be on the site with my name, my portrait and my company."),
        error_messages={"required": _("Tick this when you agree. If not, write below what should change.")},
    )
    photo = forms.BooleanField(
        label=_("The photo may be there too; whoever can be recognised in it agrees."), required=False
    )

    def __init__(self, *args: Any, has_photo: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_photo:
            del self.fields["photo"]

    @property
    def with_photo(self) -> bool:
        return bool(self.cleaned_data.get("photo"))


class RemarksForm(forms.Form):
    remarks = forms.CharField(
        label=_("What should be different?"),
        max_length=3000,
        widget=_words(4),
        error_messages={"required": _("Write what should be different, however briefly.")},
    )
