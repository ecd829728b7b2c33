"""A question put into SQL once and asked again and again: putting a long one together costs more than asking.

What is kept is the question, never its answer. What differs from one asking to the next is `Given`; every
other value must be part of the key under which the question is kept:

    @lru_cache(maxsize=64)
    def _published(network_id: int, on: date) -> Question:
        return Question(Person.objects.filter(network=network_id, slug=Given("slug", SlugField())).public(on))

    _published(network.pk, clock.today()).objects(slug=slug)
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Expression, Field, QuerySet
from django.db.models.query import ModelIterable, get_related_populators
from django.db.models.sql.compiler import SQLCompiler


class Given(Expression):
    """A value that is said when the question is asked: a text or a number, the same for every database."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


class Question:
    def __init__(self, found: "QuerySet[Any, Any]") -> None:
        self._query = found.query
        compiler = self._compiler()
        try:
            self._sql, self._params = compiler.as_sql()
        except EmptyResultSet:  # known beforehand: nothing can be found
            self._sql, self._params = "", ()
            return
        # What Django's own ModelIterable reads of it to make objects of rows.
        self._columns = [column for column, _sql, _alias in compiler.select]
        self._annotated = compiler.annotation_col_map or {}
        if found._iterable_class is ModelIterable:
            klass = compiler.klass_info
            first, last = klass["select_fields"][0], klass["select_fields"][-1]
            self._own = slice(first, last + 1)
            self._names = [column.target.attname for column in self._columns[self._own]]
            self._model = klass["model"]
            self._related = get_related_populators(klass, compiler.select, connection.alias)  # type: ignore[call-arg]

    def rows(self, **given: int | str) -> list[tuple[Any, ...]]:
        """As the database gives them: SQLite gives a day as a text, which `as_day` reads."""
        if not self._sql:
            return []
        params = [given[one.name] if isinstance(one, Given) else one for one in self._params]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, params)
            return cursor.fetchall()

    def objects(self, **given: int | str) -> list[Any]:
        """As the QuerySet gives them, with what was annotated and what select_related brings."""
        return [self._object(row) for row in self._read(self.rows(**given))]

    def tuples(self, **given: int | str) -> list[tuple[Any, ...]]:
        """As a QuerySet with values_list gives them."""
        return [tuple(row) for row in self._read(self.rows(**given))]

    def _read(self, rows: list[tuple[Any, ...]]) -> Iterable[Sequence[Any]]:
        if not rows:
            return rows
        compiler = self._compiler()
        return compiler.apply_converters(rows, compiler.get_converters(self._columns))

    def _object(self, row: Sequence[Any]) -> Any:
        found = self._model.from_db(connection.alias, self._names, row[self._own])
        for related in self._related:
            related.populate(row, found)
        for name, at in self._annotated.items():
            setattr(found, name, row[at])
        return found

    def _compiler(self) -> SQLCompiler:
        return self._query.get_compiler(connection=connection)


def as_day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
