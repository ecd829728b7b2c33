"""Whatever is typed into the forms around a request, by whomever: an answer, never an error of the server."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from events import links
from events.actions import preparing
from events.forms.requests import AnswerForm, FileForm, HostOutcomeForm, RequestForm
from events.models import Offer, Podium, PodiumRequest
from network import suspicion
from tests.conftest import TODAY
from tests.events.test_my_fuzz import ANY, DAYS, KINDS, many, sent

pytestmark = pytest.mark.usefixtures("today")
few = settings(parent=many, max_examples=12)  # several pages for each


def typed_into(names, **chosen):
    anything = st.dictionaries(
        st.sampled_from([*names, "network", "state", "part"]),
        st.one_of(ANY, st.lists(ANY, max_size=3)),
        max_size=9,
    )
    return st.tuples(anything, st.fixed_dictionaries({}, optional=chosen)).map(lambda pair: pair[0] | pair[1])


REQUEST = typed_into(
    [*RequestForm.base_fields, "start_time", "end_time", "withdraw"],
    kind=KINDS, date=DAYS, description=ANY, host_name=ANY, contact_name=ANY,
    contact_email=st.one_of(st.just("bas@mkb.example"), ANY),
)  # fmt: skip


@pytest.fixture
def asked(network):
    return PodiumRequest.objects.create(network=network, kind="workshop", description="x", contact_name="y")


@pytest.fixture
def podium(network, ambassador, asked):
    made = Podium.objects.create(
        network=network, kind="workshop", status="done", date=TODAY - timedelta(days=1), request=asked
    )
    made.ambassadors.add(ambassador)
    preparing.open_file(made, by=None, request=asked)
    return made


def path_of(url):
    return url.removeprefix("http://pioniers.localhost")


def posted(client, path, typed):
    """As `sent`, and 422 is the answer to what is wrong."""
    original, client.post = client.post, lambda *args, **kw: _as_200(original(*args, **kw))
    try:
        return sent(client, path, typed)
    finally:
        client.post = original


def _as_200(answer):
    if answer.status_code == 422:
        answer.status_code = 200
    return answer


@many
@given(typed=REQUEST)
def test_asking(visitor, monkeypatch, typed):
    monkeypatch.setattr(suspicion, "FLOOD_PER_PLACE_AN_HOUR", 10_000)
    posted(visitor, reverse("ask"), typed)


@many
@given(typed=REQUEST)
def test_changing(visitor, asked, typed):
    posted(visitor, path_of(links.request_url(asked)), typed)


@few
@given(
    typed=typed_into(AnswerForm.base_fields, answer=st.sampled_from(["declined", "not_now", "x"]), words=ANY)
)
def test_answering(visitor, ambassador_client, asked, ambassador, typed):
    offer, _made = Offer.objects.get_or_create(request=asked, person=ambassador, answer_before=TODAY)
    posted(visitor, path_of(links.offer_url(offer)), typed)
    posted(ambassador_client, reverse("my_offer", args=[offer.pk]), typed)


@few
@given(
    typed=typed_into(
        [*FileForm.base_fields, "done", "more", "text"], part=st.sampled_from(["file", "ticks", "note"])
    )
)
def test_writing_in_the_file(visitor, ambassador_client, leader_client, podium, typed):
    posted(visitor, path_of(links.file_url(podium.file)), typed)
    posted(ambassador_client, reverse("my_file", args=[podium.pk]), typed)
    posted(leader_client, reverse("admin:podium_file", args=[podium.pk]), typed)


@many
@given(typed=typed_into(HostOutcomeForm.base_fields, says=st.sampled_from(["happened", "cancelled", "x"])))
def test_how_it_was(visitor, podium, typed):
    posted(visitor, path_of(links.file_url(podium.file, outcome=True)), typed)


@few
@given(typed=typed_into(["people", "words", "person", "audience", "cancelled", "nearby", "far"]))
def test_the_pages_of_the_leader(leader_client, asked, podium, typed):
    posted(leader_client, reverse("admin:request", args=[asked.pk]), typed)
    posted(leader_client, reverse("admin:request_do", args=[asked.pk, "geven"]), typed)
    posted(leader_client, reverse("admin:matching_weights"), typed)
    posted(leader_client, reverse("admin:podium_audience", args=[podium.pk]), typed)
