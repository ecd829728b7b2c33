"""Whatever is typed into the forms of Mijn: an answer, never an error of the server."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import links
from events.actions import logging
from events.forms.podia import ContributionForm, OutcomeForm, PodiumForm
from events.models import Podium, PodiumRequest
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("today")

ODD = st.sampled_from(
    [
        "", " ", "0", "-1", str(2**31), str(2**63), str(2**64), "1e400", "NaN", "٣", "\x00", "a\x00b",
        "\ud800", "🎤" * 300, "x" * 10_000, "'; DROP TABLE events_podium; --", "<script>alert(1)</script>",
        "{{ 7|add:1 }}", "%s%n", "../../etc/passwd", "null", "true", "\r\nBcc: x@y.example", "﷽",
    ]
)  # fmt: skip
DAYS = st.one_of(
    st.sampled_from(
        ["0000-00-00", "0001-01-01", "9999-12-31", "99999-01-01", "2026-02-29", "29-02-2028", "31-11-2026",
         "2026-11-23T10:00", "1-1-1", "-1-1-1", "today"]
    ),
    st.dates().map(str),
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)  # a client cannot send half a pair
ANY = st.one_of(ODD, DAYS, WORDS, st.integers().map(str), st.times().map(str))
KINDS = st.one_of(st.sampled_from(["workshop", "interview", "one_to_one"]), ODD)


def typed_into(form, **chosen):
    """Some of the fields of a form, each with anything in it, and some fields that do not exist."""
    names = [*form.base_fields, "token", "again", "join", "network", "owner"]
    anything = st.dictionaries(st.sampled_from(names), st.one_of(ANY, st.lists(ANY, max_size=3)), max_size=9)
    return st.tuples(anything, st.fixed_dictionaries({}, optional=chosen)).map(lambda pair: pair[0] | pair[1])


PODIUM = typed_into(
    PodiumForm, kind=KINDS, when=st.sampled_from(["today", "yesterday", "other", "x"]), day=DAYS, where=ANY
)
OUTCOME = typed_into(
    OutcomeForm, outcome=st.sampled_from(["happened", "moved", "cancelled", "x"]), new_date=DAYS
)
many = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def sendable(text):
    """What arrives of half a pair: a client cannot send it as it is."""
    return text.encode("utf-8", "replace").decode()


def sent(client, path, typed):
    typed = {
        name: [sendable(part) for part in value] if isinstance(value, list) else sendable(value)
        for name, value in typed.items()
    }
    answer = client.post(path, typed)
    assert answer.status_code in (200, 302, 404), answer.status_code
    if answer.status_code == 200 and b"<script>alert(1)</script>" in answer.content:
        raise AssertionError("written into the page as it was typed")
    return answer


@pytest.fixture
def podium(network, ambassador):
    return logging.log_podium(
        by=None, network=network, ambassadors=[ambassador], kind="workshop", date=TODAY, host_name="Boost"
    )


@many
@given(typed=PODIUM)
def test_logging_a_podium(ambassador_client, ambassador, other_ambassador, typed):
    sent(ambassador_client, reverse("my_log_podium"), typed)

    assert ambassador_client.get(reverse("my_log_podium")).status_code == 200
    assert not Podium.objects.exclude(network=ambassador.network).exists()


@many
@given(typed=PODIUM)
def test_keeping_a_draft(ambassador_client, typed):
    sent(ambassador_client, reverse("my_draft_save"), typed)

    assert ambassador_client.get(reverse("my_log_podium")).status_code == 200
    assert not Podium.objects.exists()


@many
@given(typed=PODIUM)
def test_typing_while_signed_out(visitor, typed):
    assert sent(visitor, reverse("my_log_podium"), typed).status_code == 302


@many
@given(typed=PODIUM)
def test_correcting_a_podium(ambassador_client, podium, typed):
    sent(ambassador_client, reverse("my_podium_edit", args=[podium.pk]), typed)

    assert ambassador_client.get(reverse("my_years")).status_code == 200


@many
@given(typed=OUTCOME)
def test_telling_how_it_went(ambassador_client, visitor, podium, ambassador, typed):
    Podium.objects.filter(pk=podium.pk).update(status="agreed")
    sent(ambassador_client, reverse("my_outcome", args=[podium.pk]), typed)
    path = links.outcome_url(podium, ambassador).removeprefix("http://pioniers.localhost")
    sent(visitor, path, typed)


@many
@given(typed=typed_into(ContributionForm, date=DAYS, title=ANY))
def test_adding_a_contribution(ambassador_client, typed):
    sent(ambassador_client, reverse("my_contribution_new"), typed)


@many
@given(query=ANY)
def test_addresses_and_queries(ambassador_client, network, podium, query):
    query = sendable(query)
    PodiumRequest.objects.get_or_create(network=network, title="Bakkers", kind="workshop")
    for name in ("my_home", "my_requests", "my_years", "my_log_podium"):
        assert ambassador_client.get(reverse(name), {"keuze": query, "page": query}).status_code == 200
    path = reverse("my_outcome", args=[podium.pk])
    assert ambassador_client.get(path, {"keuze": query}).status_code == 200
