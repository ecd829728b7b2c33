"""Everything that is kept, as text: what was let go of must not stand in it."""

from pathlib import Path

from django.conf import settings
from django.db import connection


def places_of(word: str) -> list[str]:
    """Where a word still stands: table and column, or the name or content of a file."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {quoted}")
            columns = [column[0] for column in cursor.description or ()]
            for row in cursor.fetchall():
                found += [f"{table}.{c}" for c, value in zip(columns, row, strict=True) if _in(word, value)]
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        if path.is_file() and (_in(word, path.name) or word.encode() in path.read_bytes()):
            found.append(f"file {path.name}")
    return sorted(set(found))


def _in(word: str, value: object) -> bool:
    """Also as JSON writes it, with its accents escaped."""
    text = str(value).lower()
    return word.lower() in text or word.encode("unicode_escape").decode().lower() in text
