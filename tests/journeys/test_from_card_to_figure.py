"""From a card to a figure: somebody scans, asks, confirms; the leader refers; the company is activated."""

import re
from email import message_from_bytes
from email.policy import default

import pytest
from playwright.sync_api import expect

from events.models import Lead
from network.actions import sending
from network.models import User

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_from_a_scan_to_the_figure_and_back_to_the_lead(demo, page, at, enter, settings):
    page.set_viewport_size({"width": 390, "height": 844})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{at}/k/mrl2345/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Marleen Oosterveld")
    assert len([url for url in asked if not url.startswith("data:")]) == 2  # the page and one stylesheet

    page.get_by_label("Je naam").fill("Joke Wolters")
    page.get_by_label("Je e-mailadres").fill("joke@wolters-brood.example")
    page.get_by_label("Je bedrijf").fill("Wolters Brood")
    page.get_by_label("Wat wil je weten?").fill("Kan dit ook met twaalf bakkers?")
    page.get_by_label("mag deze gegevens bewaren").check()
    page.get_by_label("mag horen wat ervan komt").check()
    page.wait_for_timeout(2100)  # faster than somebody can type is held
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je. Kijk nu in je mail.")

    before = set(settings.OUTBOX_FOLDER.iterdir()) if settings.OUTBOX_FOLDER.exists() else set()
    sending.sweep()
    texts = [
        message_from_bytes(mail.read_bytes(), policy=default).get_body(("plain",)).get_content()
        for mail in set(settings.OUTBOX_FOLDER.iterdir()) - before
    ]
    link = next(found[0] for text in texts if (found := re.search(r"/vraag/\S+/", text)))
    page.goto(at + link)
    page.get_by_role("button", name="Ja, dat was ik").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je vraag is bij ons")

    page.context.clear_cookies()
    page.set_viewport_size({"width": 1366, "height": 850})
    enter(page, User.objects.get(email="hanneke@pioniers.example"))
    page.goto(f"{at}/beheer/events/lead/bord/")
    card = page.locator(".lane-new").get_by_role("link", name="Joke Wolters")
    card.click()
    page.get_by_label(re.compile("Coach Roos Wessels")).check()
    page.get_by_role("button", name="Doorverwijzen, en beiden mailen").click()
    expect(page.get_by_text("Doorverwezen naar Coach Roos Wessels. Beiden krijgen een mail.")).to_be_visible()
    page.get_by_label("Wat deed het bedrijf?").fill("Twaalf bakkers maken hun eigen rooster.")
    page.get_by_role("button", name="Meetellen als geactiveerd").click()
    expect(page.get_by_text("Mooi: dit bedrijf telt als geactiveerd.")).to_be_visible()

    page.goto(f"{at}/beheer/events/lead/?activated=company")
    expect(page.locator("#changelist")).to_contain_text("481")
    page.get_by_role("link", name=re.compile("Wolters")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Joke Wolters")
    lead = Lead.objects.get(email="joke@wolters-brood.example")
    assert (lead.stage, lead.company.name, lead.tells_bringer) == ("activated", "Wolters Brood", True)
