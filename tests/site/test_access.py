"""Every address, every role, GET and POST: nobody comes in who may not, and whoever may does."""

import copy
import re

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.site import walk
from tests.site.doors import ADMITTED, ALL, Door, Row
from tests.site.furniture import DRAFT
from tests.site.walk import Address
from tests.site.world import FOREIGN, LEADERS, OTHERS, World, build

ROLES = sorted(ALL)
NOT_MARKUP = re.compile(r"<(script|style|textarea)[ >].*?</\1>|<!--.*?-->|srcdoc=\"[^\"]*\"", re.S)
REFUSED = "refused"
NOT_THERE = (403, 404, 405, 410)  # 403: nobody may do that, whatever it is about
HERE_PEOPLE = ADMITTED[Door.PERSON]


@pytest.fixture
def world(today, network, other_network, media_folder) -> World:
    return build(network, other_network)


@pytest.fixture
def media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


class Written:
    """The tables written to, apart from the visit itself and the note of who took an export."""

    APART = ("django_session", "django_admin_log")

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, execute, sql, params, many, context):
        if found := re.match(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM|INSERT OR \w+ INTO) "?(\w+)', sql):
            self.tables |= {found[1]}.difference(self.APART)
        return execute(sql, params, many, context)


def ask(client: Client, method: str, url: str):
    """One request whose effect is undone, in the database and in the browser; and where it wrote."""
    kept = copy.deepcopy(client.cookies)
    written = Written()
    with transaction.atomic():
        with connection.execute_wrapper(written):
            response = getattr(client, method)(url)
            body = b"" if response.status_code == 302 else b"".join(response)
        transaction.set_rollback(True)
    client.cookies = kept
    return response, body.decode(errors="replace"), written.tables


def outcome(response) -> str:
    """`refused`, or the status with which somebody was let in."""
    if response.status_code in (401, 403):
        return REFUSED
    if response.status_code == 302 and re.match(r"/(account|beheer)/login/", response.url):
        return REFUSED
    return str(response.status_code)


def left_open(body: str) -> str:
    """Of a page: the parts that are opened and closed a different number of times."""
    text = NOT_MARKUP.sub("", body)
    names = ("div", "section", "main", "nav", "ul", "ol", "dl", "form", "fieldset", "details", "table")
    counts = {name: (len(re.findall(f"<{name}[ >]", text)), text.count(f"</{name}>")) for name in names}
    return ", ".join(f"{name} {one} {two}" for name, (one, two) in counts.items() if one != two)


def not_html(body: str) -> str:
    """Of a page: names given to two parts, and attributes that HTML does not know or cannot read."""
    text = NOT_MARKUP.sub("", body)
    ids = re.findall(r'\sid="([^"]+)"', text)
    twice = sorted({name for name in ids if ids.count(name) > 1})
    return ", ".join([*twice, *re.findall(r'\shx-[\w-]+|datetime="[^"]*\.\d{6}[^"]*"', text)])


def rows_with_address() -> list[tuple[Address, Row]]:
    rows = walk.all_rows()
    return [
        (address, rows[address.name])
        for address in walk.addresses()
        if address.name in rows  # one without is another test's fault
    ]


def url_of(address: Address, row: Row, place, world: World) -> str:
    return address_of(address, row.values(place, world) if row.values else {}) + row.query


def address_of(address: Address, values: dict) -> str:
    with translation.override("nl"):
        return reverse(address.name, kwargs=values)


def nonsense(value: int | str) -> int | str:
    """What looks like a value and belongs to nothing."""
    return 1888 if value in range(1900, 2100) else 987_654 if isinstance(value, int) else "x" * len(value)


def test_every_address_has_a_row_and_every_row_an_address():
    names = {address.name for address in walk.addresses() if not walk.needs_no_row(address)}
    assert names == set(walk.all_rows())


def test_a_write_by_a_page_is_seen(world):
    with connection.execute_wrapper(written := Written()):
        world.here.network.save()
        type(world.here.network).objects.filter(pk=0).delete()
        Session.objects.filter(pk="").delete()
        type(world.here.network).objects.first()
    assert written.tables == {"network_network", "network_historicalnetwork"}


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_who_comes_in_where(world, role):
    wrong: list[str] = []
    client = world.client(role)
    for address, row in rows_with_address():
        if row.door == Door.GUARD:
            continue
        url = url_of(address, row, world.here, world)
        for method in ("get", "post"):
            response, body, written = ask(client, method, url)
            found = outcome(response)
            if method == "get" and written:  # looking changes nothing
                wrong.append(f"get {address.name}: {role} wrote to {', '.join(sorted(written))}")
            if (
                method == "get"
                and "text/html" in response.get("Content-Type", "")
                and (odd := left_open(body) or not_html(body))
            ):
                wrong.append(f"get {address.name}: {odd}")
            if response.status_code >= 500 and address.name != "readyz":
                wrong.append(f"{method} {address.name}: {response.status_code}")
            admitted = role in ADMITTED[row.door]
            standard_page = address.name.endswith(("_add", "_delete", "_change"))
            if not admitted and found not in (REFUSED, "405"):
                wrong.append(f"{method} {address.name}: {role} came in with {found}")
            elif admitted and row.own and role in HERE_PEOPLE - {"ambassador"}:
                if found not in ("404", "405"):
                    wrong.append(f"{method} {address.name}: {role} met what is another's with {found}")
            elif admitted and row.missing:
                if found not in ("404", "405", "302", "400"):
                    wrong.append(f"{method} {address.name}: {role} found nothing with {found}")
            elif admitted and found == REFUSED and not standard_page:
                wrong.append(f"{method} {address.name}: {role} was refused")
            elif (
                admitted and found == "404" and not standard_page and not (row.post_only and method == "get")
            ):
                wrong.append(f"{method} {address.name}: {role} got a 404")
            wrong += leaks(address, row, role, method, body)
    assert not wrong, "\n".join(["", *wrong])


def leaks(address: Address, row: Row, role: str, method: str, body: str) -> list[str]:
    """No marked text of another network, of the leaders or of another ambassador."""
    marks = {FOREIGN: role not in ("other_leader", "other_network_ambassador")}
    runs = role in ADMITTED[Door.RUNS]
    marks[LEADERS] = not runs
    marks[DRAFT] = not (runs or row.secret or role == "ambassador")
    marks[OTHERS] = not runs and role != "other_ambassador"
    return [
        f"{method} {address.name}: {role} sees {mark}"
        for mark, hidden in marks.items()
        if hidden and mark.lower() in body.lower()
    ]


def bare(body: str) -> str:
    """A page without what differs from request to request."""
    body = re.sub(r'nonce="[^"]*"|value="[A-Za-z0-9]{64}"', "", body)
    return re.sub(r"/[\w./-]*", "", body)


@pytest.mark.long
@pytest.mark.parametrize("role", ["leader", "superuser", "ambassador", "visitor"])
def test_what_is_another_networks_is_not_there(world, role):
    """A 404 with the body of any other 404; never a hint that it exists."""
    wrong: list[str] = []
    client = world.client(role)
    for address, row in rows_with_address():
        if row.values is None or row.missing or role not in ADMITTED[row.door]:
            continue
        here, there = (row.values(place, world) for place in (world.here, world.there))
        if here == there or (row.own and role != "ambassador"):
            continue
        nowhere = {name: nonsense(value) if value != here[name] else value for name, value in there.items()}
        for method in ("get", "post"):
            response, body, _written = ask(client, method, address_of(address, there))
            missing, missing_body, _written = ask(client, method, address_of(address, nowhere))
            if response.status_code != missing.status_code or response.status_code not in NOT_THERE:
                wrong.append(f"{method} {address.name}: {response.status_code}, not {missing.status_code}")
            elif response.status_code == 404 and bare(body) != bare(missing_body):
                wrong.append(f"{method} {address.name}: another 404 than that of what does not exist")
            wrong += leaks(address, row, role, method, body)
    assert not wrong, "\n".join(["", *wrong])


def test_without_a_token_nothing_is_taken(world):
    """A POST without the form's token is refused at every address."""
    wrong = []
    client = Client(enforce_csrf_checks=True, headers={"host": "pioniers.localhost"})  # as new at every `ask`
    for address, row in rows_with_address():
        if address.name == "mail_stop":  # the mail program of a reader knows no token; the address is one
            continue
        response, *_rest = ask(client, "post", url_of(address, row, world.here, world))
        if response.status_code not in (403, 405):
            wrong.append(f"{address.name}: {response.status_code}")
    assert not wrong, "\n".join(["", *wrong])
