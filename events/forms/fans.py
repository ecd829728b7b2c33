"""The forms of a contact person's own page. They hand over values and change nothing."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events import series
from events.forms.requests import Question
from network.forms.lines import OneLineField


class OfferPodiumForm(Question):
    """A podium, or a series of them; who asks is known."""

    repeat = forms.ChoiceField(
        label=_("Does it come back?"),
        required=False,
        choices=[
            ("", _("No, once")),
            (series.Step.WEEK.value, _("Every week")),
            (series.Step.FORTNIGHT.value, _("Every two weeks")),
            (series.Step.MONTH.value, _("Every month")),
            (series.Step.QUARTER.value, _("Every quarter")),
        ],
    )
    times = forms.IntegerField(
        label=_("How many times in all?"),
        required=False,
        min_value=2,
        max_value=series.MOST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "input-narrow"}),
    )
    token = forms.CharField(required=False, max_length=43, widget=forms.HiddenInput)

    host_name = None  # type: ignore[assignment]
    contact_name = None  # type: ignore[assignment]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("repeat"):
            if not values.get("date") and "date" not in self.errors:
                self.add_error("date", _now("A series needs its first day."))
            if not values.get("times") and "times" not in self.errors:
                self.add_error("times", _now("How many times does it come back? Two at least."))
        elif values.get("times"):
            self.add_error("repeat", _now("How often does it come back?"))
        return values

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("kind", "place", "audience", "description")}

    def days(self) -> list[date | None]:
        first, repeat = self.cleaned_data["date"], self.cleaned_data["repeat"]
        if not repeat:
            return [first]
        return list(series.days(first, series.Step(repeat), self.cleaned_data["times"]))


class ColleagueForm(forms.Form):
    name = OneLineField(
        label=_("Name"), max_length=150, error_messages={"required": _("What is your colleague called?")}
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        error_messages={"required": _("Where may the link to their page go?")},
        max_length=254,
        help_text=_("A link to a page of their own goes there."),
    )
    role = OneLineField(label=_("Role (optional)"), max_length=80, required=False)
