from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_WORDS, LONGEST_WORD = 12, 60


class ListField(forms.CharField):
    """A few short texts, typed with commas between them."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return list(dict.fromkeys(part for part in (" ".join(p.split()) for p in text.split(",")) if part))

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > MOST_WORDS:
            raise forms.ValidationError(_("Choose at most %(most)d.") % {"most": MOST_WORDS})
        if any(len(part) > LONGEST_WORD for part in value):
            raise forms.ValidationError(
                _("Keep each of them short: at most %(most)d characters.") % {"most": LONGEST_WORD}
            )

    def run_validators(self, value: Any) -> None:
        super().run_validators(", ".join(value))
