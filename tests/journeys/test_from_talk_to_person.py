"""From a talk to a person: what a visitor does on a phone; and an ambassador signs in by the mailed code."""

import re
from email import message_from_bytes
from email.policy import default

import pytest
from playwright.sync_api import expect

from network.actions import sending

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_from_the_promise_to_a_person(demo, page, at):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(at)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Anders organiseren begint met een goed verhaal."
    )
    for figure in ("12", "38", "1.775"):
        expect(page.get_by_text(figure, exact=True).first).to_be_visible()
    page.get_by_role("link", name="pioniers", exact=False).filter(has_text="Alle").first.click()
    page.wait_for_url("**/pioniers/")
    page.get_by_role("link", name="Marleen Oosterveld").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marleen Oosterveld")
    expect(page.locator("main")).to_contain_text("We gaven het rooster uit handen.")
    assert {url.split("/")[2].split(":")[0] for url in asked} == {"pioniers.localhost"}
    assert page.context.cookies() == []


def test_signing_in_with_the_code_of_the_mail(demo, page, at, settings):
    page.goto(f"{at}/mijn/")
    page.get_by_label(re.compile("E-mailadres", re.IGNORECASE)).fill("marleen@zorggroep-vechtstroom.example")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/account/code/")
    sending.sweep()
    letters = [
        message_from_bytes(mail.read_bytes(), policy=default) for mail in settings.OUTBOX_FOLDER.iterdir()
    ]
    (letter,) = (one for one in letters if "marleen@" in one["To"] and "code" in one["Subject"].lower())
    code = re.search(r"(?<!\d)(\d{6})(?!\d)", letter.get_body(("plain",)).get_content())
    assert code, letter
    page.locator("main input[inputmode=numeric], main input[name=code]").first.fill(code[1])
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("Podium vastleggen")
    expect(page).to_have_url(f"{at}/mijn/")
