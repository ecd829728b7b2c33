"""Somebody scanned a card: kept, confirmed by a link, held when odd, never refused."""

from datetime import date, datetime

import pytest
import time_machine
from django.utils import timezone

from events.actions import handing_cards, receiving_leads, referring
from events.models import Lead, Podium
from network.models import FanOrganisation, Message
from network.suspicion import Signs
from tests.events.leads import GOOD, kinds, link_in_mail, mails, on_the_board, scanned

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def card(ambassador):
    return handing_cards.card_of_person(ambassador)


def test_a_lead_waits_for_its_link_and_is_on_the_board_after_it(card, ambassador, leader):
    lead = scanned(card)
    assert (lead.confirmed_at, lead.held_at, lead.stage, lead.brought_by) == (None, None, "new", ambassador)
    assert lead.consent_text == "Ja, dat mag."
    assert not Lead.objects.genuine().exists()
    assert mails("lead_confirm") == ["petra@olthof.example"]

    lead = receiving_leads.confirm(lead=lead)

    assert list(Lead.objects.unanswered()) == [lead]
    assert lead.owner == leader
    assert lead.answer_by == date(2026, 11, 25)  # two working days after Monday
    assert (lead.company.name, lead.company.place) == ("Olthof Bloemen", "Hengelo")
    assert kinds(lead) == ["received", "confirmed"]


def test_only_the_hash_of_the_link_is_kept(card):
    lead = scanned(card)
    token = link_in_mail().strip("/").split("/")[-1]
    assert len(token) >= 22  # 128 bits and more
    assert lead.token_hash == receiving_leads.hash_of(token)
    assert token not in str(list(Lead.objects.values()))
    assert token not in str(list(Message.objects.values()))  # sealed until it is sent, gone after


def test_the_same_form_twice_is_one_lead(card):
    assert scanned(card).pk == scanned(card).pk
    assert (Lead.objects.count(), len(mails("lead_confirm"))) == (1, 1)


def test_confirming_twice_changes_nothing(card):
    lead = receiving_leads.confirm(lead=scanned(card))
    again = receiving_leads.confirm(lead=lead)
    assert again.confirmed_at == lead.confirmed_at
    assert kinds(lead) == ["received", "confirmed"]


@pytest.mark.parametrize(
    ("changes", "signs"),
    [
        ({}, Signs(seconds=20, filled_trap=True, place="hall")),
        ({}, Signs(seconds=0.5, filled_trap=False, place="hall")),
        ({}, Signs(seconds=None, filled_trap=False, place="hall")),
        ({"question": "Zie https://a.example en https://b.example"}, GOOD),
        ({"company_name": "www.koop-nu.example"}, GOOD),
    ],
)
def test_what_is_odd_waits_for_the_leader_and_gets_no_mail(card, leader, changes, signs):
    lead = scanned(card, signs=signs, **changes)
    assert lead.held_at
    assert lead.suspicion
    assert mails("lead_confirm") == []

    assert receiving_leads.release(lead=lead, by=leader)
    assert mails("lead_confirm") == ["petra@olthof.example"]
    assert not receiving_leads.release(lead=lead, by=leader)
    assert kinds(lead) == ["received", "held", "released"]


def test_a_refused_lead_gets_no_mail_and_no_second_decision(card, leader):
    lead = scanned(card, signs=Signs(seconds=1, filled_trap=True, place="x"))
    assert receiving_leads.refuse(lead=lead, by=leader)
    assert not receiving_leads.release(lead=lead, by=leader)
    assert mails("lead_confirm") == []
    assert not Lead.objects.held().exists()


def test_three_hundred_of_one_hall_pass_and_the_next_waits(card, monkeypatch):
    monkeypatch.setattr(receiving_leads, "ask_to_confirm", lambda lead: None)  # their mail is another test's
    leads = [scanned(card, f"t{n}", email=f"p{n}@hall.example", company_name="") for n in range(301)]
    assert [lead.held_at is None for lead in leads] == [True] * 300 + [False]
    elsewhere = Signs(seconds=20, filled_trap=False, place="elsewhere")
    assert scanned(card, "x", signs=elsewhere, email="x@x.example").held_at is None


def test_the_fourth_time_with_one_address_on_a_day_waits(card):
    leads = [scanned(card, f"t{n}") for n in range(4)]
    assert [bool(lead.held_at) for lead in leads] == [False, False, False, True]


def test_after_48_hours_the_link_is_over_and_a_new_one_comes_three_times_a_day(card, network):
    with time_machine.travel("2026-11-20T12:00:00+01:00", tick=False):
        lead = scanned(card)
        token = link_in_mail().strip("/").split("/")[-1]
        assert receiving_leads.find(network, token) == lead
    with pytest.raises(receiving_leads.LinkOver):
        receiving_leads.find(network, token)
    assert [receiving_leads.ask_again(lead=lead) for _time in range(4)] == [True, True, True, False]
    fresh = link_in_mail().strip("/").split("/")[-1]
    assert receiving_leads.find(network, token) is None
    assert receiving_leads.find(network, fresh) == lead


def test_a_link_of_another_network_opens_nothing(card, other_network):
    scanned(card)
    assert receiving_leads.find(other_network, link_in_mail().strip("/").split("/")[-1]) is None


def test_who_comes_back_goes_on_under_the_first_and_opens_it_again(ambassador, leader):
    first = on_the_board(ambassador)
    referring.close(lead=first, because="even niet", by=leader)
    again = on_the_board(ambassador, "t2", email="PETRA@olthof.example", question="Toch wel!")
    first.refresh_from_db()
    assert again.duplicate_of == first
    assert (first.stage, first.closed_because) == ("new", "")
    assert list(Lead.objects.genuine()) == [first]
    assert kinds(first)[-1] == "double"


def test_the_owner_of_the_relation_follows_up_what_came_from_their_podium(
    network, ambassador, other_ambassador, leader, facilitator
):
    host = FanOrganisation.objects.create(network=network, name="Boost", relationship_owner=facilitator)
    podium = Podium.objects.create(network=network, kind="panel", date=timezone.localdate(), host=host)
    podium.ambassadors.add(ambassador)
    lead = receiving_leads.confirm(lead=scanned(handing_cards.card_of_podium(podium)))
    assert (lead.owner, lead.brought_by, lead.podium) == (facilitator, ambassador, podium)
    podium.ambassadors.add(other_ambassador)
    of_both = scanned(handing_cards.card_of_podium(podium), "t2", email="b@x.example")
    assert of_both.brought_by is None


def test_a_promise_counts_working_days():
    friday = timezone.make_aware(datetime(2026, 11, 27, 16, 0))
    assert receiving_leads.working_days_after(friday, 2) == date(2026, 12, 1)


def test_the_team_can_write_somebody_down_without_a_mail(network, leader):
    lead = receiving_leads.write_down(
        network=network, by=leader, name="Jan", company_name="Jansen BV", kvk_number="12.34.56.78"
    )
    assert (lead.owner, lead.source, lead.company.kvk_number) == (leader, "hand", "12345678")
    assert Message.objects.count() == 0
    assert list(Lead.objects.unanswered()) == [lead]


def test_a_card_keeps_its_code(ambassador):
    first = handing_cards.card_of_person(ambassador)
    assert handing_cards.card_of_person(ambassador).code == first.code
    assert len(first.code) == 7
