"""What stands beside a question that was left open, everywhere: what to do, instead of that it is obligatory.

A form whose question deserves words of its own says them; these are for all the others, those of Django's
admin and of allauth included.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WHAT_TO_DO: dict[Any, Any] = {
    forms.Field: _("Fill this in: without it we cannot go on."),
    forms.IntegerField: _("Write a number: without it we cannot go on."),
    forms.BooleanField: _("Tick this to go on."),
    forms.EmailField: _("Write an e-mail address."),
    forms.URLField: _("Write an address that begins with https://."),
    forms.DateField: _("Choose a day."),
    forms.TimeField: _("Write a time, such as 14:30."),
    forms.DateTimeField: _("Write a day and a time."),
    forms.FileField: _("Choose a file."),
    forms.ChoiceField: _("Choose one from the list."),
    forms.MultipleChoiceField: _("Choose at least one."),
    forms.ModelChoiceField: _("Choose one from the list."),
    forms.ModelMultipleChoiceField: _("Choose at least one."),
}


def say_what_to_do() -> None:
    for field, words in WHAT_TO_DO.items():
        own = vars(field).get("default_error_messages", {})
        field.default_error_messages = {**own, "required": words}
