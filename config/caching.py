"""A cache that may be away: pages go on without it, a little slower, and limits go on being counted."""

import logging
import time
from functools import partial
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
PAUSE = 5.0
"""Seconds in which an unreachable Redis is not asked again: a page asks it several times."""
COUNTED = ("counted:", "allauth:rl:", "allauth.mfa.totp.used")
"""How keys begin that say how often something was tried, and which codes were used.

Without them nobody would be held back while Redis is away. Each process then counts for itself: with four of
them somebody gets at most four times as many attempts, and whoever is held back is held back at once.
"""
_own = LocMemCache("counted-while-redis-is-away", {"OPTIONS": {"MAX_ENTRIES": 20_000}})


class ForgivingRedisCache(RedisCache):
    """Redis as Django knows it; an unreachable server is an empty cache instead of an error page."""

    away_until = 0.0  # of the whole process: a cache object lives as long as one request

    def _ask(self, method: str, without: Any, *args: Any, **kwargs: Any) -> Any:
        cls = type(self)
        if args and isinstance(args[0], str) and args[0].startswith(COUNTED):
            without = partial(getattr(_own, method), *args, **kwargs)
        if time.monotonic() < cls.away_until:
            return without() if isinstance(without, partial) else without
        try:
            return getattr(super(), method)(*args, **kwargs)
        except (RedisError, OSError) as error:
            cls.away_until = time.monotonic() + PAUSE
            logger.warning("The cache is away: %s", type(error).__name__)
            return without() if isinstance(without, partial) else without

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._ask("get", default, key, default, version=version)

    def get_many(self, keys: Any, version: int | None = None) -> Any:
        return self._ask("get_many", {}, keys, version=version)

    def has_key(self, key: Any, version: int | None = None) -> bool:
        return self._ask("has_key", False, key, version=version)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._ask("add", True, key, value, timeout, version=version)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        return self._ask("set", None, key, value, timeout, version=version)

    def set_many(self, data: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> Any:
        return self._ask("set_many", list(data), data, timeout, version=version)

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._ask("touch", False, key, timeout, version=version)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return self._ask("delete", False, key, version=version)

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        return self._ask("delete_many", None, keys, version=version)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        return self._ask("incr", delta, key, delta, version=version)

    def clear(self) -> Any:
        return self._ask("clear", False)
