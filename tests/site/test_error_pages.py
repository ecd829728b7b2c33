"""What goes wrong still looks like this site, in the reader's language, with the way on."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from network import pages
from network.models import Network

pytestmark = pytest.mark.usefixtures("today")
PIONIERS = {"host": "pioniers.localhost"}


def words_of(answer) -> tuple[str, str, str]:
    """Status and language of the page, and what its heading says."""
    text = answer.text
    return (
        answer.status_code,
        re.search(r'<html lang="(\w+)"', text)[1],
        re.search(r"<h1>(.+?)</h1>", text)[1],
    )


@pytest.mark.parametrize(
    ("path", "headers", "said"),
    [
        ("/contact/", PIONIERS, (403, "nl", "Dit formulier is verlopen")),
        ("/en/contact/", PIONIERS, (403, "en", "This form is no longer valid")),
        ("/mijn/podium/", PIONIERS, (403, "nl", "Dit formulier is verlopen")),
        ("/beheer/login/", PIONIERS, (403, "nl", "Dit formulier is verlopen")),
        ("/contact/", {"host": "een,ander"}, (400, "nl", "Dit konden we niet lezen")),
        ("/contact/", {"host": "een,ander", "accept-language": "en"}, (400, "en", "We could not read this")),
        ("/contact%00/", PIONIERS, (400, "nl", "Dit konden we niet lezen")),
    ],
)
def test_what_is_refused_is_said_in_our_own_words(network, path, headers, said):
    answer = Client(enforce_csrf_checks=True, headers=headers).post(path, {"name": "Iemand"})
    assert words_of(answer) == said
    assert "/huisstijl/" in answer.text
    assert "CSRF" not in answer.text
    assert not answer.cookies


def test_a_form_that_was_open_too_long_can_be_opened_anew(network):
    page = Client(enforce_csrf_checks=True, headers=PIONIERS).post("/contact/?voor=x&y=<").text
    assert re.search(r'btn-primary" href="([^"]*)"', page)[1] == "/contact/?voor=x&amp;y=%3C"


def test_an_unknown_host_hears_it_in_its_own_language(visitor, network, ambassador):
    """Also right after somebody else read a page in another one."""
    Network.objects.create(slug="tweede", name="Tweede")  # the only network there is answers to every name
    assert visitor.get("/en/").status_code == 200
    for language in ("nl", "en"):
        asked = {"host": "weg.localhost", "accept-language": language}
        assert words_of(Client(headers=asked).get("/"))[:2] == (404, language)


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("visitor", "/"),
        ("visitor", "/en/contact/"),
        ("ambassador_client", "/contact/"),
        ("ambassador_client", "/mijn/"),
        ("leader_client", "/beheer/"),
    ],
)
@pytest.mark.parametrize("is_known", [True, False])
def test_a_fault_without_a_database_has_its_page(request, ambassador, path, who, is_known):
    """Whether the process still knows which network this is, or has to ask."""
    client = request.getfixturevalue(who)
    client.raise_request_exception = False
    pages.forget()
    if is_known:
        client.get("/agenda/")

    def away(execute, sql, params, many, context):
        raise OperationalError("server closed the connection unexpectedly")

    with connection.execute_wrapper(away):
        answer = client.get(path)
    assert (answer.status_code, "<h1>" in answer.text, "/huisstijl/" in answer.text) == (500, True, True)
    assert "OperationalError" not in answer.text
    assert re.search(r'class="ref">[0-9A-F]{8}<', answer.text)


def test_a_fault_in_the_page_for_faults_still_answers(visitor, network, settings, tmp_path):
    """Such as styles that were never gathered: each page names them."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    settings.STATIC_ROOT = tmp_path
    visitor.raise_request_exception = False
    pages.forget()
    answer = visitor.get("/")
    assert (answer.status_code, "Er ging bij ons iets mis" in answer.text) == (500, True)
    assert "/static/" not in answer.text


def test_who_guesses_too_often_is_asked_to_wait(leader, leader_client):
    TOTP.activate(leader, generate_totp_secret())
    for _attempt in range(11):
        answer = leader_client.post(reverse("mfa_reauthenticate"), {"code": "000000"})
    assert words_of(answer) == (429, "nl", "Dat was vaak, in korte tijd")
