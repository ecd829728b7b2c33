"""The forms of the knowledge bank for visitors. They hand over plain values and change nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from knowledgebank.models import FilledForm, FormQuestion
from network.forms.guarded import GuardedForm
from network.forms.lines import OneLineField

LONGEST_ANSWER = 2000


class RemarkForm(GuardedForm):
    name = OneLineField(
        label=_("Your name"),
        help_text=_("Your first name is enough. It stands beside your remark."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    organisation = OneLineField(
        label=_("Where do you work?"), max_length=120, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    text = forms.CharField(
        label=_("How did it go?"),
        help_text=_("What worked, what did you do differently, what would you tell the next one?"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class GroupForm(GuardedForm):
    name = OneLineField(
        label=_("What is your group called?"),
        help_text=_("So that everybody knows that they are in the right place."),
        max_length=80,
    )


class SheetForm(forms.Form):
    """The sheet of a card: its fields are the questions that the leader wrote."""

    def __init__(
        self,
        *args: Any,
        questions: Iterable[FormQuestion],
        party_label: str,
        filled: FilledForm | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        self.fields["party"] = OneLineField(
            label=party_label, max_length=120, initial=filled.party if filled else ""
        )
        for question in self.questions:
            self.fields[question.field_name] = self._field(question, filled)

    def _field(self, question: FormQuestion, filled: FilledForm | None) -> forms.CharField:
        if question.kind == FormQuestion.Kind.LINE:
            widget: forms.Widget = forms.TextInput()
        else:
            widget = forms.Textarea(attrs={"rows": 3 if question.kind == FormQuestion.Kind.TEXT else 4})
        return forms.CharField(
            label=question.label,
            help_text=question.help_text,
            max_length=LONGEST_ANSWER,
            required=question.is_required,
            widget=widget,
            initial=filled.answers.get(str(question.pk), "") if filled else "",
        )

    @property
    def party(self) -> str:
        return str(self.cleaned_data["party"])

    def asked(self) -> list[tuple[FormQuestion, forms.BoundField]]:
        """Each question with its field."""
        return [(question, self[question.field_name]) for question in self.questions]

    def answers(self) -> dict[str, str]:
        return {str(question.pk): self.cleaned_data[question.field_name] for question in self.questions}
