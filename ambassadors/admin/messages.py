"""Messages through the site that wait for a decision; only this app knows whose address it is."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.relay import recipient_of
from network.actions import relaying
from network.admin import navigation
from network.admin.deciding import DecidedAdmin
from network.models import ContactMessage
from network.permissions import NetworkRequest

navigation.add(
    navigation.Group.WORK,
    50,
    gettext_lazy("Messages through the site"),
    "admin:network_contactmessage_changelist",
    counts=("held",),
    rare=True,
)


def _release(request: NetworkRequest, message: ContactMessage) -> bool:
    return relaying.release(message=message, recipient=recipient_of(message), by=request.user)


def _refuse(request: NetworkRequest, message: ContactMessage) -> bool:
    return relaying.refuse(message=message, by=request.user)


@admin.register(ContactMessage)
class ContactMessageAdmin(DecidedAdmin):
    empty_words = gettext_lazy("What visitors write to one of you through the site can be found again here.")
    waits = ContactMessage.State.HELD
    template = "network/admin/message.html"
    verbs = {
        "release": (_release, gettext_lazy("The message goes on.")),
        "refuse": (_refuse, gettext_lazy("The message stays here and goes to nobody.")),
    }
    too_late = gettext_lazy("Somebody decided about this message before you.")
    list_display = ("subject", "name", "for_whom", "status", "sent_at")
    list_filter = ("state",)
    search_fields = ("name", "organisation", "subject")

    def get_ordering(self, request: HttpRequest) -> Any:
        return ["decided_at", "-sent_at"]

    @admin.display(description=gettext_lazy("for"))
    def for_whom(self, message: ContactMessage) -> str:
        return message.for_name or _("the team")

    def title_of(self, row: ContactMessage) -> str:
        return row.subject
