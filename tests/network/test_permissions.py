"""Roles, and the network of a request."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from network.middleware import network_for_host, remembered_network
from network.models import Network, NetworkHost, Role, RoleKind, User
from network.permissions import is_leader, reads_figures, role_kinds, runs


def answers(user, network) -> tuple[bool, bool, bool]:
    return is_leader(user, network), runs(user, network), reads_figures(user, network)


def test_what_each_role_may(network, leader, facilitator, client_reader, other_leader, superuser, ambassador):
    assert answers(leader, network) == (True, True, True)
    assert answers(facilitator, network) == (False, True, True)
    assert answers(client_reader, network) == (False, False, True)
    assert answers(other_leader, network) == (False, False, False)
    assert answers(ambassador.user, network) == (False, False, False)
    assert answers(AnonymousUser(), network) == (False, False, False)
    assert answers(superuser, network) == (True, True, True)


def test_a_disabled_account_may_nothing(network, leader, superuser):
    for user in (leader, superuser):
        user.is_active = False
        assert answers(user, network) == (False, False, False)


def test_roles_are_read_once(network, other_network, leader, django_assert_num_queries):
    user = User.objects.get(pk=leader.pk)
    with django_assert_num_queries(1):
        assert role_kinds(user, network) == {"leader"}
        assert runs(user, network)
        assert role_kinds(user, other_network) == frozenset()


def test_a_role_in_two_networks(network, other_network, leader):
    Role.objects.create(network=other_network, user=leader, kind=RoleKind.CLIENT)
    assert answers(leader, network) == (True, True, True)
    assert answers(leader, other_network) == (False, False, True)


def test_the_network_follows_from_the_host(network, other_network):
    assert network_for_host("pioniers.localhost") == network
    assert network_for_host("BRABANT.localhost") == other_network
    assert network_for_host("elsewhere.localhost") is None


def test_the_only_network_answers_to_every_host(network):
    assert network_for_host("elsewhere.localhost") == network


def test_an_unknown_host_is_a_404_at_every_address(network, other_network):
    client = Client(headers={"host": "elsewhere.localhost"})
    assert {client.get(path).status_code for path in ("/", "/beheer/", "/mijn/", "/account/login/")} == {404}


@pytest.mark.django_db
def test_without_any_network_every_page_is_a_404():
    assert Client(headers={"host": "localhost"}).get("/").status_code == 404


def test_a_reader_costs_no_query_for_the_network(network, django_assert_num_queries):
    remembered_network("pioniers.localhost")
    with django_assert_num_queries(0):
        assert remembered_network("pioniers.localhost") == network


def test_a_change_is_seen_at_once(network, other_network):
    assert remembered_network("pioniers.localhost").name == "Pioniers Overijssel"
    network.name = "Pioniers"
    network.save()
    assert remembered_network("pioniers.localhost").name == "Pioniers"
    Network.objects.filter(pk=network.pk).update(name="Vrienden")
    assert remembered_network("pioniers.localhost").name == "Vrienden"
    host = NetworkHost.objects.create(network=network, host="extra.localhost")
    assert remembered_network("extra.localhost") == network
    host.delete()
    assert remembered_network("extra.localhost") is None
    other_network.delete()
    assert remembered_network("extra.localhost") == network


def test_readers_do_not_share_one_object(network):
    one, other = remembered_network("pioniers.localhost"), remembered_network("pioniers.localhost")
    assert one == other
    assert one is not other
