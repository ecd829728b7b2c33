"""Messages through the site that wait for a decision; only this app knows whose address it is."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.relay import recipient_of
from network.actions import relaying
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import back, page
from network.models import ContactMessage

navigation.add(
    navigation.Group.WORK,
    50,
    gettext_lazy("Messages through the site"),
    "admin:network_contactmessage_changelist",
    counts=("held",),
    rare=True,
)


@admin.register(ContactMessage)
class ContactMessageAdmin(NetworkModelAdmin):
    """A message is read and decided on one page; nothing in it can be changed."""

    empty_words = gettext_lazy("What visitors write to one of you through the site can be found again here.")
    addable = False
    changeable = False
    list_display = ("subject", "name", "for_whom", "status", "sent_at")
    list_filter = ("state",)
    search_fields = ("name", "organisation", "subject")

    def get_ordering(self, request: HttpRequest) -> Any:
        return ["decided_at", "-sent_at"]

    @admin.display(description=gettext_lazy("for"))
    def for_whom(self, message: ContactMessage) -> str:
        return message.for_name or _("the team")

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def status(self, message: ContactMessage) -> SafeString:
        kind = "chip-warm" if message.state == ContactMessage.State.HELD else "chip-plain"
        return format_html('<span class="chip {}">{}</span>', kind, message.get_state_display())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        message = self.get_object(request, object_id)
        if message is None or not self.has_view_permission(request):
            raise Http404
        if request.method == "POST":
            self._decide(request, message)
            return back(request, "admin:network_contactmessage_changelist")
        return page(
            request,
            "network/admin/message.html",
            message.subject,
            {"message": message, "is_held": message.state == ContactMessage.State.HELD},
        )

    def _decide(self, request: HttpRequest, message: ContactMessage) -> None:
        if "release" in request.POST:
            done = relaying.release(message=message, recipient=recipient_of(message), by=request.user)  # type: ignore[arg-type]
            said = _("The message goes on.")
        elif "refuse" in request.POST:
            done = relaying.refuse(message=message, by=request.user)  # type: ignore[arg-type]
            said = _("The message stays here and goes to nobody.")
        else:
            return
        if done:
            self.say(request, said)
        else:
            self.say(request, _("Somebody decided about this message before you."), messages.WARNING)
