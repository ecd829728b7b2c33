"""Who is not signed in gets no cookie, on no page and by no form; and other sites send no form for them."""

import re
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import translation

from events import fan_links
from network.models import ContactMessage, FanContact
from tests.conftest import client_for
from tests.site.doors import Door
from tests.site.test_access import media_folder, rows_with_address, world  # noqa: F401

CONTACT = "/contact/"
HERE = "http://pioniers.localhost"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def test_no_page_gives_a_visitor_a_cookie(world):  # noqa: F811
    given, forms = {}, set()
    for address, row in rows_with_address():
        if row.door not in (Door.EVERYBODY, Door.GUARD) or row.post_only:
            continue
        values = row.values(world.here, world) if row.values else {}
        for language in ("nl", "en"):
            with translation.override(language):
                url = reverse(address.name, kwargs=values) + row.query
            answer = client_for(None, world.here.network).get(url)
            if answer.cookies:
                given[url] = list(answer.cookies)
            if "text/html" in answer.get("Content-Type", "") and TOKEN.search(answer.text):
                forms.add(address.name)
    assert given == {}
    assert {"contact", "ask", "account_login", "card", "offer_by_link", "newsletters"} <= forms


@pytest.fixture
def browser_of_visitor(network) -> Client:
    """Unlike other clients of the tests it is checked as a browser is."""
    return Client(enforce_csrf_checks=True, headers={"host": "pioniers.localhost"})


def filled(client: Client, *, secure: bool = False) -> dict[str, str]:
    page = client.get(CONTACT, secure=secure)
    return {
        "name": "Karin Veldhuis", "email": "karin@twente.example", "subject": "Podium", "body": "Kom je?",
        "shown_at": page.context["form"].initial["shown_at"],
        "csrfmiddlewaretoken": TOKEN.search(page.text)[1],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": HERE}, 302),
        ({}, 403),  # over http nothing else says where the form stood
        ({"origin": "http://elders.example"}, 403),
        ({"origin": "http://brabant.localhost"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_a_visitor_sends_a_form_without_a_cookie_from_this_site_only(browser_of_visitor, headers, status):
    answer = browser_of_visitor.post(CONTACT, filled(browser_of_visitor), headers=headers)
    assert answer.status_code == status
    assert ContactMessage.objects.count() == (status == 302)
    assert not browser_of_visitor.cookies


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://pioniers.localhost"}, 302),
        ({"referer": "https://pioniers.localhost/contact/"}, 302),
        ({"referer": "https://elders.example/"}, 403),
        ({"origin": HERE}, 403),
        ({}, 403),
    ],
)
def test_over_https_too(browser_of_visitor, headers, status):
    values = filled(browser_of_visitor, secure=True)
    answer = browser_of_visitor.post(CONTACT, values, headers=headers, secure=True)
    assert answer.status_code == status
    assert not browser_of_visitor.cookies


def test_a_form_needs_its_token_also_from_this_site(browser_of_visitor):
    values = filled(browser_of_visitor)
    for token in ("", "x" * 64, values["csrfmiddlewaretoken"][::-1]):
        values["csrfmiddlewaretoken"] = token
        assert browser_of_visitor.post(CONTACT, values, headers={"origin": HERE}).status_code == 403
    assert not ContactMessage.objects.exists()


def test_the_token_of_visitors_sends_nothing_in_the_name_of_somebody(browser_of_visitor, ambassador):
    """Whoever is signed in has a secret of their own: what anybody can fetch is of no use there."""
    everybodys = filled(browser_of_visitor)["csrfmiddlewaretoken"]
    browser_of_visitor.force_login(ambassador.user, backend="django.contrib.auth.backends.ModelBackend")
    address, origin = reverse("set_language"), {"origin": HERE}
    data = {"language": "en", "csrfmiddlewaretoken": everybodys}
    assert browser_of_visitor.post(address, data, headers=origin).status_code == 403
    ambassador.user.refresh_from_db()
    assert ambassador.user.language != "en"

    page = browser_of_visitor.get(reverse("account"))
    assert "csrftoken" in browser_of_visitor.cookies
    data["csrfmiddlewaretoken"] = TOKEN.search(page.text)[1]
    assert browser_of_visitor.post(address, data, headers=origin).status_code == 302
    ambassador.user.refresh_from_db()
    assert ambassador.user.language == "en"


def test_a_page_with_a_form_is_not_kept_for_others(browser_of_visitor, ambassador):
    """Else somebody who is signed in would be given the form of a visitor, and could not send it."""
    browser_of_visitor.get(CONTACT)
    browser_of_visitor.force_login(ambassador.user, backend="django.contrib.auth.backends.ModelBackend")
    answer = browser_of_visitor.post(CONTACT, filled(browser_of_visitor), headers={"origin": HERE})
    assert answer.status_code == 302


def test_signing_in_begins_with_the_cookie_it_needs(browser_of_visitor, ambassador):
    login = reverse("account_login")
    token = TOKEN.search(browser_of_visitor.get(login).text)[1]
    body = urlencode({"email": ambassador.email, "csrfmiddlewaretoken": token})
    answer = browser_of_visitor.post(
        login, body, content_type="application/x-www-form-urlencoded", headers={"origin": HERE}
    )
    assert answer.status_code == 302
    assert list(answer.cookies) == ["sessionid"]


def test_what_a_visitor_is_told_once_takes_its_cookie_along(browser_of_visitor, fan):
    """After a form of a page by link a word of thanks waits in a session; once read, it is over."""
    contact = FanContact.objects.filter(fan=fan).first()
    page = reverse("fan_page", args=[fan_links.fan_token(contact)])
    form = reverse("fan_colleague", args=[fan_links.fan_token(contact)])
    token = TOKEN.search(browser_of_visitor.get(form).text)[1]
    data = {"name": "Els", "email": "els@boost.example", "csrfmiddlewaretoken": token}
    sent = browser_of_visitor.post(form, data, headers={"origin": HERE})
    assert (sent.status_code, list(sent.cookies)) == (302, ["sessionid"])
    told = browser_of_visitor.get(page)
    assert "Els" in told.text
    assert told.cookies["sessionid"]["max-age"] == 0
    assert not Session.objects.exists()
