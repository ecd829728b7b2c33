"""Log lines without persons: what looks like an address or a secret is masked before it is written."""

import re
from typing import Any

from structlog.typing import EventDict, WrappedLogger

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Signed links, one-time codes and session keys: long runs without a space, with a digit or capital in them.
TOKEN = re.compile(r"(?<![\w.-])(?=[\w:.~-]*[0-9A-Z])[\w:~-]{24,}(?:\.[\w:~-]+)*")
QUERY = re.compile(r"\?\S+")


def masked(text: str) -> str:
    text = EMAIL.sub("[e-mail]", text)
    return TOKEN.sub("[token]", QUERY.sub("?[query]", text) if "/" in text else text)


def mask(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """A structlog processor: every text of a line, the trace of an error included."""

    def clean(value: Any) -> Any:
        if isinstance(value, str):
            return masked(value)
        if isinstance(value, dict):
            return {key: clean(part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [clean(part) for part in value]
        return value

    return {
        key: value if key in ("timestamp", "level", "logger") else clean(value)
        for key, value in event.items()
    }
