"""The form behind a reminder. It hands over plain domain values and changes nothing itself."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ambassadors.models import PodiumKind
from events.actions.answering import But
from network import clock

MONTHS_AHEAD = 6


class NotNowForm(forms.Form):
    """One choice, and what belongs to it."""

    but = forms.ChoiceField(
        label=_("Not now, but …"),
        choices=[
            (But.LATER.value, _("Later: I would rather wait a while")),
            (But.OTHERWISE.value, _("In another way: a different kind suits me")),
            (But.CALL.value, _("Call me: I would like to think along")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    month = forms.ChoiceField(label=_("From which month on?"), required=False)
    kind = forms.ChoiceField(label=_("What would suit you?"), required=False)
    line = forms.CharField(
        label=_("Anything we should know?"),
        max_length=240,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [(first.isoformat(), date_format(first, "F Y")) for first in coming_months(clock.today())]
        kinds = [(kind.value, capfirst(str(kind.label))) for kind in PodiumKind]
        self.fields["month"].choices = [("", "–"), *months]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", "–"), *kinds]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("but") == But.LATER and not values.get("month") and "month" not in self.errors:
            self.add_error("month", _("Choose a month, then we come back to it in that month."))
        if values.get("but") == But.OTHERWISE and not values.get("kind") and "kind" not in self.errors:
            self.add_error("kind", _("Choose what would suit you."))
        return values

    def values(self) -> dict[str, Any]:
        month = self.cleaned_data["month"]
        return {
            "but": But(self.cleaned_data["but"]),
            "month": date.fromisoformat(month) if month else None,
            "kind": self.cleaned_data["kind"],
            "line": self.cleaned_data["line"],
        }


def coming_months(today: date) -> list[date]:
    """The first days of the months that follow."""
    months = [today.year * 12 + today.month + ahead for ahead in range(MONTHS_AHEAD)]
    return [date(month // 12, month % 12 + 1, 1) for month in months]
