"""A network's settings, its roles, and how a new one is made."""

import pytest
from django.core.management import CommandError, call_command
from django.db.models.fields.files import FieldFile

from network.actions import composing, digest
from network.models import FanOrganisation, Message, Network, NetworkHost, QuietPeriod, Role, User
from network.permissions import role_kinds
from tests.conftest import client_for

SETTINGS = "/beheer/network/network/"
ROLES = "/beheer/network/role/"


def values_of(response) -> dict:
    """What the browser would send back from a page with a form and its inlines."""
    form = response.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        forms = [formset.management_form, *formset.forms]
        values |= {part.add_prefix(name): part[name].value() for part in forms for name in part.fields}
    return {
        name: "" if value is None else value
        for name, value in values.items()
        if value is not False and not isinstance(value, FieldFile)
    }


@pytest.fixture
def settings_page(network) -> str:
    return f"{SETTINGS}{network.pk}/change/"


def test_the_leader_changes_the_settings(network, leader_client, settings_page):
    values = values_of(leader_client.get(settings_page))
    values |= {"podia_per_year": "4", "theme": "vakmanschap"}
    values |= {"quiet_periods-TOTAL_FORMS": "1", "quiet_periods-0-name": "Herfst"}
    values |= {"quiet_periods-0-start": "17-10-2026", "quiet_periods-0-end": "26-10-2026"}
    response = leader_client.post(settings_page, values)
    assert (response.status_code, response.url) == (302, settings_page)
    network.refresh_from_db()
    assert (network.podia_per_year, network.theme, network.slug) == (4, "vakmanschap", "pioniers")
    assert list(QuietPeriod.objects.values_list("network__slug", "name")) == [("pioniers", "Herfst")]


def test_a_colour_that_cannot_be_read_is_corrected_and_said_so(network, leader_client, settings_page):
    values = values_of(leader_client.get(settings_page))
    response = leader_client.post(settings_page, values | {"brand_colour": "#FFE900"}, follow=True)
    assert "#FFE900" in " ".join(str(message) for message in response.context["messages"])
    network.refresh_from_db()
    assert network.brand_colour == "#FFE900"


def test_bad_values_stay_beside_their_fields(network, leader_client, settings_page, other_network):
    values = values_of(leader_client.get(settings_page))
    response = leader_client.post(settings_page, values | {"podia_per_year": "0", "brand_colour": "groen"})
    assert response.status_code == 200
    assert set(response.context["adminform"].form.errors) == {"podia_per_year", "brand_colour"}
    hosts = {"hosts-0-host": "BRABANT.localhost"}
    response = leader_client.post(settings_page, values | hosts)
    assert response.status_code == 200
    assert NetworkHost.objects.get(network=network).host == "pioniers.localhost"


def test_settings_and_roles_are_the_leaders(network, facilitator_client, reader_client, settings_page):
    for client in (facilitator_client, reader_client):
        for address in (settings_page, SETTINGS, ROLES, f"{ROLES}add/"):
            assert client.get(address).status_code in (302, 403)
    assert facilitator_client.get(settings_page).status_code == 403
    assert facilitator_client.get(ROLES).status_code == 403


def test_another_network_does_not_exist(network, other_network, other_leader, leader_client, superuser):
    theirs = f"{SETTINGS}{other_network.pk}/change/"
    missing = leader_client.get(f"{SETTINGS}99999/change/")
    for address in (
        theirs,
        f"{SETTINGS}{other_network.pk}/history/",
        f"{SETTINGS}{other_network.pk}/delete/",
    ):
        assert leader_client.get(address).status_code in (403, 404)
    assert leader_client.get(theirs).status_code == missing.status_code == 404
    root = client_for(superuser, network)
    assert root.get(theirs).status_code == 404
    assert other_leader.email not in root.get(ROLES).content.decode()
    role = Role.objects.get(user=other_leader)
    assert leader_client.post(f"{ROLES}{role.pk}/delete/", {"post": "yes"}).status_code == 404
    assert Role.objects.filter(pk=role.pk).exists()


def test_a_role_is_given_by_address_and_taken(network, leader_client, leader):
    response = leader_client.post(
        f"{ROLES}add/", {"email": "Nieuw@pioniers.example", "name": "Nina Nieuw", "kind": "facilitator"}
    )
    assert response.status_code == 302
    user = User.objects.get(email="nieuw@pioniers.example")
    assert (user.name, role_kinds(user, network)) == ("Nina Nieuw", {"facilitator"})
    assert [m.recipient for m in Message.objects.filter(kind="role_given")] == ["nieuw@pioniers.example"]
    role = Role.objects.get(user=user)
    assert "nieuw@pioniers.example" in leader_client.get(ROLES).content.decode()
    assert leader_client.post(f"{ROLES}{role.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Role.objects.filter(pk=role.pk).exists()
    last = Role.objects.get(user=leader)
    leader_client.post(f"{ROLES}{last.pk}/delete/", {"post": "yes"})
    assert Role.objects.filter(pk=last.pk).exists()


def test_the_name_of_an_account_elsewhere_is_not_told(network, other_leader, leader_client, leader):
    """Whoever gives a role learns nothing about the account that was there."""
    other_leader.name = "Toine Verbeek"
    other_leader.save()
    fan = FanOrganisation.objects.create(network=network, name="IKT", slug="ikt", relationship_owner=leader)
    leader_client.post(f"{ROLES}add/", {"email": other_leader.email, "name": "Tom", "kind": "client"})
    leader_client.post(f"{ROLES}add/", {"email": other_leader.email, "kind": "facilitator"})
    owned = FanOrganisation.objects.create(
        network=network, name="Boost", slug="boost", relationship_owner=other_leader
    )
    digest.post_digests(period="2026-W48")
    pages = [
        ROLES,
        f"{ROLES}?q=Toine",
        "/beheer/network/message/",
        "/beheer/network/fanorganisation/",
        f"/beheer/network/fanorganisation/{fan.pk}/change/",
        f"/beheer/network/fanorganisation/{owned.pk}/change/",
        "/beheer/network/user/",
    ]
    for page in pages:
        text = leader_client.get(page).content.decode()
        assert "Verbeek" not in text, page
    assert "Tom" in leader_client.get("/beheer/network/fanorganisation/").content.decode()
    mails = Message.objects.filter(network=network, recipient=other_leader.email)
    assert set(mails.values_list("recipient_name", flat=True)) == {"Tom"}
    assert list(Role.objects.filter(network=network, user=other_leader).values_list("name", flat=True)) == [
        "Tom",
        "Tom",
    ]
    other_leader.refresh_from_db()
    assert other_leader.name == "Toine Verbeek"


def test_a_role_cannot_be_given_elsewhere(network, other_network, leader_client):
    leader_client.post(
        f"{ROLES}add/",
        {
            "email": "nieuw@pioniers.example",
            "kind": "leader",
            "network": other_network.pk,
            "is_superuser": "on",
        },
    )
    user = User.objects.get(email="nieuw@pioniers.example")
    assert list(user.roles.values_list("network", "kind")) == [(network.pk, "leader")]
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_whoever_gets_a_role_comes_in_anew(network, leader_client, ambassador, ambassador_client):
    from allauth.usersessions.models import UserSession

    key = ambassador_client.session.session_key
    UserSession.objects.create(user=ambassador.user, session_key=key, ip="192.0.2.1")
    assert ambassador_client.get("/account/").status_code == 200
    leader_client.post(f"{ROLES}add/", {"email": ambassador.email, "kind": "leader"})
    assert ambassador_client.get("/account/").status_code == 302


def test_a_superuser_makes_a_network(network, superuser, leader_client):
    values = {
        "name": "Groene Gangmakers",
        "slug": "groen",
        "host": "Groen.localhost",
        "leader_email": "lies@groen.example",
        "commitment_year": "calendar",
        "podia_per_year": "2",
    }
    assert leader_client.post(f"{SETTINGS}add/", values).status_code == 403
    response = client_for(superuser, network).post(f"{SETTINGS}add/", values)
    assert response.status_code == 302, response.context["adminform"].form.errors
    made = Network.objects.get(slug="groen")
    assert (made.name, made.podia_per_year, made.commitment_year) == ("Groene Gangmakers", 2, "calendar")
    assert made.hosts.get().host == "groen.localhost"
    assert role_kinds(User.objects.get(email="lies@groen.example"), made) == {"leader"}


@pytest.mark.django_db
def test_the_command_makes_a_network_on_an_empty_database(capsys):
    call_command(
        "create_network",
        "groen",
        name="Groene Gangmakers",
        host="groen.example",
        commitment_year="calendar",
        podia=2,
    )
    network = Network.objects.get()
    assert (network.slug, network.name, network.commitment_year, network.podia_per_year) == (
        "groen",
        "Groene Gangmakers",
        "calendar",
        2,
    )
    assert list(network.hosts.values_list("host", "is_primary")) == [("groen.example", True)]
    call_command("create_network", "blauw", "--name", "Blauw")
    assert Network.objects.get(slug="blauw").podia_per_year == 3


@pytest.mark.django_db
def test_the_command_gives_the_network_its_first_leader_and_says_where_to_begin(capsys):
    call_command(
        "create_network", "groen", name="Groen", host="groen.localhost",
        leader="Lies@groen.example", leader_name="Lies Bos",
    )  # fmt: skip
    said = capsys.readouterr().out
    assert "http://groen.localhost/beheer/" in said
    assert "sign_in Lies@groen.example --network groen" in said
    role = Role.objects.get()
    assert (role.kind, role.name, role.user.email) == ("leader", "Lies Bos", "lies@groen.example")
    mail = Message.objects.get(kind="role_given")
    text = composing.Composer().compose(mail).text
    assert (mail.recipient, mail.recipient_name) == ("lies@groen.example", "Lies Bos")
    assert "Je leidt vanaf nu Groen." in text
    call_command("create_network", "blauw", name="Blauw")
    assert "Nobody leads it yet." in capsys.readouterr().out
    with pytest.raises(CommandError, match="leader"):
        call_command("create_network", "geel", name="Geel", leader="geen adres")
    assert not Network.objects.filter(slug="geel").exists()


def test_the_command_says_what_is_wrong_and_makes_nothing(network):
    with pytest.raises(CommandError, match="pioniers"):
        call_command("create_network", "pioniers", name="Nog eens")
    with pytest.raises(CommandError, match="Pioniers Overijssel"):
        call_command("create_network", "nieuw", name="Nieuw", host="PIONIERS.localhost")
    with pytest.raises(CommandError, match="slug"):
        call_command("create_network", "Geen slug", name="Nieuw")
    with pytest.raises(CommandError, match="podia_per_year"):
        call_command("create_network", "nieuw", name="Nieuw", podia=0)
    assert list(Network.objects.all()) == [network]
