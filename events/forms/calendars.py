"""Which calendar of a fan is read. The form hands over an address and changes nothing."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

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
