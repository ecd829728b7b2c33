from typing import Any

from django import forms
from django.core.files.base import File

from network import images


class PictureInput(forms.ClearableFileInput):
    """Says whether there is a picture, without an address: files are served through doors only."""

    template_name = "network/admin/picture_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": "image/jpeg,image/png,image/webp", **(attrs or {})})


class PictureField(forms.FileField):
    """An uploaded picture, checked before it is decoded and made anew (`network.images.clean`)."""

    widget = PictureInput

    def to_python(self, data: Any) -> File | None:
        upload = super().to_python(data)
        return images.clean(upload) if upload else None
