"""Which calendar of a fan is read. The form hands over an address and changes nothing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.meeting_kinds import Guess
from events.models.calendars import LIVE_KINDS
from network import outside


class CalendarForm(forms.Form):
    address = forms.CharField(
        label=_("Address of the public calendar"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text=_(
            "The iCal address, often ending in .ics: in Google and Outlook under “share”."
            " Empty: nothing is read."
        ),
    )

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].strip()
        if address:
            try:
                outside.check(address)
            except outside.Refused as refused:
                raise ValidationError(str(refused.fault.label), code=refused.fault.value) from None
        return str(address)


class MeetingKindForm(forms.Form):
    """As what a meeting is weighed; the first choice is what it looks like."""

    kind = forms.ChoiceField(label=_("As what we weigh it"), required=False)

    def __init__(self, *args: Any, guess: Guess, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        judged = _("%(kind)s (judged by us)") % {"kind": guess.kind.label}
        self.fields["kind"].choices = [("", judged), *LIVE_KINDS]  # type: ignore[attr-defined]
