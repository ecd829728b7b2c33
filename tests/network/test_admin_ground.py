"""What every page of the leader's admin stands on: choices, filters and searches of this network only."""

import pytest
from django.contrib.admin.sites import site
from django.test import RequestFactory

from ambassadors.models import Person, Term
from events.models import Podium
from network.inside import inside, network_lookup_of
from network.models import Company, FanOrganisation, Network, User
from tests.conftest import client_for, give_second_factor


@pytest.mark.parametrize(
    ("model", "lookup"),
    [
        (Network, "pk"),
        (Company, "network"),
        (Person, "network"),
        (Term, "person__network"),
        (Podium, "network"),
        (User, "roles__network"),
    ],
)
def test_the_way_to_the_network_is_found(model, lookup):
    assert network_lookup_of(model) == lookup


def test_what_leads_to_no_network_has_no_rows(network):
    from django.contrib.sessions.models import Session

    assert network_lookup_of(Session) is None
    assert not inside(Session, network).exists()


def test_nothing_but_our_own_pages_is_in_the_admin():
    labels = {model._meta.app_label for model in site._registry}
    assert labels <= {"network", "ambassadors", "knowledgebank", "events"}


def test_choices_are_those_of_this_network(network, other_network, leader, fan):
    FanOrganisation.objects.create(network=other_network, name="Fan van elders")
    request = RequestFactory().get("/")
    request.user, request.network = leader, network
    podia = site._registry[Podium]
    field = podia.formfield_for_dbfield(Podium._meta.get_field("host"), request)
    assert list(field.queryset) == [fan]


def test_a_search_of_people_finds_no_others(network, ambassador, foreign_ambassador, leader_client):
    query = {"app_label": "events", "model_name": "podium", "field_name": "ambassadors", "term": ""}
    answer = leader_client.get("/beheer/autocomplete/", query)
    assert [found["id"] for found in answer.json()["results"]] == [str(ambassador.pk)]


def test_a_choice_of_another_network_is_refused(network, ambassador, foreign_ambassador, leader_client):
    page = "/beheer/events/podium/add/"
    values = {
        "kind": "workshop",
        "status": "done",
        "date": "2026-03-01",
        "ambassadors": [foreign_ambassador.pk],
    }
    response = leader_client.post(page, values)
    assert response.status_code == 200
    assert "ambassadors" in response.context["adminform"].form.errors
    assert not Podium.objects.exists()


@pytest.mark.parametrize("number", [2**31, 2**63, 2**63 - 1, 10**30])
def test_numbers_that_no_database_holds(network, ambassador, leader_client, number):
    assert leader_client.get(f"/beheer/ambassadors/person/{number}/change/").status_code == 404
    values = {"kind": "workshop", "status": "done", "date": "2026-03-01", "ambassadors": [number]}
    assert leader_client.post("/beheer/events/podium/add/", values).status_code == 200
    response = leader_client.post(
        "/beheer/ambassadors/person/", {"action": "delete_selected", "_selected_action": [number]}
    )
    assert response.status_code in (200, 302)
    assert leader_client.get(f"/beheer/ambassadors/person/?id__in={number}").status_code in (200, 302)


def test_without_a_second_factor_nobody_is_in(network, leader):
    client = client_for(None, network)
    client.force_login(leader, backend="django.contrib.auth.backends.ModelBackend")
    for page in ("/beheer/", "/beheer/login/", "/beheer/ambassadors/person/", "/verslag/"):
        response = client.get(page, follow=True)
        assert response.request["PATH_INFO"] == "/account/second-factor/"
    give_second_factor(client, leader)
    assert client.get("/beheer/").status_code == 200


def test_a_demonstration_asks_no_second_factor_and_production_does(network, leader, settings):
    client = client_for(None, network)
    client.force_login(leader, backend="django.contrib.auth.backends.ModelBackend")
    settings.DEMO = True
    assert client.get("/beheer/").status_code == 200
    settings.EMBEDDED = False
    assert client.get("/beheer/").status_code == 302


def test_roles_ask_the_second_factor_again_after_a_quarter_of_an_hour(network, leader, leader_client):
    session = leader_client.session
    session["account_authentication_methods"][0]["at"] -= 16 * 60
    session.save()
    assert leader_client.get("/beheer/").status_code == 200
    response = leader_client.get("/beheer/network/role/add/")
    assert (response.status_code, response.url) == (
        302,
        "/account/second-factor/?next=%2Fbeheer%2Fnetwork%2Frole%2Fadd%2F",
    )


def test_a_refusal_is_logged_without_anything_personal(network, ambassador, ambassador_client, caplog):
    ambassador_client.get("/beheer/?next=/mijn/Marleen/", follow=True)
    lines = [record.getMessage() for record in caplog.records if record.name == "koploper.access"]
    assert lines == [
        f"refused user={ambassador.user_id} network={network.pk} method=GET address=beheer/login/"
    ]


def test_files_have_no_address_of_their_own(network, leader_client, settings, tmp_path):
    """What was uploaded is reached through a view with a door, never by its path."""
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "portraits").mkdir()
    (tmp_path / "portraits" / "x.jpg").write_bytes(b"x")
    for path in ("/media/portraits/x.jpg", "/portraits/x.jpg", "/static/../media/portraits/x.jpg"):
        assert leader_client.get(path).status_code == 404


def test_fields_that_no_form_has_change_nothing(network, other_network, leader_client, ambassador):
    """Extra values in a POST do nothing."""
    page = f"/beheer/network/network/{network.pk}/change/"
    made_at = network.created_at
    leader_client.post(page, {"name": "Gekaapt", "created_at": "2001-01-01", "id": other_network.pk})
    network.refresh_from_db()
    other_network.refresh_from_db()
    assert (network.created_at, other_network.name) == (made_at, "Brabants Besten")
    values = {"company": "Nieuw BV", "network": other_network.pk, "person": 1, "is_superuser": "on"}
    client_for(ambassador.user, network).post("/mijn/pagina/bedrijf/", values)
    ambassador.refresh_from_db()
    assert (ambassador.network, ambassador.user.is_superuser) == (network, False)
