"""Full addresses for what is made outside a request, and signed ones that open without signing in."""

import base64
import hashlib
import json
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core import signing
from django.urls import reverse

from network.models import Network


def site_url(network: Network) -> str:
    """Scheme and host of the network, without a slash at the end; empty when it has no host name."""
    host = next((host.host for host in network.hosts.all()), None)  # the primary one comes first
    if host is None:
        return ""
    port = f":{settings.SITE_PORT}" if settings.SITE_PORT else ""
    return f"{settings.SITE_SCHEME}://{host}{port}"


def absolute(network: Network, path: str) -> str:
    """The full address of a path at the network's primary host; without a host name the path itself."""
    return site_url(network) + path


class Expired(Exception):
    """The link was ours, and its time is over."""


def opened(token: str, *, salt: str, days: int | None = None) -> Any:
    """What stands in a signed address of ours; None for anything else. Raises Expired after so many days."""
    try:
        return signing.loads(token, salt=salt, max_age=None if days is None else days * 86_400)
    except signing.SignatureExpired as error:
        raise Expired from error
    except (signing.BadSignature, ValueError, TypeError):
        return None


def opened_in_time(token: str, *, salt: str, days: int) -> Any:
    """As `opened`; None too when its time is over."""
    try:
        return opened(token, salt=salt, days=days)
    except Expired:
        return None


def preferences_url(network: Network, email: str, group: str) -> str:
    """Where somebody says which mails they want, without signing in."""
    return absolute(network, reverse("mail_preferences_by_link", args=[seal(network, email, group)]))


def stop_url(network: Network, email: str, group: str) -> str:
    """Where the mail program of the receiver stops a kind of mail with one POST."""
    return absolute(network, reverse("mail_stop", args=[seal(network, email, group)]))


def seal(network: Network, email: str, group: str) -> str:
    """Unreadable, so that no address of a person stands in a web address; it keeps working for years."""
    return _box().encrypt(json.dumps([network.pk, email, group]).encode()).decode()


def unseal(token: str) -> tuple[int, str, str] | None:
    """Network, address and group; None for anything we did not seal."""
    try:
        network, email, group = json.loads(_box().decrypt(token.encode()))
    except (InvalidToken, ValueError):
        return None
    return network, email, group


def _box() -> MultiFernet:
    return _box_of((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@cache
def _box_of(secrets: tuple[str, ...]) -> MultiFernet:
    return MultiFernet(
        Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"mail preferences:" + secret.encode()).digest()))
        for secret in secrets
    )
