"""The leader's pages in a real browser: accessible, fitting, and the work of a morning done on them."""

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from ambassadors.models import ContactMoment, PauseRequest
from events.actions import preparing
from events.models import ChaseStep, Offer, Podium, PodiumRequest
from network import clock
from network.models import ContactMessage, Target
from tests.conftest import client_for, make_person

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def site(live_server):
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"


def signed_in(page, leader, network, site):
    session = client_for(leader, network).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    page.complaints = []
    page.on(
        "console",
        lambda message: (
            page.complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


@pytest.fixture
def desk(on_laptop, leader, network, site):
    """The leader's laptop, signed in; it remembers what the browser complained about."""
    return signed_in(on_laptop, leader, network, site)


@pytest.fixture
def phone(page, leader, network, site):
    return signed_in(page, leader, network, site)


@pytest.fixture
def people(network):
    """Three in office; of the first something waits of every kind."""
    today = clock.today()
    term = (today - timedelta(days=300), today + timedelta(days=60))
    made = [make_person(network, name, "Vos", term=term) for name in ("Anna", "Bert", "Cor")]
    anna = made[0]
    ChaseStep.objects.create(
        person=anna, kind="call", year_start=term[0], year_end=term[1], missing=1, decided_on=today,
        planned_for=today, reason="Twee herinneringen, nog geen podium.",
    )  # fmt: skip
    PauseRequest.objects.create(person=anna, start=today, reason="verhuizing")
    podium = Podium.objects.create(
        network=network, date=today - timedelta(days=2), kind="panel", status="agreed", title="Aan tafel"
    )
    podium.ambassadors.add(anna)
    ContactMoment.objects.create(person=anna, date=today - timedelta(days=30), follow_up_on=today)
    ContactMessage.objects.create(
        network=network, name="Els", email="els@x.example", subject="Win", body="!", state="held"
    )
    Target.objects.create(
        network=network, kind="reached", amount=450, start=date(2020, 1, 1), end=date(2100, 1, 1)
    )
    return made


def assert_accessible(page):
    found = Axe().run(page, options=WCAG)
    faults = [
        (page.url, violation["id"], node["target"])
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
    assert faults == []


def assert_fits(page):
    beyond = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll("body *")]
                .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
                .filter(part => !part.parentElement.closest("fieldset, .scroll, .results"))
                .map(part => `${part.tagName}.${part.className} ${part.name || part.id} ${innerWidth}`)"""
    )
    assert (page.url, beyond) == (page.url, [])


def addresses(person, fan) -> list[str]:
    podium, network = Podium.objects.get(), person.network
    asked = PodiumRequest.objects.create(
        network=network, kind="panel", description="Iets over zorg.", host_name="Boost", place="Ommen"
    )
    held = PodiumRequest.objects.create(network=network, kind="fair", state="held", suspicion="te snel")
    silent = person.network.people.exclude(pk=person.pk).first()
    Offer.objects.create(request=asked, person=silent, answer_before=clock.today())
    preparing.open_file(podium, by=None)
    return [
        "/beheer/",
        reverse("admin:ambassadors_person_changelist"),
        reverse("admin:ambassadors_person_overview", args=[person.pk]),
        reverse("admin:ambassadors_person_change", args=[person.pk]),
        reverse("admin:ambassadors_person_history", args=[person.pk]),
        reverse("admin:events_podium_changelist"),
        reverse("admin:events_podium_change", args=[podium.pk]),
        reverse("admin:podium_outcome", args=[podium.pk]),
        reverse("admin:ambassadors_contactmoment_changelist"),
        reverse("admin:ambassadors_contactmoment_add"),
        reverse("admin:ambassadors_pauserequest_changelist"),
        reverse("admin:pause_request", args=[PauseRequest.objects.get().pk]),
        reverse("admin:chase_preview"),
        reverse("admin:chase_task", args=[ChaseStep.objects.get().pk]),
        reverse("admin:network_fanorganisation_changelist"),
        reverse("admin:network_fanorganisation_change", args=[fan.pk]),
        reverse("admin:fan_contact", args=[fan.pk]),
        reverse("admin:network_company_changelist"),
        reverse("admin:network_contactmessage_changelist"),
        reverse("admin:network_contactmessage_change", args=[ContactMessage.objects.get().pk]),
        reverse("admin:events_podiumrequest_changelist"),
        reverse("admin:request", args=[asked.pk]),
        reverse("admin:request", args=[held.pk]),
        reverse("admin:matching_weights"),
        reverse("admin:podium_file", args=[podium.pk]),
        reverse("admin:podium_audience", args=[podium.pk]),
        reverse("admin:import_people"),
        reverse("admin:search") + "?q=vos",
    ]


@pytest.mark.looks
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_page_is_accessible_on_a_laptop(desk, site, people, fan, colours):
    desk.emulate_media(color_scheme=colours)
    for address in addresses(people[0], fan):
        desk.goto(site + address)
        assert_accessible(desk)
        assert_fits(desk)
    assert desk.complaints == []


def test_every_page_fits_a_phone(phone, site, people, fan):
    for address in addresses(people[0], fan):
        phone.goto(site + address)
        assert_fits(phone)
    phone.goto(site + "/beheer/")
    assert_accessible(phone)
    phone.get_by_role("link", name="Menu", exact=True).click()
    phone.get_by_role("link", name="Fans").click()
    phone.get_by_role("heading", name="Fans", level=1).wait_for()
    assert_accessible(phone)
    phone.set_viewport_size({"width": 320, "height": 700})
    for address in addresses(people[0], fan)[:8]:
        phone.goto(site + address)
        assert_fits(phone)
    assert phone.complaints == []


def test_an_empty_network_leads_to_the_first_person(desk, site):
    desk.goto(site + "/beheer/")
    assert_accessible(desk)
    desk.get_by_role("link", name="Persoon toevoegen", exact=True).click()
    desk.get_by_label("Voornaam").fill("Anna")
    desk.get_by_label("Achternaam").fill("Vos")
    desk.locator("#id_terms-0-start").fill("2026-01-01")
    desk.locator("#id_terms-0-end").fill("2099-01-01")
    desk.get_by_role("button", name="Opslaan", exact=True).click()
    desk.get_by_role("heading", name="Anna Vos", level=1).wait_for()
    desk.goto(site + "/beheer/")
    expect(desk.get_by_role("row", name="Anna Vos")).to_be_visible()
    assert desk.complaints == []


def test_a_morning_of_the_leader(desk, site, people, leader):
    desk.goto(site + "/beheer/")
    desk.get_by_role("link", name="met notitie: Anna Vos").click()
    desk.get_by_label("Wat er gezegd is").fill("Ze denkt na over een beurs.")
    desk.get_by_role("button", name="Gesprek vastleggen").click()
    desk.get_by_text("is vastgelegd").wait_for()
    expect(desk.get_by_role("button", name="Gebeld: Anna Vos")).to_have_count(0)

    desk.get_by_role("link", name="Beslissen: Anna Vos").click()
    desk.get_by_role("button", name="Pauze geven").click()
    desk.get_by_text("De pauze van Anna Vos is gegeven.").wait_for()

    desk.get_by_role("link", name="Invullen: Anna Vos").click()
    desk.get_by_label("Ondernemers in de zaal").fill("35")
    desk.get_by_role("button", name="Vastleggen").click()
    desk.get_by_text("Vastgelegd.").wait_for()

    desk.get_by_role("searchbox", name="Zoek een persoon, fan of podium").fill("anna")
    desk.keyboard.press("Enter")
    desk.get_by_role("link", name="Anna Vos").first.click()
    expect(desk.get_by_text("Ze denkt na over een beurs.")).to_be_visible()
    expect(desk.get_by_text("verhuizing")).to_be_visible()
    step, podium = ChaseStep.objects.get(), Podium.objects.get()
    assert (step.handled_by, podium.status, podium.audience) == (leader, "done", 35)
    assert people[0].pauses.count() == 1
    assert desk.complaints == []


def test_a_list_is_imported_after_a_look_at_it(desk, site, network, tmp_path):
    path = tmp_path / "mensen.csv"
    header = "email;first_name;last_name;term_start;term_end\n"
    path.write_text(header + "anna@x.example;Anna;Vos;01-01-2026;32-01-2029\n")
    desk.goto(site + reverse("admin:import_people"))
    desk.get_by_label("Bestand").set_input_files(path)
    desk.get_by_role("button", name="Laat zien wat er zou gebeuren").click()
    row = desk.get_by_role("row", name="2 term_end “32-01-2029” staat niet op de kalender.")
    expect(row).to_be_visible()
    assert_accessible(desk)
    path.write_text(header + "anna@x.example;Anna;Vos;01-01-2026;01-01-2099\n")
    desk.get_by_label("Bestand").set_input_files(path)
    desk.get_by_role("button", name="Laat zien wat er zou gebeuren").click()
    expect(desk.get_by_text("1 persoon toegevoegd")).to_be_visible()
    assert_accessible(desk)
    assert network.people.count() == 0
    desk.get_by_role("button", name="Importeren").click()
    desk.get_by_role("link", name="Anna Vos").wait_for()
    assert network.people.get().terms.get().start == date(2026, 1, 1)


def test_several_are_ticked_looked_at_and_changed(desk, site, people):
    desk.goto(site + reverse("admin:ambassadors_person_changelist"))
    desk.get_by_role("row", name="Anna Vos").get_by_role("checkbox").check()
    desk.get_by_role("row", name="Bert Vos").get_by_role("checkbox").check()
    desk.get_by_label("Met de aangevinkte rijen").select_option(label="Profieltype instellen …")
    desk.get_by_role("button", name="Eerst bekijken").click()
    expect(desk.get_by_role("listitem").filter(has_text="Anna Vos")).to_be_visible()
    assert_accessible(desk)
    desk.get_by_label("Profieltype").select_option("coach")
    desk.get_by_role("button", name="Profieltype instellen").click()
    desk.get_by_text("2 personen gewijzigd.").wait_for()
    for person, expected in zip(people, ("coach", "coach", ""), strict=True):
        person.refresh_from_db()
        assert person.profile_type == expected
