"""The leader's pages of a round under way: the board, a candidate, doubles, pearls, rules, who goes on."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone, translation

from ambassadors.actions import assessing, inviting, selecting
from ambassadors.admin import board_page
from ambassadors.models import (
    ApartPair,
    AppointmentRound,
    Assessment,
    Invitation,
    Nomination,
    Pearl,
    Person,
    RoundRules,
    TermExtension,
)
from network.models import Company, Message
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import make_person

BOARD = "/beheer/ambassadors/appointmentround/2027/kandidaten/"


@pytest.fixture
def round(network, today):
    return make_round(network)


def candidate_page(nomination, part="kandidaat") -> str:
    return f"/beheer/ambassadors/nomination/{nomination.pk}/{part}/"


def text_of(response) -> str:
    return response.content.decode()


# --- The board -----------------------------------------------------------------------------------------


def test_an_empty_board_says_what_to_do(round, leader_client):
    page = text_of(leader_client.get(BOARD))
    assert "Nog geen kandidaten" in page
    assert "15 december" in page


def test_a_card_stands_in_its_column_with_what_is_known(network, round, leader, leader_client):
    new = make_candidate(network, "Nijhuis", round=round)
    suitable = make_candidate(network, "Bos", round=round, status="suitable", told_at=timezone.now())
    assessing.ask(nomination=suitable, assessors=[leader], by=leader)
    page = text_of(leader_client.get(BOARD))
    lanes = page.split('class="lane ')
    assert "Femke Nijhuis" in lanes[1]
    assert "Weet het nog niet" in lanes[1]
    assert "Zorg · Ommen · 48 mensen" in lanes[1]
    assert "Femke Bos" in lanes[3]
    assert "0 van 1 oordelen binnen" in lanes[3]
    assert f'id="kandidaat-{new.pk}"' in lanes[1]


def test_moving_without_a_script(network, round, leader_client, leader):
    nomination = make_candidate(network, "Nijhuis", round=round)
    network.maximum_size = 1
    network.save()
    answer = leader_client.post(f"{BOARD}{nomination.pk}/", {"to": "chosen"})
    assert answer.url == f"{BOARD}#kandidaat-{nomination.pk}"
    nomination.refresh_from_db()
    assert (nomination.status, nomination.selected_by) == ("suitable", leader)
    assert "Er zijn nog 0 plaatsen." in text_of(leader_client.get(BOARD))
    leader_client.post(f"{BOARD}{nomination.pk}/", {"to": "elsewhere"})
    nomination.refresh_from_db()
    assert nomination.is_selected


def test_the_maximum_warns_and_has_to_be_accepted(network, round, leader_client, ambassador, leader):
    nomination = make_candidate(network, "Nijhuis", round=round, status="suitable")
    network.maximum_size = 1
    network.save()
    leader_client.post(f"{BOARD}{nomination.pk}/", {"to": "chosen"})
    assert "het maximum dat je instelde is 1" in text_of(leader_client.get(BOARD))
    settle = "/beheer/ambassadors/appointmentround/2027/selectie/"
    refused = leader_client.post(settle)
    assert refused.status_code == 422
    round.refresh_from_db()
    assert round.settled_at is None
    leader_client.post(settle, {"accept_size": "on"})
    round.refresh_from_db()
    assert round.settled_by == leader
    assert not Invitation.objects.exists()  # the day of the decision is still to come
    leader_client.post(settle, {"open": "1"})
    round.refresh_from_db()
    assert round.settled_at is None


def test_after_the_decision_settling_invites(network, leader_client, today):
    round = make_round(
        network,
        nominations_until=today - timedelta(days=9),
        decide_on=today,
        answer_by=today + timedelta(days=20),
    )
    for name in ("Nijhuis", "Bos"):
        one = make_candidate(network, name, round=round, status="suitable", told_at=timezone.now())
        leader_client.post(f"{BOARD}{one.pk}/", {"to": "chosen"})
    leader_client.post("/beheer/ambassadors/appointmentround/2027/selectie/")
    assert Invitation.objects.count() == Message.objects.filter(kind="invitation").count() == 2
    page = text_of(leader_client.get(BOARD))
    assert "2 uitgenodigd, 0 zeiden ja." in page
    assert page.count("Uitgenodigd</span>") == 2


def test_who_waits_outside_is_taken_in(network, round, leader_client):
    outside = make_candidate(network, "Nijhuis")
    assert "1 kandidaat kwam binnen" in text_of(leader_client.get(BOARD))
    leader_client.post("/beheer/ambassadors/appointmentround/2027/meenemen/")
    outside.refresh_from_db()
    assert outside.round == round


def test_the_board_asks_as_many_questions_for_three_as_for_one(
    network, round, leader, leader_client, django_assert_num_queries
):
    def fill(names):
        for name in names:
            for status in ("nominated", "suitable"):
                one = make_candidate(network, f"{name} {status}", round=round, status=status)
                assessing.ask(nomination=one, assessors=[leader], by=leader)
            chosen = make_candidate(network, f"{name} gekozen", round=round, status="suitable")
            selecting.select(nomination=chosen, by=leader)

    fill(["Nijhuis"])
    leader_client.get(BOARD)
    with django_assert_num_queries(BOARD_QUERIES):
        leader_client.get(BOARD)
    fill(["Bos", "Hof"])
    with django_assert_num_queries(BOARD_QUERIES):
        leader_client.get(BOARD)


BOARD_QUERIES = 23


def test_a_round_is_opened_with_the_days_of_the_rules(network, leader_client, today):
    RoundRules.objects.create(network=network, ceremony_month=4, ceremony_day=1)
    page = text_of(leader_client.get("/beheer/ambassadors/appointmentround/add/"))
    assert 'value="2027-04-01"' in page
    assert 'value="2026-11-26"' in page
    days = {
        "opens_on": "2026-12-01", "nominations_until": "2026-12-20", "decide_on": "2027-01-20",
        "answer_by": "2027-02-20", "ceremony_on": "2027-04-01",
    }  # fmt: skip
    address = "/beheer/ambassadors/appointmentround/add/"
    wrong = leader_client.post(address, {**days, "decide_on": "2026-12-20"})
    assert "Zet de dagen op volgorde" in text_of(wrong)
    half = leader_client.post(address, {**days, "decide_on": ""})
    assert "Vul alle vier de dagen" in text_of(half)
    done = leader_client.post(address, days)
    assert done.url == BOARD
    assert AppointmentRound.objects.get().decide_on == date(2027, 1, 20)


# --- A candidate ---------------------------------------------------------------------------------------


def test_the_sme_test_speaks_from_the_company(network, round, leader_client):
    nomination = make_candidate(network, "Nijhuis", round=round)
    assert "Omzet of balanstotaal is niet bekend." in text_of(leader_client.get(candidate_page(nomination)))
    Company.objects.update(turnover=1_000_000)
    assert "gehaald" in text_of(leader_client.get(candidate_page(nomination)))
    Company.objects.update(employees=250)
    page = text_of(leader_client.get(candidate_page(nomination)))
    assert "niet gehaald" in page
    assert "Niet tussen 6 en 249 mensen." in page


def test_deciding_keeps_what_was_typed_until_it_is_right(network, round, leader, leader_client):
    nomination = make_candidate(network, "Nijhuis", round=round)
    wrong = leader_client.post(candidate_page(nomination, "oordeel"), {"status": "not_now", "words": "Dank!"})
    assert wrong.status_code == 422
    assert "Kies een dag waarop je opnieuw kijkt." in text_of(wrong)
    assert "Dank!</textarea>" in text_of(wrong)
    leader_client.post(
        candidate_page(nomination, "oordeel"),
        {"status": "not_now", "why": "Verhuist.", "look_again_on": "2027-09-01", "words": "Dank!"},
    )
    nomination.refresh_from_db()
    assert (nomination.status, nomination.look_again_on) == ("not_now", date(2027, 9, 1))
    step = nomination.steps.last()
    assert (step.why, step.by) == ("Verhuist.", leader)
    assert Message.objects.get().kind == "candidate_answer"
    page = text_of(leader_client.get(candidate_page(nomination)))
    assert "Verhuist." in page


def test_the_small_verbs_of_the_page(network, round, leader, leader_client, facilitator):
    nomination = make_candidate(network, "Nijhuis", round=round)
    do = candidate_page(nomination, "doen")
    leader_client.post(do, {"tell": "1"})
    nomination.refresh_from_db()
    assert nomination.told_by == leader
    leader_client.post(do, {"agreed": "1"})
    nomination.refresh_from_db()
    assert nomination.agreed_at is not None
    ask = candidate_page(nomination, "beoordelaars")
    assert leader_client.post(ask).status_code == 422
    leader_client.post(ask, {"assessors": [leader.pk, facilitator.pk]})
    assert Assessment.objects.count() == 2
    leader_client.post(do, {"wait_no_longer": str(Assessment.objects.get(assessor=facilitator).pk)})
    assert [one.assessor for one in Assessment.objects.all()] == [leader]
    for nonsense in ("x", "99999999999999999999", "0"):
        assert leader_client.post(do, {"wait_no_longer": nonsense}).status_code in (302, 404)


def test_an_account_of_another_network_is_not_asked(network, round, leader_client, foreign_ambassador):
    nomination = make_candidate(network, "Nijhuis", round=round)
    answer = leader_client.post(
        candidate_page(nomination, "beoordelaars"), {"assessors": [foreign_ambassador.user.pk]}
    )
    assert answer.status_code == 422
    assert not Assessment.objects.exists()


def test_an_invitation_is_taken_back_with_a_reason(network, round, leader, leader_client):
    nomination = make_candidate(network, "Nijhuis", round=round, status="suitable", told_at=timezone.now())
    selecting.select(nomination=nomination, by=leader)
    selecting.settle(round=round, by=leader)
    inviting.invite_due(round, on=date(2027, 1, 20), by=None)
    address = candidate_page(nomination, "uitnodiging-terug")
    assert leader_client.post(address, {"why": ""}).status_code == 422
    leader_client.post(address, {"why": "Bedrijf verkocht"})
    assert Invitation.objects.get().withdrawn_at is not None


def test_a_held_nomination_is_let_in_or_thrown_away(network, leader_client):
    good, bad = (make_candidate(network, name, held_because="te snel") for name in ("Goed", "Slecht"))
    Person.objects.filter(pk=bad.person.pk).update(user=None)
    leader_client.post(candidate_page(good, "doen"), {"let_in": "1"})
    leader_client.post(candidate_page(bad, "doen"), {"throw_away": "1"})
    assert [nomination.person.last_name for nomination in Nomination.objects.let_in()] == ["Goed"]
    assert not Person.objects.filter(last_name="Slecht").exists()


# --- Putting forward, doubles, pearls, rules, going on -------------------------------------------------


def test_a_pearl_becomes_a_candidate_and_is_gone(network, round, leader_client, leader):
    leader_client.post(
        "/beheer/ambassadors/pearl/",
        {
            "name": "Hilde Averdijk",
            "company": "Averdijk Zaden",
            "place": "Dedemsvaart",
            "why": "Laat ze praten",
        },
    )
    pearl = Pearl.objects.get()
    assert (pearl.expires_on, pearl.created_by) == (date(2026, 12, 21), leader)
    form = text_of(leader_client.get(f"/beheer/ambassadors/nomination/nieuw/?parel={pearl.pk}"))
    for kept in ('value="Hilde"', 'value="Averdijk"', 'value="Averdijk Zaden"', "Laat ze praten"):
        assert kept in form
    leader_client.post(
        f"/beheer/ambassadors/nomination/nieuw/?parel={pearl.pk}",
        {
            "first_name": "Hilde",
            "last_name": "Averdijk",
            "company": "Averdijk Zaden",
            "why": "Laat ze praten",
        },
    )
    assert not Pearl.objects.exists()
    nomination = Nomination.objects.get()
    assert (nomination.round, nomination.voices.get().source) == (round, "leader")


def test_writing_about_a_pearl_does_not_keep_it_longer(network, leader_client, today):
    pearl = Pearl.objects.create(network=network, name="Hilde", expires_on=today + timedelta(days=3))
    leader_client.post(f"/beheer/ambassadors/pearl/{pearl.pk}/parel/", {"next_step": "Bellen"})
    pearl.refresh_from_db()
    assert (pearl.next_step, pearl.expires_on) == ("Bellen", today + timedelta(days=3))
    leader_client.post(f"/beheer/ambassadors/pearl/{pearl.pk}/parel/", {"forget": "1"})
    assert not Pearl.objects.exists()


def test_doubles_stand_side_by_side(network, leader_client, leader):
    one = make_candidate(network, "Wessels", first_name="Teun")
    other = make_person(network, "Teunis", "Wessels", email="t@x.example")
    Person.objects.filter(pk=other.pk).update(user=None)
    assert "Zet ze naast elkaar" in text_of(leader_client.get(candidate_page(one)))
    address = f"/beheer/ambassadors/nomination/dubbel/{one.person.pk}/{other.pk}/"
    assert "t@x.example" in text_of(leader_client.get(address))
    leader_client.post(address, {"keep": str(one.person.pk)})
    assert [person.first_name for person in Person.objects.filter(last_name="Wessels")] == ["Teun"]

    third = make_person(network, "Tess", "Wessels", email="tess@x.example")
    leader_client.post(f"/beheer/ambassadors/nomination/dubbel/{third.pk}/{one.person.pk}/", {"apart": "1"})
    assert ApartPair.objects.get().by == leader
    assert "Niemand lijkt op iemand anders" in text_of(
        leader_client.get("/beheer/ambassadors/nomination/dubbel/")
    )


def test_the_rules_are_settled_on_one_page(network, leader_client, today):
    typed = {
        "ceremony_day": "1", "ceremony_month": "4", "opens_days": "182", "closes_days": "126",
        "decides_days": "70", "answers_days": "42", "public_page": "on", "scouting_days": "14",
        "questions": "Wat ging er mis?\n\n Wat ging er mis? \nEn toen?", "blind_fields": ["name"],
    }  # fmt: skip
    wrong = leader_client.post("/beheer/ambassadors/roundrules/", {**typed, "closes_days": "200"})
    assert wrong.status_code == 422
    assert "Zet de stappen op volgorde" in text_of(wrong)
    leader_client.post("/beheer/ambassadors/roundrules/", typed)
    rules = RoundRules.objects.get()
    assert (rules.questions, rules.blind_fields, rules.scouting_days) == (
        ["Wat ging er mis?", "En toen?"], ["name"], 14
    )  # fmt: skip
    assert network.criteria.count() == 4
    shown = leader_client.get("/beheer/ambassadors/roundrules/").context["days"]
    assert shown.ceremony_on == date(2027, 4, 1)
    make_round(network)  # that one is there: the next is of the year after
    shown = leader_client.get("/beheer/ambassadors/roundrules/").context["days"]
    assert shown.ceremony_on == date(2028, 4, 1)


def test_words_to_agree_to_get_a_new_version(network, leader_client):
    address = "/beheer/ambassadors/roundrules/teksten/charter/"
    assert "keer per jaar het podium" in text_of(leader_client.get(address))
    assert not network.consent_texts.exists()
    leader_client.post(address, {"body": "Ik beloof het.", "body_en": "I promise."})
    assert list(network.consent_texts.values_list("version", "body").order_by("version"))[1:] == [
        (2, "Ik beloof het.")
    ]
    assert leader_client.get("/beheer/ambassadors/roundrules/teksten/onzin/").status_code == 404


def test_who_goes_on_is_written_down_with_the_talk(network, round, leader_client):
    ends = make_person(network, "Chidi", "Okafor", term=(date(2024, 4, 1), date(2027, 4, 1)))
    address = "/beheer/ambassadors/appointmentround/2027/doorgaan/"
    assert "Chidi Okafor" in text_of(leader_client.get(address))
    term = ends.terms.get()
    talk = {"term": term.pk, "talked_on": "2026-11-20", "kind": "visit", "summary": "Wil graag door."}
    wrong = leader_client.post(address, {**talk, "what": "longer"})
    assert wrong.status_code == 422
    assert "Zeg tot wanneer." in text_of(wrong)
    assert "Wil graag door." in text_of(wrong)
    leader_client.post(address, {**talk, "what": "longer", "until": "2027-10-01"})
    assert TermExtension.objects.get().end_after == date(2027, 10, 1)
    ends.terms.update(end=date(2027, 4, 1))
    leader_client.post(address, {**talk, "what": "again"})
    assert ends.nominations.get().status == "suitable"
    assert "Chidi Okafor" not in text_of(leader_client.get(address)).partition("renewal")[2]


def test_several_are_judged_suitable_after_a_look(network, other_network, round, leader, leader_client):
    found = [make_candidate(network, name, round=round, status="in_conversation") for name in ("Bos", "Kok")]
    ended = make_candidate(network, "Vos", round=round, status="not_suitable")
    theirs = make_candidate(other_network, "Elders", round=make_round(other_network))
    listed = "/beheer/ambassadors/nomination/"
    sent = {
        "action": "judge_suitable",
        "_selected_action": [one.pk for one in (*found, ended, theirs)],
        "why": "Gesproken met hun ploeg.",
    }
    look = text_of(leader_client.post(listed, sent))
    assert "Femke Bos" in look
    assert "Vos" not in look
    assert "Elders" not in look
    assert {one.status for one in Nomination.objects.filter(pk__in=[f.pk for f in found])} == {
        "in_conversation"
    }

    leader_client.post(listed, {**sent, "carry_out": "1"})
    assert dict(Nomination.objects.values_list("person__last_name", "status")) == {
        "Bos": "suitable", "Kok": "suitable", "Vos": "not_suitable", "Elders": "nominated",
    }  # fmt: skip
    event = found[0].steps.get(after="suitable")
    assert (event.why, event.by) == ("Gesproken met hun ploeg.", leader)
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("on", "is_appointed", "said"),
    [
        ("2027-02-01", False, [("done", "klaar op 15 december"), ("done", "klaar op 20 januari"),
                               ("now", "tot 20 februari, nog 19 dagen"), ("to come", "1 april")]),
        ("2027-02-01", True, [("done", "klaar op 15 december"), ("done", "klaar op 20 januari"),
                              ("done", "afgesloten"), ("now", "1 april")]),
        ("2027-04-01", True, [("done", "klaar op 15 december"), ("done", "klaar op 20 januari"),
                              ("done", "klaar op 20 februari"), ("done", "klaar op 1 april")]),
    ],
)  # fmt: skip
def test_a_ceremony_is_not_over_before_its_day(network, on, is_appointed, said):
    round = make_round(network)
    if is_appointed:
        round.appointed_at = timezone.now()
    with time_machine.travel(f"{on}T12:00:00+01:00", tick=False), translation.override("nl"):
        assert [(phase.state, phase.what) for phase in board_page.phases(round)] == said
