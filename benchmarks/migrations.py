"""Every migration after the first of its app, undone and done again over a filled database: promise D5.

From zero to the last, then over some 565,000 rows each one down and up again, the latest first. Of every
move the seconds from its first change to its last, no more than which a lock is held: the goal is 2.
Afterwards the schema must be what it was, and no row may be gone from a table that was there all the time.
What cannot be undone is named. Ends with an error when a promise is not kept.
Run: python -m benchmarks.migrations [--people 20000] [--databases sqlite postgresql]
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks import grown
from benchmarks.apart import DATABASES, environment, throw_away_database
from benchmarks.chase import fill

GOAL = 2  # seconds
OURS = ("network", "ambassadors", "knowledgebank", "events")
SCHEMA = {
    "sqlite": "SELECT type, tbl_name, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'",
    "postgresql": """
        SELECT 'column', table_name, column_name,
               concat_ws(' ', data_type, is_nullable, column_default, generation_expression)
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
        FROM pg_trigger WHERE NOT tgisinternal
    """,
}
Name = tuple[str, str]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=20_000)
    options.add_argument("--databases", choices=DATABASES, nargs="+", default=DATABASES)
    options.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.here:
        sys.exit(drill(arguments.people))
    failed = 0
    for database in arguments.databases:
        print(f"\n{database}", flush=True)
        command = [sys.executable, "-m", "benchmarks.migrations", "--here", "--people", str(arguments.people)]
        with throw_away_database(database) as own:
            failed += subprocess.run(command, env=environment(**own)).returncode
    sys.exit(bool(failed))


def drill(people: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    started = time.perf_counter()
    call_command("migrate", verbosity=0)
    print(f"{'from zero to the last':<52}{time.perf_counter() - started:6.2f} s")
    fill(people)
    grown.fill()
    rows, schema = counted(), described()
    print(f"{'rows':<52}{sum(rows.values()):>6}")

    later = list(after_the_first())
    undone, lasting = [], []
    for name, before in reversed(later):
        if not is_reversible(name):
            print(f"{'.'.join(name):<52}cannot be undone; those before it were not tried")
            break
        lasting.append(move(name, before, "down"))
        undone.append(name)
    left = counted()
    lasting += [move(name, name, "up") for name in reversed(undone)]

    again = counted()
    lost = sorted(table for table in left if again.get(table) != rows.get(table))
    promises = {
        f"no move longer than {GOAL} s": max(lasting, default=0) <= GOAL,
        f"no row lost{': ' + ', '.join(lost) if lost else ''}": not lost,
        f"the schema as it was, {len(schema)} parts": described() == schema,
    }
    for promise, is_kept in promises.items():
        print(f"{promise:<52}{'kept' if is_kept else 'NOT KEPT'}")
    return int(not all(promises.values()))


def after_the_first() -> Iterator[tuple[Name, Name]]:
    """Our migrations in the order in which they are done, each with the one of its app before it."""
    executor = new_executor()
    last: dict[str, Name] = {}
    for migration, _backwards in executor.migration_plan(
        executor.loader.graph.leaf_nodes(), clean_start=True
    ):
        name = (migration.app_label, migration.name)
        if migration.app_label in OURS:
            if before := last.get(migration.app_label):
                yield name, before
            last[migration.app_label] = name


def is_reversible(name: Name) -> bool:
    migration = new_executor().loader.get_migration(*name)
    return all(operation.reversible for operation in migration.operations)


def move(name: Name, target: Name, way: str) -> float:
    """The seconds for which one migration may lock, down to the one before it or up to itself."""
    from django.db import connection

    changes = Changes()
    with connection.execute_wrapper(changes):
        new_executor().migrate([target])
    print(f"{'.'.join(name):<46}{way:<6}{changes.seconds:6.2f} s", flush=True)
    return changes.seconds


class Changes:
    """The seconds from the begin of the first statement that is no question to the end of the last."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._began: float | None = None

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if self._began is None and not sql.lstrip().upper().startswith("SELECT"):
            self._began = time.perf_counter()
        result = execute(sql, params, many, context)
        if self._began is not None:
            self.seconds = time.perf_counter() - self._began
        return result


def new_executor() -> Any:
    """One that knows what has been done by now."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    return MigrationExecutor(connection)


def counted() -> dict[str, int]:
    """By table, how many rows; what the database and the migrations note of themselves is no data."""
    from django.db import connection

    counts = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != "django_migrations" and not table.startswith("sqlite_"):
                cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
                counts[table] = cursor.fetchone()[0]
    return counts


def described() -> set[tuple[str, ...]]:
    """Every column, constraint, index and trigger, as the database words it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(SCHEMA[connection.vendor])
        return set(cursor.fetchall())


if __name__ == "__main__":
    main()
