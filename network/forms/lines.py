from typing import Any

from django import forms


class OneLineField(forms.CharField):
    """Text for one line: a browser sends no line break from it, and in a mail a name becomes a header."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return " ".join(text.split()) if isinstance(text, str) else text
