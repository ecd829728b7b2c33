"""What follows from a few values and the language alone is worked out once: in a list few cells differ."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.utils.translation import get_language

Values = ParamSpec("Values")
Found = TypeVar("Found")


def once_per_language(function: Callable[Values, Found]) -> Callable[Values, Found]:
    """For a function of values that can be hashed; it may translate and look up an address, nothing else."""

    @lru_cache(maxsize=2048)
    def kept(_language: str | None, *args: Values.args, **kwargs: Values.kwargs) -> Found:
        return function(*args, **kwargs)

    @wraps(function)
    def found(*args: Values.args, **kwargs: Values.kwargs) -> Found:
        return kept(get_language(), *args, **kwargs)  # type: ignore[arg-type]

    return found
