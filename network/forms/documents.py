from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from network import documents


class PdfInput(forms.ClearableFileInput):
    """Says whether there is a file, without an address: files are served through doors only."""

    template_name = "network/admin/file_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": "application/pdf", **(attrs or {})})


class PdfField(forms.FileField):
    """An uploaded PDF, checked and written anew (`network.documents.clean`)."""

    widget = PdfInput
    default_error_messages = {"invalid": _("Choose a PDF file.")}

    def to_python(self, data: Any) -> File | None:
        upload = super().to_python(data)
        return documents.clean(upload) if upload else None
