"""The questionnaire in Mijn, the talk that settles it, and who sees it."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from ambassadors.actions import exporting, profiling
from ambassadors.models import HonoraryMembership, MotiveAnswers, Person, ProfileType, TypeTalk
from ambassadors.profile_types import STATEMENTS
from events.admin.advice_card import card
from events.models import PodiumRequest
from network import worklist
from tests.conftest import make_person

pytestmark = pytest.mark.usefixtures("today")

PAGE = reverse("my_motives")
FORM = reverse("my_motives_form")
TODAY = date(2026, 11, 23)


def filled(otherwise=2, **by_type):
    return {s.key: by_type.get(s.type, otherwise) for s in STATEMENTS}


def settle_page(person):
    return reverse("admin:person_profile_type", args=[person.pk])


def overview(person):
    return reverse("admin:ambassadors_person_overview", args=[person.pk])


# --- In Mijn ----------------------------------------------------------------------------------------------


def test_three_minutes_and_a_proposal_with_reasons(ambassador, ambassador_client):
    response = ambassador_client.post(FORM, filled(coach=5, seller=4), follow=True)

    assert [row[:2] for row in response.context["proposed"]] == [("coach", "coach"), ("seller", "verkoper")]
    assert "Als één ondernemer door mij verder komt, is mijn dag goed." in response.text
    assert MotiveAnswers.objects.get().answers == filled(coach=5, seller=4)
    ambassador.refresh_from_db()
    assert ambassador.profile_type == ProfileType.TEACHER  # proposed, not settled


def test_what_is_missing_is_said_and_what_was_chosen_stays(ambassador_client):
    sent = filled(coach=5)
    del sent["room"]
    response = ambassador_client.post(FORM, sent)

    assert list(response.context["form"].errors) == ["room"]
    assert [choice.data["selected"] for choice in response.context["form"]["help"]][-1]
    assert not MotiveAnswers.objects.exists()


@pytest.mark.parametrize("value", ["0", "6", "x", "5; DROP", "99999999999999999999"])
def test_an_answer_that_is_none_is_refused(ambassador_client, value):
    assert "help" in ambassador_client.post(FORM, filled() | {"help": value}).context["form"].errors
    assert not MotiveAnswers.objects.exists()


def test_filled_in_again_and_taken_back(ambassador, ambassador_client):
    ambassador_client.post(FORM, filled(coach=5))
    ambassador_client.post(FORM, filled(player=5))
    assert MotiveAnswers.objects.get().answers == filled(player=5)

    ambassador_client.post(reverse("my_motives_back"))
    assert not MotiveAnswers.objects.exists()
    assert ambassador_client.get(PAGE).context["proposal"] is None


def test_it_is_in_take_my_data(ambassador):
    profiling.fill_in(ambassador, answers=filled(coach=5))
    assert "motiveanswers" in {table.name for table in exporting.tables_about(ambassador)}


# --- Settled in a talk ------------------------------------------------------------------------------------


def test_leader_and_ambassador_settle_it(ambassador, ambassador_client, leader, leader_client):
    profiling.fill_in(ambassador, answers=filled(coach=5, seller=4))
    sent = {"type-first": "coach", "type-second": "seller", "type-talked_on": "2026-11-20"}

    assert leader_client.post(settle_page(ambassador), sent).status_code == 302
    leader_client.post(settle_page(ambassador), sent)  # a double click is one talk

    talk = TypeTalk.objects.get()
    assert (talk.first, talk.second, talk.talked_on, talk.settled_by) == (
        "coach", "seller", date(2026, 11, 20), leader,
    )  # fmt: skip
    ambassador.refresh_from_db()
    assert (ambassador.profile_type, ambassador.second_profile_type) == ("coach", "seller")
    assert ambassador.history.first().history_user == leader
    assert "Dit besprak je met Leader op 20 november 2026." in ambassador_client.get(PAGE).text


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"type-first": "", "type-talked_on": "2026-11-20"}, "first"),
        ({"type-first": "coach", "type-second": "coach", "type-talked_on": "2026-11-20"}, "second"),
        ({"type-first": "coach", "type-talked_on": "2026-11-24"}, "talked_on"),
        ({"type-first": "koning", "type-talked_on": "2026-11-20"}, "first"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(ambassador, leader_client, sent, field):
    response = leader_client.post(settle_page(ambassador), sent)
    assert response.status_code == 422
    assert field in response.context["type_form"].errors
    assert not TypeTalk.objects.exists()


def test_the_database_refuses_the_same_type_twice(ambassador):
    for first, second in (("coach", "coach"), ("koning", ""), ("", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            TypeTalk.objects.create(person=ambassador, first=first, second=second, talked_on=TODAY)


def test_what_was_filled_in_waits_for_a_talk(network, ambassador, leader):
    def waiting():
        return [item.who for item in worklist.items(network, TODAY) if item.key.startswith("profile_type")]

    assert waiting() == []
    profiling.fill_in(ambassador, answers=filled(coach=5))
    assert waiting() == [ambassador.full_name]
    with time_machine.travel("2026-11-23T13:00:00+01:00"):
        profiling.settle(ambassador, first="coach", talked_on=TODAY, by=leader)
    assert waiting() == []
    with time_machine.travel("2026-11-24T13:00:00+01:00"):
        profiling.fill_in(ambassador, answers=filled(player=5))
        assert waiting() == [ambassador.full_name]  # filled in anew: talk again


# --- The card of the leader -------------------------------------------------------------------------------


def test_the_card_advises_with_people_of_the_network(network, ambassador, other_ambassador, leader_client):
    Person.objects.filter(pk=other_ambassador.pk).update(themes=["Zelfsturende teams"])
    gerda = make_person(network, "Gerda", "Nijland", term=(date(2019, 1, 1), date(2022, 1, 1)))
    HonoraryMembership.objects.create(person=gerda, start=date(2022, 1, 1))

    advice = leader_client.get(overview(ambassador)).context["advice"]
    assert [label for label, _role, _instruments in advice["cards"]] == ["leraar"]
    assert [one.person for one in advice["connections"]] == [other_ambassador]
    assert advice["step"] == "introduce"

    PodiumRequest.objects.create(
        network=network, title="Werkplaats", kind="workshop", date=TODAY + timedelta(days=30),
        contact_email="x@example.org",
    )  # fmt: skip
    page = leader_client.get(overview(ambassador))
    assert page.context["advice"]["step"] == "offer_request"
    assert "“Werkplaats”" in page.text


def test_a_pause_is_left_alone(ambassador, leader_client):
    ambassador.pauses.create(start=date(2026, 11, 1))
    assert leader_client.get(overview(ambassador)).context["advice"]["step"] == "leave_alone"


def test_only_the_ambassador_and_the_leader_see_it(
    ambassador, other_ambassador_client, reader_client, visitor, leader_client
):
    profiling.fill_in(ambassador, answers=filled(coach=5))
    assert other_ambassador_client.get(PAGE).context["proposal"] is None
    assert "ondernemer door mij verder komt" in leader_client.get(overview(ambassador)).text
    assert reader_client.get(overview(ambassador)).url.startswith("/beheer/login/")
    public = visitor.get(ambassador.get_absolute_url()).text
    assert "Marleen" in public
    assert "leraar" not in public


@pytest.mark.parametrize("rows", [1, 3])
def test_the_card_asks_as_much_for_one_as_for_three(
    network, ambassador, leader, rows, django_assert_num_queries
):
    term = (date(2025, 4, 1), date(2028, 4, 1))
    for n in range(rows):
        make_person(network, f"Iemand{n}", "Anders", term=term, themes=["zelfsturende teams"])
    profiling.fill_in(ambassador, answers=filled(coach=5))
    with django_assert_num_queries(10):
        found = card(ambassador, TODAY, is_paused=False, is_met=False)
    assert len(found["connections"]) == rows


def test_a_form_left_open_says_how_many_are_and_leads_to_the_first(ambassador_client):
    page = ambassador_client.post(FORM, {"csrfmiddlewaretoken": "x"}).content.decode()
    summary = page[page.index('id="errors"') :].partition("</div>")[0]
    assert "15 stellingen" in summary
    anchors = re.findall(r'href="#([^"]+)"', summary)
    assert len(anchors) == 1
    assert page.index(f'id="{anchors[0]}"') < page.index("<fieldset", page.index("<fieldset") + 1)
