"""“Not now, but …” by the signed link of a reminder: the leader hears of it, the chase keeps its word."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from ambassadors.models import ContactMoment
from events import links
from events.forms.answers import coming_months
from events.models import ChaseStep
from tests.conftest import client_for

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def path(ambassador):
    return urlsplit(links.not_now_url(ambassador)).path


def kept() -> list[tuple]:
    return list(ContactMoment.objects.values_list("kind", "date", "summary", "needs", "follow_up_on"))


def test_the_link_holds_no_personal_data(ambassador):
    url = links.not_now_url(ambassador)
    assert url.startswith("http://pioniers.localhost/mijn/nu-niet/")
    for word in (ambassador.email, ambassador.first_name, ambassador.last_name, ambassador.slug):
        assert word.lower() not in url.lower()


def test_opening_the_link_changes_nothing(visitor, path):
    page = visitor.get(path)
    assert page.status_code == 200
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    assert kept() == []


@pytest.mark.parametrize(
    ("answer", "summary", "comes_back"),
    [
        ({"but": "later", "month": "2027-02-01"}, "Nu niet, maar vanaf februari 2027.", date(2027, 2, 1)),
        ({"but": "otherwise", "kind": "interview"}, "Nu niet, maar iets anders: interview.", None),
        ({"but": "call"}, "Nu niet, maar bel me.", None),
    ],
)
def test_the_answer_is_contact_to_come_back_to(visitor, path, ambassador, today, answer, summary, comes_back):
    page = visitor.post(path, answer | {"line": "Druk met de verhuizing"})
    assert page.status_code == 200
    assert f"Dank je wel, {ambassador.first_name}" in page.content.decode()
    expected = ("mail", today, summary, "Druk met de verhuizing", comes_back or today)
    assert kept() == [expected]
    visitor.post(path, answer | {"line": "Druk met de verhuizing"})
    assert kept() == [expected]
    assert not ChaseStep.objects.exists()


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({}, "but"),
        ({"but": "nooit"}, "but"),
        ({"but": "later"}, "month"),
        ({"but": "later", "month": "1999-01-01"}, "month"),
        ({"but": "otherwise"}, "kind"),
    ],
)
def test_what_misses_is_said_beside_the_field_and_the_rest_kept(visitor, path, answer, field):
    page = visitor.post(path, answer | {"line": "Druk met de verhuizing"})
    assert set(page.context["form"].errors) == {field}
    assert "Druk met de verhuizing" in page.content.decode()
    assert kept() == []


def test_the_leader_finds_it_on_the_first_screen_that_day(visitor, path, leader_client, ambassador):
    visitor.post(path, {"but": "call", "line": "Graag na vieren"})
    desk = leader_client.get("/beheer/").content.decode()
    assert "Graag na vieren" in desk or "Nu niet, maar bel me." in desk


def test_it_speaks_the_language_of_the_person_and_tells_the_leader_in_dutch(visitor, path, ambassador):
    ambassador.language = "en"
    ambassador.save()
    assert "That is fine" in visitor.get(path).content.decode()
    visitor.post(path, {"but": "later", "month": "2027-02-01"})
    assert kept()[0][2] == "Nu niet, maar vanaf februari 2027."


def test_nobody_else_and_not_for_ever(visitor, path, other_network, ambassador):
    assert client_for(None, other_network).get(path).status_code == 404
    assert visitor.get(path[:-3] + "x/").status_code == 404
    with time_machine.travel(timezone.now() + timedelta(days=61), tick=False):
        assert visitor.post(path, {"but": "call"}).status_code == 404
    assert kept() == []


def test_a_term_that_ended_is_not_answered_for(visitor, path, ambassador, today):
    ambassador.terms.update(end=today)
    assert visitor.post(path, {"but": "call"}).status_code == 404
    assert kept() == []


def test_the_months_run_over_the_year():
    assert coming_months(date(2026, 11, 25)) == [
        date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1),
        date(2027, 5, 1),
    ]  # fmt: skip
    assert coming_months(date(2026, 12, 31))[0] == date(2027, 1, 1)


def test_it_says_who_asked_for_a_pause_where_to_go(visitor, path):
    assert reverse("my_pause") in visitor.get(path).content.decode()
