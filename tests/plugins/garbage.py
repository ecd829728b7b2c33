"""Garbage is collected seldom: a test process holds a million objects that stay till the end."""

import gc


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()  # modules, tests and models are there until the end
    gc.set_threshold(20_000, 20, 20)
