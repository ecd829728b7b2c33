"""One stamp for everything visitors may see: it changes with every write, by whatever way it was made.

A form, the admin, an import, a task or raw SQL: each goes through the database connection, and that is
where it is noticed. The stamp is shared by all processes: a small file, or a key in Redis where there is
one. Whatever was remembered under an older stamp no longer counts.
"""

import os
import re
import secrets
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

# Written to all day, and never shown to visitors.
UNSEEN_TABLES = re.compile(
    r'"?(django_|account_|mfa_|usersessions_|celery_|network_(message|jobrun|batch|contactmessage|user|role|signin)'
    r"|\w*_historical|events_podiumdraft|events_chase|events_audience|"
    r"knowledgebank_(formgroup|filledform|search))"
)
WRITTEN_TABLE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+(\S+)", re.I
)

STAMP_KEY = "content-stamp"
_own_writes = 0  # seen at once by this process, also inside a transaction that has not ended
_owed = False  # a change that Redis, being away, did not hear of


def stamp() -> str | None:
    """Changes with every change of content; None when nobody can tell, so that nothing is kept."""
    shared = _redis_stamp() if settings.REDIS_URL else _file_stamp()
    return None if shared is None else f"{shared}-{_own_writes}"


def renew() -> None:
    """Forget every kept page, in every process."""
    global _owed
    token = secrets.token_hex(8)
    if settings.REDIS_URL:
        cache.set(STAMP_KEY, token, None)
        _owed = cache.get(STAMP_KEY) != token
        return
    unfinished = _stamp_file().with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    unfinished.write_text(token)
    unfinished.replace(_stamp_file())


def _stamp_file() -> Path:
    return Path(settings.VAR_DIR) / "content.stamp"


def _file_stamp() -> str | None:
    try:
        return _stamp_file().read_text()
    except FileNotFoundError:
        renew()
        return None


def _redis_stamp() -> str | None:
    """None while Redis is away. A change made meanwhile is told to the others before anything is kept."""
    if _owed:
        renew()
    token: str | None = cache.get(STAMP_KEY)
    if token is None:
        renew()
        token = cache.get(STAMP_KEY)
    return None if _owed else token


def watch(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    """Called for every new database connection: notice each write to a table visitors may see."""
    if _notice not in connection.execute_wrappers:
        connection.execute_wrappers.append(_notice)


def _notice(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    global _own_writes
    result = execute(sql, params, many, context)
    text = sql if isinstance(sql, str) else str(sql)
    if text[:1] not in "Ss" and (match := WRITTEN_TABLE.match(text)) and not UNSEEN_TABLES.match(match[1]):
        _own_writes += 1
        connection = context["connection"]
        if not connection.in_atomic_block:
            renew()
        elif not any(getattr(entry[1], "func", None) is _renew_once for entry in connection.run_on_commit):
            transaction.on_commit(partial(_renew_once), using=connection.alias, robust=True)
    return result


def _renew_once() -> None:
    renew()
