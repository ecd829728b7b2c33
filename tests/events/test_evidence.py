"""Two answers that agree confirm an audience, one is an estimate, two that differ are a conflict."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.evidence import Evidence, counted, evidence
from events.models import Podium

NUMBER = st.one_of(st.none(), st.integers(0, 200), st.sampled_from([2**31 - 1, 10**9]))


@pytest.mark.parametrize(
    ("ambassador", "host", "settled", "figure", "sure"),
    [
        (None, None, None, 0, Evidence.UNKNOWN),
        (60, None, None, 60, Evidence.ESTIMATE),
        (None, 55, None, 55, Evidence.ESTIMATE),
        (None, None, 40, 40, Evidence.ESTIMATE),
        (60, None, 50, 50, Evidence.ESTIMATE),
        (60, 60, None, 60, Evidence.CONFIRMED),
        (60, 54, None, 54, Evidence.CONFIRMED),
        (60, 53, None, 53, Evidence.CONFLICT),
        (5, 2, None, 2, Evidence.CONFIRMED),
        (5, 1, None, 1, Evidence.CONFLICT),
        (80, 20, 35, 35, Evidence.CONFIRMED),
        (0, 0, None, 0, Evidence.CONFIRMED),
    ],
)
def test_the_table(ambassador, host, settled, figure, sure):
    assert counted(ambassador, host, settled) == figure
    assert evidence(ambassador, host, settled) == sure


@pytest.mark.parametrize(
    ("ambassador", "host", "settled", "checked_in", "figure", "sure"),
    [
        (None, None, None, 12, 12, Evidence.ESTIMATE),
        (60, None, None, 12, 60, Evidence.ESTIMATE),  # not everybody scans
        (60, None, None, 54, 60, Evidence.CONFIRMED),  # the audience itself is the second voice
        (None, 5, None, 2, 5, Evidence.CONFIRMED),
        (20, None, None, 45, 45, Evidence.CONFLICT),
        (60, 58, None, 64, 64, Evidence.CONFIRMED),
        (60, 58, None, 90, 90, Evidence.CONFLICT),
        (60, 58, 70, 90, 70, Evidence.CONFIRMED),
        (None, None, 30, 45, 30, Evidence.ESTIMATE),
    ],
)
def test_who_checked_in_was_there(ambassador, host, settled, checked_in, figure, sure):
    assert counted(ambassador, host, settled, checked_in) == figure
    assert evidence(ambassador, host, settled, checked_in=checked_in) == sure


def test_readers_stay_an_estimate():
    assert evidence(500, 500, is_media=True) == Evidence.ESTIMATE


@given(one=NUMBER, other=NUMBER, settled=NUMBER)
def test_it_does_not_matter_who_says_what(one, other, settled):
    assert evidence(one, other, settled) == evidence(other, one, settled)
    assert counted(one, other, settled) == counted(other, one, settled)


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    audience=NUMBER,
    host=NUMBER,
    reached=NUMBER,
    kind=st.sampled_from(["workshop", "interview"]),
    checked_in=st.one_of(st.just(0), st.integers(0, 200), st.just(2**31 - 1)),
)
def test_the_database_holds_the_same_rule(network, audience, host, reached, kind, checked_in):
    made = Podium.objects.create(
        network=network,
        kind=kind,
        date=date(2026, 3, 1),
        audience=audience,
        audience_by_host=host,
        reached=reached,
        checked_in=checked_in,
    )

    kept = Podium.objects.get(pk=made.pk)

    assert kept.evidence == evidence(
        audience, host, reached, is_media=kind == "interview", checked_in=checked_in
    )
    assert kept.counted == counted(audience, host, reached, checked_in)
