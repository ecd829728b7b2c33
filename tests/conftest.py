"""The cast: the same people in every test."""

import time
from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client

from ambassadors.models import Employment, Person, ProfileType, Term
from network.middleware import forget_networks
from network.models import Company, FanContact, FanOrganisation, Network, NetworkHost, Role, RoleKind, User

TODAY = date(2026, 11, 23)  # a Monday

pytest_plugins = [
    "tests.plugins.database",
    "tests.plugins.garbage",
    "tests.plugins.late",
    "tests.plugins.longest_first",
    "tests.plugins.mail",
    "tests.plugins.once",
    "tests.plugins.patient",
    "tests.plugins.services",
]


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """What a test rolled back or counted is not remembered by the next."""
    forget_networks()
    cache.clear()


@pytest.fixture
def today():
    """Monday 23 November 2026, 12:00 in Amsterdam."""
    with time_machine.travel("2026-11-23T12:00:00+01:00", tick=False):
        yield TODAY


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Django asks SQLite once in a process whether it knows JSON: not while a test counts queries."""
    with django_db_blocker.unblock():
        connection.features.supports_json_field  # noqa: B018 - asking is the point


@pytest.fixture
def network(db) -> Network:
    network = Network.objects.create(
        slug="pioniers",
        name="Pioniers Overijssel",
        theme="sociale innovatie",
        region="Overijssel",
        client_name="provincie Overijssel",
        word_singular="pionier",
        word_plural="pioniers",
        word_singular_en="pioneer",
        word_plural_en="pioneers",
        serial_prefix="PO",
        contact_email="team@pioniers.example",
    )
    NetworkHost.objects.create(network=network, host="pioniers.localhost", is_primary=True)
    return network


@pytest.fixture
def other_network(db) -> Network:
    network = Network.objects.create(
        slug="brabant",
        name="Brabants Besten",
        theme="vakmanschap",
        region="Noord-Brabant",
        word_singular="ambassadeur",
        word_plural="ambassadeurs",
        brand_colour="#8A2F1D",
        commitment_year="calendar",
        serial_prefix="BB",
    )
    NetworkHost.objects.create(network=network, host="brabant.localhost", is_primary=True)
    return network


def user_with_role(network: Network, email: str, kind: RoleKind) -> User:
    user = User.objects.create_user(email, name=email.split("@")[0].title())
    Role.objects.create(network=network, user=user, kind=kind, name=user.name)
    return user


@pytest.fixture
def leader(network) -> User:
    return user_with_role(network, "leader@pioniers.example", RoleKind.LEADER)


@pytest.fixture
def facilitator(network) -> User:
    return user_with_role(network, "facilitator@pioniers.example", RoleKind.FACILITATOR)


@pytest.fixture
def client_reader(network) -> User:
    """Somebody of the client, who reads figures and the report."""
    return user_with_role(network, "client@pioniers.example", RoleKind.CLIENT)


@pytest.fixture
def other_leader(other_network) -> User:
    return user_with_role(other_network, "leader@brabant.example", RoleKind.LEADER)


@pytest.fixture
def superuser(db) -> User:
    return User.objects.create_superuser("root@koploper.example")


def make_person(network: Network, first_name: str, last_name: str, *, term=None, **fields) -> Person:
    """A person with an account, a company and, if given, a term (start, end)."""
    email = fields.pop("email", f"{first_name}.{last_name}@bedrijf.example".lower().replace(" ", ""))
    user = User.objects.create_user(email, name=f"{first_name} {last_name}") if email else None
    person = Person.objects.create(
        network=network, first_name=first_name, last_name=last_name, email=email, user=user, **fields
    )
    company = Company.objects.create(
        network=network, name=f"{last_name} BV", sector="zorg", employees=48, place="Ommen", region="Vechtdal"
    )
    Employment.objects.create(person=person, company=company, role="directeur")
    if term:
        Term.objects.create(person=person, start=term[0], end=term[1])
    return person


@pytest.fixture
def ambassador(network) -> Person:
    """Marleen, in the second year of her term, agreed to publication."""
    return make_person(
        network,
        "Marleen",
        "Oosterveld",
        term=(date(2025, 4, 1), date(2028, 4, 1)),
        profile_type=ProfileType.TEACHER,
        publication_consent_at="2025-04-01T12:00:00+02:00",
        themes=["zelfsturende teams"],
    )


@pytest.fixture
def other_ambassador(network) -> Person:
    return make_person(
        network,
        "Bram",
        "Lansink",
        term=(date(2025, 4, 1), date(2028, 4, 1)),
        profile_type=ProfileType.DIRECTOR,
        publication_consent_at="2025-04-01T12:00:00+02:00",
    )


@pytest.fixture
def foreign_ambassador(other_network) -> Person:
    """An ambassador of another network."""
    return make_person(
        other_network,
        "Sjef",
        "van Gerwen",
        term=(date(2025, 1, 1), date(2028, 1, 1)),
        publication_consent_at="2025-01-01T12:00:00+01:00",
    )


@pytest.fixture
def fan(network) -> FanOrganisation:
    fan = FanOrganisation.objects.create(network=network, name="Ondernemend Twente", region="Twente")
    FanContact.objects.create(fan=fan, name="Karin Veldhuis", email="karin@twente.example")
    return fan


def client_for(user: User | None, network: Network) -> Client:
    """A browser at the network's host, signed in as `user` with a second factor where that is asked."""
    client = Client(headers={"host": network.hosts.get(is_primary=True).host})
    if user:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        give_second_factor(client, user)
    return client


def give_second_factor(client: Client, user: User) -> None:
    """As after a sign-in with a code of the authenticator app."""
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


@pytest.fixture
def visitor(network) -> Client:
    return client_for(None, network)


@pytest.fixture
def leader_client(leader, network) -> Client:
    return client_for(leader, network)


@pytest.fixture
def facilitator_client(facilitator, network) -> Client:
    return client_for(facilitator, network)


@pytest.fixture
def reader_client(client_reader, network) -> Client:
    return client_for(client_reader, network)


@pytest.fixture
def other_leader_client(other_leader, network) -> Client:
    """The leader of another network, at this network's host."""
    return client_for(other_leader, network)


@pytest.fixture
def other_ambassador_client(other_ambassador, network) -> Client:
    return client_for(other_ambassador.user, network)


@pytest.fixture
def ambassador_client(ambassador, network) -> Client:
    return client_for(ambassador.user, network)
