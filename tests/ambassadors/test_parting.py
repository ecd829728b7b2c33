"""How a term ends well, who stays attached, and what members take over."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from ambassadors.actions import ending, parting, sharing_work
from ambassadors.actions.refused import Refused
from ambassadors.models import (
    ClubTask,
    ContactMoment,
    Expectation,
    HonoraryMembership,
    HonoraryOccasion,
    Parting,
    Term,
)
from ambassadors.worklist import ending_terms
from network.messages import kind_of
from network.models import Message
from tests.conftest import client_for, make_person


@pytest.fixture
def gerda(network):
    """Her term ends on 1 February 2027."""
    return make_person(network, "Gerda", "Kok", term=(date(2024, 2, 1), date(2027, 2, 1)))


def term_of(person) -> Term:
    return person.terms.get()


def test_everybody_is_asked_once_and_in_time(today, network, gerda, ambassador):
    assert parting.ask_due(network, on=date(2026, 10, 3)) == 0  # 121 days before
    assert parting.ask_due(network, on=date(2026, 10, 4)) == 1
    assert parting.ask_due(network, on=date(2027, 1, 31)) == 0
    (mail,) = Message.objects.filter(kind="term_ends")
    assert (mail.recipient, kind_of("term_ends").still_due(mail)) == (gerda.email, True)


def test_whoever_goes_on_left_early_or_agreed_is_not_asked(today, network, gerda, leader):
    Term.objects.create(person=gerda, start=date(2027, 2, 1), end=date(2030, 2, 1))
    assert parting.ask_due(network, on=date(2026, 12, 1)) == 0
    early = make_person(network, "Piet", "Vroeg", term=(date(2024, 2, 1), date(2027, 2, 1)))
    ending.end_early(term_of(early), by=leader, end=date(2027, 1, 1), ending="moved")
    assert parting.ask_due(network, on=date(2026, 12, 1)) == 0
    other = make_person(network, "Anna", "Klaar", term=(date(2024, 2, 1), date(2027, 2, 1)))
    talk = {"talked_on": date(2026, 11, 20), "kind": "call", "summary": "Het is goed zo.", "by": leader}
    parting.agree(term=term_of(other), what="goodbye", **talk)
    assert parting.ask_due(network, on=date(2026, 12, 1)) == 0


def test_a_wish_reaches_the_leader_and_a_talk_settles_it(today, network, gerda, leader, leader_client):
    mine = client_for(gerda.user, network)
    url = reverse("my_parting")
    assert mine.get(url).status_code == 200
    assert mine.post(url, {"words": "Nog niet gekozen"}).status_code == 422
    assert mine.post(url, {"what": "honorary", "words": "Graag."}).status_code == 302
    known = Parting.objects.get()
    assert (known.wish, known.wish_words, known.agreed) == ("honorary", "Graag.", "")
    page = leader_client.get(reverse("admin:index")).content.decode()
    assert reverse("admin:term_parting", args=[known.term_id]) in page

    assert ending_terms(network, date(2026, 11, 23)).count() == 1
    talk = {"talked_on": "2026-11-23", "kind": "call", "summary": "Blijft graag betrokken."}
    where = reverse("admin:term_parting", args=[known.term_id])
    too_soon = leader_client.post(where, {**talk, "talked_on": "2026-11-24", "what": "honorary"})
    assert too_soon.status_code == 422
    assert "Leg een gesprek achteraf vast" in too_soon.content.decode()
    assert leader_client.post(where, {**talk, "what": "honorary"}).status_code == 302
    assert leader_client.post(where, {**talk, "what": "honorary"}).status_code == 302
    assert ContactMoment.objects.get().summary == "Blijft graag betrokken."
    assert ending_terms(network, date(2026, 11, 23)).count() == 0
    with pytest.raises(Refused):
        parting.wish(term=term_of(gerda), what="again", by=gerda.user)


def test_a_page_for_whoever_is_near_the_end(today, ambassador_client, gerda):
    assert ambassador_client.get(reverse("my_parting")).status_code == 404  # Marleen has until 2028


def test_honorary_from_the_first_day_without_a_term(today, network, gerda, leader):
    parting.wish(term=term_of(gerda), what="honorary", by=gerda.user)
    other = make_person(network, "Anna", "Gedag", term=(date(2024, 2, 1), date(2027, 2, 1)))
    parting.wish(term=term_of(other), what="honorary", by=other.user)
    parting.agree(term=term_of(other), what="goodbye", talked_on=date(2026, 11, 20), kind="call",
                  summary="Toch niet.", by=leader)  # fmt: skip
    assert parting.carry_out(network, on=date(2027, 1, 31)) == 0
    assert parting.carry_out(network, on=date(2027, 2, 3)) == 1  # a late run gives the same day
    assert parting.carry_out(network, on=date(2027, 2, 4)) == 0
    membership = HonoraryMembership.objects.get()
    assert (membership.person, membership.start, membership.end) == (gerda, date(2027, 2, 1), None)
    assert Term.objects.count() == 2  # nothing is deleted by leaving


def test_whoever_went_on_after_all_is_no_honorary_member(today, network, gerda):
    parting.wish(term=term_of(gerda), what="honorary", by=gerda.user)
    Term.objects.create(person=gerda, start=date(2027, 2, 1), end=date(2030, 2, 1))
    assert parting.carry_out(network, on=date(2027, 2, 1)) == 0
    assert not HonoraryMembership.objects.exists()


def test_honorary_members_are_invited_once_a_year(today, network, leader, leader_client, ambassador):
    with pytest.raises(Refused):
        parting.invite_honorary(network=network, title="Feest", on=date(2026, 12, 1), by=leader)
    gerda = make_person(network, "Gerda", "Kok", term=(date(2019, 4, 1), date(2022, 4, 1)))
    HonoraryMembership.objects.create(person=gerda, start=date(2022, 4, 1))
    url = reverse("admin:ambassadors_honoraryoccasion_changelist")
    typed = {"title": "de voorjaarsbijeenkomst", "on": "2027-03-01", "place": "Zwolle", "words": ""}
    assert leader_client.post(url, typed | {"on": "2026-11-01"}).status_code == 422
    assert leader_client.post(url, typed).status_code == 302
    assert leader_client.post(url, typed | {"title": "nog een"}).status_code == 422
    assert HonoraryOccasion.objects.get().invited == 1
    assert [m.recipient for m in Message.objects.filter(kind="honorary_invitation")] == [gerda.email]
    home = client_for(gerda.user, network).get(reverse("my_home")).content.decode()
    assert "de voorjaarsbijeenkomst" in home
    assert reverse("my_nominate") in home
    with time_machine.travel("2027-01-02T12:00:00+01:00", tick=False):
        parting.invite_honorary(network=network, title="Feest", on=date(2027, 6, 1), by=leader)
    assert Message.objects.filter(kind="honorary_invitation").count() == 2


# --- Taking over ---------------------------------------------------------------------------------------


def test_the_first_who_takes_a_task_has_it_until_it_comes_back(today, network, ambassador, other_ambassador):
    task = ClubTask.objects.create(network=network, title="De borrel regelen")
    by = ambassador.user
    sharing_work.take(task=task, person=ambassador, by=by)
    sharing_work.take(task=task, person=ambassador, by=by)
    with pytest.raises(Refused):
        sharing_work.take(task=task, person=other_ambassador, by=other_ambassador.user)
    assert not sharing_work.give_back(task=task, person=other_ambassador, by=other_ambassador.user)
    assert not sharing_work.finish(task=task, person=other_ambassador, by=other_ambassador.user)
    assert sharing_work.give_back(task=task, person=ambassador, by=by)
    sharing_work.take(task=task, person=other_ambassador, by=other_ambassador.user)
    assert sharing_work.finish(task=task, person=other_ambassador, by=other_ambassador.user)
    assert not sharing_work.give_back(task=task, person=other_ambassador, by=other_ambassador.user)
    task.refresh_from_db()
    assert (task.taken_by, task.done_at is not None) == (other_ambassador, True)


def test_members_read_what_they_can_expect_and_take_tasks(
    today, network, other_network, ambassador, ambassador_client, django_assert_max_num_queries
):
    Expectation.objects.create(network=network, words="Ik bel je elke maand.")
    Expectation.objects.create(network=network, words="Ik schrijf je verhaal niet voor je.", is_offered=False)
    page = ambassador_client.get(reverse("my_expectations"))
    assert [line.words for line in page.context["offered"]] == ["Ik bel je elke maand."]
    assert [line.words for line in page.context["not_offered"]] == ["Ik schrijf je verhaal niet voor je."]

    foreign = ClubTask.objects.create(network=other_network, title="Elders")
    assert ambassador_client.post(reverse("my_task_take", args=[foreign.pk])).status_code == 404
    counts = []
    for tasks in (1, 3):
        for n in range(tasks):
            task = ClubTask.objects.create(network=network, title=f"Taak {tasks}{n}")
        ambassador_client.post(reverse("my_task_take", args=[task.pk]))
        with django_assert_max_num_queries(30) as asked:
            page = ambassador_client.get(reverse("my_tasks"))
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert {task.taken_by for task in page.context["mine"]} == {ambassador}
    ambassador_client.post(reverse("my_task_back", args=[task.pk]))
    task.refresh_from_db()
    assert task.taken_by is None


def test_the_summary_of_what_is_wrong_leads_to_the_question(today, gerda):
    page = client_for(gerda.user, gerda.network).post(reverse("my_parting"), {"csrfmiddlewaretoken": "x"})
    assert page.status_code == 422
    text = page.content.decode()
    assert 'href="#id_what"' in text
    assert 'id="id_what"' in text
