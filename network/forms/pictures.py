from typing import Any

from django import forms
from django.core.files.base import File

from network import images


class PictureInput(forms.ClearableFileInput):
    """Says whether there is a picture, without an address: files are served through doors only."""

    template_name = "network/admin/picture_input.html"
    was_chosen = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        self.was_chosen = name in files
        return super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """A form that comes back lost its picture: no browser sends one again, so the page says so."""
        context = super().get_context(name, value, attrs)
        context["widget"]["is_to_choose_again"] = self.was_chosen
        return context

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": "image/jpeg,image/png,image/webp", **(attrs or {})})


class PictureField(forms.FileField):
    """An uploaded picture, checked before it is decoded and made anew (`network.images.clean`)."""

    widget = PictureInput

    def to_python(self, data: Any) -> File | None:
        upload = super().to_python(data)
        return images.clean(upload) if upload else None
