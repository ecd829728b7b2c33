"""Days and hours in forms: the browser's own fields, and days with which every calendar can still reckon."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from network import clock

# The same as in an import.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
STILL_TO_COME = _("This day is still to come. Write a talk down afterwards, or plan it as “come back to it”.")
WITHIN_REACH = (MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY))


class DateInput(forms.DateInput):
    """The browser's own date field: no script, the keyboard works, phones show their calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class DayField(forms.DateField):
    """A day in the calendar of the browser; without one, typed as 2026-11-21 or 21-11-2026."""

    def __init__(self, *, first: date = date(1950, 1, 1), years_ahead: int = 10, **options: Any) -> None:
        self.first, self.years_ahead = first, years_ahead
        options.setdefault("widget", DateInput())
        options.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"])
        options["error_messages"] = {
            "invalid": _("This is no day we know. Write it like 21-11-2026."),
            "required": _("Choose a day."),
            "far": _("This day is too far away. Is the year right?"),
            **options.get("error_messages", {}),
        }
        super().__init__(**options)

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day and not self.first <= day <= clock.today() + timedelta(days=366 * self.years_ahead):
            raise forms.ValidationError(self.error_messages["far"], code="far")
        return day


class TalkDayField(DayField):
    """The day of a talk that was held: today, or before it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(years_ahead=0, **options)

    def clean(self, value: Any) -> date | None:
        day = forms.DateField.clean(self, value)
        if day and day > clock.today():
            raise forms.ValidationError(STILL_TO_COME, code="future")
        return super().clean(value)
