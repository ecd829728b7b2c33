"""Redis away is an empty cache, not an error page."""

import pytest
from allauth.core.internal import ratelimit as limits
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import RequestFactory

from config import caching
from config.caching import ForgivingRedisCache
from network.actions import counting
from tests import servers


@pytest.fixture
def cache_at(settings, monkeypatch):
    monkeypatch.setattr(ForgivingRedisCache, "away_until", 0.0)
    made = []

    def make(url: str) -> ForgivingRedisCache:
        made.append(ForgivingRedisCache(url, {"OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1}}))
        return made[-1]

    yield make
    for cache in made:
        for pool in cache._cache._pools.values():
            pool.disconnect()


def test_with_redis_it_is_a_cache(cache_at, redis_url):
    cache = cache_at(redis_url)
    cache.clear()
    cache.set("a", 1)
    assert cache.add("a", 2) is False
    assert cache.get("a") == 1
    assert cache.incr("a") == 2
    assert cache.get_many(["a", "b"]) == {"a": 2}
    assert cache.has_key("a") is True
    assert cache.delete("a") is True
    assert cache.get("a", "gone") == "gone"


def test_without_redis_every_question_has_an_answer(cache_at):
    cache = cache_at(f"redis://127.0.0.1:{servers.free_port()}/0")
    cache.set("a", 1)
    assert cache.get("a", "gone") == "gone"
    assert cache.add("a", 1) is True
    assert cache.incr("a", 3) == 3
    assert cache.get_many(["a"]) == {}
    assert cache.set_many({"a": 1}) == ["a"]
    assert cache.has_key("a") is False
    assert cache.touch("a") is False
    assert cache.delete("a") is False
    assert cache.delete_many(["a"]) is None
    assert cache.clear() is False
    assert cache.get_or_set("a", lambda: "made") == "made"


def test_an_unreachable_redis_is_left_alone_for_a_while(cache_at, monkeypatch, redis_url):
    away = cache_at(f"redis://127.0.0.1:{servers.free_port()}/0")
    away.get("a")
    there = cache_at(redis_url)
    there.set("a", 1)
    assert there.get("a") is None  # nobody was asked
    monkeypatch.setattr(ForgivingRedisCache, "away_until", 0.0)
    there.set("a", 1)
    assert there.get("a") == 1


# --- What is counted goes on being counted --------------------------------------------------------------


@pytest.fixture
def away(cache_at, monkeypatch) -> ForgivingRedisCache:
    """The whole site's cache is a Redis that nobody can reach."""
    caching._own.clear()
    cache = cache_at(f"redis://127.0.0.1:{servers.free_port()}/0")
    for module in (counting, limits):
        monkeypatch.setattr(module, "cache", cache)
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.cache", cache)
    yield cache
    caching._own.clear()


def test_how_many_come_from_one_place_is_counted_without_redis(away):
    assert [counting.before("hall") for _ in range(3)] == [0, 1, 2]
    assert counting.before("elsewhere") == 0
    assert away.get("something else") is None


def test_wrong_codes_are_counted_without_redis(away):
    """Else the second lock could be tried without end by whoever makes Redis stumble."""
    request = RequestFactory().post("/")
    five = {"login_failed": "5/900s/key"}
    tried = [
        limits.consume(request, app="account", action="login_failed", key="leader", config=five)
        for _ in range(7)
    ]
    assert [bool(one) for one in tried] == [True] * 5 + [False] * 2


def test_a_code_is_used_once_without_redis(away, leader):
    factor = TOTP.activate(leader, generate_totp_secret())
    assert [factor._mark_code_used("123456") for _ in range(2)] == [True, False]


def test_what_begins_otherwise_is_kept_nowhere(away):
    away.set("page:/", "x")
    away.set("counted:x", 1)
    assert (away.get("page:/"), away.get("counted:x")) == (None, 1)
    assert away.get_many(["counted:x"]) == {}
