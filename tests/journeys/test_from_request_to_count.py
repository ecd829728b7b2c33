"""From question to counted hall: somebody asks, three are asked, one goes, both say how many came."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from events import links
from events.actions import asking_outcome, confirming
from events.models import Offer, Podium, PodiumRequest
from network import clock
from network.actions import composing
from network.models import Message, User

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def address_in(kind: str, recipient: str, part: str, at: str) -> str:
    """The first link with this part in the newest mail of a kind, at the address of the test's server."""
    message = Message.objects.filter(kind=kind, recipient=recipient).latest("pk")
    text = composing.Composer().compose(message).text
    found = re.search(rf"https?://\S*?(/{part}/\S+)", text)
    assert found, text
    return at + found[1]


def test_from_the_question_to_the_confirmed_figure(demo, page, at, enter):
    # Somebody of a municipality asks, without a preference.
    page.goto(f"{at}/vraag/")
    page.get_by_label("Wat zou je willen?").select_option("presentation")
    day = clock.today() + timedelta(days=40)
    page.get_by_label("Op welke dag?").fill(day.isoformat())
    page.get_by_label("Waar?").fill("Deventer")
    page.get_by_label("Hoeveel ondernemers ongeveer?").fill("45")
    page.get_by_label("Wie komen er, en wat wil je graag horen?").fill("Ondernemers uit de bouw en de zorg.")
    page.get_by_label("Je organisatie").fill("Gemeente Waterrijk")
    page.get_by_label("Je naam").fill("Loes Akkerman")
    page.get_by_label("Je e-mailadres").fill("loes@waterrijk.example")
    page.wait_for_timeout(2100)  # people need longer than two seconds
    page.get_by_role("button", name="Verstuur mijn aanvraag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je, we gaan zoeken")
    request = PodiumRequest.objects.get(contact_email="loes@waterrijk.example")
    page.goto(address_in("request_received", "loes@waterrijk.example", "aanvraag", at))
    expect(page.locator("main")).to_contain_text("Gemeente Waterrijk")

    # The leader sees who suits, with reasons, and asks three.
    leader = page.context.browser.new_page(viewport={"width": 1280, "height": 900})
    enter(leader, User.objects.get(email="hanneke@pioniers.example"))
    leader.goto(f"{at}/beheer/events/podiumrequest/{request.pk}/voorstel/")
    expect(leader.get_by_role("heading", level=1)).to_contain_text("Wie past bij Gemeente Waterrijk?")
    suggestions = leader.locator(".suggestion:visible")
    expect(suggestions.nth(2)).to_be_visible()
    for number in range(3):
        expect(suggestions.nth(number).locator(".pros li").first).to_be_visible()
        suggestions.nth(number).get_by_role("checkbox").check()
    leader.get_by_role("button", name="Vraag wie is aangevinkt").click()
    expect(leader.locator("main")).to_contain_text("3 mensen zijn gevraagd")
    offers = list(Offer.objects.filter(request=request).select_related("person"))
    assert len(offers) == 3

    # One says yes by the link of the mail; the second is kindly told.
    one, other = offers[0].person, offers[1].person
    page.goto(address_in("offer", one.email, "gevraagd", at))
    page.get_by_text("Ja, ik kom", exact=True).click()
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mooi, jij gaat")
    page.goto(at + links.offer_url(offers[1]).partition(".localhost")[2].lstrip(":0123456789"))
    expect(page.locator("main")).to_contain_text("Deze is geregeld")
    assert Message.objects.filter(kind="offer_closed", recipient=other.email).exists()

    # The file: the host writes, the ambassador reads it in Mijn.
    page.goto(address_in("request_agreed", "loes@waterrijk.example", "dossier", at))
    page.get_by_role("textbox", name="Route en parkeren").fill("Achter het stadskantoor.")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.locator("main")).to_contain_text("Bewaard. De anderen zien het ook.")
    podium = Podium.objects.get(request=request, status="agreed")
    mijn = page.context.browser.new_page(viewport={"width": 390, "height": 844})
    enter(mijn, one.user)
    mijn.goto(f"{at}/mijn/podium/{podium.pk}/dossier/")
    expect(mijn.get_by_role("textbox", name="Route en parkeren")).to_have_value("Achter het stadskantoor.")
    page.goto(f"{at}/agenda/{podium.pk}/")
    expect(page.locator("main")).to_contain_text(one.full_name)

    # The day has been: both say how many there were, and the figure is confirmed.
    Podium.objects.filter(pk=podium.pk).update(date=clock.today() - timedelta(days=1))
    asking_outcome.run(demo, on=clock.today())
    confirming.run(demo, on=clock.today())
    page.goto(address_in("host_question", "loes@waterrijk.example", "dossier", at))
    expect(
        page.get_by_role("radio", name="Het ging door")
    ).to_be_checked()  # three taps: mail, number, button
    page.get_by_label("Hoeveel ondernemers waren er ongeveer?").fill("44")
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel")
    page.goto(address_in("how_did_it_go", one.email, "mijn", at))
    page.get_by_label(re.compile("Hoeveel ondernemers")).fill("46")
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    expect(page.locator("main")).to_contain_text("Dit podium telt mee")
    podium.refresh_from_db()
    assert (podium.evidence, podium.counted) == ("confirmed", 44)
