"""Which days a report is about, and the words of somebody between its figures."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from network import report_document
from network.forms.days import FIRST_DAY, LAST_DAY, WITHIN_REACH
from network.models import Report
from network.report import Section

LONGEST = 4000
NAMES = {"nl": _("in Dutch"), "en": _("in English")}


class PeriodForm(forms.Form):
    """From the address: `van`, `tot` (not included) and `dag`, the day on which it is looked at."""

    van = forms.DateField(
        label=_("From"),
        required=False,
        validators=WITHIN_REACH,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    tot = forms.DateField(
        label=_("Up to, not including"),
        required=False,
        validators=WITHIN_REACH,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    dag = forms.DateField(
        label=_("As it stood on"),
        help_text=_("What happened up to and including this day. Empty: today."),
        required=False,
        validators=WITHIN_REACH,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        start, end = values.get("van") or FIRST_DAY, values.get("tot") or LAST_DAY
        if end <= start and "tot" not in self.errors:
            self.add_error("tot", _now("The end must come after the start."))
        return values


class TextsForm(forms.Form):
    """A block of words for the whole, for each section and at the end, in every language of the network."""

    def __init__(self, *args: Any, found: Report, sections: tuple[Section, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = found.network.languages
        self.blocks = [
            (report_document.INTRODUCTION, _now("Introduction")),
            *((section.key, section.title) for section in sections),
            (report_document.CLOSING, _now("In closing")),
        ]
        for key, title in self.blocks:
            for language in self.languages:
                label = f"{title} {NAMES[language]}" if len(self.languages) > 1 else title
                self.fields[f"{language}-{key}"] = forms.CharField(
                    label=label,
                    required=False,
                    max_length=LONGEST,
                    initial=found.texts.get(language, {}).get(key, ""),
                    widget=forms.Textarea(attrs={"rows": 3, "lang": language}),
                )

    def texts(self) -> dict[str, dict[str, str]]:
        return {
            language: {key: self.cleaned_data[f"{language}-{key}"] for key, _title in self.blocks}
            for language in self.languages
        }
