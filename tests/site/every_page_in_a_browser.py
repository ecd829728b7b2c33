"""Every address of a role in a real browser: WCAG 2.2 AA and no sideways scroll, at 320 and at 1280 px.

As it comes, with everything opened that can be opened, and after each of its forms was sent empty. It takes
many minutes, so it is no part of the tests: `make looks`, or `make looks ARGS="-k leader"`. A new address is
in it by its row in `addresses.py`.
"""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Page

from tests.site.doors import ADMITTED, Door
from tests.site.test_access import rows_with_address, url_of
from tests.site.world import World, build

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
WIDTHS = (320, 1280)
MOST_FORMS = 6  # of one page; more are rows of the same form
ENDS_THE_VISIT = ("account_logout", "end_other_sessions", "sign_in_link", "admin:logout")
SENDS_A_FILE = ("my_data",)
OPEN = """() => {
    const shut = [...document.querySelectorAll("main details:not([open]), header details:not([open])")];
    shut.forEach(one => { one.open = true; });
    document.querySelectorAll("[popover]").forEach(one => one.showPopover());
    return shut.length + document.querySelectorAll("[popover]").length;
}"""
FORMS = "main form[method=post]"
EMPTY_AND_SEND = """(number) => {
    const form = document.querySelectorAll("main form[method=post]")[number];
    for (const one of form.querySelectorAll("input:not([type=hidden]), textarea, select")) {
        if (one.type === "checkbox" || one.type === "radio") one.checked = false;
        else if (one.type !== "submit") one.value = "";
    }
    form.noValidate = true;
    form.requestSubmit(form.querySelector("button:not([type=button]), input[type=submit]"));
}"""


@pytest.fixture
def world(network, other_network, settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return build(network, other_network)


def own_addresses(world: World, role: str) -> Iterator[tuple[str, str]]:
    """The name and the address of what a role sees; what everybody sees is the visitor's."""
    for address, row in rows_with_address():
        if row.missing or row.post_only or row.door is Door.GUARD or address.name in ENDS_THE_VISIT:
            continue
        if role in ADMITTED[row.door] and (role == "visitor" or row.door is not Door.EVERYBODY):
            yield address.name, url_of(address, row, world.here, world)


def faults(page: Page, axe: Axe, what: str) -> list[str]:
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append(f"{what}: {wide} px wide at {width}")
        for violation in axe.run(page, options=WCAG).response["violations"]:
            places = [node["html"][:100] for node in violation["nodes"][:3]]
            found.append(f"{what} at {width}: {violation['id']} {places}")
    return found


def is_a_page(client: Client, path: str) -> bool:
    """Not a file, nor a part that a script fetches."""
    answer = client.get(path)
    return (
        answer.status_code == 200
        and "text/html" in answer.headers["Content-Type"]
        and b"<html" in b"".join(answer)
    )


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("role", ["visitor", "ambassador", "honorary", "candidate", "client", "leader"])
def test_every_page_of(role, colours, browser, browser_context_args, live_server, world):
    at = f"http://pioniers.localhost:{live_server.url.rpartition(':')[2]}"
    context = browser.new_context(**browser_context_args, color_scheme=colours)
    client = world.client(role)
    if role != "visitor":
        session = client.session
        session["account_authentication_methods"][0]["at"] += 24 * 3600  # the walk outlasts a second factor
        session.save()
        context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": at}])
    page, axe = context.new_page(), Axe()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: None if asked.url.startswith((at, "data:", "blob:", "about:"))
            else wrong.append(f"{page.url} asks {asked.url}"))  # fmt: skip
    pages = [(name, at + path) for name, path in own_addresses(world, role) if is_a_page(client, path)]
    assert len(pages) > 3
    for name, url in pages:
        page.goto(url)
        wrong += faults(page, axe, name)
        if page.evaluate(OPEN):
            wrong += faults(page, axe, f"{name}, opened")
    for name, url in pages if colours == "light" else []:  # last, for what is sent may change the pages
        if name in SENDS_A_FILE:
            continue
        page.goto(url)
        for number in range(min(page.locator(FORMS).count(), MOST_FORMS)):
            page.goto(url)
            if page.locator(FORMS).count() <= number:
                continue
            with page.expect_navigation() as sent:
                page.evaluate(EMPTY_AND_SEND, number)
            if sent.value is not None and sent.value.status in (200, 422):
                wrong += faults(page, axe, f"{name}, form {number + 1} sent empty")
    context.close()
    assert not wrong, "\n".join(["", *wrong])
