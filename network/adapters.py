"""Where allauth meets our network: no sign-up, our mails, our addresses, secrets encrypted."""

import base64
import secrets
from io import BytesIO
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from network import sealing
from network.actions import accounts, mailing, signing_in
from network.models import User
from network.permissions import reads_figures, runs

SECOND_FACTOR = "second factor"

# What allauth calls its notices -> how our mail words them.
NOTICES = {
    "mfa/email/totp_activated": "app_added",
    "mfa/email/totp_deactivated": "app_removed",
    "mfa/email/webauthn_added": "passkey_added",
    "mfa/email/webauthn_removed": "passkey_removed",
    "mfa/email/recovery_codes_generated": "codes_made",
}
# Setting one of these up proved it in this very session.
PROVED = {"mfa/email/totp_activated": "totp", "mfa/email/webauthn_added": "webauthn"}


class AccountAdapter(DefaultAccountAdapter):
    request: HttpRequest

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Our own host only, and no other that happens to be served here."""
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return home_of(request)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return "/"

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        assert isinstance(user, User)
        accounts.begin_session(request.session, user)
        signing_in.claim(user, request.network)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        raise RuntimeError(f"No mail goes out past the outbox: {template_prefix}")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        assert isinstance(user, User)
        with transaction.atomic():
            mailing.post(
                mailing.Mail(
                    network=self.request.network,
                    kind="account_notice",
                    key=f"account_notice:{user.pk}:{NOTICES[template_prefix]}:{timezone.now().isoformat()}",
                    to=user.email,
                    name=user.name,
                    language=user.language,
                    context={"what": NOTICES[template_prefix], "at": timezone.now()},
                )
            )
            if template_prefix in PROVED and not _had_one(user):
                accounts.tell_of_first_lock(user)
        if template_prefix in PROVED:
            record_authentication(
                self.request, user, "mfa", type=PROVED[template_prefix], reauthenticated=True
            )


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_totp_issuer(self) -> str:
        return self._get_site_name()

    def _get_site_name(self) -> str:
        from allauth.core import context

        network = getattr(context.request, "network", None)
        return network.name if network else "Koploper"

    def build_totp_svg(self, url: str) -> str:
        out = BytesIO()
        segno.make(url, error="m").save(out, kind="svg", scale=6, border=3, light="#ffffff", xmldecl=False)
        return out.getvalue().decode()

    def encrypt(self, text: str) -> str:
        return sealing.seal(text, purpose=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return sealing.unseal(encrypted_text, purpose=SECOND_FACTOR)
        except sealing.Unopenable:
            # The key was lost: the second factor no longer opens anything and is made anew. Not an empty
            # secret: anybody could reckon its codes.
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        return gettext("My %(kind)s") % {"kind": gettext("passkey")}


def _had_one(user: User) -> bool:
    """Beside the second factor that was made just now."""
    locks = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return locks.count() > 1


def home_of(request: HttpRequest) -> str:
    """Where somebody begins in this network."""
    network = request.network
    user = request.user
    if runs(user, network):
        return reverse("admin:index")
    if user.is_authenticated and network.people.filter(user=user).exists():
        return "/mijn/"
    if reads_figures(user, network):
        return reverse("report")
    return reverse("account")
