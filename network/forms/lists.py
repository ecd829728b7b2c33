"""Several short texts in one field, kept as a list."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _


class ListField(forms.CharField):
    """A few short texts, typed with commas between them; the same one twice counts once."""

    joint: ClassVar[str] = ", "

    def __init__(self, *, most: int = 12, longest: int = 60, **options: Any) -> None:
        self.most, self.longest = most, longest
        super().__init__(**options)

    def split(self, text: str) -> Sequence[str]:
        return text.split(",")

    def to_python(self, value: Any) -> Any:
        parts = (" ".join(part.split()) for part in self.split(super().to_python(value) or ""))
        return list(dict.fromkeys(part for part in parts if part))

    def prepare_value(self, value: Any) -> Any:
        return self.joint.join(value) if isinstance(value, list) else value

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > self.most:
            raise forms.ValidationError(_("Write at most %(most)d.") % {"most": self.most})
        if any(len(part) > self.longest for part in value):
            raise forms.ValidationError(
                _("Keep each of them short: at most %(most)d characters.") % {"most": self.longest}
            )

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.joint.join(value))


class LinesField(ListField):
    """One on each line, so that a comma may stand in it."""

    widget = forms.Textarea(attrs={"rows": 4})
    joint = "\n"

    def split(self, text: str) -> Sequence[str]:
        return text.splitlines()
