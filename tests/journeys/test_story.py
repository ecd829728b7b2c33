"""From a mail to the site: an ambassador reads her story on a phone, approves it, and takes it back."""

import re
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from playwright.sync_api import expect

from knowledgebank.models import StoryVersion
from network import clock
from network.actions import sending

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_an_ambassador_approves_a_story_from_a_mail_and_it_is_online(demo, page, at, settings):
    version = StoryVersion.objects.waiting_for_approval().get(story__network=demo)
    page.goto(f"{at}/verhalen/")
    expect(page.get_by_role("link", name=version.title)).to_have_count(0)

    sending.sweep()
    letters = [
        message_from_bytes(mail.read_bytes(), policy=default) for mail in settings.OUTBOX_FOLDER.iterdir()
    ]
    (letter,) = [one for one in letters if one["To"].endswith(f"<{version.story.person.email}>")]
    link = re.search(r"http://\S+/mijn/verhaal-lezen/\S+", letter.get_body(("plain",)).get_content())[0]
    page.goto(re.sub(r"^http://[^/]+", at, link))
    expect(page.get_by_role("heading", level=1)).to_have_text(version.title)
    expect(page.locator("main")).to_contain_text("Bij ons in het dorp kent iedereen iedereen")

    page.get_by_role("button", name="Ja, zet het op de site").click()
    expect(page.get_by_role("alert")).to_contain_text("Vink dit aan als je akkoord bent.")
    page.get_by_label(re.compile("Dit is mijn verhaal")).check()
    page.get_by_role("button", name="Ja, zet het op de site").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je verhaal staat op de site")
    page.get_by_role("link", name="Bekijk je verhaal").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(version.title)
    online = page.url

    page.goto(re.sub(r"^http://[^/]+", at, link))
    page.get_by_role("button", name="Haal mijn verhaal van de site").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je verhaal is van de site")
    assert page.goto(online).status == 404


def test_a_facilitator_runs_through_the_steps_with_a_clock(demo, page, at):
    page.clock.install()
    page.goto(f"{at}/kennisbank/instrumenten/netwerkambitie/")
    page.get_by_role("link", name="Start met je groep").click()
    timer = page.get_by_role("timer")
    expect(timer).to_have_text("15:00")
    page.get_by_role("button", name="Volgende stap").click()
    page.get_by_role("button", name="Volgende stap").click()
    expect(timer).to_have_text("30:00")
    expect(page.locator("[aria-current=step] h2")).to_have_text("Wissel uit")
    page.clock.pause_at(clock.now() + timedelta(hours=1))
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(2500)
    expect(timer).to_have_text("29:58")
    page.get_by_role("button", name="Pauze").click()
    page.clock.run_for(60_000)
    expect(timer).to_have_text("29:58")
    page.get_by_role("button", name="Vijf minuten erbij").click()
    expect(timer).to_have_text("34:58")


def test_the_clock_has_its_room_before_its_script_and_none_without(demo, browser, page, at):
    """It was put between by the script, so that the steps jumped down while somebody read."""
    steps = f"{at}/kennisbank/instrumenten/netwerkambitie/stappen/"
    page.route("**/guide*.js", lambda route: route.abort())
    page.goto(steps)
    expect(page.get_by_role("timer")).to_be_visible()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(steps)
    expect(plain.get_by_role("heading", name="Wissel uit")).to_be_visible()
    expect(plain.locator("[data-time]")).to_be_hidden()
    context.close()
