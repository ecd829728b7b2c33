"""A real browser for the journeys: the system's Chromium, at a phone's or a laptop's width."""

import os

import pytest
from playwright.sync_api import expect

from tests import servers

# Playwright keeps an event loop in the test's thread, at which Django otherwise refuses its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A crowded machine is slow, not wrong.
expect.set_options(timeout=20_000)

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    executable = servers.chromium()
    if executable is None:
        pytest.skip("No Chromium: install the package chromium to run the journeys in a browser.")
    return {"executable_path": executable, "args": servers.CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args() -> dict:
    return {"viewport": PHONE, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}


@pytest.fixture
def on_laptop(browser, browser_context_args):
    """A page at a laptop's width."""
    context = browser.new_context(**{**browser_context_args, "viewport": LAPTOP})
    yield context.new_page()
    context.close()
