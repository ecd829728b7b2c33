"""What waits for the leader: calls, promises, pauses and outcomes to write down; fans and messages."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ambassadors.models import ContactMoment, Pause, PauseRequest, Term
from events.models import ChaseStep, Podium
from network.models import ContactMessage, Message
from tests.events.leader import LISTS, a_step, person_url, podium


@pytest.fixture(autouse=True)
def _on_monday(today):
    return today


def test_a_call_is_written_down_and_the_task_is_done(leader_client, leader, ambassador, foreign_ambassador):
    step = a_step(ambassador)
    url = reverse("admin:chase_task", args=[step.pk])
    assert leader_client.get(url).status_code == 200
    assert leader_client.post(url, {"date": "", "kind": "call"}).status_code == 422
    assert ChaseStep.objects.get().handled_at is None
    sent = {"date": "2026-11-23", "kind": "call", "summary": "Heeft een idee"}
    response = leader_client.post(url, sent)
    assert response.headers["Location"] == "/beheer/"
    step.refresh_from_db()
    assert (step.handled_by, ContactMoment.objects.get().summary) == (leader, "Heeft een idee")
    foreign = reverse("admin:chase_task", args=[a_step(foreign_ambassador).pk])
    assert leader_client.post(foreign, sent).status_code == 404


def test_called_is_one_click(leader_client, leader, ambassador, today):
    step = a_step(ambassador)
    for _click in range(2):
        leader_client.post(reverse("admin:chase_task", args=[step.pk]), {"at_once": "1"})
    step.refresh_from_db()
    assert step.handled_by == leader
    assert list(ContactMoment.objects.values_list("person", "date", "kind", "by")) == [
        (ambassador.pk, today, "call", leader.pk)
    ]


def test_coming_back_closes_the_promise(leader_client, leader, ambassador, foreign_ambassador):
    moment = ContactMoment.objects.create(
        person=ambassador, date=date(2026, 10, 1), follow_up_on=date(2026, 11, 1)
    )
    url = reverse("admin:follow_up", args=[moment.pk])
    assert leader_client.get(url).status_code == 200
    leader_client.post(url, {"date": "2026-11-23", "kind": "visit"})
    moment.refresh_from_db()
    assert moment.followed_up_at == timezone.now()
    assert ambassador.contact_moments.count() == 2
    foreign = ContactMoment.objects.create(person=foreign_ambassador, date=date(2026, 10, 1))
    assert leader_client.get(reverse("admin:follow_up", args=[foreign.pk])).status_code == 404


@pytest.mark.parametrize(("button", "pauses"), [("give", 1), ("close", 0)])
def test_a_pause_that_was_asked_is_given_or_talked_over(leader_client, leader, ambassador, button, pauses):
    asked = PauseRequest.objects.create(person=ambassador, start=date(2026, 12, 1), end=date(2027, 3, 1))
    url = reverse("admin:pause_request", args=[asked.pk])
    assert leader_client.get(url).context["effects"]
    for _click in range(2):
        leader_client.post(url, {button: "1"})
    asked.refresh_from_db()
    assert (asked.decided_by, Pause.objects.count(), bool(asked.pause)) == (leader, pauses, bool(pauses))


def test_how_it_went_is_filled_in_by_the_leader(network, other_network, leader_client, ambassador, today):
    made = podium(network, date(2026, 11, 20), ambassador, status="agreed")
    url = reverse("admin:podium_outcome", args=[made.pk])
    assert leader_client.post(url, {"what": "moved"}).status_code == 422
    assert leader_client.post(url, {"what": "x", "audience": "-1"}).status_code == 422
    leader_client.post(url, {"what": "happened", "audience": "40", "line": "Volle zaal"})
    made.refresh_from_db()
    assert (made.status, made.audience, made.outcome, made.changed_on) == ("done", 40, "Volle zaal", today)
    later = podium(network, date(2026, 12, 20), ambassador, status="agreed")
    too_early = leader_client.post(reverse("admin:podium_outcome", args=[later.pk]), {"what": "happened"})
    assert (too_early.status_code, set(too_early.context["form"].errors)) == (422, {"what"})
    foreign = podium(other_network, date(2026, 11, 20), status="agreed")
    assert leader_client.get(reverse("admin:podium_outcome", args=[foreign.pk])).status_code == 404


def test_a_podium_is_corrected_through_the_verb(network, leader_client, leader, ambassador, other_ambassador):
    made = podium(network, date(2026, 6, 1), ambassador, changed_on=date(2026, 6, 1))
    url = reverse("admin:events_podium_change", args=[made.pk])
    form = leader_client.get(url).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    sent |= {"date": "2026-06-01", "title": "Ruimte", "ambassadors": [ambassador.pk, other_ambassador.pk]}
    response = leader_client.post(url, sent)
    assert response.status_code == 302, response.context["errors"]
    made.refresh_from_db()
    assert (made.title, made.changed_on, set(made.ambassadors.all())) == (
        "Ruimte", date(2026, 11, 23), {ambassador, other_ambassador},
    )  # fmt: skip
    assert made.history.latest().history_user == leader


def test_a_podium_is_added(network, leader_client, ambassador, foreign_ambassador):
    url = reverse("admin:events_podium_add")
    sent = {"kind": "panel", "status": "done", "date": "2026-06-01", "origin": "own"}
    refused = leader_client.post(url, {**sent, "ambassadors": [foreign_ambassador.pk]})
    assert (refused.status_code, Podium.objects.count()) == (200, 0)
    assert leader_client.post(url, {**sent, "ambassadors": [ambassador.pk]}).status_code == 302
    assert (Podium.objects.get().network, set(Podium.objects.get().ambassadors.all())) == (
        network,
        {ambassador},
    )


def test_the_chase_is_shown_before_it_runs(network, leader_client, ambassador, other_ambassador):
    podium(network, date(2026, 6, 1), other_ambassador, changed_on=date(2026, 6, 1))
    url = reverse("admin:chase_preview")
    page = leader_client.get(url).context
    assert [(row["person"].first_name, str(row["step"])) for row in page["now"]] == [
        ("Marleen", "eerste herinnering")
    ]
    mail = leader_client.get(page["now"][0]["mail_url"])
    assert [one["subject"] for one in mail.context["mails"]] == ["Wie kan er nu van jou leren, Marleen?"]
    nothing = leader_client.get(reverse("admin:chase_mail", args=[other_ambassador.pk]))
    assert nothing.context["mails"] == []
    assert ChaseStep.objects.count() == 0
    for _click in range(2):
        leader_client.post(url)
    assert list(ChaseStep.objects.values_list("person", "kind")) == [(ambassador.pk, "nudge_1")]
    assert leader_client.get(url).context["now"] == []


# --- Fans and messages ---------------------------------------------------------------------------------


def test_a_change_of_contact_person_is_a_hand_over(leader_client, leader, fan, other_network):
    url = reverse("admin:fan_contact", args=[fan.pk])
    old = fan.contacts.get()
    sent = {"replaces": old.pk, "name": "Jan Vos", "email": "jan@twente.example", "since": "2026-11-23"}
    for _click in range(2):
        leader_client.post(url, sent)
    assert list(fan.contacts.order_by("pk").values_list("name", "start", "end")) == [
        ("Karin Veldhuis", None, date(2026, 11, 23)),
        ("Jan Vos", date(2026, 11, 23), None),
    ]
    assert old.history.latest().history_user == leader
    foreign = other_network.fans.create(name="Elders")
    assert leader_client.get(reverse("admin:fan_contact", args=[foreign.pk])).status_code == 404
    assert leader_client.post(url, {"name": "", "since": "x"}).status_code == 422


@pytest.mark.parametrize(("button", "state", "mails"), [("release", "passed", 1), ("refuse", "refused", 0)])
def test_a_held_message_is_let_through_or_refused_once(
    network, leader_client, leader, ambassador, button, state, mails
):
    message = ContactMessage.objects.create(
        network=network, name="Els", email="els@x.example", subject="Komt u", body="Graag", state="held",
        for_person=ambassador.pk, for_name=ambassador.full_name,
    )  # fmt: skip
    url = reverse("admin:network_contactmessage_change", args=[message.pk])
    assert "Graag" in leader_client.get(url).content.decode()
    for _click in range(2):
        leader_client.post(url, {button: "1"})
    message.refresh_from_db()
    assert (message.state, message.decided_by) == (state, leader)
    assert list(Message.objects.values_list("recipient", flat=True)) == [ambassador.email] * mails


def test_every_page_of_the_admin_keeps_the_strict_policy(network, leader_client, ambassador, fan):
    made = podium(network, date(2026, 6, 1), ambassador)
    addresses = [
        "/beheer/", *map(reverse, LISTS.values()), person_url("ambassadors_person_overview", ambassador),
        person_url("ambassadors_person_change", ambassador),
        person_url("ambassadors_person_history", ambassador),
        reverse("admin:events_podium_change", args=[made.pk]), reverse("admin:ambassadors_person_add"),
        reverse("admin:events_podium_add"), reverse("admin:import_people"),
        reverse("admin:search") + "?q=oost",
        reverse("admin:network_fanorganisation_change", args=[fan.pk]), reverse("admin:network_company_add"),
        reverse("admin:ambassadors_contactmoment_add"), reverse("admin:app_list", args=["events"]),
    ]  # fmt: skip
    for address in addresses:
        response = leader_client.get(address)
        text = response.content.decode()
        assert response.status_code == 200, address
        assert " style=" not in text, address
        assert "<style" not in text, address
        assert "onclick=" not in text, address
        assert text.count("<h1") == 1, address
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_day_later_the_pages_still_open(leader_client, ambassador):
    Term.objects.update(end=date(2026, 11, 23) - timedelta(days=1))
    assert leader_client.get("/beheer/").status_code == 200
    assert leader_client.get(person_url("ambassadors_person_overview", ambassador)).status_code == 200
