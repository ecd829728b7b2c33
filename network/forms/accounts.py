from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class AddressForm(forms.Form):
    """Asks a code and link; where to go afterwards travels in `next`."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("This is no e-mail address. Look for a typing mistake."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "username webauthn", "inputmode": "email"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code from the mail"),
        max_length=20,
        error_messages={"required": _("Type the six digits from the mail.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "code-input",
                "autofocus": True,
            }
        ),
    )

    def clean_code(self) -> str:
        code = "".join(character for character in self.cleaned_data["code"] if character.isdigit())
        if len(code) != 6:
            raise forms.ValidationError(_("The code has six digits."))
        return code


class CodeOfTheApp(forms.Form):
    """How a code of the app is asked, wherever it is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("The code")
        code.widget = forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "code-input"}
        )


class AddAppForm(CodeOfTheApp, ActivateTOTPForm):
    pass


class SecondFactorForm(CodeOfTheApp, AuthenticateForm):
    pass


class SecondFactorAgainForm(CodeOfTheApp, ReauthenticateForm):
    pass


class AddPasskeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What do you call this device?")
        self.fields["name"].help_text = _("So that you know it again later. For example: my telephone.")
        self.fields["passwordless"].label = _("Also sign in with it, without a code")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].help_text = ""
