"""The form with which a visitor writes to the team or to one ambassador."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.public_people import PublicPerson
from network.actions.relaying import Letter
from network.forms.guarded import GuardedForm


class ContactForm(GuardedForm):
    recipient = forms.ChoiceField(label=gettext_lazy("For whom"), required=False)
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        error_messages={"required": gettext_lazy("Write your name, so that we know who asks.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("The answer goes there. Nobody else sees it."),
        error_messages={
            "required": gettext_lazy("Write your e-mail address: the answer goes there."),
            "invalid": gettext_lazy("This is no e-mail address. Look for a typing mistake."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    organisation = forms.CharField(
        label=gettext_lazy("Your organisation"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=150,
        error_messages={"required": gettext_lazy("Write in a few words what it is about.")},
    )
    body = forms.CharField(
        label=gettext_lazy("Your message"),
        max_length=5000,
        error_messages={"required": gettext_lazy("Write your message. Two sentences are enough.")},
        widget=forms.Textarea(attrs={"rows": 7}),
    )

    def __init__(self, *args: Any, people: Sequence[PublicPerson], word: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recipient = self.fields["recipient"]
        recipient.choices = [  # type: ignore[attr-defined]
            ("", _("The team: it finds the %(word)s that fits") % {"word": word}),
            *((person.slug, person.full_name) for person in people),
        ]

    def clean_name(self) -> str:
        return _one_line(self.cleaned_data["name"])

    def clean_subject(self) -> str:
        return _one_line(self.cleaned_data["subject"])

    def letter(self) -> Letter:
        return Letter(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
            organisation=_one_line(self.cleaned_data["organisation"]),
            subject=self.cleaned_data["subject"],
            body=self.cleaned_data["body"],
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
