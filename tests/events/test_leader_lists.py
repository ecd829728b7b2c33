"""The leader's lists: their rows and columns, and what is done with several at once."""

from datetime import date

import pytest
from django.urls import reverse

from ambassadors.models import ContactMoment, Pause, PauseRequest, Person
from events.models import Podium
from network.models import ContactMessage, FanContact, Message
from tests.conftest import client_for, make_person
from tests.events.leader import LISTS, a_step, podium


@pytest.fixture(autouse=True)
def _on_monday(today):
    return today


def a_row_of_everything(network, number: int) -> None:
    for n in range(number):
        person = make_person(network, f"Geheim{n}", f"Vos{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
        other = make_person(network, f"Geheim{n}", f"Das{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
        fan = network.fans.create(name=f"Geheimfan{n}")
        FanContact.objects.create(fan=fan, name=f"Geheimcontact{n}", email=f"c{n}@x.example")
        podium(network, date(2026, 5, 1), person, other, host=fan, title=f"Geheimpodium{n}")
        ContactMoment.objects.create(person=person, date=date(2026, 5, 1), summary=f"Geheimgesprek{n}")
        PauseRequest.objects.create(person=person, start=date(2026, 12, 1), reason=f"Geheimreden{n}")
        person.contributions.create(date=date(2026, 5, 1), title=f"Geheimbijdrage{n}")
        network.podium_requests.create(title=f"Geheimaanvraag{n}", kind="panel", host=fan)
        a_step(person)
        ContactMessage.objects.create(
            network=network,
            name="x",
            email="x@x.example",
            subject=f"Geheimbericht{n}",
            body="!",
            state="held",
        )


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_same_queries_with_one_row_and_with_three(network, leader_client, name):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    asked = []
    for number in (1, 3):
        if number == 3:
            a_row_of_everything_again(network)
        else:
            a_row_of_everything(network, 1)
        leader_client.get(reverse(LISTS[name]))
        with CaptureQueriesContext(connection) as queries:
            response = leader_client.get(reverse(LISTS[name]))
        assert response.status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert asked[0] <= 25


def a_row_of_everything_again(network) -> None:
    for n in (1, 2):
        person = make_person(network, f"Nog{n}", f"Vos{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
        fan = network.fans.create(name=f"Nogfan{n}")
        FanContact.objects.create(fan=fan, name=f"Nogcontact{n}")
        podium(network, date(2026, 5, 1), person, host=fan)
        ContactMoment.objects.create(person=person, date=date(2026, 5, 1))
        PauseRequest.objects.create(person=person, start=date(2026, 12, 1))
        person.contributions.create(date=date(2026, 5, 1), title="x")
        network.podium_requests.create(title="x", kind="panel", host=fan)
        a_step(person)
        ContactMessage.objects.create(
            network=network, name="x", email="x@x.example", subject="x", body="!", state="held"
        )


@pytest.mark.parametrize("name", LISTS)
def test_no_list_shows_anything_of_another_network(other_network, leader_client, name):
    a_row_of_everything(other_network, 2)
    # By the fields of a request itself, sector and status among them, nobody may look.
    filters = "now=x&state=met" + "&type=none&sector=zorg&status=waiting" * (name != "requests")
    for query in ("", "?q=geheim", "?role=all", f"?{filters}"):
        response = leader_client.get(reverse(LISTS[name]) + query, follow=True)
        assert response.status_code == 200
        assert "Geheim" not in response.content.decode().replace("q=geheim", "")


@pytest.mark.parametrize(
    "query",
    [
        "?role=x", "?state=%00", "?type=9999", "?p=99999999999999999999", "?o=99.-1.x", "?year=abcd",
        "?columns=password&columns=year", "?host__id__exact=9223372036854775808", "?q=%00%27%22%3Cscript%3E",
        "?kind__exact=x", "?e=1", "?sector=%F0%9F%98%80", "?_facets=True",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["people", "podia", "talks"])
def test_bad_addresses_give_a_list_and_no_error(leader_client, ambassador, name, query):
    assert leader_client.get(reverse(LISTS[name]) + query, follow=True).status_code == 200


def test_who_has_nothing_yet_stands_on_top_and_can_be_filtered(
    network, leader_client, ambassador, other_ambassador
):
    podium(network, date(2026, 6, 1), other_ambassador)
    url = reverse(LISTS["people"])
    listed = [person.full_name for person in leader_client.get(url).context["cl"].result_list]
    assert listed == ["Marleen Oosterveld", "Bram Lansink"]
    for query, expected in {
        "?state=nothing": ["Marleen Oosterveld"],
        "?state=on_pace": ["Bram Lansink"],
        "?type=director": ["Bram Lansink"],
        "?role=former": [],
        "?region=Vechtdal": ["Marleen Oosterveld", "Bram Lansink"],
        "?q=oosterveld+bv": ["Marleen Oosterveld"],
    }.items():
        assert [p.full_name for p in leader_client.get(url + query).context["cl"].result_list] == expected


def test_chosen_columns_are_kept_with_the_account(leader_client, leader, facilitator_client, ambassador):
    url = reverse(LISTS["people"])
    chosen = {"columns": ["-", "email", "term_ends", "password"]}
    response = leader_client.post(url + "?q=mar", chosen)
    assert response.headers["Location"] == f"{url}?q=mar"
    another_browser = client_for(leader, ambassador.network)
    response = another_browser.get(url)
    assert response.context["cl"].list_display == ["action_checkbox", "who", "term_ends", "email"]
    assert ambassador.email in response.content.decode()
    usual = ["action_checkbox", "who", "year", "pace", "type", "last_contact"]
    assert facilitator_client.get(url).context["cl"].list_display == usual
    assert "email" not in leader_client.get(reverse(LISTS["podia"])).context["cl"].list_display
    leader_client.post(url, {"columns": "-"})  # none: as it was before anything was chosen
    assert leader_client.get(url).context["cl"].list_display == usual


# --- Several at once -----------------------------------------------------------------------------------


def act(client, name: str, action: str, *things, **sent):
    return client.post(
        reverse(LISTS[name]),
        {"action": action, "_selected_action": [thing.pk for thing in things], "index": 0, **sent},
    )


def test_a_bulk_action_is_shown_before_it_happens(
    leader_client, ambassador, other_ambassador, foreign_ambassador
):
    people = (ambassador, other_ambassador, foreign_ambassador)
    page = act(leader_client, "people", "set_profile_type", *people)
    assert [person for person, _now in page.context["lines"]] == [other_ambassador, ambassador]
    assert set(Person.objects.values_list("profile_type", flat=True)) == {"teacher", "director", ""}
    act(leader_client, "people", "set_profile_type", *people, carry_out="1", profile_type="coach")
    assert dict(Person.objects.values_list("first_name", "profile_type")) == {
        "Marleen": "coach", "Bram": "coach", "Sjef": "",
    }  # fmt: skip
    assert (
        act(leader_client, "people", "set_profile_type", *people, carry_out="1", profile_type="guru")
        .context["form"]
        .errors
    )


def test_several_get_a_pause(leader_client, ambassador, other_ambassador, foreign_ambassador):
    people = (ambassador, other_ambassador, foreign_ambassador)
    act(leader_client, "people", "pause_them", *people, carry_out="1", start="2026-12-01", end="2026-12-08")
    assert set(Pause.objects.values_list("person", "start", "end")) == {
        (person.pk, date(2026, 12, 1), date(2026, 12, 8)) for person in (ambassador, other_ambassador)
    }


def test_a_letter_goes_to_each_of_these(network, leader_client, ambassador, other_ambassador):
    page = act(leader_client, "people", "write_to_these", ambassador, other_ambassador)
    assert len(page.context["reached"]) == 2
    sent = {"subject": "Voor {first_name}", "body": "Dag {first_name}", "letter": "0" * 16}
    for _click in range(2):
        act(leader_client, "people", "write_to_these", ambassador, other_ambassador, carry_out="1", **sent)
    assert set(Message.objects.values_list("recipient", "subject")) == {
        (ambassador.email, "Voor Marleen"), (other_ambassador.email, "Voor Bram"),
    }  # fmt: skip


def test_fans_are_written_to_at_their_contact_persons(leader_client, fan):
    page = act(leader_client, "fans", "write_to_contacts", fan)
    assert page.context["selected"] == [fan.pk]
    sent = {"subject": "Dag", "body": "Dag {name}", "letter": "1" * 16}
    act(leader_client, "fans", "write_to_contacts", fan, carry_out="1", **sent)
    assert Message.objects.get().recipient == "karin@twente.example"


def test_podia_are_cancelled_after_a_look(network, other_network, leader_client, ambassador):
    mine, foreign = podium(network, date(2026, 6, 1), ambassador), podium(other_network, date(2026, 6, 1))
    act(leader_client, "podia", "cancel_them", mine, foreign)
    assert set(Podium.objects.values_list("status", flat=True)) == {"done"}
    act(leader_client, "podia", "cancel_them", mine, foreign, carry_out="1")
    assert dict(Podium.objects.values_list("pk", "status")) == {mine.pk: "cancelled", foreign.pk: "done"}
