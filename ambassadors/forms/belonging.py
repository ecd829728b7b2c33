"""Forms about the end of a term and about belonging. They hand over values and change nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.models import After, ContactKind
from network import clock
from network.forms.days import DayField, TalkDayField

IN_THE_CHOICE = {"required": _("Choose what you would like."), "invalid_choice": _("Choose from the list.")}


class WishForm(forms.Form):
    what = forms.ChoiceField(
        label=_("What would you like?"),
        choices=[
            (After.HONORARY, _("Honorary member: I stay attached, and nothing is asked")),
            (After.AGAIN, _("Another term: I go on taking the stage")),
            (After.GOODBYE, _("A good goodbye")),
        ],
        widget=forms.RadioSelect,
        error_messages=IN_THE_CHOICE,
    )
    words = forms.CharField(
        label=_("Anything you want to say about it?"),
        help_text=_("Only the project leader reads this."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AgreeForm(forms.Form):
    what = forms.ChoiceField(
        label=_("Agreed"), choices=After.choices, widget=forms.RadioSelect, error_messages=IN_THE_CHOICE
    )
    talked_on = TalkDayField(label=_("Day of the talk"))
    kind = forms.ChoiceField(label=_("How"), choices=ContactKind.choices)
    summary = forms.CharField(
        label=_("What was said"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, data: Any = None, *, wish: str = "") -> None:
        super().__init__(
            data, initial={"what": wish, "talked_on": clock.today(), "kind": ContactKind.MEETING}
        )


class OccasionForm(forms.Form):
    title = forms.CharField(label=_("To what?"), max_length=120, help_text=_("Such as: the spring meeting."))
    on = DayField(label=_("Day"), years_ahead=2)
    place = forms.CharField(label=_("Place"), max_length=160, required=False)
    words = forms.CharField(
        label=_("A few words"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
