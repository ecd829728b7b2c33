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


def test_readers_stay_an_estimate():
    assert evidence(500, 500, is_media=True) == Evidence.ESTIMATE


@given(one=NUMBER, other=NUMBER, settled=NUMBER)
def test_it_does_not_matter_who_says_what(one, other, settled):
    assert evidence(one, other, settled) == evidence(other, one, settled)
    assert counted(one, other, settled) == counted(other, one, settled)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(audience=NUMBER, host=NUMBER, reached=NUMBER, kind=st.sampled_from(["workshop", "interview"]))
def test_the_database_holds_the_same_rule(network, audience, host, reached, kind):
    made = Podium.objects.create(
        network=network,
        kind=kind,
        date=date(2026, 3, 1),
        audience=audience,
        audience_by_host=host,
        reached=reached,
    )

    kept = Podium.objects.get(pk=made.pk)

    assert kept.evidence == evidence(audience, host, reached, is_media=kind == "interview")
    assert kept.counted == counted(audience, host, reached)
