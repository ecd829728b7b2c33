"""Judging: blind to each other until all are in, and to what the leader hides; also on the pages."""

import pytest
from django.utils import timezone

from ambassadors.actions import assessing
from ambassadors.actions.refused import Refused
from ambassadors.models import Assessment, RoundRules, Score, Voice
from network.actions import composing, gate
from network.models import Message, Role
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import client_for


@pytest.fixture
def nomination(network, today):
    return make_candidate(network, "Nijhuis", round=make_round(network))


def scores(network, *values):
    return dict(zip(assessing.criteria_of(network), values, strict=True))


def hand_in(nomination, user, *values, facts=""):
    assessment = Assessment.objects.get(nomination=nomination, assessor=user)
    return assessing.hand_in(
        assessment=assessment, scores=scores(nomination.network, *values), facts=facts, by=user
    )


def test_who_is_asked_gets_a_mail_once(nomination, leader, facilitator):
    assessing.ask(nomination=nomination, assessors=[leader, facilitator], by=leader)
    assessing.ask(nomination=nomination, assessors=[facilitator], by=leader)
    assert Assessment.objects.count() == 2
    assert list(Message.objects.values_list("kind", "recipient")) == [("assessment_asked", facilitator.email)]
    assert [one.name_en for one in assessing.criteria_of(nomination.network)] == [
        "Own positive experience",
        "Motivation of their own",
        "It works in their own company",
        "Willing and able to tell it",
    ]


def test_nothing_is_seen_until_all_are_in(nomination, leader, facilitator):
    assessing.ask(nomination=nomination, assessors=[leader, facilitator], by=leader)
    hand_in(nomination, facilitator, 5, 4, 3, 2, facts="Sprak met de ploeg.")

    half = assessing.picture(nomination)
    assert (half.result, half.handed_in) == (None, 1)
    assert [assessment.facts for assessment in half.asked] == ["", ""]

    hand_in(nomination, leader, 1, 4, 3, 2)
    whole = assessing.picture(nomination)
    assert whole.result is not None
    assert [result.values for result in whole.result.criteria] == [(1, 5), (4, 4), (3, 3), (2, 2)]
    assert [result.is_far_apart for result in whole.result.criteria] == [True, False, False, False]
    assert sorted(assessment.facts for assessment in whole.asked) == ["", "Sprak met de ploeg."]


def test_what_was_handed_in_stands(nomination, leader):
    assessing.ask(nomination=nomination, assessors=[leader], by=leader)
    hand_in(nomination, leader, 5, 5, 5, 5)
    with pytest.raises(Refused):
        hand_in(nomination, leader, 1, 1, 1, 1)
    assert set(Score.objects.values_list("value", flat=True)) == {5}
    assert not assessing.take_back(assessment=Assessment.objects.get(), by=leader)


def test_every_criterion_needs_a_score_within_its_scale(nomination, leader):
    assessing.ask(nomination=nomination, assessors=[leader], by=leader)
    assessment = Assessment.objects.get()
    first = assessing.criteria_of(nomination.network)[0]
    with pytest.raises(Refused):
        assessing.hand_in(assessment=assessment, scores={first: 3}, facts="", by=leader)
    with pytest.raises(ValueError, match="no score"):
        hand_in(nomination, leader, 6, 1, 1, 1)
    with pytest.raises(ValueError, match="else"):
        assessing.hand_in(assessment=assessment, scores={}, facts="", by=nomination.person.user)
    assert not Score.objects.exists()


def test_waiting_no_longer_completes_the_picture(nomination, leader, facilitator):
    assessing.ask(nomination=nomination, assessors=[leader, facilitator], by=leader)
    hand_in(nomination, leader, 5, 4, 3, 2)
    assert assessing.take_back(assessment=Assessment.objects.get(assessor=facilitator), by=leader)
    assert assessing.picture(nomination).result is not None


def test_who_is_out_of_the_running_is_not_judged(nomination, leader):
    type(nomination).objects.filter(pk=nomination.pk).update(status="withdrawn")
    with pytest.raises(Refused):
        assessing.ask(nomination=nomination, assessors=[leader], by=leader)


def test_pictures_ask_as_much_for_three_as_for_one(network, leader, django_assert_num_queries, nomination):
    others = [make_candidate(network, name, round=nomination.round) for name in ("Bos", "Hof")]
    for one in (nomination, *others):
        assessing.ask(nomination=one, assessors=[leader], by=leader)
        hand_in(one, leader, 5, 4, 3, 2)
    for candidates in ([nomination], [nomination, *others]):
        with django_assert_num_queries(2):
            assert all(picture.result for picture in assessing.pictures(candidates).values())


# --- The pages -----------------------------------------------------------------------------------------


def test_an_assessor_sees_only_what_they_may(nomination, leader, other_ambassador, network, ambassador):
    Voice.objects.create(
        nomination=nomination, source="visitor", name="Geheime Tipgever", why="Goed verhaal."
    )
    RoundRules.objects.create(network=network, blind_fields=["name", "company", "nominator", "contact"])
    assessing.ask(nomination=nomination, assessors=[other_ambassador.user, leader], by=leader)
    hand_in(nomination, leader, 5, 5, 5, 5, facts="LEIDERSOORDEEL")
    assessment = Assessment.objects.get(assessor=other_ambassador.user)
    assessor = client_for(other_ambassador.user, network)

    page = assessor.get(f"/beoordelen/{assessment.pk}/").content.decode()
    for hidden in ("Femke", "Nijhuis", nomination.person.email, "Geheime Tipgever", "LEIDERSOORDEEL"):
        assert hidden not in page
    for shown in ("Goed verhaal.", f"Kandidaat {nomination.pk}", "Ommen", "zorg".capitalize()):
        assert shown in page
    assert "Femke" not in assessor.get("/beoordelen/").content.decode()

    # Nobody else meets it, whatever they are to the network.
    assert client_for(ambassador.user, network).get(f"/beoordelen/{assessment.pk}/").status_code == 404
    assert client_for(leader, network).get(f"/beoordelen/{assessment.pk}/").status_code == 404


def test_an_assessor_has_the_address_only_while_there_is_something_to_ask(
    nomination, facilitator, network, leader
):
    assessing.ask(nomination=nomination, assessors=[facilitator], by=leader)
    page = f"/beoordelen/{Assessment.objects.get().pk}/"
    client = client_for(facilitator, network)
    assert nomination.person.email in client.get(page).content.decode()
    hand_in(nomination, facilitator, 5, 5, 5, 5)
    after = client.get(page).content.decode()
    assert "Femke" in after
    assert nomination.person.email not in after


def test_whoever_has_no_place_here_any_more_judges_nobody(nomination, facilitator, network, leader):
    assessing.ask(nomination=nomination, assessors=[facilitator], by=leader)
    page = f"/beoordelen/{Assessment.objects.get().pk}/"
    Role.objects.filter(user=facilitator).delete()
    client = client_for(facilitator, network)
    assert client.get(page).status_code == 404
    assert "Nijhuis" not in client.get("/beoordelen/").content.decode()


def test_the_leader_too_waits_for_the_last(nomination, leader, facilitator, leader_client):
    assessing.ask(nomination=nomination, assessors=[leader, facilitator], by=leader)
    hand_in(nomination, facilitator, 5, 1, 5, 1, facts="ANDERMANSOORDEEL")
    address = f"/beheer/ambassadors/nomination/{nomination.pk}/kandidaat/"
    page = leader_client.get(address).content.decode()
    assert "ANDERMANSOORDEEL" not in page
    assert "1 van 2 zijn binnen" in page
    history = leader_client.get(f"/beheer/ambassadors/nomination/{nomination.pk}/history/").content.decode()
    assert "ANDERMANSOORDEEL" not in history

    hand_in(nomination, leader, 5, 5, 5, 5)
    assert "ANDERMANSOORDEEL" in leader_client.get(address).content.decode()


def test_handing_in_by_the_form(nomination, leader, other_ambassador, network):
    assessing.ask(nomination=nomination, assessors=[other_ambassador.user], by=leader)
    assessment = Assessment.objects.get()
    assessor = client_for(other_ambassador.user, network)
    fields = {f"score_{one.pk}": "4" for one in assessing.criteria_of(network)}
    missing = assessor.post(
        f"/beoordelen/{assessment.pk}/", {**dict(list(fields.items())[1:]), "facts": "Vier"}
    )
    assert missing.status_code == 422
    assert "Geef een score." in missing.content.decode()
    assert "Vier</textarea>" in missing.content.decode()

    done = assessor.post(f"/beoordelen/{assessment.pk}/", {**fields, "facts": "Zag het zelf."})
    assert (done.status_code, done.url) == (302, "/beoordelen/")
    assessment.refresh_from_db()
    assert (assessment.facts, assessment.is_submitted) == ("Zag het zelf.", True)
    assert set(assessment.scores.values_list("value", flat=True)) == {4}


# --- Many at once --------------------------------------------------------------------------------------


def test_many_candidates_are_one_mail_to_each_assessor(network, today, leader, facilitator, ambassador):
    round = make_round(network)
    found = [make_candidate(network, name, round=round) for name in ("Nijhuis", "Bos", "Kok")]
    ended = make_candidate(network, "Vos", round=round, status="withdrawn")
    assessing.ask(nomination=found[0], assessors=[facilitator], by=leader)
    Message.objects.all().delete()

    asked = assessing.ask_many(nominations=[*found, ended], assessors=[facilitator, leader], by=leader)
    again = assessing.ask_many(nominations=found, assessors=[facilitator, leader], by=leader)

    assert (len(asked), again) == (5, [])
    assert not ended.assessments.exists()
    message = Message.objects.get()
    assert message.recipient == facilitator.email
    mail = composing.Composer().compose(message)
    assert "2 kandidaten" in mail.subject + mail.text
    assert "Bos" not in mail.text

    Assessment.objects.filter(nomination=found[1]).update(submitted_at=timezone.now())
    assert not gate.judge(message, now=timezone.now()).drop
    Assessment.objects.update(submitted_at=timezone.now())
    assert gate.judge(message, now=timezone.now()).drop


def page_of(year: int = 2027) -> str:
    return f"/beheer/ambassadors/appointmentround/{year}/beoordelaars/"


def test_the_leader_asks_for_a_whole_round_on_one_page(network, today, leader, facilitator, leader_client):
    round = make_round(network)
    knows = make_candidate(network, "Nijhuis", round=round, told_at=timezone.now())
    unaware = make_candidate(network, "Bos", round=round)
    text = leader_client.get(page_of()).text
    assert f'value="{knows.pk}" checked' in text
    assert f'value="{unaware.pk}" checked' not in text

    answer = leader_client.post(
        page_of(), {"candidates": [knows.pk, unaware.pk], "assessors": [leader.pk, facilitator.pk]}
    )
    assert answer.status_code == 302
    assert Assessment.objects.count() == 4
    assert Message.objects.count() == 1
    again = leader_client.get(page_of()).context
    assert not any(row.is_ticked for row in again["rows"])
    assert set(again["form"].initial["assessors"]) == {leader.pk, facilitator.pk}


def test_what_was_ticked_stays_when_nobody_is_chosen(network, today, leader_client):
    candidate = make_candidate(network, "Bos", round=make_round(network))
    answer = leader_client.post(page_of(), {"candidates": [candidate.pk]})
    assert answer.status_code == 422
    assert f'value="{candidate.pk}" checked' in answer.text
    assert "Kies minstens één persoon" in answer.text


def test_a_candidate_of_elsewhere_is_not_asked_about(network, other_network, today, leader, leader_client):
    make_candidate(network, "Bos", round=make_round(network))
    theirs = make_candidate(other_network, "Kok", round=make_round(other_network))
    answer = leader_client.post(page_of(), {"candidates": [theirs.pk], "assessors": [leader.pk]})
    assert answer.status_code == 422
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_much_for_many(
    network, today, leader, leader_client, django_assert_num_queries, number
):
    round = make_round(network)
    for n in range(number):
        candidate = make_candidate(network, f"Bos{n}", round=round)
        assessing.ask(nomination=candidate, assessors=[leader], by=leader)
    leader_client.get(page_of())
    with django_assert_num_queries(15):
        leader_client.get(page_of())


def test_after_one_judgement_comes_the_next(network, today, leader, facilitator):
    round = make_round(network)
    found = [make_candidate(network, name, round=round) for name in ("Nijhuis", "Bos")]
    first, second = assessing.ask_many(nominations=found, assessors=[facilitator], by=leader)
    client = client_for(facilitator, network)
    fields = client.get(f"/beoordelen/{first.pk}/").context["form"].fields
    sent = {name: "4" for name in fields if name != "facts"}

    answer = client.post(f"/beoordelen/{first.pk}/", sent)
    assert answer.url == f"/beoordelen/{second.pk}/"
    assert client.post(answer.url, sent).url == "/beoordelen/"
