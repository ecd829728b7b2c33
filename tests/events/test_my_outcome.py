"""How did it go: in Mijn and by the signed link of the mail."""

from datetime import date
from urllib.parse import urlsplit

import pytest
import time_machine
from django.urls import reverse

from events import links
from events.actions import logging
from events.models import Podium
from tests.conftest import client_for

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def podium(network, ambassador):
    return logging.log_podium(
        by=None, network=network, ambassadors=[ambassador], kind="workshop", date=date(2026, 11, 22),
        status="agreed", host_name="Boost",
    )  # fmt: skip


@pytest.fixture
def path(podium, ambassador):
    return urlsplit(links.outcome_url(podium, ambassador)).path


def told(podium):
    podium.refresh_from_db()
    return (podium.status, podium.date, podium.audience, podium.outcome)


UNTOUCHED = ("agreed", date(2026, 11, 22), None, "")


def test_the_link_holds_no_personal_data(podium, ambassador):
    url = links.outcome_url(podium, ambassador, "moved")

    assert url.startswith("http://pioniers.localhost/mijn/hoe-ging-het/")
    assert url.endswith("?keuze=moved")
    for word in (ambassador.email, ambassador.first_name, ambassador.last_name, ambassador.slug):
        assert word.lower() not in url.lower()


def test_opening_the_link_changes_nothing(visitor, path, podium):
    for choice in ("", "?keuze=happened", "?keuze=cancelled", "?keuze=x"):
        answer = visitor.get(path + choice)
        assert answer.status_code == 200
    assert told(podium) == UNTOUCHED
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    assert 'value="happened" ' in visitor.get(path + "?keuze=happened").content.decode()


def test_it_happened_with_the_button_and_only_once(visitor, path, podium, ambassador):
    answer = visitor.post(path, {"outcome": "happened", "audience": "18", "line": "Mooie vragen"})

    assert answer.status_code == 200
    assert told(podium) == ("done", date(2026, 11, 22), 18, "Mooie vragen")
    assert podium.history.first().history_user == ambassador.user

    visitor.post(path, {"outcome": "cancelled"})
    assert told(podium)[0] == "done"
    assert "<form" not in visitor.get(path).content.decode()


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ({"outcome": "moved", "new_date": "2026-12-03"}, ("agreed", date(2026, 12, 3), None, "")),
        ({"outcome": "cancelled", "audience": "12"}, ("cancelled", date(2026, 11, 22), None, "")),
    ],
)
def test_moved_or_cancelled(visitor, path, podium, typed, state):
    visitor.post(path, typed)

    assert told(podium) == state


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "outcome"),
        ({"outcome": "x"}, "outcome"),
        ({"outcome": "moved"}, "new_date"),
        ({"outcome": "moved", "new_date": "2026-11-22"}, "new_date"),
        ({"outcome": "moved", "new_date": "99999-01-01"}, "new_date"),
        ({"outcome": "happened", "audience": "2" * 30}, "audience"),
        ({"outcome": "happened", "line": "x" * 241}, "line"),
        ({"outcome": "happened", "line": "\x00"}, "line"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(visitor, path, podium, typed, field):
    answer = visitor.post(path, typed)

    assert set(answer.context["form"].errors) == {field}
    assert told(podium) == UNTOUCHED


def test_a_podium_to_come_cannot_have_happened(visitor, podium, path):
    Podium.objects.update(date=date(2026, 11, 30))

    answer = visitor.post(path, {"outcome": "happened"})

    assert set(answer.context["form"].errors) == {"outcome"}
    assert told(podium)[0] == "agreed"


def test_after_sixty_days_the_link_is_over(visitor, path, podium):
    with time_machine.travel("2027-01-22T12:01:00+01:00", tick=False):
        answer = visitor.post(path, {"outcome": "happened"})

    assert answer.status_code == 410
    assert told(podium) == UNTOUCHED


def test_a_link_is_of_one_network_and_of_who_is_on_the_podium(
    podium, path, other_network, visitor, other_ambassador
):
    assert client_for(None, other_network).get(path).status_code == 404
    assert visitor.get(path[:-3] + "xx/").status_code == 404
    assert visitor.get(reverse("my_outcome_by_link", args=["x" * 3000])).status_code == 404

    podium.ambassadors.set([other_ambassador])
    assert visitor.get(path).status_code == 404


def test_in_mijn(ambassador_client, podium):
    path = reverse("my_outcome", args=[podium.pk])
    assert ambassador_client.get(path + "?keuze=moved").context["form"]["outcome"].value() == "moved"

    answer = ambassador_client.post(path, {"outcome": "happened", "audience": "", "line": ""})

    assert answer.url == reverse("my_podium_done", args=[podium.pk])
    assert told(podium) == ("done", date(2026, 11, 22), None, "")


def test_the_page_speaks_the_language_of_the_person(visitor, path, ambassador):
    ambassador.language = "en"
    ambassador.save()
    assert "How did it go, Marleen?" in visitor.get(path).content.decode()
