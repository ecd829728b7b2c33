"""The forms of a request, an offer and the file of a podium. They hand over values and change nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ambassadors.models import PodiumKind
from ambassadors.public_people import PublicPerson
from events.forms.podia import FIRST_DAY, MOST_PEOPLE, YEARS_AHEAD
from events.matching import HEAVIEST, WEIGHTS
from events.models import ChecklistItem, HostSays, OfferState, PodiumFile, PodiumRequest
from events.request_words import WEIGHT_NAMES
from network import clock
from network.forms.days import DayField, TimeInput
from network.forms.guarded import GuardedForm
from network.forms.lines import OneLineField

TIME: dict[str, Any] = {
    "required": False,
    "widget": TimeInput(),
    "error_messages": {"invalid": _("Write the time like 14:30.")},
}


class Question(forms.Form):
    """What is asked, in the words of whoever asks."""

    kind = forms.ChoiceField(
        label=_("What would you like?"),
        choices=[("", _("Choose what suits you")), *PodiumKind.choices],
        error_messages={"required": _("Choose what comes closest. We settle the form together.")},
    )
    date = DayField(
        label=_("On which day?"),
        help_text=_("Not settled yet? Leave it empty."),
        required=False,
        first=FIRST_DAY,
        years_ahead=YEARS_AHEAD,
    )
    place = OneLineField(label=_("Where?"), max_length=120, required=False)
    audience = forms.IntegerField(
        label=_("About how many entrepreneurs?"),
        min_value=1,
        max_value=MOST_PEOPLE,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "input-narrow"}),
    )
    description = forms.CharField(
        label=_("Who will be there, and what would you like to hear?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Tell it in one or two sentences: then we find whoever suits.")},
    )
    host_name = OneLineField(
        label=_("Your organisation"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    contact_name = OneLineField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )

    def clean_date(self) -> Any:
        day = self.cleaned_data["date"]
        if day and day < clock.today():
            raise forms.ValidationError(_("This day has passed. Is it another one?"), code="past")
        return day


class RequestForm(Question, GuardedForm):
    """Eight questions and no more; whom they would rather have comes from the page they came from."""

    contact_email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("A copy goes there, with a link to follow and change your request."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    preferred = forms.CharField(required=False, widget=forms.HiddenInput)
    token = forms.CharField(required=False, max_length=43, widget=forms.HiddenInput)

    field_order = (
        "kind", "date", "place", "audience", "description", "host_name", "contact_name", "contact_email",
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[PublicPerson], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.slug: person for person in people}

    @property
    def person(self) -> PublicPerson | None:
        """Whom they would like best, when that is still somebody who can be asked."""
        slug = self.data.get("preferred", "") if self.is_bound else self.initial.get("preferred", "")
        return self.people.get(slug)

    def values(self) -> dict[str, Any]:
        names = (*Question.base_fields, "contact_email")
        values = {name: self.cleaned_data[name] for name in names}
        return values | {"preferred_id": self.person.pk if self.person else None}


class ChangeForm(Question):
    """Whoever asked changes it by their link; the hours can be told now too."""

    start_time = forms.TimeField(label=pgettext_lazy("time of day", "From"), **TIME)
    end_time = forms.TimeField(label=pgettext_lazy("time of day", "Until"), **TIME)

    field_order = (
        "kind", "date", "start_time", "end_time", "place", "audience", "description", "host_name",
        "contact_name",
    )  # fmt: skip

    def __init__(self, *args: Any, request: PodiumRequest, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(request, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_date(self) -> Any:
        """The day it had may stay, also when it has passed meanwhile."""
        day = self.cleaned_data["date"]
        return day if day == self.request.date else super().clean_date()

    def clean(self) -> dict[str, Any]:
        return _hours_in_order(self, super().clean() or self.cleaned_data)


def _hours_in_order(form: forms.Form, values: dict[str, Any]) -> dict[str, Any]:
    start, end = values.get("start_time"), values.get("end_time")
    if start and end and end <= start:
        form.add_error("end_time", gettext("The end must come after the start."))
    return values


class AnswerForm(forms.Form):
    """Yes, no, or not now with a word."""

    answer = forms.ChoiceField(
        label=_("Would you do this?"),
        choices=[
            (OfferState.ACCEPTED.value, _("Yes, I come")),
            (OfferState.NOT_NOW.value, _("Not now, but …")),
            (OfferState.DECLINED.value, _("No, not this one")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    words = forms.CharField(
        label=_("A word with it"),
        help_text=_("Another day or form would suit? You know somebody? Only the project leader reads it."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("answer") == OfferState.NOT_NOW and not values.get("words"):
            self.add_error("words", gettext("Finish the sentence: not now, but … when, how or who?"))
        return values


class FileForm(forms.ModelForm):
    """What the three share about one podium."""

    class Meta:
        model = PodiumFile
        fields = ("public", "goal", "briefing", "technique", "materials", "route", "contact")
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in fields[:-1]}
        help_texts = {
            "public": _("Sector, size, what is on their mind."),
            "briefing": _("From when until when, who speaks before and after, how long is the story?"),
            "technique": _("A screen, a microphone, chairs in rows or around tables?"),
            "materials": _("Slides, cards, a link to the invitation."),
            "contact": _("A name and a telephone number. All three of you see it."),
        }

    def values(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class TicksForm(forms.Form):
    done = forms.MultipleChoiceField(label=_("Done"), required=False, widget=forms.CheckboxSelectMultiple)
    more = OneLineField(label=_("One more thing to do"), max_length=160, required=False)

    def __init__(self, *args: Any, items: Sequence[ChecklistItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done"].choices = [(str(item.pk), item.text) for item in items]  # type: ignore[attr-defined]
        self.initial["done"] = [str(item.pk) for item in items if item.done_at]

    def ticked(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["done"]]


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Message to the others"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )


class HostOutcomeForm(forms.Form):
    """The twin of what the ambassador is asked."""

    says = forms.ChoiceField(
        label=_("How did it go?"),
        choices=[
            (HostSays.HAPPENED.value, _("It happened")),
            (HostSays.CANCELLED.value, _("It did not take place")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    audience = forms.IntegerField(
        label=_("About how many entrepreneurs were there?"),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "input-narrow"}),
    )
    words = OneLineField(label=_("How was it, in one line?"), max_length=240, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if (
            values.get("says") == HostSays.HAPPENED
            and values.get("audience") is None
            and "audience" not in self.errors
        ):
            self.add_error("audience", gettext("A guess is fine: about how many were there?"))
        return values


# --- The leader's -----------------------------------------------------------------------------------------


class AskForm(forms.Form):
    """Whom the leader asks, and a word with it."""

    people = forms.TypedMultipleChoiceField(
        label=_("Whom do you ask?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one person.")},
    )
    words = forms.CharField(
        label=_("A word with it"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = list(people)  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    words = forms.CharField(
        label=_("What do we tell them?"),
        help_text=_("It goes into a kind mail to whoever asked."),
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SettleForm(forms.Form):
    audience = forms.IntegerField(
        label=_("How many were there?"),
        help_text=_("This number counts from now on."),
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class WeightsForm(forms.Form):
    """Every reason and doubt with its weight, from 0 (does not matter) to HEAVIEST."""

    def __init__(self, *args: Any, weights: dict[str, int], **kwargs: Any) -> None:
        kwargs["initial"] = {str(name): weight for name, weight in weights.items()}
        super().__init__(*args, **kwargs)
        for name, words in WEIGHT_NAMES.items():
            self.fields[str(name)] = forms.IntegerField(
                label=words(),
                min_value=0,
                max_value=HEAVIEST,
                help_text=gettext("usually %(n)d") % {"n": WEIGHTS[name]},
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "input-narrow"}),
            )
