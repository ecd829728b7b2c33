"""Counting what comes in, for the rules against abuse."""

from django.core.cache import cache
from redis.exceptions import ConnectionError

from network.actions import counting


def test_each_name_counts_for_itself_and_this_one_is_not_in_it():
    assert [counting.before("hall") for _ in range(3)] == [0, 1, 2]
    assert counting.before("elsewhere") == 0


def test_a_cache_that_is_away_keeps_nobody_out(monkeypatch):
    def away(*_args, **_options):
        raise ConnectionError("gone")

    monkeypatch.setattr(cache, "add", away)
    assert [counting.before("hall") for _ in range(2)] == [0, 0]
