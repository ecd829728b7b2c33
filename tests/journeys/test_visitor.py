"""A visitor in a real browser: asks a pioneer on a phone without JavaScript; every page is for everyone."""

import gzip
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from events.models import Podium, PodiumRequest
from network import clock
from tests.conftest import make_person
from tests.knowledgebank.conftest import make_story, make_tool

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PATHS = [
    "/", "/pioniers/", "/pioniers/marleen-oosterveld/", "/agenda/", "/cijfers/", "/fans/", "/over/",
    "/contact/", "/contact/bedankt/", "/vraag/", "/vraag-gesteld/", "/toegankelijkheid/", "/privacy/", "/en/",
    "/en/pioneers/marleen-oosterveld/", "/nergens/",
]  # fmt: skip
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)"""
MOST_REQUESTS = 6
MOST_BYTES = 30_000


@pytest.fixture
def site(live_server):
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"


@pytest.fixture
def person(network, fan):
    today = clock.today()
    person = make_person(
        network, "Marleen", "Oosterveld", themes=["zelfsturende teams"], liked_kinds=["workshop"],
        quote="Het beoordelingsgesprek is afgeschaft.", publication_consent_at=clock.now(),
        term=(today - timedelta(days=200), today + timedelta(days=800)),
    )  # fmt: skip
    make_person(
        network, "Bram", "Lansink", themes=["roosters"], publication_consent_at=clock.now(),
        quote="Wij schaften het arbeidsongeschiktheidsbeoordelingsgesprek af.",
        term=(today - timedelta(days=200), today + timedelta(days=800)),
    )  # fmt: skip
    coming = Podium.objects.create(
        network=network, kind="workshop", status="agreed", title="Loslaten", date=today + timedelta(days=9),
        host=fan, is_open=True, link="https://fan.example/",
    )  # fmt: skip
    done = Podium.objects.create(
        network=network, kind="panel", date=today - timedelta(days=9), host=fan, audience=18
    )
    for podium in (coming, done):
        podium.ambassadors.add(person)
    return person


def test_a_visitor_finds_a_pioneer_and_asks_her_on_a_phone_without_javascript(browser, site, person):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Pioniers", exact=True).click()
    page.get_by_text("Kies op sector").click()
    page.get_by_label("Thema").select_option("zelfsturende teams")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 van de 2 pioniers")
    page.get_by_role("link", name="Marleen Oosterveld").click()
    page.get_by_role("link", name="Vraag Marleen").click()
    page.get_by_label("Wat zou je willen?").select_option("workshop")
    page.get_by_label("Je organisatie").fill("Ondernemend Twente")
    page.get_by_label("Je naam").fill("Karin Veldhuis")
    page.get_by_label("Je e-mailadres").fill("karin@twente.example")
    page.get_by_role("button", name="Verstuur mijn aanvraag").click()
    expect(page.get_by_label("Je organisatie")).to_have_value("Ondernemend Twente")
    page.get_by_role("link", name="Wie komen er, en wat wil je graag horen?").click()
    page.get_by_label("Wie komen er, en wat wil je graag horen?").fill("Kom je bij ons vertellen?")
    page.get_by_role("button", name="Verstuur mijn aanvraag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je, we gaan zoeken")
    context.close()
    request = PodiumRequest.objects.get()
    assert (request.preferred, request.asked_by) == (person, "Ondernemend Twente")


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_for_everyone(browser, site, person, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for path in PATHS:
        page.goto(site + path)
        faults = Axe().run(page, options=WCAG)
        assert faults.violations_count == 0, f"{path}: {faults.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert [text for text in complaints if "404" not in text] == []
    context.close()


@pytest.mark.looks
def test_the_longest_words_stay_on_the_smallest_screen(browser, site, network):
    network.name = "Duurzaamheidsambassadeurs Noordoost-Groningen en Eemsdelta"
    network.word_singular, network.word_plural = "duurzaamheidsambassadeur", "duurzaamheidsambassadeurs"
    network.headline = "Arbeidsongeschiktheidsverzekeringsmaatschappijen leren van elkaar"
    network.save()
    today = clock.today()
    person = make_person(
        network, "Wilhelmina-Alexandra", "van der Westerhuizen-Schimmelpenninck",
        themes=["arbeidsomstandighedenbeleid"], publication_consent_at=clock.now(),
        quote="Weg met het arbeidsongeschiktheidsbeoordelingsgesprek.",
        term=(today - timedelta(days=200), today + timedelta(days=800)),
    )  # fmt: skip
    story = make_story(
        person, "De arbeidsomstandighedencoördinator en het kwaliteitszorghandboek", slug="boek"
    )
    tool = make_tool(network, title="Ketensamenwerkingsovereenkomstontwikkelingsgesprek")
    page = browser.new_context(viewport={"width": 320, "height": 800}).new_page()
    for path in (
        "/", "/verhalen/", "/kennisbank/", "/agenda/", reverse("people", args=[network.people_slug]),
        f"{reverse('people', args=[network.people_slug])}{person.slug}/",
        story.story.get_absolute_url(), tool.get_absolute_url(),
    ):  # fmt: skip
        assert page.goto(site + path).ok, path
        assert page.evaluate(TOO_WIDE) == [], path
    page.context.close()


@pytest.mark.looks
def test_a_cold_page_is_light(page, site, person):
    answers: list[Any] = []
    page.on("response", lambda answer: answers.append(answer))
    for path in PATHS[:-1]:
        answers.clear()
        page.goto(site + path, wait_until="networkidle")
        counted = [a for a in answers if a.request.resource_type not in ("image", "font")]
        weight = sum(len(gzip.compress(a.body())) for a in counted)
        assert len(counted) <= MOST_REQUESTS, path
        assert weight <= MOST_BYTES, (path, weight)
        assert {a.url.split("/")[2] for a in answers} == {site.split("/")[2]}, path
