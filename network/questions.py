"""A question put into SQL once and asked again and again: putting a long one together costs more than asking.

What is kept is the question, never its answer. Its values must be part of the key under which it is kept:

    @lru_cache(maxsize=64)
    def _everything(network_id: int, on: date) -> Question: ...
"""

from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


class Question:
    def __init__(self, found: "QuerySet[Any, Any]") -> None:
        try:
            self._sql, self._params = found.query.sql_with_params()
        except EmptyResultSet:  # known beforehand: nothing can be found
            self._sql, self._params = "", ()

    def rows(self) -> list[tuple[Any, ...]]:
        """As the database gives them: SQLite gives a day as a text, which `as_day` reads."""
        if not self._sql:
            return []
        with connection.cursor() as cursor:
            cursor.execute(self._sql, self._params)
            return cursor.fetchall()


def as_day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
