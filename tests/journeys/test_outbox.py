"""The outbox in a real browser: a mail held, changed and let go; mails stopped by whoever gets them."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from network import links
from network.actions import mailing
from network.models import Message, MessagePreference
from tests.conftest import client_for

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def site(live_server):
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"


@pytest.fixture
def desk(on_laptop, leader, network, site):
    """The leader's laptop, signed in."""
    session = client_for(leader, network).cookies["sessionid"].value
    on_laptop.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    return on_laptop


@pytest.fixture
def letter(network, ambassador):
    return mailing.post(
        mailing.Mail(
            network=network,
            kind="letter",
            key="1",
            to=ambassador.email,
            name=ambassador.full_name,
            subject="Dag Marleen",
            words="Tot **dinsdag**.",
            reason="geschreven door Karin",
        )
    )


def assert_accessible(page):
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()


def test_a_leader_holds_changes_and_lets_go(desk, site, letter):
    desk.goto(site + reverse("admin:network_message_changelist"))
    assert_accessible(desk)
    desk.get_by_role("link", name="Mail van de projectleider").click()
    expect(desk.frame_locator(".mail-frame").get_by_text("dinsdag")).to_be_visible()
    assert_accessible(desk)
    desk.get_by_role("button", name="Vasthouden").click()
    desk.get_by_text("De mail wordt vastgehouden").wait_for()
    letter.refresh_from_db()
    assert letter.state == Message.State.HELD

    desk.get_by_role("link", name="Tekst wijzigen").click()
    desk.get_by_label("Tekst").fill("Tot **woensdag**.")
    desk.get_by_role("button", name="Bekijken").click()
    strong = desk.frame_locator(".mail-frame").get_by_text("woensdag")
    expect(strong).to_have_css("font-weight", re.compile("[6-9]00"))
    assert_accessible(desk)
    desk.get_by_role("button", name="Tekst bewaren").click()
    desk.get_by_role("button", name="Vrijgeven").click()
    desk.get_by_text("De mail vertrekt op zijn eigen moment").wait_for()
    letter.refresh_from_db()
    assert (letter.state, letter.words) == (Message.State.QUEUED, "Tot **woensdag**.")


@pytest.mark.looks
def test_on_a_phone_no_part_of_the_list_runs_over_another(page, site, letter, leader, network):
    session = client_for(leader, network).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    page.goto(site + reverse("admin:network_message_changelist"))
    expect(page.locator("#result_list td.field-why")).to_contain_text("geschreven door Karin")
    beyond = page.evaluate(
        """() => [...document.querySelectorAll("#result_list :is(td, th)")]
            .filter(cell => cell.scrollWidth > cell.clientWidth
                || cell.getBoundingClientRect().right > cell.parentElement.getBoundingClientRect().right + 1)
            .map(cell => cell.className)"""
    )
    assert beyond == []


def test_a_mail_in_the_page_looks_as_it_is_sent(desk, site, letter, network):
    said = []
    desk.on("console", lambda message: said.append(message.text))
    desk.goto(site + reverse("admin:network_message_change", args=[letter.pk]))
    sheet = desk.frame_locator(".mail-frame").locator(".sheet")
    expect(sheet).to_have_css("border-top-left-radius", "14px")
    assert [text for text in said if "Content Security Policy" in text] == []


def test_an_own_text_is_written_looked_at_and_saved(desk, site):
    desk.goto(site + reverse("admin:network_messagetext_changelist"))
    assert_accessible(desk)
    desk.get_by_role("row", name="Overzicht van de week").get_by_role("link", name="Nederlands").click()
    desk.get_by_label("Onderwerp").fill("Week van {voornaam}")
    desk.get_by_label("Tekst").fill("Er wachten {waiting} dingen.")
    desk.get_by_role("button", name="Tekst bewaren").click()
    desk.get_by_text("{voornaam}").first.wait_for()
    expect(desk.get_by_label("Tekst")).to_have_value("Er wachten {waiting} dingen.")
    assert_accessible(desk)
    desk.get_by_label("Onderwerp").fill("Week van {first_name}")
    desk.get_by_role("button", name="Tekst bewaren").click()
    desk.frame_locator(".mail-frame").get_by_text("Er wachten 3 dingen.").wait_for()


def test_writing_to_people_after_a_look(desk, site, ambassador, other_ambassador):
    desk.goto(site + reverse("admin:ambassadors_person_changelist"))
    boxes = desk.locator("input.action-select")
    expect(boxes).to_have_count(2)
    for n in range(2):
        boxes.nth(n).check()
    desk.locator("select[name=action]").select_option("write_to_these")
    desk.get_by_role("button", name="Eerst bekijken").click()
    desk.get_by_label("Onderwerp").fill("Dag {first_name}")
    desk.get_by_label("Tekst").fill("Beste {first_name}, tot dinsdag.")
    desk.get_by_role("button", name="Eerst bekijken").click()
    desk.frame_locator(".mail-frame").get_by_text("tot dinsdag").wait_for()
    assert_accessible(desk)
    assert Message.objects.count() == 0
    desk.get_by_role("button", name="2 mails versturen").click()
    desk.get_by_text("2 mails staan in het postvak uit").wait_for()
    assert set(Message.objects.values_list("subject", flat=True)) == {"Dag Marleen", "Dag Bram"}


def test_mails_are_stopped_from_a_phone_without_signing_in(page, site, network, ambassador):
    url = links.preferences_url(network, ambassador.email, "chase")
    page.goto(site + "/mail/" + url.partition("/mail/")[2])
    assert_accessible(page)
    assert MessagePreference.objects.count() == 0
    page.get_by_role("button", name="Deze mails stoppen").click()
    page.get_by_text("Klaar").wait_for()
    assert list(MessagePreference.objects.values_list("email", "group")) == [(ambassador.email, "chase")]
    page.get_by_label("Duwtjes voor je podia").check()
    page.get_by_role("button", name="Keuze bewaren").click()
    page.get_by_text("Je keuze is bewaard").wait_for()
    assert MessagePreference.objects.count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
