"""What every test stands on; the cast of people is in tests/conftest.py."""

pytest_plugins = ["tests.plugins.nothing_skipped", "tests.plugins.services", "tests.plugins.browser"]
