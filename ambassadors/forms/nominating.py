"""Putting somebody forward, on any of its pages. The forms hand over domain values and change nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.actions.nominating import Candidate, Words
from ambassadors.models import DeclineReason, PodiumKind
from network.forms.guarded import GuardedForm
from network.forms.lines import OneLineField
from network.forms.lists import ListField

LONGEST_ANSWER = 2000


class CandidateForm(forms.Form):
    """Who it is, and why. `questions` are the network's own; they come last."""

    first_name = OneLineField(
        label=_("First name"), max_length=60, error_messages={"required": _("Write down the first name.")}
    )
    infix = OneLineField(
        label=_("Infix"), max_length=20, required=False, help_text=_("Such as van, de or ter.")
    )
    last_name = OneLineField(
        label=_("Last name"), max_length=80, error_messages={"required": _("Write down the last name.")}
    )
    company = OneLineField(
        label=_("Company"), max_length=150, error_messages={"required": _("Write down the company.")}
    )
    place = OneLineField(label=_("Place"), max_length=80, required=False)
    role = OneLineField(label=_("Role in the company"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("So that we can tell them, and ask whether they want it."),
    )
    phone = OneLineField(
        label=_("Telephone"), max_length=30, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    why = forms.CharField(
        label=_("Why this person?"),
        help_text=_("What did they do that others can learn from? The candidate may read this."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Tell it in a sentence or two.")},
    )

    def __init__(self, *args: Any, questions: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for number, question in enumerate(self.questions):
            self.fields[f"answer_{number}"] = forms.CharField(
                label=question,
                required=False,
                max_length=LONGEST_ANSWER,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not (typed.get("email") or typed.get("phone") or {"email", "phone"} & set(self.errors)):
            self.add_error("email", _("Give an e-mail address or a telephone number: we want to reach them."))
        return typed

    @property
    def answer_fields(self) -> list[forms.BoundField]:
        return [self[f"answer_{number}"] for number in range(len(self.questions))]

    def candidate(self, language: str = "nl") -> Candidate:
        names = ("first_name", "infix", "last_name", "company", "place", "role", "email", "phone")
        return Candidate(language=language, **{name: self.cleaned_data[name] for name in names})

    def words(self) -> Words:
        answers = [
            {"question": question, "answer": answer}
            for number, question in enumerate(self.questions)
            if (answer := self.cleaned_data[f"answer_{number}"])
        ]
        return Words(why=self.cleaned_data["why"], answers=answers)


class VisitorNominatesForm(CandidateForm, GuardedForm):
    your_name = OneLineField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    your_email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("After the ceremony you hear there what became of it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ApplicationForm(CandidateForm, GuardedForm):
    """Somebody puts themselves forward."""

    agrees = forms.BooleanField(label=_("I want to be a candidate"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True
        self.fields["email"].help_text = _("You hear from us there.")
        self.fields["why"].label = _("Why you?")
        self.fields["why"].help_text = _("What did you change in your company, and what came of it?")
        for name, hint in {
            "first_name": "given-name", "last_name": "family-name", "company": "organization",
            "email": "email", "phone": "tel", "role": "organization-title", "place": "address-level2",
        }.items():  # fmt: skip
            self.fields[name].widget.attrs["autocomplete"] = hint


class RefuseForm(forms.Form):
    why = forms.CharField(
        label=_("Would you tell us why?"),
        help_text=_("You need not."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AnswerForm(forms.Form):
    """The answer to an invitation: yes with the charter and wishes, no with a reason, or a talk first."""

    YES, NO, TALK = "accepted", "declined", "talk"

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(YES, _("Yes, gladly")), (TALK, _("I want to talk first")), (NO, _("No, thank you"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose your answer.")},
    )
    charter = forms.BooleanField(label=_("I agree to the charter"), required=False)
    publication = forms.BooleanField(label=_("My name, company and story may be published"), required=False)
    photo = forms.BooleanField(label=_("Photos of me may be used"), required=False)
    # The seals of the words that stood beside these two.
    publication_words = forms.CharField(required=False, widget=forms.HiddenInput)
    photo_words = forms.CharField(required=False, widget=forms.HiddenInput)
    kinds = forms.MultipleChoiceField(
        label=_("What do you like to do?"),
        choices=PodiumKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )
    themes = ListField(
        label=_("What do you talk about?"), help_text=_("With commas between them."), required=False
    )
    travel_area = OneLineField(
        label=_("Where do you travel to?"),
        help_text=_("Places or regions, such as: Salland, Twente, Zwolle."),
        max_length=160,
        required=False,
    )
    available = OneLineField(
        label=_("When does it suit you?"),
        help_text=_("Such as: mornings, not on Wednesdays, not in the harvest."),
        max_length=200,
        required=False,
    )
    reason = forms.ChoiceField(
        label=_("Why not?"),
        choices=[("", _("I would rather not say")), *DeclineReason.choices],
        required=False,
    )
    remark = forms.CharField(
        label=_("Anything you want to say with it"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("answer") == self.YES and not typed.get("charter"):
            self.add_error("charter", _("Agree to the charter, or ask for a talk about it."))
        return typed


class AssessmentForm(forms.Form):
    """A score per criterion, and facts. The names of fields carry the key of the criterion."""

    facts = forms.CharField(
        label=_("What did you see or hear?"),
        help_text=_("Facts, as the candidate may read them: what was said and done, no judgement."),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, criteria: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        facts = self.fields.pop("facts")
        for criterion in self.criteria:
            self.fields[f"score_{criterion.pk}"] = forms.TypedChoiceField(
                label=criterion.title,
                help_text=criterion.guidance,
                choices=[(number, str(number)) for number in range(1, criterion.highest + 1)],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Give a score.")},
            )
        self.fields["facts"] = facts

    def scores(self) -> dict[Any, int]:
        return {one: self.cleaned_data[f"score_{one.pk}"] for one in self.criteria}
