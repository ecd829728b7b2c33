"""What takes long begins first, so that at the end no process works on alone while the others wait."""

import pytest


@pytest.hookimpl(trylast=True)  # after Django's tests were put in order; these need nothing but a transaction
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda test: test.get_closest_marker("long") is None)
