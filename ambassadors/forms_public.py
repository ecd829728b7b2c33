"""The form with which a visitor writes to the team or to one ambassador."""

import hashlib
from collections.abc import Sequence
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.public_people import PublicPerson
from network.actions.relaying import Letter
from network.suspicion import Signs

LONGEST_OPEN = 24 * 3600
SALT = "contact form"


class ContactForm(forms.Form):
    recipient = forms.ChoiceField(label=gettext_lazy("For whom"), required=False)
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("The answer goes there. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    organisation = forms.CharField(
        label=gettext_lazy("Your organisation"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    body = forms.CharField(
        label=gettext_lazy("Your message"), max_length=5000, widget=forms.Textarea(attrs={"rows": 7})
    )
    shown_at = forms.CharField(required=False, widget=forms.HiddenInput)
    # People do not see this one (class hp); whoever fills it in is not a person.
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, people: Sequence[PublicPerson], word: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recipient = self.fields["recipient"]
        recipient.choices = [  # type: ignore[attr-defined]
            ("", _("The team: it finds the %(word)s that fits") % {"word": word}),
            *((person.slug, person.full_name) for person in people),
        ]
        self.fields["website"].widget.attrs.update({"tabindex": "-1", "autocomplete": "off"})
        self.initial["shown_at"] = signing.dumps(timezone.now().timestamp(), salt=SALT)

    def clean_name(self) -> str:
        return _one_line(self.cleaned_data["name"])

    def clean_subject(self) -> str:
        return _one_line(self.cleaned_data["subject"])

    def letter(self) -> Letter:
        return Letter(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
            organisation=_one_line(self.cleaned_data["organisation"]),
            subject=self.cleaned_data["subject"],
            body=self.cleaned_data["body"],
        )

    def signs(self, request: HttpRequest) -> Signs:
        return Signs(
            seconds=self._seconds_open(),
            filled_trap=bool(self.cleaned_data["website"]),
            place=_place(request),
        )

    def _seconds_open(self) -> float | None:
        try:
            shown_at = signing.loads(self.cleaned_data["shown_at"], salt=SALT, max_age=LONGEST_OPEN)
        except signing.BadSignature:
            return None
        return timezone.now().timestamp() - float(shown_at)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _place(request: HttpRequest) -> str:
    """The sender's network address, unrecognisable: only good for counting."""
    address = get_adapter(request).get_client_ip(request)
    return hashlib.blake2s(
        address.encode(), key=settings.SECRET_KEY.encode()[:32], digest_size=10
    ).hexdigest()
