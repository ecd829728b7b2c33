"""On a phone: somebody from construction, near Deventer, for a company visit; and a scan on paper."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from ambassadors.models import Person
from events.models import PodiumRequest
from knowledgebank.models import ScanTaking
from network import clock
from tests.conftest import make_person
from tests.knowledgebank.test_scans import make_scan

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(live_server):
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"


def pioneer(network, first: str, sector: str, place: str, kinds: list[str], travels: str = "") -> Person:
    today = clock.today()
    person = make_person(
        network, first, "Jansen", liked_kinds=kinds, publication_consent_at=clock.now(), travel_area=travels,
        term=(today - timedelta(days=200), today + timedelta(days=800)),
    )  # fmt: skip
    person.employments.get().company.__class__.objects.filter(employments__person=person).update(
        sector=sector, place=place, region=""
    )
    return person


@pytest.fixture
def people(network):
    visits = ["company_visit", "workshop"]
    return {
        "Jeltje": pioneer(network, "Jeltje", "bouw", "Raalte", visits, travels="Salland en Deventer"),
        "Henk": pioneer(network, "Henk", "bouw", "Enschede", visits),
        "Mira": pioneer(network, "Mira", "bouw", "Deventer", ["panel"]),
        "Sien": pioneer(network, "Sien", "zorg", "Deventer", visits),
    }


def test_from_a_question_to_the_one_who_fits(browser, site, people):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/pioniers/")
    page.get_by_text("Kies op sector").click()
    page.get_by_label("Sector").select_option("bouw")
    page.get_by_label("Soort podium").select_option("panel")
    page.get_by_label("In de buurt van").fill("Enschede")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("0 van de 4 pioniers")
    page.get_by_role("link", name="Zonder “panel”").click()
    expect(page.get_by_label("In de buurt van")).to_have_value("Enschede")
    page.get_by_label("Soort podium").select_option("company_visit")
    page.get_by_label("In de buurt van").fill("deventer")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 van de 4 pioniers")
    page.get_by_role("link", name="Jeltje Jansen").click()
    page.get_by_role("link", name="Vraag Jeltje").click()
    page.get_by_label("Wat zou je willen?").select_option("company_visit")
    page.get_by_label("Wie komen er, en wat wil je graag horen?").fill("Twaalf aannemers uit Deventer.")
    page.get_by_label("Je organisatie").fill("Bouwend Deventer")
    page.get_by_label("Je naam").fill("Karin Veldhuis")
    page.get_by_label("Je e-mailadres").fill("karin@bouwend.example")
    page.get_by_role("button", name="Verstuur mijn aanvraag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je, we gaan zoeken")
    context.close()
    request = PodiumRequest.objects.get()
    assert (request.preferred, request.kind) == (people["Jeltje"], "company_visit")


def test_a_scan_from_the_first_question_to_paper(browser, site, network):
    make_scan(network)
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/kennisbank/scans/fase/")
    page.get_by_role("link", name="Start de scan").click()
    page.get_by_label("Ja").check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_label("Vaak").check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Bekijk mijn uitslag").click()
    page.wait_for_url("**/uitslag/*/")
    taking = ScanTaking.objects.get()
    assert page.url.endswith(f"/uitslag/{taking.public_id}/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaren als PDF").click()
    with open(download.value.path(), "rb") as paper:
        assert paper.read(5) == b"%PDF-"
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Bewaren als PDF")).to_be_hidden()
    context.close()
