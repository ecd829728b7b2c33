"""Write to these: from any list of people to a mail for each, with a look at it first."""

import secrets
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network import previews, wording
from network.actions import composing, writing
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.emails import LETTER
from network.links import site_url
from network.models import Network


class LetterForm(forms.Form):
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=160)
    body = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy(
            "{first_name} becomes the first name of each. A blank line starts a new paragraph,"
            " **bold** stands between stars."
        ),
    )
    # Names this letter: a second click, or a page sent again, sends nothing twice.
    letter = forms.RegexField(r"^[0-9a-f]{16}$", widget=forms.HiddenInput)

    def clean_subject(self) -> str:
        return self._checked(" ".join(self.cleaned_data["subject"].split()))

    def clean_body(self) -> str:
        return self._checked(self.cleaned_data["body"])

    def _checked(self, words: str) -> str:
        if faults := wording.unknown_placeholders(words, writing.PLACEHOLDERS):
            raise ValidationError(
                _("This cannot be filled in: %s. You can use {first_name} and {name}.") % ", ".join(faults),
                code="placeholder",
            )
        return words


class WritesTo(NetworkModelAdmin):
    """Mixed into a list of people with an e-mail address: adds the action "write to these"."""

    def list_title(self, network: Network) -> str:
        """What the list is called in this network, for the way back to it."""
        return str(self.opts.verbose_name_plural).capitalize()

    @admin.action(description=gettext_lazy("Write to these"))
    def write_to_these(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        network = request.network
        people = list(queryset)
        recipients = writing.recipients(network, people)
        is_filled_in = "preview" in request.POST or "carry_out" in request.POST
        form = LetterForm(
            request.POST if is_filled_in else None,
            initial={"letter": secrets.token_hex(8), "body": opening(request.user.get_full_name())},  # type: ignore[union-attr]
        )
        if "carry_out" in request.POST and form.is_valid():
            number = writing.write_to(
                people,
                network=network,
                by=request.user,  # type: ignore[arg-type]
                **form.cleaned_data,
            )
            self.say(
                request,
                ngettext("%d mail is in the outbox.", "%d mails are in the outbox.", number) % number,
            )
            return None
        reached = [recipient for recipient in recipients if recipient.gets_it]
        frame = ""
        if is_filled_in and form.is_valid() and reached:
            frame = previews.frame(
                preview(network, reached[0], form.cleaned_data).html,
                nonce=str(request.csp_nonce),  # type: ignore[attr-defined]
                title=_("The mail as it is sent"),
            )
        values = {
            "form": form,
            "reached": reached,
            "left_out": [recipient for recipient in recipients if not recipient.gets_it],
            "first": reached[0] if reached else None,
            "frame": frame,
            "selected": [person.pk for person in people],
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "opts": self.opts,
            "back_label": self.list_title(network),
        }
        return page(request, "network/admin/write.html", _("Write to these"), values)


def opening(name: str) -> str:
    """What a letter begins and ends with."""
    close = _("Kind regards,") + f"\n{name}" if name else ""
    return "\n\n".join([_("Dear {first_name},"), "", close]).rstrip() + "\n"


def preview(network: Network, recipient: writing.Recipient, text: dict[str, str]) -> composing.Composed:
    with translation.override(recipient.language):
        values = composing.frame_values(network, LETTER, language=recipient.language)
        values["stop_url"] = site_url(network)  # everybody gets a link of their own
        return composing.render(
            LETTER,
            values,
            subject=writing.text_for(text["subject"], recipient),
            words=writing.text_for(text["body"], recipient),
        )
