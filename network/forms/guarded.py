"""A public form that notices, in silence, what a machine does differently from a person."""

import hashlib
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils import timezone

from network.suspicion import Signs

LONGEST_OPEN = 24 * 3600
SALT = "contact form"


class GuardedForm(forms.Form):
    shown_at = forms.CharField(required=False, widget=forms.HiddenInput)
    # People do not see this one (class hp); whoever fills it in is not a person.
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["website"].widget.attrs.update({"tabindex": "-1", "autocomplete": "off"})
        self.initial["shown_at"] = signing.dumps(timezone.now().timestamp(), salt=SALT)

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


def _place(request: HttpRequest) -> str:
    """The sender's network address, unrecognisable: only good for counting."""
    address = get_adapter(request).get_client_ip(request)
    return hashlib.blake2s(
        address.encode(), key=settings.SECRET_KEY.encode()[:32], digest_size=10
    ).hexdigest()
