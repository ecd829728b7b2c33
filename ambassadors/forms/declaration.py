"""The form of a declaration. "Rather not say" comes first and stands there unless somebody chooses."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.actions.consenting import WordsChanged
from ambassadors.declared import Declared
from ambassadors.models import PersonalTrait
from ambassadors.safe_sums import NO_ANSWER

QUESTIONS = {
    PersonalTrait.AGE: gettext_lazy("How old are you?"),
    PersonalTrait.GENDER: gettext_lazy("What is your gender?"),
    PersonalTrait.ORIGIN: gettext_lazy("Where were you and your parents born?"),
}


class DeclarationForm(forms.Form):
    consent = forms.BooleanField(
        label=gettext_lazy("Yes, I agree: my answers may be counted in sums of at least five people."),
        required=False,
    )

    # The seal of the words above the questions.
    words = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, asked: Iterable[PersonalTrait], declared: Declared | None, data: Any = None, *, seal: str = ""
    ) -> None:
        super().__init__(data)
        self.seal = seal
        before = declared.answers if declared else {}
        questions = {}
        for trait in asked:
            choices = [(NO_ANSWER, _("I rather not say")), *trait.classes.items()]
            known = before.get(trait, NO_ANSWER)
            questions[str(trait)] = forms.ChoiceField(
                label=QUESTIONS[trait],
                choices=choices,
                initial=known if known in trait.classes else NO_ANSWER,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Choose from the list.")},
            )
        self.names = list(questions)
        self.fields = {**questions, **self.fields}

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[name] for name in self.names]

    @property
    def answers(self) -> dict[str, str]:
        return {name: value for name in self.names if (value := self.cleaned_data.get(name))}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.answers and not cleaned.get("consent"):
            self.add_error(
                "consent", _("Tick this if we may count your answers. Else choose “I rather not say”.")
            )
        elif self.answers and cleaned.get("words") != self.seal:
            self.add_error("consent", str(WordsChanged()))
        return cleaned
