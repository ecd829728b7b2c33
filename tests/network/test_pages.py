"""Kept pages: no SQL while nothing changes, never older than the last change, whoever made it."""

import gzip

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.urls import reverse

from ambassadors.models import Person
from network import freshness, pages, share_picture


@pytest.fixture(autouse=True)
def _own_stamp(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    pages.forget()
    freshness.renew()


def test_a_kept_page_costs_no_sql(visitor, ambassador, django_assert_num_queries):
    first = visitor.get("/pioniers/")
    with django_assert_num_queries(0):
        again = visitor.get("/pioniers/")
    assert again.content == first.content
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == "public, no-cache"
    assert "Set-Cookie" not in again.headers


def test_nobody_has_a_page_made_again_by_adding_to_its_address(
    visitor, ambassador, django_assert_num_queries
):
    first = visitor.get("/pioniers/?page=1&evil=%22%3E")
    assert "evil" not in first.text
    with django_assert_num_queries(0):
        for query in ("?page=1", "?x=1&page=1", "?page=1&x=" + "y" * 500, "?page=1&page=1&evil"):
            assert visitor.get(f"/pioniers/{query}").content == first.content


def test_what_a_page_reads_makes_another_page(visitor, ambassador, other_ambassador):
    assert "Oosterveld" in visitor.get("/pioniers/").text
    both = {visitor.get(f"/pioniers/?page=1&sector={sector}").content for sector in ("zorg", "bouw")}
    assert len(both) == 2


MADE_UP = [
    *(f"?page={number}" for number in (0, 2, 99, -1, "01", "1.0", "x", "٣")),
    "?sector=ruimtevaart", "?near=Timboektoe", "?theme=x", "?kind=panel&page=7", "?region=%00",
    "?sector=zorg&near=Nergens",
]  # fmt: skip


def kept() -> int:
    return len(pages._plain) + len(pages._variants)


@pytest.mark.parametrize("path", ["/pioniers/", "/verhalen/", "/kennisbank/"])
def test_only_what_a_page_knows_is_kept(visitor, ambassador, path):
    for query in ("", "?page=1", "?x=2"):
        visitor.get(path + query)
    assert kept() == 2
    for query in MADE_UP:
        assert visitor.get(path + query).status_code == 200, query
    assert kept() == 2


def test_whatever_is_asked_the_pages_stay_within_their_number(
    visitor, ambassador, monkeypatch, django_assert_num_queries
):
    """Choices and ports are without end; the pages that are linked to stay where they are."""
    monkeypatch.setattr(pages, "MOST_VARIANTS", 3)
    visitor.get("/pioniers/")
    for number in range(6):
        visitor.get("/pioniers/", headers={"host": f"pioniers.localhost:{8000 + number}"})
    for query in ("?page=1", "?sector=zorg", "?page=1&sector=zorg"):
        visitor.get(f"/pioniers/{query}")
    assert (len(pages._plain), len(pages._variants)) == (1, 3)
    with django_assert_num_queries(0):
        visitor.get("/pioniers/")
        visitor.get("/pioniers/?page=1")
    visitor.get("/pioniers/", headers={"host": "pioniers.localhost:9000"})
    with django_assert_num_queries(0):  # asked for last, so it went last
        visitor.get("/pioniers/?page=1")


def test_a_shared_picture_is_drawn_once(visitor, network, monkeypatch):
    share_picture.draw.cache_clear()
    for query in ("", "?x=1", "?x=2"):
        assert visitor.get(reverse("share_picture", args=["site", "home"]) + query).status_code == 200
    visitor.head(reverse("share_picture", args=["site", "home"]))
    assert share_picture.draw.cache_info().misses == 1


def test_a_known_page_is_not_sent_again(visitor, ambassador):
    etag = visitor.get("/pioniers/")["ETag"]
    answer = visitor.get("/pioniers/", headers={"if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_page_is_sent_small_to_whoever_can_read_it(visitor, ambassador):
    whole = visitor.get("/pioniers/")
    small = visitor.get("/pioniers/", headers={"accept-encoding": "gzip"})
    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == whole.content
    assert "Accept-Encoding" in small["Vary"]


@pytest.mark.parametrize(
    "change",
    [
        lambda person: Person.objects.filter(pk=person.pk).update(quote="Begin maandag."),
        lambda person: Person.objects.bulk_update([_with_quote(person)], ["quote"]),
        lambda person: _with_quote(person).save(),
        lambda person: _raw(person),
    ],
    ids=["update", "bulk_update", "save", "raw SQL"],
)
def test_every_way_to_change_somebody_is_seen_at_once(visitor, ambassador, change):
    assert "Begin maandag." not in visitor.get("/pioniers/").text
    change(ambassador)
    assert "Begin maandag." in visitor.get("/pioniers/").text


def _with_quote(person):
    person.quote = "Begin maandag."
    return person


def _raw(person):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE ambassadors_person SET quote = %s WHERE id = %s", ["Begin maandag.", person.pk]
        )


def test_withdrawn_consent_takes_a_person_off_the_site_at_once(visitor, ambassador):
    address = ambassador.get_absolute_url()
    assert visitor.get(address).status_code == 200
    ambassador.publication_consent_at = None
    ambassador.save()
    assert visitor.get(address).status_code == 404
    assert ambassador.full_name not in visitor.get("/pioniers/").text


@pytest.mark.django_db(transaction=True)
def test_other_processes_hear_of_a_change_when_it_is_final(network, settings):
    shared = freshness._stamp_file()
    before = shared.read_text()
    with transaction.atomic():
        network.name = "Pioniers"
        network.save()
        assert shared.read_text() == before
    assert shared.read_text() != before


def test_what_visitors_never_see_keeps_the_pages(visitor, ambassador, leader, django_assert_num_queries):
    visitor.get("/pioniers/")
    leader.last_login = None
    leader.save()
    with django_assert_num_queries(0):
        visitor.get("/pioniers/")


def test_a_page_is_made_afresh_on_another_day(visitor, ambassador, time_machine):
    time_machine.move_to("2026-11-23T12:00:00+01:00")
    assert ambassador.full_name in visitor.get("/pioniers/").text
    time_machine.move_to("2028-04-01T00:00:01+02:00")  # the day after the term
    assert ambassador.full_name not in visitor.get("/pioniers/").text


def test_each_network_and_language_has_its_own_page(visitor, ambassador, foreign_ambassador):
    from tests.conftest import client_for

    other = client_for(None, foreign_ambassador.network)
    assert "Oosterveld" in visitor.get("/").text
    assert "van Gerwen" not in visitor.get("/").text
    assert "van Gerwen" in other.get("/").text
    assert '<html lang="en"' in visitor.get("/en/").text
    assert '<html lang="nl"' in visitor.get("/").text


def test_without_a_stamp_nothing_is_kept(visitor, ambassador, monkeypatch):
    visitor.get("/pioniers/")
    freshness._stamp_file().unlink()
    assert freshness.stamp() is None
    assert freshness.stamp() is not None


def _use_redis(settings, url):
    from config.caching import ForgivingRedisCache

    ForgivingRedisCache.away_until = 0.0
    settings.REDIS_URL = url
    settings.CACHES = {"default": {"BACKEND": "config.caching.ForgivingRedisCache", "LOCATION": url}}


def test_with_redis_away_nothing_is_kept_and_what_changed_is_told_when_it_is_back(
    db, settings, redis_url, monkeypatch
):
    monkeypatch.setattr(freshness, "_owed", False)
    _use_redis(settings, redis_url)
    before = freshness.stamp()
    assert before == freshness.stamp() is not None
    _use_redis(settings, "redis://127.0.0.1:1/0")
    assert freshness.stamp() is None
    freshness.renew()  # a change that Redis does not hear of
    assert freshness.stamp() is None
    _use_redis(settings, redis_url)
    after = freshness.stamp()
    assert after is not None
    assert after != before


CACHES = {
    "in memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "in the database": {"BACKEND": "django.core.cache.backends.db.DatabaseCache"},
    "redis": {"BACKEND": "config.caching.ForgivingRedisCache"},
}


@pytest.mark.parametrize("kind", list(CACHES))
def test_every_cache_keeps_the_same_pages_as_long(
    kind, visitor, ambassador, settings, redis_url, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr(freshness, "_owed", False)
    settings.CACHES = {"default": {"LOCATION": "django_cache", **CACHES[kind]}}
    if kind == "in the database":
        call_command("createcachetable")
    if kind == "redis":
        _use_redis(settings, redis_url)
    cache.clear()
    first = visitor.get("/pioniers/").content
    with django_assert_num_queries(0):
        assert visitor.get("/pioniers/").content == first
    cache.set("something-else", 1)  # a write, to a table too, that no page shows
    with django_assert_num_queries(0):
        assert visitor.get("/pioniers/").content == first
    _with_quote(ambassador).save()
    for _again in range(2):
        assert "Begin maandag." in visitor.get("/pioniers/").text
        cache.clear()  # whatever the cache loses, no older page comes back
