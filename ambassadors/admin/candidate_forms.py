from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.admin.round_forms import PeopleField, RefusableForm
from ambassadors.forms.nominating import CandidateForm
from ambassadors.models import AppointmentRound, Assessment, InnovationPhase, NominationStatus
from network import clock
from network.forms.days import DateInput, DayField
from network.forms.lines import OneLineField
from network.models import Network, Role, User


class NewCandidateForm(RefusableForm, CandidateForm):
    """Somebody the leader puts forward; how to reach them may still be unknown."""

    phase = forms.ChoiceField(
        label=gettext_lazy("Phase of innovation"),
        required=False,
        choices=[("", gettext_lazy("not known")), *InnovationPhase.choices],
    )

    def clean(self) -> dict[str, Any]:
        return forms.Form.clean(self) or self.cleaned_data

    def candidate(self, language: str = "nl") -> Any:
        return replace(super().candidate(language), phase=self.cleaned_data["phase"])


class JudgeForm(RefusableForm):
    """A new status, with the reason; a few words to the candidate where that is wanted."""

    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=NominationStatus.choices)
    why = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Facts, as the candidate may read them. Only you and your colleagues see it."),
    )
    look_again_on = DayField(
        label=gettext_lazy("Look again on"),
        required=False,
        widget=DateInput,
        help_text=gettext_lazy("Only with “not now”: on that day it stands on the first screen."),
    )
    words = forms.CharField(
        label=gettext_lazy("Mail to the candidate"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Empty: no mail. A phone call is warmer."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        status = typed.get("status")
        if status == NominationStatus.NOT_NOW:
            day = typed.get("look_again_on")
            if day is None and "look_again_on" not in self.errors:
                self.add_error("look_again_on", _("Choose a day on which you look again."))
            elif day and day <= clock.today():
                self.add_error("look_again_on", _("Choose a day that is still to come."))
        if status in NominationStatus.ended() and not typed.get("why"):
            self.add_error("why", _("Say why: whoever asks later has a right to the reason."))
        return typed


class AssessorsForm(RefusableForm):
    assessors = PeopleField(
        queryset=None,
        label=gettext_lazy("Who judges this candidate?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one person.")},
    )

    def __init__(self, network: Network, data: Any = None) -> None:
        super().__init__(data)
        self.fields["assessors"].queryset = possible_assessors(network)  # type: ignore[attr-defined]


class RoundAssessorsForm(AssessorsForm):
    """The same people for many candidates at once."""

    candidates = PeopleField(
        queryset=None,
        label=gettext_lazy("Which candidates?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one candidate.")},
    )

    def __init__(self, round: AppointmentRound, data: Any = None) -> None:
        super().__init__(round.network, data)
        self.fields["assessors"].label = _("Who judges?")
        # Whoever judges others of this round already is the likeliest to judge the rest.
        self.initial["assessors"] = list(
            Assessment.objects.filter(nomination__round=round).values_list("assessor", flat=True).distinct()
        )
        self.fields["candidates"].queryset = round.nominations.let_in().open()  # type: ignore[attr-defined]


def possible_assessors(network: Network) -> Any:
    """Who has a role here, and ambassadors and honorary members with an account."""
    people = network.people.exclude(user=None)
    today = clock.today()
    accounts = {
        *people.current(today).values_list("user_id", flat=True),
        *people.honorary(today).values_list("user_id", flat=True),
        *Role.objects.filter(network=network).values_list("user_id", flat=True),
    }
    return User.objects.filter(pk__in=accounts, is_active=True).order_by("name", "email")


class ReasonForm(RefusableForm):
    why = OneLineField(label=gettext_lazy("Why"), max_length=300)


class PearlForm(forms.Form):
    name = OneLineField(label=gettext_lazy("Name"), max_length=150)
    company = OneLineField(label=gettext_lazy("Company"), max_length=150, required=False)
    place = OneLineField(label=gettext_lazy("Place"), max_length=80, required=False)
    found_where = OneLineField(label=gettext_lazy("Where you found them"), max_length=200, required=False)
    why = forms.CharField(
        label=gettext_lazy("What makes them interesting"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    next_step = OneLineField(label=gettext_lazy("Next step"), max_length=200, required=False)
