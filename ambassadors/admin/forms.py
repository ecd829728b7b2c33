"""Forms of the leader about people: a talk, a pause, the end of a term, honorary membership."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ambassadors.models import ContactMoment, ProfileType, Term
from ambassadors.models.terms import TermEnding
from network import clock
from network.forms.days import WITHIN_REACH, DateInput, TalkDayField


def days(cleaned: dict[str, Any], form: forms.Form) -> None:
    start, end = cleaned.get("start"), cleaned.get("end")
    if start and end and end <= start:
        form.add_error("end", _("The end must come after the start."))


class TalkForm(forms.ModelForm):
    """A talk that was held: what was said, what is needed, when to come back to it."""

    date = TalkDayField(label=_("date"), initial=clock.today)

    class Meta:
        model = ContactMoment
        fields = ("date", "kind", "summary", "needs", "follow_up_on")
        widgets = {
            "follow_up_on": DateInput,
            "summary": forms.Textarea(attrs={"rows": 3}),
            "needs": forms.Textarea(attrs={"rows": 2}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day, follow_up_on = cleaned.get("date"), cleaned.get("follow_up_on")
        if day and follow_up_on and follow_up_on <= day:
            self.add_error("follow_up_on", _("Choose a day after the talk."))
        return cleaned


class PlanForm(forms.Form):
    """A talk that is to come: on its day it stands on the first screen."""

    follow_up_on = forms.DateField(label=_("when"), widget=DateInput)
    needs = forms.CharField(label=_("what about"), max_length=500, required=False)

    def clean_follow_up_on(self) -> date:
        day: date = self.cleaned_data["follow_up_on"]
        if day <= clock.today():
            raise ValidationError(_("Choose a day that is still to come."))
        return day


class PauseForm(forms.Form):
    start = forms.DateField(
        label=_("first day"), widget=DateInput, initial=clock.today, validators=WITHIN_REACH
    )
    end = forms.DateField(
        label=_("first day after"),
        widget=DateInput,
        validators=WITHIN_REACH,
        required=False,
        help_text=_("Empty: until further notice."),
    )
    reason = forms.CharField(label=_("reason"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        days(cleaned, self)
        return cleaned


class EndTermForm(forms.Form):
    """Ending a term before its time."""

    end = forms.DateField(label=_("first day without the title"), widget=DateInput, initial=clock.today)
    ending = forms.ChoiceField(label=_("reason"), choices=TermEnding.choices)
    honorary = forms.BooleanField(label=_("becomes honorary member that day"), required=False)

    def __init__(self, *args: Any, term: Term, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term = term

    def clean_end(self) -> date:
        end: date = self.cleaned_data["end"]
        if not self.term.start < end < (self.term.planned_end or self.term.end):
            raise ValidationError(
                _("Choose a day in the term: after %(start)s and before %(end)s."),
                params={
                    "start": f"{self.term.start:%d-%m-%Y}",
                    "end": f"{self.term.planned_end or self.term.end:%d-%m-%Y}",
                },
            )
        return end


class HonoraryForm(forms.Form):
    start = forms.DateField(
        label=_("honorary member from"), widget=DateInput, initial=clock.today, validators=WITHIN_REACH
    )


class TypeTalkForm(forms.Form):
    """First and second type as agreed in a talk."""

    first = forms.ChoiceField(label=_("first profile type"), choices=[("", "–"), *ProfileType.choices])
    second = forms.ChoiceField(
        label=_("second profile type"), choices=[("", "–"), *ProfileType.choices], required=False
    )
    talked_on = TalkDayField(label=_("talked on"), initial=clock.today)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("second") and cleaned.get("first") == cleaned["second"]:
            self.add_error("second", _("The second profile type must differ from the first."))
        return cleaned


class ProfileTypeForm(forms.Form):
    profile_type = forms.ChoiceField(label=_("profile type"), choices=ProfileType.choices)
