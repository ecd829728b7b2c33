"""Signed addresses: what we gave out comes back, and nothing else."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.utils import timezone

from network.links import Expired, opened, opened_in_time

SALT = "a test"


@pytest.mark.parametrize("token", ["", "x", "é", "1:2:3", "a" * 5000, "\x00"])
def test_what_is_not_ours_opens_nothing(token):
    assert opened(token, salt=SALT, days=1) is None
    assert opened(signing.dumps(7, salt="another"), salt=SALT) is None


def test_ours_opens_until_its_time_is_over():
    token = signing.dumps([7, "a"], salt=SALT)
    assert opened(token, salt=SALT, days=60) == [7, "a"]
    with time_machine.travel(timezone.now() + timedelta(days=61), tick=False):
        assert opened(token, salt=SALT) == [7, "a"]
        with pytest.raises(Expired):
            opened(token, salt=SALT, days=60)
        assert opened_in_time(token, salt=SALT, days=60) is None
