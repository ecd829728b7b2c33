"""The leader's weekly mail: whom to call, who waits for an answer, and what happened in that week alone."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from ambassadors.models import PodiumKind
from events.models import Lead, Offer, Podium, PodiumRequest
from network.actions import digest
from network.models import Target, TargetKind
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def asked(network, today):
    request = PodiumRequest.objects.create(
        network=network,
        kind="presentation",
        date=TODAY + 21 * DAY,
        host_name="MKB Deventer",
        due_on=TODAY - DAY,
    )
    PodiumRequest.objects.filter(pk=request.pk).update(asked_at=timezone.now() - 4 * DAY)
    return request


def waits(network):
    return {queue.label: (queue.note, queue.url) for queue in digest.week(network)["queues"]}


def test_a_calm_week_says_nothing_of_waiting(network, today):
    week = digest.week(network)
    assert (week["calls"], week["items"], week["queues"], week["figures"]) == ([], [], [], [])


def test_requests_offers_and_leads_are_told_before_they_are_late(
    network, today, asked, ambassador, other_ambassador
):
    for person, days in ((ambassador, 2), (other_ambassador, 3)):
        Offer.objects.create(request=asked, person=person, answer_before=TODAY + days * DAY)
    for days in (1, -1):
        Lead.objects.create(
            network=network, name="Petra", confirmed_at=timezone.now(), answer_by=TODAY + days * DAY
        )
    found = waits(network)

    assert list(found) == [
        "1 podium request waits for an answer",
        "2 questions to pioneers have no answer",
        "2 entrepreneurs want to know more and have no answer",
    ]
    notes = [note for note, _url in found.values()]
    assert notes[0].endswith("; 1 waits longer than agreed")
    assert "longer" not in notes[1]
    assert notes[2].endswith("; 1 waits longer than agreed")
    addresses = [url for _note, url in found.values()]
    assert addresses[2].endswith(reverse("admin:lead_board"))
    assert all(address.startswith("http") for address in addresses)


def test_what_is_settled_or_of_another_network_is_not_told(
    network, other_network, today, asked, foreign_ambassador
):
    theirs = PodiumRequest.objects.create(network=other_network, kind="panel", date=TODAY + DAY)
    Offer.objects.create(request=theirs, person=foreign_ambassador, answer_before=TODAY)
    Lead.objects.create(network=other_network, name="Els", confirmed_at=timezone.now())
    PodiumRequest.objects.filter(pk=asked.pk).update(answered_at=timezone.now())
    assert waits(network) == {}


def test_whom_a_talk_helps_stands_apart_and_once(network, today, asked, ambassador):
    Offer.objects.create(
        request=asked, person=ambassador, answer_before=TODAY - DAY, escalated_at=timezone.now()
    )
    PodiumRequest.objects.create(network=network, kind="panel", host_name="Boost", due_on=TODAY)
    week = digest.week(network)

    assert [[item.who for item in row] for row in week["calls"]] == [[ambassador.full_name]]
    assert [item.who for item in week["items"]] == ["Boost"]
    assert all(item.url.startswith("http") for item in [*week["calls"][0], *week["items"]])
    assert (week["waiting"], week["more"]) == (2, 0)


def test_what_happened_is_of_this_week_and_not_of_the_whole_target(network, today):
    Target.objects.create(
        network=network, kind=TargetKind.REACHED, start=date(2026, 1, 1), end=date(2027, 1, 1), amount=450
    )
    for days, audience in ((3, 40), (100, 900)):
        Podium.objects.create(
            network=network, kind=PodiumKind.PANEL, date=TODAY - days * DAY, status="done", audience=audience,
            counted=audience, evidence="estimated",
        )  # fmt: skip

    told = dict(digest.week(network)["figures"])
    assert (told["entrepreneurs reached"], told["podia"]) == ("40", "1")


def test_the_mail_costs_the_same_however_many_wait(network, today, asked, django_assert_num_queries):
    def one_more():
        PodiumRequest.objects.create(network=network, kind="panel", host_name="Boost", due_on=TODAY)
        Lead.objects.create(network=network, name="Els", confirmed_at=timezone.now(), answer_by=TODAY - DAY)

    one_more()
    for _n in (1, 3):
        with django_assert_num_queries(24):
            digest.week(network)
        one_more()
        one_more()
