"""A new network says on its first screen what comes next, until all of it is there."""

import pytest

from ambassadors.models import Term
from network.models import FanOrganisation, Role, Target
from tests.conftest import TODAY, make_person

pytestmark = pytest.mark.usefixtures("today")


def steps(client) -> list[bool] | None:
    page = client.get("/beheer/")
    panel = next(values for template, values in page.context["above"] if "first_steps" in template)
    return [step.done for step in panel["steps"]] or None


def test_step_by_step(network, leader_client, leader, facilitator):
    Role.objects.filter(user=facilitator).delete()
    network.contact_email = ""
    network.save()
    assert steps(leader_client) == [False] * 6
    page = leader_client.get("/beheer/").content.decode()
    for address in ("person/importeren/", "appointmentround/add/", "fanorganisation/add/", "role/add/"):
        assert address in page
    network.contact_email = "team@pioniers.example"
    network.save()
    assert steps(leader_client) == [True, False, False, False, False, False]
    person = make_person(network, "Sanne", "Pol")
    FanOrganisation.objects.create(network=network, name="IKT", slug="ikt")
    Target.objects.create(
        network=network, kind="reached", amount=450, start=TODAY, end=TODAY.replace(year=2028)
    )
    Role.objects.create(network=network, user=facilitator, kind="facilitator")
    assert steps(leader_client) == [True, True, False, True, True, True]
    Term.objects.create(person=person, start=TODAY, end=TODAY.replace(year=2029))
    assert steps(leader_client) is None


def test_what_is_still_open_stays_when_people_are_in_office(
    network, leader_client, facilitator, django_assert_num_queries
):
    make_person(network, "Sanne", "Pol", term=(TODAY, TODAY.replace(year=2029)))
    page = leader_client.get("/beheer/").text
    assert steps(leader_client) == [False, False]
    assert "Nog te doen van het begin" in page
    assert "4 van 6 klaar" in page
    assert "Zet je mensen erin" not in page
    for title, address in (("Noem de fans", "fanorganisation/add/"), ("Spreek doelen af", "#targets-group")):
        assert title in page
        assert address in page

    FanOrganisation.objects.create(network=network, name="IKT", slug="ikt")
    assert steps(leader_client) == [False]
    Target.objects.create(
        network=network, kind="reached", amount=450, start=TODAY, end=TODAY.replace(year=2028)
    )
    with django_assert_num_queries(9):
        assert steps(leader_client) is None
    with django_assert_num_queries(7):
        assert steps(leader_client) is None


def test_another_network_counts_for_nothing(network, other_network, leader_client):
    person = make_person(other_network, "Sjef", "Gerwen", term=(TODAY, TODAY.replace(year=2029)))
    assert steps(leader_client) == [True, False, False, False, False, False]
    assert person.full_name not in leader_client.get("/beheer/").content.decode()


def test_an_empty_list_shows_the_way_on(leader_client):
    page = leader_client.get("/beheer/ambassadors/person/").content.decode()
    assert page.count("/beheer/ambassadors/person/importeren/") == 2
    assert page.count("/beheer/ambassadors/person/add/") == 2
