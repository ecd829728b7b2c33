"""Rows from visitors that the leader reads and decides about on a page of their own."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from network.admin.base import NetworkModelAdmin
from network.admin.pages import back, page
from network.permissions import NetworkRequest

Verb = Callable[[NetworkRequest, Any], bool]  # False: it was decided already


class DecidedAdmin(NetworkModelAdmin):
    """What waits comes first; nothing in a row can be changed, and each button is a verb."""

    addable = changeable = False
    waits: str  # the state of a row about which is still to be decided
    template: str  # reads the row by the name of its model
    verbs: Mapping[str, tuple[Verb, Any]]  # by the name of the button: what it does, and what is said then
    too_late: Any  # said when somebody else was a moment faster

    def title_of(self, row: Any) -> str:
        return str(row)

    @admin.display(description=_("state"), ordering="state")
    def status(self, row: Any) -> SafeString:
        kind = "chip-warm" if row.state == self.waits else "chip-plain"
        return format_html('<span class="chip {}">{}</span>', kind, row.get_state_display())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None or not self.has_view_permission(request):
            raise Http404
        if request.method == "POST":
            self._decide(request, row)  # type: ignore[arg-type]
            return back(request, f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        values = {"row": row, "is_waiting": row.state == self.waits}
        return page(request, self.template, self.title_of(row), values)

    def _decide(self, request: NetworkRequest, row: Any) -> None:
        button = next((name for name in self.verbs if name in request.POST), None)
        if button is None:
            return
        verb, said = self.verbs[button]
        if verb(request, row):
            self.say(request, said)
        else:
            self.say(request, self.too_late, messages.WARNING)
