"""Small texts closed with ENCRYPTION_KEYS, so that whoever reads the database alone cannot read them."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class Unopenable(Exception):
    """It was closed with a key that is gone, or it was changed."""


def seal(text: str, *, purpose: str) -> str:
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """The text again, also with a key that was replaced since but still stands in ENCRYPTION_KEYS."""
    try:
        return _box(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise Unopenable(purpose) from error


def _box(purpose: str) -> MultiFernet:
    keys = settings.ENCRYPTION_KEYS or [settings.SECRET_KEY]
    return MultiFernet(
        Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"{purpose}:{key}".encode()).digest())) for key in keys
    )
