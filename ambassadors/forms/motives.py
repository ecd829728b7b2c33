"""The fifteen statements as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.profile_types import STATEMENTS
from ambassadors.profile_words import ANSWERS
from ambassadors.profile_words import STATEMENTS as WORDS


class MotivesForm(forms.Form):
    def __init__(self, data: Any = None, *, initial: dict[str, int] | None = None) -> None:
        super().__init__(data, initial=initial)
        for statement in STATEMENTS:
            self.fields[statement.key] = forms.TypedChoiceField(
                label=WORDS[statement.key],
                choices=ANSWERS,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Choose what fits best; there is no wrong answer."),
                    "invalid_choice": _("Choose from the list."),
                },
            )

    @property
    def answers(self) -> dict[str, int]:
        return dict(self.cleaned_data)
