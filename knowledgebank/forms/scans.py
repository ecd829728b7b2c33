"""The forms of a scan: everything on one page, and a word to the team about a result."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledgebank.models import ScanTaking
from knowledgebank.scans import Sheet
from network.actions.relaying import Letter
from network.forms.guarded import GuardedForm
from network.forms.lines import OneLineField


class ScanForm(GuardedForm):
    """All questions at once; one that a branch passes over need not be answered."""

    def __init__(self, sheet: Sheet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        for question in sheet.questions:
            self.fields[question.field] = forms.ChoiceField(
                label=question.shown_text,
                help_text=question.shown_help,
                required=False,
                choices=[(answer.pk, answer.shown_text) for answer in question.answers.all()],
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.given = self.sheet.given(cleaned)
        for question in self.sheet.unanswered(self.given):
            if not self.has_error(question.field):
                self.add_error(question.field, _("Choose the answer that comes closest."))
        return cleaned


class AboutScanForm(GuardedForm):
    """Whoever wants to talk about a result; only then somebody knows whose it is."""

    name = OneLineField(
        label=gettext_lazy("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("The answer goes there. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    body = forms.CharField(
        label=gettext_lazy("What would you like to talk about?"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def letter(self, taking: ScanTaking, address: str) -> Letter:
        title = taking.scan.shown_title
        words = self.cleaned_data["body"].strip() or _("I would like to talk about the result of my scan.")
        return Letter(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
            organisation="",
            subject=_("About the scan “%(title)s”") % {"title": title},
            body=f"{words}\n\n" + _("My result:") + f" {address}",
        )
