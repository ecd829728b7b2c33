"""The way of a lead: each verb once, capacity that holds, people and companies counted apart."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from events import activation, lead_links
from events.actions import asking_leads, forgetting_leads, handing_cards, receiving_leads, referring
from events.actions.receiving_leads import working_days_after
from events.emails.leads import reminder_context, reminder_still_due
from events.models import Lead, LeadCheckIn, LeadEvent, Referral, ReferralPartner, Source
from network.models import Message, Role, RoleKind
from tests.events.leads import kinds, mails, on_the_board, partner, scanned

pytestmark = pytest.mark.usefixtures("today")
TODAY = date(2026, 11, 23)
YEAR = (date(2026, 1, 1), date(2027, 1, 1))


@pytest.fixture
def lead(ambassador, leader) -> Lead:
    return on_the_board(ambassador)


def test_an_answer_is_mailed_and_answering_again_keeps_the_first_moment(lead, leader):
    referring.answer(lead=lead, by=leader, words="Fijn dat je schrijft.")
    mail = Message.objects.get(kind="lead_answer")
    assert (mail.recipient, mail.words) == ("petra@olthof.example", "Fijn dat je schrijft.")
    first = Lead.objects.get().answered_at
    referring.answer(lead=lead, by=leader)
    lead.refresh_from_db()
    assert (lead.stage, lead.answered_at) == ("answered", first)
    assert mails("lead_answer") == ["petra@olthof.example"]


def test_the_same_answer_sent_twice_is_one_mail(lead, leader):
    for _click in range(2):
        referring.answer(lead=lead, by=leader, words="Fijn dat je schrijft.")
    assert mails("lead_answer") == ["petra@olthof.example"]
    assert kinds(lead).count("answered") == 1
    referring.note(lead=lead, text="Vroeg er nog eens naar.", by=leader)
    referring.answer(lead=lead, by=leader, words="Fijn dat je schrijft.")
    assert mails("lead_answer") == ["petra@olthof.example"] * 2


def test_referring_tells_both_and_takes_a_place_once(lead, leader, network):
    place = partner(network, capacity=1)
    one = referring.refer(lead=lead, partner=place, by=leader, note="Bel even.")
    assert referring.refer(lead=lead, partner=place, by=leader) == one
    assert (mails("lead_referred"), mails("lead_for_partner")) == (
        ["petra@olthof.example"],
        ["karin@twente.example"],
    )
    lead.refresh_from_db()
    assert (lead.stage, bool(lead.answered_at), bool(lead.referred_at)) == ("referred", True, True)


def test_a_full_place_refuses_until_a_place_is_given_back(lead, leader, network, ambassador):
    place = partner(network, capacity=1)
    referral = referring.refer(lead=lead, partner=place, by=leader)
    second = on_the_board(ambassador, "t2", email="b@x.example")
    with pytest.raises(ValidationError) as refused:
        referring.refer(lead=second, partner=place, by=leader)
    assert refused.value.code == "full"
    assert Referral.objects.count() == 1
    assert referring.give_place_back(referral=referral, by=leader)
    assert not referring.give_place_back(referral=referral, by=leader)
    assert referring.refer(lead=second, partner=place, by=leader).lead == second


def test_nobody_is_sent_where_it_is_over(lead, leader, network):
    for place in (
        partner(network, "Dicht", is_active=False),
        partner(network, "Voorbij", until=TODAY),
    ):
        with pytest.raises(ValidationError):
            referring.refer(lead=lead, partner=place, by=leader)
    assert not Referral.objects.exists()


def test_nobody_is_sent_to_another_network(lead, leader, other_network):
    with pytest.raises(ReferralPartner.DoesNotExist):
        referring.refer(lead=lead, partner=partner(other_network), by=leader)


def test_what_was_never_confirmed_is_not_worked_on(ambassador, leader):
    lead = scanned(handing_cards.card_of_person(ambassador))
    for verb in (
        lambda: referring.answer(lead=lead, by=leader),
        lambda: referring.activate(lead=lead, by=leader, on=TODAY, proof="said"),
        lambda: referring.close(lead=lead, because="x", by=leader),
    ):
        with pytest.raises(ValidationError):
            verb()
    assert Lead.objects.get().stage == "new"


def test_activating_counts_the_company_once_and_the_people_apart(ambassador, leader, network):
    first = on_the_board(ambassador)
    second = on_the_board(ambassador, "t2", email="b@olthof.example", name="Bert")
    third = on_the_board(ambassador, "t3", email="c@x.example", name="Cees", company_name="")
    for lead, day, proof in ((first, 1, "said"), (second, 2, "shown"), (third, 3, "said")):
        referring.activate(lead=lead, by=leader, on=date(2026, 11, day), proof=proof, step="een rooster")
    found = activation.activation(network, *YEAR)
    assert (found.activated.people, found.activated.companies) == (3, 1)
    assert (found.said.companies, found.shown.companies) == (0, 1)  # as sure as its surest proof
    assert (found.said.people, found.shown.people, found.without_company) == (2, 1, 1)
    assert (found.reached.people, found.reached.companies) == (3, 1)
    assert list(activation.companies_activated(network, *YEAR)) == [first]
    later = activation.activation(network, date(2026, 11, 2), date(2027, 1, 1))
    assert (later.activated.people, later.activated.companies) == (2, 0)  # it was activated before


def test_the_future_and_a_missing_proof_are_refused(lead, leader):
    with pytest.raises(ValidationError):
        referring.activate(lead=lead, by=leader, on=TODAY + timedelta(days=1), proof="said")
    with pytest.raises(IntegrityError), transaction.atomic():
        Lead.objects.filter(pk=lead.pk).update(stage="activated")


def test_a_weaker_proof_does_not_push_a_stronger_one_away(lead, leader):
    referring.activate(lead=lead, by=leader, on=TODAY, proof="confirmed", step="een rooster")
    referring.activate(lead=lead, by=None, on=TODAY, proof="said", step="echt waar")
    lead.refresh_from_db()
    assert (lead.proof, lead.step) == ("confirmed", "echt waar")
    referring.prove(lead=lead, proof="said", by=leader)  # the leader may correct
    lead.refresh_from_db()
    assert lead.proof == "said"


def test_closing_and_opening_again_goes_back_to_where_it_was(lead, leader, network):
    referral = referring.refer(lead=lead, partner=partner(network), by=leader)
    referring.close(lead=lead, because="verhuisd", by=leader)
    referral.refresh_from_db()
    assert referral.released_at
    referring.reopen(lead=lead, by=leader)
    lead.refresh_from_db()
    assert (lead.stage, lead.closed_at, lead.closed_because) == ("referred", None, "")


def test_a_used_voucher_stays_used(lead, leader, network):
    voucher = partner(network, "Voucher", kind="voucher", capacity=10)
    referral = referring.refer(lead=lead, partner=voucher, by=leader)
    referring.close(lead=lead, because="klaar", by=leader)
    referral.refresh_from_db()
    assert referral.released_at is None


def test_two_leads_that_are_one_person_go_on_under_the_first(lead, ambassador, leader):
    other = on_the_board(ambassador, "t2", email="priv@x.example", place="Borne")
    referring.same_as(lead=other, first=lead, by=leader)
    assert list(Lead.objects.genuine()) == [lead]
    assert kinds(lead)[-1] == "double"
    with pytest.raises(ValidationError):
        referring.same_as(lead=lead, first=lead, by=leader)


# --- The clock -----------------------------------------------------------------------------------------


def test_a_late_answer_is_reminded_of_once_in_one_mail(ambassador, leader, network):
    leads = [on_the_board(ambassador, f"t{n}", email=f"p{n}@x.example") for n in range(3)]
    in_time, late = date(2026, 11, 25), date(2026, 11, 26)
    assert asking_leads.remind(network, on=in_time) == 0
    assert asking_leads.remind(network, on=late) == 3
    assert asking_leads.remind(network, on=late) == 0
    assert asking_leads.remind(network, on=date(2026, 12, 3)) == 0
    assert mails("lead_reminder") == [leader.email]
    mail = Message.objects.get(kind="lead_reminder")
    assert len(reminder_context(mail)["unanswered"]) == 3
    for lead in leads:
        referring.answer(lead=lead, by=leader)
    assert reminder_still_due(mail) is not True


def test_where_nobody_runs_the_network_a_lead_waits_for_who_comes(lead, leader, network):
    late = date(2026, 11, 26)
    Lead.objects.update(owner=None)
    Role.objects.filter(network=network).delete()
    assert asking_leads.remind(network, on=late) == 0
    assert mails("lead_reminder") == []
    Role.objects.create(network=network, user=leader, kind=RoleKind.LEADER)
    assert asking_leads.remind(network, on=late) == 1
    assert mails("lead_reminder") == [leader.email]


def test_who_was_reminded_today_hears_of_the_rest_tomorrow(ambassador, leader, network):
    late = date(2026, 11, 26)
    on_the_board(ambassador)
    assert asking_leads.remind(network, on=late) == 1
    on_the_board(ambassador, "t2", email="p2@x.example")
    assert asking_leads.remind(network, on=late) == 0
    assert asking_leads.remind(network, on=late + timedelta(days=1)) == 1


def test_a_referral_without_news_is_reminded_of_once(lead, leader, network):
    referring.refer(lead=lead, partner=partner(network), by=leader)
    later = TODAY + timedelta(weeks=7)
    with time_machine.travel(f"{later}T12:00:00+01:00", tick=False):
        assert asking_leads.remind(network, on=later) == 1
        assert asking_leads.remind(network, on=later + timedelta(days=1)) == 0


@pytest.mark.parametrize(
    ("day", "asked"), [("2027-02-22", 0), ("2027-02-23", 1), ("2027-03-20", 1), ("2027-05-01", 0)]
)
def test_after_three_months_everybody_is_asked_once_also_when_the_clock_was_late(
    lead, leader, network, day, asked
):
    referring.answer(lead=lead, by=leader)
    on = date.fromisoformat(day)
    assert asking_leads.ask(network, 3, on=on) == asked
    assert asking_leads.ask(network, 3, on=on) == 0
    assert LeadCheckIn.objects.count() == asked


def test_after_six_months_once_more_and_then_never(lead, leader, network):
    referring.answer(lead=lead, by=leader)
    runs = [TODAY + timedelta(days=n) for n in range(0, 400, 3)]
    assert sum(asking_leads.ask(network, months, on=day) for day in runs for months in (3, 6)) == 2
    assert list(LeadCheckIn.objects.values_list("months", flat=True)) == [3, 6]


def test_whoever_was_not_answered_closed_or_erased_is_not_asked(ambassador, leader, network):
    on_the_board(ambassador)
    closed, erased = (on_the_board(ambassador, t, email=f"{t}@x.example") for t in ("t2", "t3"))
    referring.close(lead=closed, because="nee", by=leader)
    referring.answer(lead=erased, by=leader)
    forgetting_leads.erase(lead=erased)
    assert asking_leads.run(network, on=date(2027, 2, 23))["asked"] == 0


@pytest.mark.parametrize(
    ("answer", "stage", "proof"),
    [
        ("nothing", "answered", ""),
        ("first_step", "first_step", ""),
        ("doing", "activated", "said"),
        ("stop", "closed", ""),
    ],
)
def test_what_they_tell_counts_at_once_and_only_the_first_time(lead, leader, answer, stage, proof):
    referring.answer(lead=lead, by=leader)
    check_in = LeadCheckIn.objects.create(lead=lead, months=3)
    asking_leads.hear(check_in=check_in, answer=answer, line="We roosteren zelf.")
    asking_leads.hear(check_in=check_in, answer="stop", line="anders")
    lead.refresh_from_db()
    check_in.refresh_from_db()
    assert (lead.stage, lead.proof, check_in.answer) == (stage, proof, answer)


# --- Forgetting ----------------------------------------------------------------------------------------


def everything_about(lead: Lead) -> str:
    return str([list(model.objects.values()) for model in (Lead, LeadEvent, LeadCheckIn, Referral, Message)])


def test_erasing_leaves_the_company_and_its_step_and_nothing_of_the_person(lead, leader, network):
    referring.answer(lead=lead, by=leader, words="Dag Petra")
    referring.refer(lead=lead, partner=partner(network), by=leader, note="Petra wil zelf roosteren")
    referring.note(lead=lead, text="Petra belt liever", by=leader)
    check_in = LeadCheckIn.objects.create(lead=lead, months=3)
    asking_leads.hear(check_in=check_in, answer="doing", line="Petra roostert")
    assert "Petra" in everything_about(lead)

    assert forgetting_leads.erase(lead=lead)
    assert not forgetting_leads.erase(lead=lead)

    assert "etra" not in everything_about(lead)
    assert "Hoe begin je" not in everything_about(lead)
    lead.refresh_from_db()
    assert (lead.stage, lead.company.name, bool(lead.erased_at)) == ("activated", "Olthof Bloemen", True)
    assert activation.activation(network, *YEAR).activated.companies == 1
    assert lead_links.lead_of(network, lead_links.own_url(lead).rstrip("/").rpartition("/")[2]) is None


def test_what_is_past_its_term_goes_by_itself(ambassador, leader, network):
    kept = on_the_board(ambassador)
    unconfirmed = scanned(handing_cards.card_of_person(ambassador), "t2", email="u@x.example")
    assert forgetting_leads.run(network) == {"removed": 0, "erased": 0}
    later = timezone.now() + timedelta(days=31)
    assert forgetting_leads.run(network, now=later) == {"removed": 1, "erased": 0}
    assert not Lead.objects.filter(pk=unconfirmed.pk).exists()
    assert not Message.objects.filter(recipient="u@x.example").exists()
    with time_machine.travel("2027-06-01T12:00:00+02:00", tick=False):
        referring.answer(lead=kept, by=leader)
    almost = timezone.now() + timedelta(days=800)
    assert forgetting_leads.run(network, now=almost) == {"removed": 0, "erased": 0}
    assert forgetting_leads.run(network, now=almost + timedelta(days=200)) == {"removed": 0, "erased": 1}
    assert forgetting_leads.run(network, now=almost + timedelta(days=200)) == {"removed": 0, "erased": 0}


def test_a_lead_of_the_team_counts_as_activated_not_as_reached(network, leader):
    lead = receiving_leads.write_down(network=network, by=leader, company_name="Jansen BV")
    referring.activate(lead=lead, by=leader, on=TODAY, proof="confirmed", step="winstdeling")
    found = activation.activation(network, *YEAR)
    assert (found.activated.companies, found.confirmed.companies, found.reached.people) == (1, 1, 0)
    assert lead.source == Source.HAND
    assert working_days_after(timezone.now(), 0) == TODAY
