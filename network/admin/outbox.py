"""The leader's outbox: every mail with its reason; held, changed, dropped or sent again by hand."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib import messages as notices
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network import clock, messages, previews
from network.actions import outboxing, sending
from network.actions.composing import Composed, Composer
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.models import Message

navigation.add(
    navigation.Group.WORK,
    60,
    gettext_lazy("outbox"),
    "admin:network_message_changelist",
    counts=("uncertain",),
)

State = Message.State
CHIPS = {
    State.QUEUED: "chip-plain",
    State.HELD: "chip-warm",
    State.CLAIMED: "chip-plain",
    State.HANDING: "chip-plain",
    State.FAILED: "chip-warm",
    State.UNCERTAIN: "chip-warm",
    State.DROPPED: "chip-plain",
}

# What can be done in which state: the name in the address, the words on the button, the verb.
Verb = Callable[..., bool]
HOLD = ("hold", gettext_lazy("Hold back"), outboxing.hold)
RELEASE = ("release", gettext_lazy("Let it go"), outboxing.release)
DROP = ("drop", gettext_lazy("Drop this mail"), outboxing.drop)
RECEIVED = ("received", gettext_lazy("It was received"), outboxing.was_received)
AGAIN = ("again", gettext_lazy("Send it again"), outboxing.send_again)
VERBS: dict[str, list[tuple[str, Any, Verb]]] = {
    State.QUEUED: [HOLD, DROP],
    State.HELD: [RELEASE, DROP],
    State.UNCERTAIN: [RECEIVED, AGAIN],
    State.FAILED: [AGAIN, DROP],
}
SAID = {
    "hold": gettext_lazy("The mail is held back. It leaves when you let it go."),
    "release": gettext_lazy("The mail leaves at its own moment."),
    "drop": gettext_lazy("The mail is dropped. It will not be sent."),
    "received": gettext_lazy("Written down: the mail was received."),
    "again": gettext_lazy("The mail is sent once more."),
}


# What makes an address in a mail a key: signed, sealed or drawn by lot. A plain slug is none of these.
KEY = re.compile(r"(?<=/)(?=[\w.~-]*[A-Z:])[\w:.~=-]{22,}(?=[/?#\"'\s)>&]|$)")
WITHOUT_KEY = "…"


class KindFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind of mail")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(kind.name, kind.title) for kind in messages.kinds() if not kind.secret]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(kind=self.value()) if self.value() else queryset


def title_of(message: Message) -> str:
    try:
        return str(messages.kind_of(message.kind).title)
    except messages.UnknownKind:
        return message.kind


def state_chip(message: Message) -> SafeString:
    return format_html(
        '<span class="chip {}">{}</span>', CHIPS.get(State(message.state), ""), message.get_state_display()
    )


def moment_of(message: Message) -> str:
    """When it left, or when it will."""
    if message.sent_at:
        return _("sent %s") % day_and_time(message.sent_at)
    if message.state in (State.QUEUED, State.HELD):
        leaves = max(filter(None, [message.not_before, message.next_attempt_at]))
        return _("now") if leaves <= clock.now() else _("from %s") % day_and_time(leaves)
    return day_and_time(message.handing_at or message.not_before)


def day_and_time(moment: Any) -> str:
    return date_format(localtime(moment), "D j M H:i").lower()


class EditForm(forms.Form):
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    words = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=gettext_lazy(
            "A blank line starts a new paragraph. **Bold** between stars, - before a point of a list."
        ),
    )


@admin.register(Message)
class MessageAdmin(NetworkModelAdmin):
    empty_words = gettext_lazy(
        "Every mail of this network stands here, with whom it is for and whether it left."
    )
    addable = False
    list_display = ("what", "person", "state_shown", "moment", "why")
    list_filter = ("state", KindFilter)
    search_fields = ("recipient", "recipient_name", "subject", "reason")
    ordering = ("-created_at", "-pk")
    actions = ("hold_selected", "release_selected", "drop_selected")
    change_list_template = "network/admin/outbox_list.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("body_text", "body_html")

    # --- The list ---------------------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("mail"), ordering="kind")
    def what(self, message: Message) -> SafeString | str:
        subject = message.subject or ""
        return (
            format_html("{}<br><small>{}</small>", title_of(message), subject)
            if subject
            else title_of(message)
        )

    @admin.display(description=gettext_lazy("to"), ordering="recipient_name")
    def person(self, message: Message) -> SafeString:
        return format_html("{}<br><small>{}</small>", message.recipient_name or "–", message.recipient)

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, message: Message) -> SafeString:
        return state_chip(message)

    @admin.display(description=gettext_lazy("when"), ordering="not_before")
    def moment(self, message: Message) -> str:
        return moment_of(message)

    @admin.display(description=gettext_lazy("why"), ordering="reason")
    def why(self, message: Message) -> str | SafeString:
        if message.last_error and message.state != State.SENT:
            return format_html("{}<br><small>{}</small>", message.reason, message.last_error)
        return message.reason

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        backlog = sending.backlog(request.network)
        extra = {
            "title": _("Outbox"),
            "backlog": backlog,
            "is_late": backlog.server_down_since or backlog.age.total_seconds() > 600,
        }
        return super().changelist_view(request, {**(extra_context or {}), **extra})

    @admin.action(description=gettext_lazy("Hold back"))
    def hold_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        explain = _("These mails do not leave until you let them go. What has left already stays as it is.")
        return self._with_all(request, queryset, "hold", explain)

    @admin.action(description=gettext_lazy("Let go"))
    def release_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        explain = _("These mails leave at their own moment. Each is checked once more then.")
        return self._with_all(request, queryset, "release", explain)

    @admin.action(description=gettext_lazy("Drop"))
    def drop_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        explain = _("These mails are never sent. This cannot be undone.")
        return self._with_all(request, queryset, "drop", explain)

    def _with_all(self, request: HttpRequest, queryset: Any, verb: str, explain: str) -> HttpResponse | None:
        """Shows what will happen to which mails; the button on that page does it."""
        fitting = [state for state, verbs in VERBS.items() if verb in [name for name, _label, _run in verbs]]
        mails = list(queryset.filter(state__in=fitting))
        if not mails:
            self.say(request, _("With none of these mails that can be done."), notices.WARNING)
            return None
        label, run = next((label, run) for name, label, run in VERBS[fitting[0]] if name == verb)
        if "carry_out" in request.POST:
            done = sum(run(message, by=request.user) for message in mails)
            self.say(request, ngettext("Done for %d mail.", "Done for %d mails.", done) % done)
            return None
        values = {
            "explain": explain,
            "lines": [(message, f"{title_of(message)}, {message.get_state_display()}") for message in mails],
            "action": f"{verb}_selected",
            "opts": self.opts,
        }
        return page(request, "admin/bulk.html", str(label), values)

    # --- One mail ---------------------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        own = [
            path(
                "<int:pk>/tekst/",
                self.admin_site.admin_view(self.edit_view),
                name="network_message_edit",
            ),
            path(
                "<int:pk>/<str:verb>/doen/",
                self.admin_site.admin_view(self.verb_view),
                name="network_message_do",
            ),
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        message = self._message(request, object_id)
        if request.method not in ("GET", "HEAD"):
            raise Http404
        mail, fault = shown_mail(message)
        subject = message.subject or (mail.subject if mail else "")
        values = {
            "mail": message,
            "kind_title": title_of(message),
            "chip": state_chip(message),
            "moment": moment_of(message),
            "subject": subject,
            "text": mail.text if mail else "",
            "frame": self._frame(request, mail),
            "fault": fault,
            "verbs": [(name, label) for name, label, _verb in VERBS.get(message.state, [])],
            "can_edit": can_edit(message),
            "has_left": message.state in (State.SENT, State.UNCERTAIN, State.HANDING),
        }
        return page(request, "network/admin/outbox_mail.html", subject or title_of(message), values)

    def edit_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        message = self._message(request, str(pk))
        if not can_edit(message):
            notices.error(request, _("This mail cannot be changed any more."))
            return self._to(message)
        mail, fault = shown_mail(message)
        if mail is None:
            notices.error(request, fault)
            return self._to(message)
        composer = Composer()
        form = EditForm(
            request.POST if request.method == "POST" else None,
            initial={"subject": mail.subject, "words": composer.words(message).strip()},
        )
        if request.method == "POST" and form.is_valid():
            message.subject, message.words = form.cleaned_data["subject"], form.cleaned_data["words"]
            if "preview" not in request.POST:
                self._save(request, message)
                return self._to(message)
            mail = without_keys(composer.compose(message))
        values = {"mail": message, "form": form, "frame": self._frame(request, mail)}
        return page(request, "network/admin/outbox_edit.html", _("Change the text"), values)

    def _save(self, request: HttpRequest, message: Message) -> None:
        done = outboxing.edit(message, subject=message.subject, words=message.words, by=request.user)  # type: ignore[arg-type]
        if done:
            self.say(request, _("The text is changed for this one mail."))
        else:
            notices.error(request, _("This mail cannot be changed any more."))

    def verb_view(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        message = self._message(request, str(pk))
        found = {name: run for verbs in VERBS.values() for name, _label, run in verbs}.get(verb)
        if found is None or request.method != "POST":
            raise Http404
        if found(message, by=request.user):
            self.say(request, str(SAID[verb]))
        else:
            notices.error(request, _("That is no longer possible: the state of this mail has changed."))
        return self._to(message)

    def _message(self, request: HttpRequest, object_id: str) -> Message:
        message = self.get_object(request, object_id)
        if message is None:
            raise Http404
        message.network = request.network
        return message

    def _to(self, message: Message) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:network_message_change", args=[message.pk]))

    def _frame(self, request: HttpRequest, mail: Composed | None) -> SafeString | str:
        if mail is None or not mail.html:
            return ""
        return previews.frame(mail.html, nonce=str(request.csp_nonce), title=_("The mail as it is sent"))  # type: ignore[attr-defined]


def can_edit(message: Message) -> bool:
    try:
        kind = messages.kind_of(message.kind)
    except messages.UnknownKind:
        return False
    is_open = message.state in (State.QUEUED, State.HELD)
    return is_open and not kind.secret and (kind.editable or bool(message.words))


def without_keys(mail: Composed) -> Composed:
    """As others may read it: with its link somebody would answer in the name of whoever gets the mail."""
    return Composed(mail.subject, KEY.sub(WITHOUT_KEY, mail.text), KEY.sub(WITHOUT_KEY, mail.html))


def shown_mail(message: Message) -> tuple[Composed | None, str]:
    """The mail as it went, or as it would go now; or why it cannot be shown."""
    try:
        kind = messages.kind_of(message.kind)
    except messages.UnknownKind:
        return None, _("This kind of mail does not exist any more.")
    if kind.secret:
        return None, _("This mail holds a code to sign in. Nobody but its receiver can read it.")
    if message.body_text:
        return without_keys(Composed(message.subject, message.body_text, message.body_html)), ""
    try:
        return without_keys(Composer().compose(message)), ""
    except Exception as error:  # what it is about may be gone; the page must still tell what is known
        return None, _("The text cannot be made: %s.") % type(error).__name__
