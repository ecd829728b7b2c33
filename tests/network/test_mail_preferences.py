"""Which mails somebody wants: by the link of a mail, by the mail program, and under Mijn."""

import pytest
from django.test import Client
from django.urls import reverse

from network import links
from network.actions import mailing, sending
from network.models import Message, MessagePreference
from tests.conftest import client_for

ADDRESS = "Marleen@bedrijf.example"


def url(network, name="mail_preferences_by_link", group="news"):
    return reverse(name, args=[links.seal(network, ADDRESS, group)])


def stopped():
    return sorted(MessagePreference.objects.values_list("email", "group"))


def test_a_link_holds_no_address(network):
    assert "marleen" not in links.preferences_url(network, ADDRESS, "news").lower()
    assert links.preferences_url(network, ADDRESS, "news").startswith("http://pioniers.localhost/mail/")


def test_looking_changes_nothing(network, visitor):
    for _again in range(3):
        page = visitor.get(url(network))
        assert page.status_code == 200
        assert page["Referrer-Policy"] == "same-origin"
    assert ADDRESS not in page.content.decode()
    assert "Ma…@bedrijf.example" in page.content.decode()
    assert stopped() == []


def test_one_click_in_the_page(network, visitor):
    assert visitor.post(url(network), {"stop": "news"}).status_code == 302
    assert stopped() == [("marleen@bedrijf.example", "news")]


def test_one_click_of_a_mail_program_needs_no_cookie(network):
    program = Client(enforce_csrf_checks=True, headers={"host": "pioniers.localhost"})
    address = url(network, "mail_stop")
    assert program.get(address).status_code == 405
    assert stopped() == []
    for _twice in range(2):
        assert program.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert stopped() == [("marleen@bedrijf.example", "news")]


def test_choosing_kinds(network, visitor):
    MessagePreference.objects.create(network=network, email=ADDRESS.lower(), group="chase")
    visitor.post(url(network), {"wanted": ["chase"]})
    assert ("marleen@bedrijf.example", "chase") not in stopped()
    assert ("marleen@bedrijf.example", "news") in stopped()
    bad = visitor.post(url(network), {"wanted": ["service", "x"]})
    assert bad.status_code == 200
    assert bad.context["form"].errors


def test_a_stopped_kind_is_dropped_at_the_gate_and_another_kind_goes(network, visitor, mail_server):
    mail = {"network": network, "to": ADDRESS, "name": "M"}
    news = mailing.post(mailing.Mail(kind="letter", key="1", subject="x", words="x", **mail))
    visitor.post(url(network), {"stop": "news"})
    code = mailing.post(
        mailing.Mail(
            kind="sign_in", key="2", context={"code": "1", "link": "https://x.example", "minutes": 10}, **mail
        )
    )
    assert sending.sweep() == sending.Tally(sent=1, dropped=1)
    news.refresh_from_db()
    code.refresh_from_db()
    assert (news.state, code.state) == (Message.State.DROPPED, Message.State.SENT)
    assert (code.data, code.subject, code.body_text, code.body_html) == ({}, "", "", "")


@pytest.mark.parametrize("token", ["x", "gAAAA", "%E2%82%AC"])
def test_a_token_of_nobody(network, visitor, token):
    assert visitor.get(f"/mail/{token}/").status_code == 404
    assert visitor.post(f"/mail/{token}/stop/").status_code == 404


def test_another_networks_link_does_not_exist_here(network, other_network, visitor):
    assert visitor.get(url(other_network)).status_code == 404
    assert client_for(None, other_network).get(url(other_network)).status_code == 200


def test_under_mijn(network, ambassador, ambassador_client, visitor):
    here = reverse("mail_preferences")
    assert visitor.get(here).status_code == 302
    page = ambassador_client.get(here)
    assert page.status_code == 200
    assert "work" not in {group.name for group in page.context["form"].groups}
    ambassador_client.post(here, {"wanted": ["chase"]})
    assert (ambassador.email, "news") in stopped()
    assert (ambassador.email, "chase") not in stopped()


def test_overviews_for_leaders_are_offered_to_leaders(network, leader_client):
    page = leader_client.get(reverse("mail_preferences"))
    assert "work" in {group.name for group in page.context["form"].groups}
