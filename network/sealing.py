"""Small texts closed with ENCRYPTION_KEYS, so that whoever reads the database alone cannot read them."""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class Unopenable(Exception):
    """It was closed with a key that is gone, or it was changed."""


def seal(text: str, *, purpose: str, length: int = 0) -> str:
    """With a `length` every text looks alike from outside: filled up with spaces, and without the time that
    a token otherwise carries for all to read."""
    if not length:
        return _box(purpose).encrypt(text.encode()).decode()
    plain = text.encode()
    if len(plain) > length:
        raise ValueError("Too much for a box of this length.")
    return _box(purpose).encrypt_at_time(plain.ljust(length), 0).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """The text again, also with a key that was replaced since but still stands in ENCRYPTION_KEYS."""
    try:
        return _box(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise Unopenable(purpose) from error


def pseudonyms(*about: str | int, purpose: str) -> list[str]:
    """One for every key, the newest first: what was written under an older key is found too.

    Without a key none of them leads back to what it is about.
    """
    message = ":".join(map(str, about)).encode()
    return [hmac.new(_derived(f"{purpose} pseudonym", key), message, "sha256").hexdigest() for key in _keys()]


def _box(purpose: str) -> MultiFernet:
    return MultiFernet(Fernet(base64.urlsafe_b64encode(_derived(purpose, key))) for key in _keys())


def _derived(purpose: str, key: str) -> bytes:
    """A key of its own for every purpose, so that one never gives away another."""
    return hashlib.sha256(f"{purpose}:{key}".encode()).digest()


def _keys() -> list[str]:
    return settings.ENCRYPTION_KEYS or [settings.SECRET_KEY]
