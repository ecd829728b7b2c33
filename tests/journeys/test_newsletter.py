"""The leader composes a newsletter and sends it; a reader who asked for it reads it, and stops it."""

import re
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
import time_machine
from playwright.sync_api import expect

from events.models import Newsletter, Subscription
from network import clock
from network.actions import preferring, sending
from network.models import Message, User

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
READER = "lies@lezers.example"


def letters_to(settings, address: str) -> list[EmailMessage]:
    """What has left for this address, the oldest first."""
    sending.sweep()
    mails = sorted(settings.OUTBOX_FOLDER.iterdir(), key=lambda mail: mail.stat().st_mtime_ns)
    read = [message_from_bytes(mail.read_bytes(), policy=default) for mail in mails]
    return [one for one in read if address in one["To"]]


def link_in(letter: EmailMessage, path: str, at: str) -> str:
    found = re.search(rf"http://\S+/{path}/\S+", letter.get_body(("plain",)).get_content())
    assert found is not None
    return re.sub(r"^http://[^/]+", at, found[0])


def test_a_newsletter_from_the_first_word_to_the_last_reader(demo, page, on_laptop, enter, at, settings):
    with time_machine.travel(clock.now() - timedelta(minutes=1)):  # whoever sends within two seconds waits
        page.goto(f"{at}/nieuwsbrief/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Nieuwsbrief")
    page.get_by_label("E-mailadres").fill(READER)
    page.get_by_role("button", name="Vraag de nieuwsbrief aan").click()
    page.wait_for_url("**/nieuwsbrief/bijna/")
    (question,) = letters_to(settings, READER)
    page.goto(link_in(question, "nieuwsbrief/bevestigen", at))
    page.get_by_role("button", name="Ja, stuur mij de nieuwsbrief").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je krijgt de nieuwsbrief")
    readers = Subscription.objects.filter(network=demo).reading().count()

    enter(on_laptop, User.objects.get(roles__network=demo, roles__kind="leader"))
    on_laptop.goto(f"{at}/beheer/")
    on_laptop.get_by_role("link", name="Nieuwsbrief").first.click()
    on_laptop.get_by_role("button", name="Begin er een met wat nieuw is").click()
    on_laptop.get_by_label("Onderwerp", exact=True).fill("Drie dingen voor in de winter")
    on_laptop.get_by_label("Inleiding", exact=True).fill("Lees, probeer en **kom langs**.")
    on_laptop.get_by_role("button", name="Opslaan", exact=True).click()
    shown = on_laptop.frame_locator("iframe")
    expect(shown.locator("strong").filter(has_text="kom langs")).to_be_visible()
    expect(on_laptop.locator("main")).to_contain_text(f"{readers} lezers hebben bevestigd")
    on_laptop.get_by_role("button", name="Verstuur de nieuwsbrief").click()
    expect(on_laptop.locator("main")).to_contain_text(f"{readers} mails staan")

    issue = Newsletter.objects.get(title="Drie dingen voor in de winter")
    assert issue.sent_at is not None
    assert Message.objects.filter(kind="newsletter", about_id=issue.pk).count() == readers
    letter = letters_to(settings, READER)[-1]
    assert "Drie dingen voor in de winter" in letter["Subject"]
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    page.goto(link_in(letter, "nieuwsbrief", at))
    expect(page.get_by_role("heading", level=1)).to_have_text("Drie dingen voor in de winter")
    page.goto(f"{at}/nieuwsbrief/")
    expect(page.get_by_role("link", name="Drie dingen voor in de winter")).to_be_visible()

    stop = re.sub(r"^http://[^/]+", at, letter["List-Unsubscribe"].strip("<>"))
    page.goto(stop.removesuffix("stop/"))
    page.get_by_role("button", name="Deze mails stoppen").click()
    expect(page.locator("p.note")).to_be_visible()
    assert "newsletter" in preferring.stopped(demo, READER)
