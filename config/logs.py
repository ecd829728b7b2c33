"""Log lines without persons: what looks like an address or a secret is masked before it is written."""

import logging
import re
from typing import Any

from structlog.typing import EventDict, WrappedLogger

# Bounded, so that a long address of a page costs no more than its length.
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# Signed links, one-time codes and session keys: long runs without a space, with a digit or capital in them.
TOKEN = re.compile(r"(?<![\w.-])(?=[\w:.~-]{0,300}[0-9A-Z])[\w:~-]{22,}(?:\.[\w:~-]+)*")
QUERY = re.compile(r"\?\S+")


# The number of a task or request says nothing about anybody.
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def masked(text: str) -> str:
    text = EMAIL.sub("[e-mail]", text)
    if "/" in text:
        text = QUERY.sub("?[query]", text)
    return TOKEN.sub(lambda found: found[0] if UUID.fullmatch(found[0]) else "[token]", text)


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


class OnlyFaultsHaveTraces(logging.Filter):
    """Who is refused or finds nothing got an answer: a line, not the forty of the code that gave it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.ERROR:
            record.exc_info = None
        return True
