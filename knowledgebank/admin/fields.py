"""How the leader types what is kept as a list, a PDF or a long text."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.admin.base import InsideNetwork
from network.forms.documents import PdfField, PdfInput
from network.forms.lists import ListField

LIST_HELP = _("With commas between them.")


class KnowledgeFields(InsideNetwork):
    """Mixed into a page or an inline of the knowledge bank."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        if isinstance(db_field, models.JSONField):
            return ListField(label=db_field.verbose_name, required=False, help_text=LIST_HELP)
        if type(db_field) is models.FileField:
            kwargs.update(form_class=PdfField, widget=PdfInput)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
