"""Signing in with a passkey, in a real browser with an authenticator that is there in software only."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from playwright.sync_api import expect

from network.actions import mailing
from network.models import Message

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ON_THE_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(live_server):
    return f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"


@pytest.fixture
def device(page):
    """The telephone's own authenticator: a finger that is always there and always right."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": ON_THE_DEVICE})
    return lambda command, **values: devtools.send(
        f"WebAuthn.{command}", {"authenticatorId": made["authenticatorId"], **values}
    )


def test_a_passkey_from_making_it_to_losing_it(page, device, site, ambassador):
    page.goto(site + reverse("account_login"))
    page.get_by_label("Je e-mailadres").fill(ambassador.email)
    page.get_by_role("button", name="Stuur me een code").click()
    page.wait_for_url("**/account/code/")
    code = mailing.contents(Message.objects.get(kind="sign_in"))["code"]
    page.locator("input[name=code]").fill(code)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(site + reverse("my_home"))

    page.goto(site + reverse("account"))
    page.get_by_role("link", name="Passkey maken").click()
    page.locator("main input[type=text]").fill("Mijn telefoon")
    page.get_by_role("button", name="Passkey maken").click()
    page.get_by_role("link", name="Ik heb ze bewaard").click()  # spare codes, for when the device is gone
    page.goto(site + reverse("account"))
    expect(page.locator("main")).to_contain_text("Mijn telefoon")
    kept = device("getCredentials")["credentials"]
    assert [(one["rpId"], one["isResidentCredential"]) for one in kept] == [("pioniers.localhost", True)]
    assert Authenticator.objects.get(user=ambassador.user, type="webauthn").wrap().name == "Mijn telefoon"
    told = Message.objects.filter(kind="account_notice", recipient=ambassador.email)
    assert {message.data["what"] for message in told} == {"passkey_added"}

    page.goto(site + reverse("account"))
    with page.expect_navigation():
        page.get_by_role("button", name="Uitloggen", exact=True).last.click()
    page.goto(site + reverse("my_years"))
    expect(page).to_have_url(re.compile("/account/login/"))
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url(site + reverse("my_years"))  # where they were going
    assert Message.objects.filter(kind="sign_in").count() == 1  # no second mail was needed

    page.goto(site + reverse("account"))
    with page.expect_navigation():
        page.get_by_role("button", name="Uitloggen", exact=True).last.click()
    page.goto(site + reverse("account_login"))
    device("setUserVerified", isUserVerified=False)
    device("clearCredentials")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    note = page.locator("#passkey-failed")
    expect(note).to_be_visible()
    expect(page.get_by_role("button", name="Stuur me een code")).to_be_visible()  # the other way in
