"""A round from a name on a phone to a profile online, with everybody who has a part in it."""

import re
from datetime import date

import pytest
import time_machine
from playwright.sync_api import expect

from ambassadors import links
from ambassadors.actions import assessing, printing, running_rounds
from ambassadors.models import Appointment, Invitation, Nomination
from network import clock
from network.models import Message
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import client_for

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def on(day: str):
    return time_machine.travel(f"{day}T12:00:00+01:00", tick=True)


def enter(page, user, network, site):
    session = client_for(user, network).cookies["sessionid"].value
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    return page


def of_this_site(url: str, site: str) -> str:
    return site + "/" + url.split("/", 3)[3]


def test_from_a_name_to_a_profile_online(page, on_laptop, site, network, leader, facilitator, ambassador):
    with on("2026-11-23"):
        network.maximum_size = 4
        network.save()
        round = make_round(network)
        assessing.begin_with_criteria(network)
        others = [
            make_candidate(network, last_name, first_name=first_name, round=round, status="suitable",
                           told_at=clock.now())
            for first_name, last_name in (("Rob", "Kuipers"), ("Lieke", "Bos"), ("Jan", "Hof"))
        ]  # fmt: skip

        # Marleen puts Femke forward, on her phone.
        enter(page, ambassador.user, network, site).goto(f"{site}/mijn/voordragen/")
        page.get_by_label("Voornaam").fill("Femke")
        page.get_by_label("Achternaam").fill("Nijhuis")
        page.get_by_role("textbox", name=re.compile("^Bedrijf")).fill("Nijhuis Transport")
        page.get_by_label("E-mailadres").fill("femke@nijhuis.example")
        page.get_by_label("Waarom deze persoon?").fill("Haar chauffeurs verdelen zelf de ritten.")
        page.get_by_role("button", name="Draag voor").click()
        expect(page.locator("main")).to_contain_text("We nemen contact op met Femke.")
        femke = Nomination.objects.get(person__first_name="Femke")

        # The leader talks to her; the privacy notice goes along.
        desk = enter(on_laptop, leader, network, site)
        desk.goto(f"{site}/beheer/ambassadors/appointmentround/2027/kandidaten/")
        desk.get_by_role("link", name=re.compile("Femke Nijhuis")).click()
        desk.get_by_label("Status").select_option("in_conversation")
        desk.get_by_role("button", name="Bewaren").click()
        expect(desk.locator("main")).to_contain_text("Bewaard, met de reden.")
        assert Message.objects.get(kind="candidate_notice").recipient == "femke@nijhuis.example"
        page.context.clear_cookies()
        page.goto(of_this_site(links.candidate_url(femke), site))
        page.get_by_role("button", name="Ja, ik ben kandidaat").click()
        expect(page.locator("main")).to_contain_text("zei je dat je kandidaat wilt zijn")

        # Two people judge her, each by themselves.
        desk.reload()
        desk.get_by_text("Vraag iemand om te beoordelen").click()
        for judge in (leader, facilitator):
            desk.get_by_role("checkbox", name=str(judge)).check()
        desk.get_by_role("button", name="Vragen", exact=True).click()
        expect(desk.locator("main")).to_contain_text("Ze krijgen een mail en oordelen op zichzelf.")
        for judge in (facilitator, leader):
            enter(page, judge, network, site).goto(f"{site}/beoordelen/")
            page.get_by_role("link", name="Femke Nijhuis").click()
            criteria = page.get_by_role("group")
            expect(criteria).to_have_count(4)
            for n in range(4):
                criteria.nth(n).get_by_role("radio", name="4").check()
            page.get_by_label("Wat zag of hoorde je?").fill(f"Gezien door {judge}.")
            page.get_by_role("button", name="Inleveren").click()
            expect(page.locator("main")).to_contain_text("Ingeleverd. Dank je wel.")
        desk.goto(f"{site}/beheer/ambassadors/nomination/{femke.pk}/kandidaat/")
        expect(desk.locator("main")).to_contain_text("75%")

        # One card is dragged, the others move by a choice; the board warns before the network is too large.
        desk.goto(f"{site}/beheer/ambassadors/appointmentround/2027/kandidaten/")
        desk.locator(f"#kandidaat-{femke.pk}").drag_to(desk.locator('[data-lane="chosen"]'))
        expect(desk.locator(f'[data-lane="chosen"] #kandidaat-{femke.pk}')).to_be_visible()
        for one in others:
            card = desk.locator(f"#kandidaat-{one.pk}")
            card.get_by_role("combobox").select_option("chosen")
            card.get_by_role("button", name="Verplaats").click()
            expect(desk.locator(f'[data-lane="chosen"] #kandidaat-{one.pk}')).to_be_visible()
        expect(desk.locator("main")).to_contain_text("het maximum dat je instelde is 4")
        card = desk.locator(f"#kandidaat-{others[2].pk}")
        card.get_by_role("combobox").select_option("suitable")
        card.get_by_role("button", name="Verplaats").click()
        expect(desk.locator(f'[data-lane="suitable"] #kandidaat-{others[2].pk}')).to_be_visible()
        desk.get_by_role("button", name="Stel de selectie vast").click()
        expect(desk.locator("main")).to_contain_text("gaan vanzelf weg op de dag van het besluit")

    with on("2027-01-20"):
        assert running_rounds.run(network, on=date(2027, 1, 20)).invited == 3
        assert running_rounds.run(network, on=date(2027, 1, 20)).invited == 0
        page.context.clear_cookies()
        page.goto(of_this_site(links.invitation_url(femke), site))
        page.get_by_text("Ja, graag").click()
        for agreed in ("Ik ga akkoord met het handvest", "Mijn naam, bedrijf en verhaal mogen op de site"):
            page.get_by_text(agreed).click()
        page.get_by_role("button", name="Verstuur mijn antwoord").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Fijn, Femke!")
        page.goto(of_this_site(links.invitation_url(others[0]), site))
        page.get_by_text("Nee, bedankt").click()
        page.get_by_label("Waarom niet?").select_option("time")
        page.get_by_role("button", name="Verstuur mijn antwoord").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel voor je antwoord")

    with on("2027-02-21"):
        for day in (6, 17, 21):
            running_rounds.run(network, on=date(2027, 2, day))
        reminded = Message.objects.filter(kind="invitation_reminder").values_list("recipient", flat=True)
        assert list(reminded) == [others[1].person.email] * 2
        enter(desk, leader, network, site).goto(f"{site}/beheer/")
        expect(desk.locator(".tasks li").filter(has_text="Lieke Bos")).to_contain_text("geen antwoord")
        desk.goto(f"{site}/beheer/ambassadors/appointmentround/2027/kandidaten/")
        desk.get_by_role("link", name="Bekijken en benoemen").click()
        desk.get_by_role("button", name="1 persoon benoemen").click()
        expect(desk.locator("main")).to_contain_text("1 persoon is benoemd")
        assert [one.person for one in Appointment.objects.all()] == [femke.person]
        printing.sweep()
        desk.reload()
        expect(desk.locator("main")).to_contain_text("Alle plaquettes zijn klaar.")

    with on("2027-04-01"):
        page.goto(f"{site}/pioniers/")
        expect(page.get_by_role("link", name=re.compile("Femke Nijhuis"))).to_be_visible()
        expect(page.locator("main")).not_to_contain_text("Lieke Bos")
        assert Invitation.objects.unanswered().get().nomination == others[1]
