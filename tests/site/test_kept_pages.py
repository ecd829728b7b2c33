"""Kept pages are exact: a write to whatever a page reads makes it anew, and the hour changes nothing."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from network import freshness, pages
from tests.conftest import client_for
from tests.site.doors import Door
from tests.site.test_access import rows_with_address
from tests.site.world import World, build

READ = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)"?', re.I)
FEWEST = 50  # pages that are kept, both languages together


@pytest.fixture
def world(today, network, other_network, settings, tmp_path) -> World:
    settings.VAR_DIR = settings.MEDIA_ROOT = tmp_path
    pages.forget()
    freshness.renew()
    return build(network, other_network)


def public_addresses(world: World) -> list[str]:
    found = []
    for address, row in rows_with_address():
        if row.door is not Door.EVERYBODY or row.missing or row.post_only:
            continue
        values = row.values(world.here, world) if row.values else {}
        for language in ("nl", "en"):
            with translation.override(language):
                found.append(reverse(address.name, kwargs=values) + row.query)
    return list(dict.fromkeys(found))


def kept_addresses(world: World) -> dict[str, tuple[bytes, set[str]]]:
    """Every address whose page is kept: what it says, and the tables it reads when it is made."""
    visitor, found = client_for(None, world.here.network), {}
    for url in public_addresses(world):
        pages.forget()
        with CaptureQueriesContext(connection) as queries:
            response = visitor.get(url)
        if pages._plain or pages._variants:
            tables = {table for query in queries for table in READ.findall(query["sql"])}
            found[url] = (response.content, tables & set(connection.introspection.table_names()))
    return found


def test_whatever_a_kept_page_reads_is_watched(world):
    """Read from the questions themselves, so that a page that begins to show something new is in it too."""
    kept = kept_addresses(world)
    assert len(kept) >= FEWEST
    for url, (_content, tables) in kept.items():
        assert "network_network" in tables, url
    unseen = {}
    for table in sorted({table for _content, tables in kept.values() for table in tables}):
        before = freshness.stamp()
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE 1 = 0")
        if freshness.stamp() == before:
            unseen[table] = [url for url, (_content, tables) in kept.items() if table in tables]
    assert unseen == {}


def test_a_kept_page_says_the_same_all_day(world, time_machine):
    """It is kept until the day is over, so nothing on it may follow the hour."""
    time_machine.move_to("2026-11-23T00:00:01+01:00", tick=False)
    early = kept_addresses(world)
    time_machine.move_to("2026-11-23T23:59:59+01:00", tick=False)
    late = kept_addresses(world)
    assert len(early) >= FEWEST
    assert [url for url in early | late if early.get(url) != late.get(url)] == []
