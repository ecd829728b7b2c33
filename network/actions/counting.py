"""How often something happened lately, for the rules against abuse; kept in the cache and nowhere else.

While Redis is away each process counts in its own memory (`config/caching.py`).
"""

from django.core.cache import cache
from redis.exceptions import RedisError

HOUR = 3600


def before(name: str, *, within: int = HOUR) -> int:
    """Count one more under this name; how many there were before it in so many seconds.

    0 while nobody can tell.
    """
    name = f"counted:{name}"
    try:
        cache.add(name, 0, within)
        return cache.incr(name) - 1
    except (ValueError, RedisError, OSError):
        return 0
