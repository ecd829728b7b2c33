"""A request from the public form to its end: confirmed, held, changed, withdrawn, declined; never lost."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from events import links
from events.actions import offering, requesting
from events.models import Offer, Podium, PodiumRequest
from events.priority import Priority, answer_before, due_on, priority, remind_on
from network.actions import composing, sending
from network.models import Message
from network.suspicion import Signs
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("today")

ASKED = {
    "kind": "presentation",
    "date": "2026-12-16",
    "place": "Deventer",
    "audience": "60",
    "description": "Zestig ondernemers, veel bouw. Iemand die eerlijk vertelt.",
    "host_name": "MKB Deventer",
    "contact_name": "Bas van Laar",
    "contact_email": "bas@mkb-deventer.example",
}
HONEST = Signs(seconds=40, filled_trap=False, place="hier")


def fill_in(visitor, path="/vraag/", **changed):
    """Open the form as a person does, wait, and send it."""
    page = visitor.get(path)
    form = page.context["form"]
    hidden = {"shown_at": form.initial["shown_at"], "token": form.initial["token"]}
    if form.initial.get("preferred"):
        hidden["preferred"] = form.initial["preferred"]
    with time_machine.travel(timezone.now() + timedelta(seconds=40), tick=False):
        return visitor.post("/vraag/", {**ASKED, **hidden, **changed})


def received(network, **changed):
    values = {**ASKED, "date": date(2026, 12, 16), "audience": 60, "preferred_id": None} | changed
    return requesting.receive(network=network, values=values, language="nl", signs=HONEST)


def mails(kind):
    return [message.recipient for message in Message.objects.filter(kind=kind).order_by("recipient")]


def text_of(kind):
    return composing.Composer().compose(Message.objects.filter(kind=kind).latest("pk")).text


def test_the_form_asks_eight_things_and_works_without_javascript(visitor):
    page = visitor.get("/vraag/")

    form = page.context["form"]
    assert [field.name for field in form.visible_fields() if field.name != "website"] == list(ASKED)
    assert "<script" not in page.content.decode().partition("<main")[2].partition("</main>")[0]


def test_a_request_is_kept_confirmed_and_told(visitor, network, leader, facilitator):
    answer = fill_in(visitor)

    assert answer.status_code == 302
    request = PodiumRequest.objects.get()
    assert (request.state, request.host_name, request.audience) == ("open", "MKB Deventer", 60)
    assert request.due_on == TODAY + timedelta(days=3)
    assert mails("request_received") == ["bas@mkb-deventer.example"]
    assert mails("request_came_in") == sorted([leader.email, facilitator.email])
    copy = text_of("request_received")
    assert "Zestig ondernemers, veel bouw." in copy
    assert "/aanvraag/" in copy


def test_from_somebodys_page_the_request_is_for_them(visitor, ambassador, leader):
    page = visitor.get(f"/vraag/?voor={ambassador.slug}")
    assert "Marleen" in page.content.decode()

    fill_in(visitor, f"/vraag/?voor={ambassador.slug}")

    assert PodiumRequest.objects.get().preferred == ambassador
    for kind in ("request_received", "request_came_in"):
        assert f"Het liefst: {ambassador.full_name}" in text_of(kind)


@pytest.mark.parametrize("wrong", ["niemand", "", "x" * 500])
def test_a_preference_that_is_nobody_is_no_preference(visitor, wrong):
    assert fill_in(visitor, preferred=wrong).status_code == 302
    assert PodiumRequest.objects.get().preferred is None


def test_the_same_form_sent_twice_is_one_request(visitor):
    page = visitor.get("/vraag/")
    form = page.context["form"]
    typed = {**ASKED, "shown_at": form.initial["shown_at"], "token": form.initial["token"]}

    for _ in range(2):
        assert visitor.post("/vraag/", typed).status_code == 302

    assert PodiumRequest.objects.count() == 1


def test_what_was_typed_stays_and_what_is_wrong_is_said(visitor):
    answer = fill_in(visitor, contact_email="bas", date="2026-11-22")

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"contact_email", "date"}
    assert "Zestig ondernemers, veel bouw." in answer.content.decode()
    assert not PodiumRequest.objects.exists()


def test_what_looks_like_spam_is_held_and_never_lost(visitor, network, leader):
    fill_in(visitor, description="Zie http://a.example en http://b.example")

    request = PodiumRequest.objects.get()
    assert request.state == "held"
    assert request.suspicion
    assert not Message.objects.exists()
    assert not PodiumRequest.objects.open(TODAY).exists()

    assert requesting.release(request, by=leader)
    assert not requesting.release(request, by=leader)
    assert mails("request_received") == ["bas@mkb-deventer.example"]
    assert PodiumRequest.objects.open(TODAY).get() == request


def test_one_click_releases_or_refuses(leader_client, network):
    held, spam = (
        PodiumRequest.objects.create(
            network=network, kind="workshop", state="held", contact_email="a@b.example"
        )
        for _ in range(2)
    )

    leader_client.post(reverse("admin:request_do", args=[held.pk, "vrijgeven"]))
    leader_client.post(reverse("admin:request_do", args=[spam.pk, "weigeren"]))

    held.refresh_from_db()
    spam.refresh_from_db()
    assert (held.state, spam.state) == ("open", "refused")
    assert Message.objects.filter(kind="request_received").count() == 1


def test_whoever_asked_follows_changes_and_takes_back_by_the_link(visitor, network, leader, ambassador):
    request = received(network)
    offering.offer(request, by=leader, people=[ambassador])
    path = links.request_url(request).removeprefix("http://pioniers.localhost")
    page = visitor.get(path)
    assert page.status_code == 200
    assert "Marleen" not in page.content.decode()  # who was asked stays between us

    visitor.post(path, {**ASKED, "audience": "80", "start_time": "20:00", "end_time": "22:00"})
    request.refresh_from_db()
    assert (request.audience, str(request.start_time)) == (80, "20:00:00")
    assert mails("request_changed") == [leader.email]

    visitor.post(path, {"withdraw": "1"})
    request.refresh_from_db()
    assert request.state == "withdrawn"
    assert Offer.objects.get().state == "closed"
    assert mails("offer_closed") == [ambassador.email]
    assert visitor.post(path, {"withdraw": "1"}).status_code == 302
    assert mails("offer_closed") == [ambassador.email]


def test_a_promised_day_that_went_by_is_admitted(visitor, network):
    request = received(network)
    path = links.request_url(request).removeprefix("http://pioniers.localhost")
    PodiumRequest.objects.filter(pk=request.pk).update(due_on=TODAY)
    assert "Je hoort vóór" in visitor.get(path).text
    PodiumRequest.objects.filter(pk=request.pk).update(due_on=TODAY - timedelta(days=1))
    page = visitor.get(path).text
    assert "We zeiden dat je vóór" in page
    assert "Je hoort vóór" not in page


def test_opening_the_link_changes_nothing(visitor, network):
    path = links.request_url(received(network)).removeprefix("http://pioniers.localhost")
    before = list(PodiumRequest.objects.values())

    for _ in range(10):
        visitor.get(path)

    assert list(PodiumRequest.objects.values()) == before


@pytest.mark.parametrize("token", ["x", "1:abc:def", "a" * 300])
def test_a_link_that_is_not_ours_leads_nowhere(visitor, token):
    for name in ("request_by_link", "offer_by_link", "file_by_link", "host_outcome"):
        assert visitor.get(reverse(name, args=[token])).status_code == 404


def test_nobody_found_is_said_kindly(network, leader):
    request = received(network)

    assert requesting.decline(request, by=leader, words="Iedereen staat die week al ergens.")
    assert not requesting.decline(request, by=leader, words="nog eens")

    assert mails("request_declined") == ["bas@mkb-deventer.example"]
    assert "Iedereen staat die week al ergens." in text_of("request_declined")
    request.refresh_from_db()
    assert request.state == "declined"
    assert request.answered_at
    assert requesting.reopen(request, by=leader)


def test_many_from_one_address_are_held_and_kept(network):
    states = [received(network).state for _ in range(5)]

    assert states == ["open"] * 3 + ["held"] * 2


def test_no_mail_of_a_request_shows_an_ambassadors_address(network, leader, ambassador, other_ambassador):
    request = received(network)
    asked = offering.offer(request, by=leader, people=[ambassador, other_ambassador])
    offering.accept(asked[0], by=None)
    sending.sweep()

    to_the_host = Message.objects.filter(recipient="bas@mkb-deventer.example")
    assert to_the_host.count() >= 3
    for message in to_the_host:
        composed = composing.Composer().compose(message)
        for person in (ambassador, other_ambassador):
            assert person.email not in composed.text + composed.html + message.reply_to


def test_days_left_and_days_to_answer():
    day = date(2026, 11, 23)
    assert priority(day, None) == Priority.CALM
    assert priority(day, day + timedelta(days=10)) == Priority.NOW
    assert priority(day, day + timedelta(days=28)) == Priority.SOON
    assert priority(day, day + timedelta(days=29)) == Priority.CALM
    assert due_on(day, None) == day + timedelta(days=3)
    assert due_on(day, day + timedelta(days=5)) == day + timedelta(days=1)
    assert due_on(day, day) == day
    assert answer_before(day, None) == day + timedelta(days=7)
    assert answer_before(day, day + timedelta(days=6)) == day + timedelta(days=2)
    assert answer_before(day, day + timedelta(days=1)) == day + timedelta(days=1)
    assert day < remind_on(day, day + timedelta(days=7)) < day + timedelta(days=7)


def test_a_hand_and_the_list_of_the_leader(network, ambassador, leader_client):
    request = received(network)
    requesting.raise_hand(request, by=ambassador.user, person=ambassador)

    page = leader_client.get(reverse("admin:request", args=[request.pk])).content.decode()

    assert "stak hiervoor een hand op" in page.casefold()
    leader_client.post(reverse("admin:request_do", args=[request.pk, "geven"]), {"person": ambassador.pk})
    podium = Podium.objects.get()
    assert (podium.status, podium.date) == ("agreed", date(2026, 12, 16))


def test_a_request_without_a_day_comes_after_those_with_one(network):
    received(network, date=None, host_name="Ooit")
    received(network, date=date(2026, 12, 20), host_name="Later", contact_email="later@host.example")
    received(network, date=date(2026, 12, 10), host_name="Straks", contact_email="straks@host.example")
    assert [request.host_name for request in PodiumRequest.objects.soonest_first()] == [
        "Straks",
        "Later",
        "Ooit",
    ]
