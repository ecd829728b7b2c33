"""Whole stories on the demonstration, in a real browser."""

import pytest
from django.core.management import call_command

from network.models import Network
from tests.conftest import client_for


@pytest.fixture
def demo(transactional_db, settings, tmp_path) -> Network:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.OUTBOX_FOLDER = tmp_path / "mail"
    call_command("demo", verbosity=0)
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
