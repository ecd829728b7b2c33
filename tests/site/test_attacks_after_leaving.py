"""What somebody can still do or gets to read after they left: a role, an office, a fan, or all of it."""

from datetime import date

import pytest
from django.utils import timezone

from ambassadors import links as people_links
from ambassadors.models import Term
from events import links
from events.actions import asking_leads, offering, preparing, referring, requesting
from events.models import Lead, PodiumRequest, RequestState, Side
from network.actions import gate, partnering
from network.actions import roles as role_actions
from network.models import Message, Role
from tests.events import leads

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def asked(network, facilitator) -> PodiumRequest:
    return PodiumRequest.objects.create(
        network=network, kind="workshop", date=date(2026, 12, 15), owner=facilitator,
        contact_name="Karin", contact_email="karin@twente.example",
    )  # fmt: skip


def without_role(user, *, by) -> None:
    role_actions.take(Role.objects.get(user=user), by=by)


# --- A role that was taken back -------------------------------------------------------------------------


def test_news_of_a_request_goes_to_who_runs_the_network_now(network, asked, leader, facilitator):
    without_role(facilitator, by=leader)
    requesting.change(asked, changes={"place": "Almelo"})
    assert leads.mails("request_changed") == [leader.email]


def test_a_note_in_a_file_goes_not_to_whoever_left_the_team(asked, leader, facilitator, ambassador):
    file = offering.give_to(asked, by=leader, person=ambassador).file
    assert facilitator.email in {reader.email for reader in preparing.readers(file)}
    without_role(facilitator, by=leader)
    file.refresh_from_db()
    assert {reader.side for reader in preparing.readers(type(file).objects.get(pk=file.pk))} == {
        Side.HOST, Side.AMBASSADOR,
    }  # fmt: skip


def test_leads_that_wait_are_told_to_somebody_who_may_read_them(network, ambassador, leader, facilitator):
    leads.on_the_board(ambassador)
    Lead.objects.update(owner=facilitator, answer_by=date(2026, 11, 1))
    without_role(facilitator, by=leader)
    asking_leads.remind(network, on=date(2026, 11, 23))
    assert leads.mails("lead_reminder") == [leader.email]


def test_a_mail_to_the_team_that_waited_is_not_sent_to_whoever_left_it(network, asked, leader, facilitator):
    requesting.change(asked, changes={"place": "Almelo"})
    message = Message.objects.get(kind="request_changed", recipient=facilitator.email)
    assert not gate.judge(message, now=timezone.now()).drop
    without_role(facilitator, by=leader)
    assert gate.judge(message, now=timezone.now()).drop


# --- An office that ended -------------------------------------------------------------------------------


def test_an_old_question_gives_nobody_a_podium_after_their_term(visitor, asked, leader, ambassador):
    (offer,) = offering.offer(asked, by=leader, people=[ambassador])
    path = "/" + links.offer_url(offer).split("://")[-1].partition("/")[2]
    Term.objects.filter(person=ambassador).update(end=date(2026, 11, 20))
    assert visitor.get(path).status_code == 404
    assert visitor.post(path, {"answer": "accepted"}).status_code == 404
    asked.refresh_from_db()
    assert (asked.state, asked.podia.count()) == (RequestState.OPEN, 0)


# --- A contact person who was followed up ---------------------------------------------------------------


def test_a_lead_is_not_told_to_whoever_left_the_fan(network, fan, ambassador, leader):
    karin = fan.contacts.get()
    place = leads.partner(network, fan=fan, contact_name=karin.name, contact_email=karin.email.upper())
    partnering.hand_over(
        by=leader,
        fan=fan,
        name="Joost",
        email="joost@twente.example",
        since=date(2026, 11, 20),
        replaces=karin,
    )
    referring.refer(lead=leads.on_the_board(ambassador), partner=place, by=leader)
    assert leads.mails("lead_for_partner") == ["joost@twente.example"]


# --- Whoever was forgotten ------------------------------------------------------------------------------


def test_a_link_of_somebody_who_was_forgotten_opens_nothing(visitor, network, ambassador):
    path = people_links.consents_path(ambassador)
    assert visitor.get(path).status_code == 200
    type(ambassador).objects.filter(pk=ambassador.pk).update(forgotten_at=timezone.now())
    assert visitor.get(path).status_code == 404
    assert visitor.post(path, {"give": "publication"}).status_code == 404
