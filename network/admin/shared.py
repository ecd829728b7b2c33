"""Parts of the leader's lists: native date fields, avatars, columns that are remembered."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.safestring import SafeString, mark_safe

from network.forms.days import DateInput, TimeInput
from network.models import ListColumns
from network.templatetags.koploper import initials
from network.templatetags.site import portrait

NATIVE: "Mapping[type[models.Field[Any, Any]], Mapping[str, Any]]" = {
    models.DateField: {"widget": DateInput},
    models.TimeField: {"widget": TimeInput},
}


def shortened(text: str, most: int = 90) -> str:
    """As many whole words as a list has room for."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]} …"


def avatar(person: Any) -> SafeString:
    """The small round portrait of lists; the name stands beside it, so it says nothing of its own."""
    if person is not None and person.shown_picture:
        return portrait(person, sizes="2.75rem", classes="portrait-round")
    name = person.full_name if person is not None else "?"
    return mark_safe(f'<span class="portrait portrait-round" aria-hidden="true">{initials(name)}</span>')


class SavedColumns:
    """Mixed into a ModelAdmin: which columns a list shows is chosen on the page and kept with the account.

    `list_display` is what can be shown; `first_columns` what is shown until somebody chooses; the first
    column always stays.
    """

    first_columns: tuple[str, ...] = ()
    list_display: Any
    model: type[models.Model]

    def _kept(self, request: HttpRequest) -> list[str]:
        """Read once for a page."""
        if not hasattr(request, "_list_columns"):
            chosen = ListColumns.objects.filter(user=request.user.pk, list_name=self.model._meta.label_lower)
            request._list_columns = chosen.values_list("columns", flat=True).first() or []  # type: ignore[attr-defined]
        return request._list_columns  # type: ignore[attr-defined]

    def get_list_display(self, request: HttpRequest) -> Any:
        kept = self._kept(request)
        always, *others = self.list_display
        chosen = [name for name in others if name in kept] or [
            name for name in others if name in self.first_columns
        ]
        return [always, *chosen]

    def columns(self, request: HttpRequest) -> list[tuple[str, str, bool]]:
        shown = self.get_list_display(request)
        return [(name, self._title(name), name in shown) for name in self.list_display[1:]]

    def _title(self, name: str) -> str:
        shown = getattr(self, name, None)
        if shown is not None:
            return str(getattr(shown, "short_description", name))
        return str(self.model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]

    def changelist_view(self, request: HttpRequest, extra_context: Mapping[str, Any] | None = None) -> Any:
        if request.method == "POST" and "columns" in request.POST:
            chosen = [name for name in self.list_display if name in request.POST.getlist("columns")]
            ListColumns.objects.update_or_create(  # type: ignore[misc]
                user_id=request.user.pk, list_name=self.model._meta.label_lower, defaults={"columns": chosen}
            )
            return HttpResponseRedirect(request.get_full_path())
        context = {**(extra_context or {}), "columns": self.columns(request)}
        return super().changelist_view(request, context)  # type: ignore[misc]
