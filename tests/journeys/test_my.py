"""Mijn in a real browser at a phone's width: logging in two taps, nothing lost, usable by everybody."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from ambassadors.models import Appointment, AppointmentRound
from events import links
from events.actions import logging, preparing
from events.models import Contribution, Offer, Podium, PodiumRequest, Side
from network import clock
from tests.conftest import client_for, make_person

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def person(network):
    today = clock.today()
    return make_person(
        network, "Marleen", "Oosterveld", profile_type="teacher", themes=["zelfsturende teams"],
        quote="Vertrouwen is sneller dan toezicht.", publication_consent_at=clock.now(),
        term=(today - timedelta(days=200), today + timedelta(days=800)),
    )  # fmt: skip


@pytest.fixture
def site(live_server):
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"


@pytest.fixture
def signed_in(person, network, site):
    """Signs a browser context in."""

    def sign_in(context):
        session = client_for(person.user, network).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
        return context

    return sign_in


@pytest.fixture
def mijn(page, signed_in, site):
    """The first screen on a phone."""
    signed_in(page.context)
    page.goto(site + reverse("my_home"))
    return page


def expect_dots(page, said):
    expect(page.locator("main .dots svg").first).to_have_attribute("aria-label", said)


def choose(page, words):
    """Taps the words, as a thumb does; the mark itself is drawn by them, and may still be on the move."""
    page.locator("label", has_text=words).click()
    expect(page.get_by_label(words)).to_be_checked()


def fill_three(page, where="Ondernemend Twente"):
    choose(page, "Workshop")
    page.get_by_label("Bij wie of waar?").fill(where)


def test_a_podium_in_two_taps_and_three_fields(mijn, fan, person):
    expect_dots(mijn, "0 van 3 podia gedaan")
    mijn.get_by_role("link", name="Podium vastleggen").click()  # tap one
    expect(mijn.locator("form#podium-form [required]").first).to_be_attached()
    expect(mijn.get_by_label("Welke dag?")).to_be_hidden()
    fill_three(mijn)
    mijn.get_by_role("button", name="Vastleggen").click()  # tap two

    mijn.wait_for_url("**/vastgelegd/")
    expect_dots(mijn, "1 van 3 podia gedaan")
    podium = Podium.objects.get()
    assert (podium.kind, podium.date, podium.host, podium.status) == ("workshop", clock.today(), fan, "done")

    mijn.get_by_role("button", name="Foutje? Neem het terug").click()
    mijn.get_by_text("Dit podium telt niet mee").wait_for()
    expect_dots(mijn, "0 van 3 podia gedaan")


def test_one_to_come_is_agreed(mijn):
    mijn.get_by_role("link", name="Podium vastleggen").click()
    fill_three(mijn, "Boost")
    choose(mijn, "Andere dag")
    mijn.get_by_label("Welke dag?").fill(str(clock.today() + timedelta(days=9)))
    mijn.get_by_role("button", name="Vastleggen").click()

    mijn.get_by_text("Het moet nog komen en telt als afgesproken").wait_for()
    expect_dots(mijn, "0 van 3 podia gedaan, 1 afgesproken")


def test_what_is_typed_survives_closing_the_page(mijn, site):
    mijn.get_by_role("link", name="Podium vastleggen").click()
    fill_three(mijn, "Bij de bakker")
    mijn.get_by_text("Je concept is bewaard").wait_for()
    mijn.goto(site + reverse("my_home"))
    mijn.get_by_role("link", name="Je was nog aan het schrijven").click()

    expect(mijn.get_by_label("Bij wie of waar?")).to_have_value("Bij de bakker")
    expect(mijn.get_by_label("Workshop")).to_be_checked()


def test_what_is_typed_before_the_script_came_is_kept_too(mijn):
    held = []
    mijn.route("**/js/my*.js", lambda route: held.append(route))
    mijn.get_by_role("link", name="Podium vastleggen").click()
    fill_three(mijn, "Bij de bakker")
    held[0].continue_()
    expect(mijn.get_by_text("Je concept is bewaard")).to_be_visible()


def test_a_double_tap_and_the_back_button_make_one_podium(mijn):
    mijn.get_by_role("link", name="Podium vastleggen").click()
    fill_three(mijn, "Boost")
    mijn.evaluate("() => { const f = document.getElementById('podium-form'); f.submit(); f.submit(); }")
    mijn.wait_for_url("**/vastgelegd/")
    mijn.go_back()
    mijn.get_by_role("button", name="Vastleggen").wait_for()
    mijn.go_forward()
    mijn.wait_for_url("**/vastgelegd/")

    assert Podium.objects.count() == 1


def test_errors_are_read_out_and_lead_to_the_field(mijn):
    mijn.get_by_role("link", name="Podium vastleggen").click()
    mijn.locator("summary", has_text="Meer vertellen").click()
    mijn.get_by_label("Titel").fill("Zelf roosteren")
    mijn.get_by_role("button", name="Vastleggen").click()

    summary = mijn.locator("#errors")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Bij wie of waar?").click()
    expect(mijn.locator("#id_where")).to_be_focused()
    expect(mijn.get_by_label("Titel")).to_have_value("Zelf roosteren")
    assert not Axe().run(mijn, options=WCAG).response["violations"]


def test_with_the_keyboard_alone(mijn, site):
    mijn.goto(site + reverse("my_log_podium"))
    mijn.locator("input[name=kind]").first.focus()
    mijn.keyboard.press("Space")
    for _step in range(20):
        mijn.keyboard.press("Tab")
        if mijn.evaluate("document.activeElement.id") == "id_where":
            break
    mijn.keyboard.type("Boost")
    mijn.keyboard.press("Enter")
    mijn.wait_for_url("**/vastgelegd/")

    assert Podium.objects.get().host_name == "Boost"


def test_without_a_script(browser, browser_context_args, signed_in, site):
    context = signed_in(browser.new_context(**browser_context_args, java_script_enabled=False))
    page = context.new_page()
    page.goto(site + reverse("my_log_podium"))
    choose(page, "Workshop")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("#errors")).to_be_visible()
    expect(page.get_by_label("Workshop")).to_be_checked()
    page.get_by_label("Bij wie of waar?").fill("Boost")
    page.get_by_role("button", name="Vastleggen").click()
    page.wait_for_url("**/vastgelegd/")
    page.goto(site + reverse("my_profile"))
    page.get_by_label("Jouw uitspraak").fill("Gewoon doen.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("Gewoon doen.").first).to_be_visible()
    context.close()


def test_straight_from_the_mail(page, person, network, site):
    day = clock.today() - timedelta(days=1)
    podium = logging.log_podium(
        by=None,
        network=network,
        ambassadors=[person],
        kind="workshop",
        date=day,
        status="agreed",
        host_name="Boost",
    )
    page.goto(site + links.outcome_url(podium, person, "happened").partition("localhost")[2])
    page.get_by_label("Hoeveel ondernemers").fill("18")
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    page.get_by_text("Dit podium telt mee").wait_for()
    podium.refresh_from_db()
    assert (podium.status, podium.audience) == ("done", 18)


@pytest.fixture
def full(person, network, fan):
    """Something on every page."""
    today = clock.today()
    for offset, status in ((-40, "done"), (-2, "agreed"), (9, "agreed"), (30, "idea"), (-60, "cancelled")):
        podium = logging.log_podium(
            by=None, network=network, ambassadors=[person], kind="workshop", host=fan, audience=18,
            date=today + timedelta(days=offset), status=status,
        )  # fmt: skip
    PodiumRequest.objects.create(network=network, title="Nieuwjaarsbijeenkomst", kind="workshop", host=fan)
    Offer.objects.create(
        request=PodiumRequest.objects.create(network=network, title="Gevraagd", kind="panel"),
        person=person, words="Iets voor jou?", answer_before=today,
    )  # fmt: skip
    Contribution.objects.create(person=person, date=today, title="Hielp bij de bijeenkomst")
    made = AppointmentRound.objects.create(network=network, year=2025, ceremony_on=today)
    Appointment.objects.create(
        round=made, person=person, term=person.terms.get(), serial_number="PO-1", name="Marleen"
    )
    return podium


PAGES = [
    "my_home", "my_log_podium", "my_requests", "my_years", "my_contribution_new", "my_page", "my_profile",
    "my_company", "my_calendar_link", "my_plaques", "my_pause", "my_data",
]  # fmt: skip


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_for_everybody(browser, browser_context_args, signed_in, site, full, network, scheme):
    asked, named = PodiumRequest.objects.order_by("pk")
    offer = named.offers.get()
    full.status, full.date = "agreed", clock.today()
    full.save()
    file = preparing.open_file(full, by=None, request=asked)
    preparing.leave_note(file, side=Side.HOST, name="Bas", text="Tot dan")
    by_link = [
        links.request_url(asked), links.offer_url(offer), links.file_url(file),
        links.file_url(file, outcome=True),
    ]  # fmt: skip
    addresses = [reverse(name) for name in PAGES] + [
        reverse("my_podium_edit", args=[full.pk]),
        reverse("my_podium_done", args=[full.pk]),
        reverse("my_outcome", args=[full.pk]),
        reverse("my_want_request", args=[asked.pk]),
        reverse("my_offer", args=[offer.pk]),
        reverse("my_file", args=[full.pk]),
        reverse("event", args=[full.pk]),
        *("/" + url.partition("://")[2].partition("/")[2] for url in by_link),
    ]
    context = signed_in(browser.new_context(**browser_context_args, color_scheme=scheme))
    page = context.new_page()
    faults, said = [], []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for address in addresses:
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(site + address)
        for found in Axe().run(page, options=WCAG).response["violations"]:
            faults.append((address, found["id"], [node["html"][:120] for node in found["nodes"]]))
        page.set_viewport_size({"width": 320, "height": 700})
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            faults.append(
                (address, "wider than 320 px", page.evaluate("document.documentElement.scrollWidth"))
            )
    context.close()
    assert faults == []
    assert said == []
