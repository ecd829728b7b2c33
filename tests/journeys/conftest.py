"""Whole stories on the demonstration, in a real browser."""

import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from network import clock
from network.models import Network
from tests.conftest import client_for
from tests.plugins import database


@pytest.fixture
def demo(transactional_db, settings, tmp_path) -> Network:
    """Made once a day, as it counts from the day itself; this test has a copy of its own.

    Not on PostgreSQL: a database put in the place of another hangs up on what later tests use.
    """

    def files_in(folder: Path) -> None:
        settings.MEDIA_ROOT = folder / "media"
        settings.OUTBOX_FOLDER = folder / "mail"

    def make(folder: Path) -> None:
        files_in(folder)
        call_command("demo", verbosity=0)

    if connection.vendor == "postgresql":
        make(tmp_path)
        return Network.objects.get(slug="pioniers")
    kept = database.copy_of(f"demo_{clock.today():%Y%m%d}", make)
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    files_in(tmp_path)
    return Network.objects.get(slug="pioniers")


@pytest.fixture
def at(live_server) -> str:
    """The address of the demonstration network."""
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"


@pytest.fixture
def enter(at, demo):
    """Puts somebody's session, second factor included, into a browser."""

    def sign_in(page, user):
        session = client_for(user, demo).cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": at}])
        return page

    return sign_in


@pytest.fixture
def site(live_server, network, settings, tmp_path) -> str:
    """A network of its own, without the demonstration."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.OUTBOX_FOLDER = tmp_path / "mail"
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"
