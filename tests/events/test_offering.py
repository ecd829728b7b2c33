"""Asking ambassadors: the first yes closes the rest, a reminder and an escalation, each once."""

import threading
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, connections, transaction
from django.urls import reverse
from django.utils import timezone

from ambassadors.models import Pause
from events import links
from events.actions import logging, offering, requesting
from events.models import MatchingWeight, Offer, Podium, PodiumFile, PodiumRequest
from events.suggesting import suggestions
from network import clock
from network.actions import composing, gate
from network.models import Message
from tests.conftest import TODAY, make_person

THE_DAY = date(2026, 12, 16)
TERM = (date(2025, 4, 1), date(2028, 4, 1))


@pytest.fixture
def asked(network):
    return PodiumRequest.objects.create(
        network=network, kind="presentation", date=THE_DAY, place="Ommen", host_name="MKB Deventer",
        contact_name="Bas", contact_email="bas@mkb.example", audience=60, description="Zestig ondernemers.",
    )  # fmt: skip


@pytest.fixture
def third(network):
    return make_person(network, "Yusuf", "Demir", term=TERM)


@pytest.fixture
def offers(today, asked, leader, ambassador, other_ambassador, third):
    return offering.offer(
        asked, by=leader, people=[ambassador, other_ambassador, third], words="Iets voor jou?"
    )


def states():
    return list(Offer.objects.order_by("pk").values_list("state", flat=True))


def to(kind):
    return sorted(Message.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_three_are_asked_once_each(offers, asked, leader, ambassador, other_ambassador, third):
    again = offering.offer(asked, by=leader, people=[ambassador])

    assert again == []
    assert to("offer") == sorted([ambassador.email, other_ambassador.email, third.email])
    asked.refresh_from_db()
    assert asked.owner == leader
    mail = composing.Composer().compose(Message.objects.filter(kind="offer").first())
    assert "Iets voor jou?" in mail.text
    assert mail.text.count("/gevraagd/") == 3


def test_one_yes_settles_everything(offers, asked, ambassador, other_ambassador, third):
    podium = offering.accept(offers[0], by=ambassador.user)

    assert states() == ["accepted", "closed", "closed"]
    assert to("offer_closed") == sorted([other_ambassador.email, third.email])
    assert to("request_agreed") == ["bas@mkb.example"]
    asked.refresh_from_db()
    assert asked.state == "agreed"
    assert asked.answered_at
    assert (podium.status, podium.date, podium.origin, podium.request) == (
        "agreed",
        THE_DAY,
        "request",
        asked,
    )
    assert list(podium.ambassadors.all()) == [ambassador]
    assert PodiumFile.objects.get().podium == podium
    assert to("podium_invitation") == sorted([ambassador.email, "bas@mkb.example"])


def test_the_same_yes_twice_is_one(offers, ambassador):
    first = offering.accept(offers[0], by=ambassador.user)

    assert offering.accept(offers[0], by=ambassador.user) == first
    assert Podium.objects.count() == 1


def test_a_second_yes_comes_too_late(offers, ambassador, other_ambassador):
    offering.accept(offers[0], by=ambassador.user)

    with pytest.raises(offering.TooLate):
        offering.accept(offers[1], by=other_ambassador.user)
    assert Podium.objects.count() == 1


def test_the_database_itself_lets_one_yes_through(offers):
    Offer.objects.filter(pk=offers[0].pk).update(state="accepted", answered_at=timezone.now())

    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.filter(pk=offers[1].pk).update(state="accepted", answered_at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_two_yes_at_the_same_moment_one_wins(asked, leader, ambassador, other_ambassador):
    made = offering.offer(asked, by=leader, people=[ambassador, other_ambassador])
    start, outcomes = threading.Barrier(2), []

    def say_yes(offer):
        try:
            start.wait(10)
            outcomes.append(offering.accept(offer, by=None))
        except offering.TooLate:
            outcomes.append(None)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=say_yes, args=[offer]) for offer in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert len(outcomes) == 2
    assert outcomes.count(None) == 1
    assert Podium.objects.filter(status="agreed").count() == 1
    assert sorted(states()) == ["accepted", "closed"]
    assert connection.is_usable()


def test_no_and_not_now_keep_it_open(offers, asked, ambassador, other_ambassador):
    assert offering.decline(offers[0], by=ambassador.user)
    assert offering.not_now(offers[1], by=other_ambassador.user, words="Na maart graag.")
    assert not offering.decline(offers[0], by=ambassador.user)

    assert states() == ["declined", "not_now", "asked"]
    asked.refresh_from_db()
    assert asked.is_open
    assert offering.accept(offers[1], by=other_ambassador.user).status == "agreed"  # changed their mind


def test_a_day_still_open_makes_an_idea_with_a_file(today, asked, leader, ambassador):
    PodiumRequest.objects.update(date=None)
    asked.refresh_from_db()
    (offer,) = offering.offer(asked, by=leader, people=[ambassador])

    podium = offering.accept(offer, by=None)

    assert podium.status == "idea"
    assert to("podium_invitation") == []
    logging.agree_podium(podium, by=None, date=THE_DAY)
    assert to("podium_invitation") == sorted([ambassador.email, "bas@mkb.example"])


def test_a_raised_hand_becomes_the_podium(today, asked, ambassador, other_ambassador, leader):
    requesting.raise_hand(asked, by=None, person=ambassador)
    requesting.raise_hand(asked, by=None, person=other_ambassador)

    podium = offering.give_to(asked, by=leader, person=ambassador)

    assert list(podium.ambassadors.all()) == [ambassador]
    assert sorted(Podium.objects.values_list("status", flat=True)) == ["agreed", "cancelled"]
    assert to("offer_closed") == [other_ambassador.email]


def test_it_falls_through_and_is_open_again(offers, asked, ambassador, leader):
    podium = offering.accept(offers[0], by=ambassador.user)

    assert offering.take_back(asked, by=leader)
    assert not offering.take_back(asked, by=leader)

    asked.refresh_from_db()
    podium.refresh_from_db()
    assert (asked.state, podium.status) == ("open", "cancelled")
    assert Message.objects.filter(kind="podium_invitation").count() == 4  # two in, two out


def test_reminder_then_escalation_each_once(network, offers, other_ambassador):
    offering.decline(offers[1], by=None)
    counts = []
    for days in range(12):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            on = TODAY + timedelta(days=days)
            counts.append((days, *offering.run(network, on=on).values()))
            assert offering.run(network, on=on) == {"reminded": 0, "escalated": 0}

    assert [line for line in counts if line[1] or line[2]] == [(4, 2, 0), (7, 0, 2)]
    assert len(to("offer_reminder")) == 2
    assert other_ambassador.email not in to("offer_reminder")


def test_a_late_run_escalates_without_a_mail_that_makes_no_sense_any_more(network, offers):
    assert offering.run(network, on=TODAY + timedelta(days=30)) == {"reminded": 0, "escalated": 3}


def test_an_answer_ends_the_reminder_that_waits(network, offers):
    offering.run(network, on=TODAY + timedelta(days=4))
    reminder = Message.objects.filter(kind="offer_reminder", about_id=offers[0].pk).get()
    offering.decline(offers[0], by=None)

    assert gate.judge(reminder, now=clock.now()).drop


# --- By the link ----------------------------------------------------------------------------------------


def path_of(offer):
    return links.offer_url(offer).removeprefix("http://pioniers.localhost")


def test_the_link_asks_once_more_before_it_counts(offers, visitor):
    for _ in range(5):
        assert visitor.get(path_of(offers[0]) + "?keuze=accepted").status_code == 200
    assert states() == ["asked"] * 3

    page = visitor.post(path_of(offers[0]), {"answer": "accepted"})

    assert page.status_code == 200
    assert states() == ["accepted", "closed", "closed"]
    late = visitor.post(path_of(offers[1]), {"answer": "accepted"})
    assert late.status_code == 200
    assert "Net te laat" in late.content.decode()


def test_not_now_wants_the_rest_of_the_sentence(offers, visitor):
    assert visitor.post(path_of(offers[0]), {"answer": "not_now"}).status_code == 422
    assert visitor.post(path_of(offers[0]), {"answer": "not_now", "words": "Na maart."}).status_code == 200
    assert Offer.objects.get(pk=offers[0].pk).answer == "Na maart."


def test_in_mijn_the_question_stands_first_and_not_among_the_others(offers, ambassador_client):
    page = ambassador_client.get(reverse("my_requests")).content.decode()

    assert "Aan jou gevraagd" in page
    assert page.count("MKB Deventer") >= 1
    assert ambassador_client.get(reverse("my_offer", args=[offers[0].pk])).status_code == 200
    assert ambassador_client.get(reverse("my_offer", args=[offers[1].pk])).status_code == 404


# --- Suggestions from the database ----------------------------------------------------------------------


def test_what_the_database_knows_becomes_reasons(today, asked, ambassador, other_ambassador, third):
    Pause.objects.create(person=third, start=date(2026, 12, 1), end=date(2027, 1, 4))
    podium = Podium.objects.create(network=asked.network, kind="panel", status="agreed", date=THE_DAY)
    podium.ambassadors.add(other_ambassador)

    found = {one.person_id: one.match for one in suggestions(asked, TODAY)}

    assert "nearby" in found[ambassador.pk].because
    assert found[ambassador.pk].is_possible
    assert found[third.pk].never == ("paused",)
    assert found[other_ambassador.pk].never == ("clash",)


def test_the_weights_of_the_network_count(today, asked, ambassador, leader_client, network):
    before = suggestions(asked, TODAY)[0].match.score
    page = leader_client.get(reverse("admin:matching_weights"))
    weights = dict(page.context["form"].initial)

    leader_client.post(reverse("admin:matching_weights"), {**weights, "nearby": "10"})

    assert dict(MatchingWeight.objects.values_list("name", "weight")) == {"nearby": 10}
    assert suggestions(asked, TODAY)[0].match.score == before + 7
    answer = leader_client.post(reverse("admin:matching_weights"), {**weights, "nearby": "11"})
    assert answer.status_code == 422


@pytest.mark.parametrize("number", [1, 3])
def test_suggestions_take_the_same_queries(today, asked, number, django_assert_num_queries):
    for n in range(number):
        make_person(asked.network, f"N{n}", "Iemand", term=TERM)

    with django_assert_num_queries(8):
        assert len(suggestions(asked, TODAY)) == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_request_takes_the_same_queries(
    today, asked, number, leader_client, leader, django_assert_max_num_queries
):
    people = [make_person(asked.network, f"N{n}", "Iemand", term=TERM) for n in range(number * 2)]
    offering.offer(asked, by=leader, people=people[:number])
    leader_client.get(reverse("admin:index"))

    with django_assert_max_num_queries(30):
        assert leader_client.get(reverse("admin:request", args=[asked.pk])).status_code == 200


def test_asking_from_the_page(today, asked, leader_client, ambassador, foreign_ambassador):
    path = reverse("admin:request", args=[asked.pk])
    assert leader_client.post(path, {}).status_code == 422
    assert leader_client.post(path, {"people": [foreign_ambassador.pk]}).status_code == 422

    leader_client.post(path, {"people": [ambassador.pk], "words": "Graag"})

    assert to("offer") == [ambassador.email]


def test_who_said_yes_and_opens_the_mail_again_is_led_to_the_file(offers, asked, visitor, other_ambassador):
    podium = offering.accept(offers[0], by=None)
    for offer, there in ((offers[0], True), (offers[1], False)):
        page = visitor.get(links.offer_url(offer).removeprefix("http://pioniers.localhost")).content.decode()
        assert (reverse("my_file", args=[podium.pk]) in page) is there


def test_whoever_asked_for_somebody_else_reads_that_it_did_not_work_out(
    offers, asked, leader, ambassador, other_ambassador, leader_client, visitor
):
    asked.preferred = other_ambassador
    asked.save()
    offering.accept(offers[0], by=ambassador.user)
    mail = Message.objects.get(kind="request_agreed")
    assert f"Je vroeg naar {other_ambassador.full_name}" in composing.Composer().compose(mail).text
    asked.preferred = ambassador
    asked.save()
    assert "Je vroeg naar" not in composing.Composer().compose(mail).text


def test_the_leader_reads_whom_the_form_said_to_ask_first_until_it_is_done(
    today, asked, leader, ambassador, leader_client, visitor
):
    asked.preferred = ambassador
    asked.save()
    address = reverse("admin:request", args=[asked.pk])
    promised = f"MKB Deventer las op onze site dat we {ambassador.full_name} als eerste vragen."
    assert promised in leader_client.get(address).text
    assert f"Je wilt het liefst {ambassador.full_name}." in visitor.get(links.request_path(asked)).text
    offering.offer(asked, by=leader, people=[ambassador])
    assert promised not in leader_client.get(address).text
