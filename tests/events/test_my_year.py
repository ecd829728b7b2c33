"""My year, other contributions, and the requests that wait for somebody."""

from datetime import date

import pytest
from django.urls import reverse

from events.actions import logging
from events.models import Contribution, Podium, PodiumRequest
from network.models import Message
from tests.conftest import client_for

pytestmark = pytest.mark.usefixtures("today")

YEARS, REQUESTS = reverse("my_years"), reverse("my_requests")


def podium(person, day, **changes):
    values = {"kind": "workshop", "host_name": "Boost"} | changes
    return logging.log_podium(by=None, network=person.network, ambassadors=[person], date=day, **values)


def test_each_year_has_its_own_rows_and_dots(ambassador_client, ambassador, other_ambassador):
    now = podium(ambassador, date(2026, 6, 1), audience=20)
    before = [podium(ambassador, date(2025, 4 + month, 1), audience=10) for month in range(3)]
    outside = podium(ambassador, date(2025, 3, 31))
    podium(other_ambassador, date(2026, 6, 2))

    context = ambassador_client.get(YEARS).context

    assert [(one["standing"].done, one["podia"], one["audience"]) for one in context["years"]] == [
        (1, [now], 20),
        (3, before[::-1], 30),
    ]
    assert context["outside"] == [outside]
    assert context["in_a_row"] == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(ambassador_client, ambassador, fan, rows, django_assert_num_queries):
    for number in range(rows):
        podium(ambassador, date(2026, 6, 1 + number), host=fan, host_name="")
        Contribution.objects.create(person=ambassador, date=date(2026, 6, 1 + number), title="Hielp")
    ambassador_client.get(YEARS)

    with django_assert_num_queries(6):  # session, user, person, terms and pauses, podia, contributions
        ambassador_client.get(YEARS)


def test_a_contribution_stands_beside_the_promise(ambassador_client, ambassador):
    ambassador_client.post(
        reverse("my_contribution_new"), {"title": "Hielp bij de bijeenkomst", "date": "2026-11-20"}
    )

    page = ambassador_client.get(YEARS)
    assert [c.title for c in page.context["contributions"]] == ["Hielp bij de bijeenkomst"]
    assert page.context["years"][0]["standing"].done == 0


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 151}, "title"),
        ({"date": "gisteren"}, "date"),
        ({"notes": "x" * 5001}, "notes"),
    ],
)
def test_bad_contributions_keep_what_was_typed(ambassador_client, typed, field):
    values = {"title": "Hielp", "date": "2026-11-20", "notes": "Koffie gezet"} | typed
    answer = ambassador_client.post(reverse("my_contribution_new"), values)

    assert set(answer.context["form"].errors) == {field}
    for name, value in values.items():
        assert answer.context["form"][name].value() == value
    assert not Contribution.objects.exists()


def test_only_ones_own_contribution_can_be_removed(ambassador_client, ambassador, other_ambassador):
    mine = Contribution.objects.create(person=ambassador, date=date(2026, 6, 1), title="Hielp")
    theirs = Contribution.objects.create(person=other_ambassador, date=date(2026, 6, 1), title="Hielp")

    assert ambassador_client.post(reverse("my_contribution_remove", args=[theirs.pk])).status_code == 404
    ambassador_client.post(reverse("my_contribution_remove", args=[mine.pk]))
    assert list(Contribution.objects.all()) == [theirs]


# --- requests -----------------------------------------------------------------------------------------


@pytest.fixture
def asked(network, fan):
    return PodiumRequest.objects.create(
        network=network, title="Twaalf bakkers", kind="workshop", date=date(2027, 1, 8), place="Ommen",
        host=fan, audience=12,
    )  # fmt: skip


def test_i_want_this(ambassador_client, ambassador, asked, leader, facilitator, client_reader, other_leader):
    path = reverse("my_want_request", args=[asked.pk])
    assert ambassador_client.get(path).status_code == 200
    assert not Podium.objects.exists()

    for _twice in range(2):
        ambassador_client.post(path)

    idea = Podium.objects.get()
    assert (idea.status, idea.origin, idea.request, idea.date) == ("idea", "request", asked, date(2027, 1, 8))
    assert list(idea.ambassadors.all()) == [ambassador]
    mails = Message.objects.filter(kind="hand_raised")
    assert {mail.recipient for mail in mails} == {leader.email, facilitator.email}
    assert mails[0].reply_to == ambassador.email
    page = ambassador_client.get(REQUESTS).context
    assert (page["ideas"], page["fitting"], page["further"]) == ([idea], [], [])
    assert ambassador_client.get(reverse("my_home")).context["standing"].agreed == 0


def test_two_ambassadors_may_want_the_same(ambassador_client, other_ambassador, asked, network):
    path = reverse("my_want_request", args=[asked.pk])
    ambassador_client.post(path)
    client_for(other_ambassador.user, network).post(path)

    assert Podium.objects.filter(request=asked).count() == 2


def test_rather_not_after_all(ambassador_client, asked):
    ambassador_client.post(reverse("my_want_request", args=[asked.pk]))
    idea = Podium.objects.get()
    for _twice in range(2):
        ambassador_client.post(reverse("my_drop_idea", args=[idea.pk]))

    idea.refresh_from_db()
    assert idea.status == "cancelled"
    assert [request for request, _match in ambassador_client.get(REQUESTS).context["fitting"]] == [asked]


def test_what_was_agreed_is_not_dropped_as_an_idea(ambassador_client, asked):
    ambassador_client.post(reverse("my_want_request", args=[asked.pk]))
    idea = Podium.objects.get()
    logging.agree_podium(idea, by=None)

    ambassador_client.post(reverse("my_drop_idea", args=[idea.pk]))

    idea.refresh_from_db()
    assert idea.status == "agreed"


def test_closed_past_and_foreign_requests_do_not_exist(ambassador_client, asked, other_network):
    foreign = PodiumRequest.objects.create(network=other_network, title="Geheim", kind="workshop")
    assert ambassador_client.get(reverse("my_want_request", args=[foreign.pk])).status_code == 404
    PodiumRequest.objects.filter(pk=asked.pk).update(date=date(2026, 11, 22))
    assert ambassador_client.post(reverse("my_want_request", args=[asked.pk])).status_code == 404
    PodiumRequest.objects.filter(pk=asked.pk).update(date=None, closed_at="2026-11-01T12:00:00+01:00")
    assert ambassador_client.post(reverse("my_want_request", args=[asked.pk])).status_code == 404
    assert not Podium.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_requests_in_a_fixed_number_of_queries(
    ambassador_client, ambassador, network, fan, rows, django_assert_num_queries
):
    for number in range(rows):
        PodiumRequest.objects.create(network=network, title=f"R{number}", kind="workshop", host=fan)
        wanted = PodiumRequest.objects.create(network=network, title=f"W{number}", kind="fair", host=fan)
        podium(ambassador, date(2027, 1, 1), status="idea", request=wanted)
    ambassador_client.get(REQUESTS)

    with django_assert_num_queries(7):  # session, user, person, podia, requests, terms and pauses, work
        ambassador_client.get(REQUESTS)
