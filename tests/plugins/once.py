"""What never asks the test's database runs once: on PostgreSQL it would be the very same test again.

These are the pure rules, the few tests that start a whole installation with a database of its own, and what
is marked `looks`: it judges how a page or a mail reads and looks, once it is made. That it is made, on both
databases, other tests show.
"""

import os

import pytest

ASKING = {"db", "transactional_db", "live_server"}


def asks_the_database(test: pytest.Item) -> bool:
    if test.get_closest_marker("looks"):
        return False
    return not ASKING.isdisjoint(getattr(test, "fixturenames", ())) or bool(
        test.get_closest_marker("django_db")
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not os.environ.get("TEST_DATABASE_URL"):
        return
    if same := [test for test in items if not asks_the_database(test)]:
        config.hook.pytest_deselected(items=same)
        items[:] = [test for test in items if asks_the_database(test)]
