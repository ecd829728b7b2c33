"""The address of a stranger: where the worker may go, how long and how much; with a real server."""

import gzip
import time
from collections.abc import Callable, Iterator

import pytest

from network.outside import MOST_BYTES, Fault, Fetched, Limits, Refused, fetch, is_public
from tests.network.strangers import BODY, Answer, drip_body, drip_headers, fault_of, say, sites


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2001:0:7f00:1::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "fc00::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff0e::1",
    ],
)
def test_nowhere_but_the_public_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a02:898::1"])
def test_public_addresses_are_open(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", Fault.ADDRESS),
        ("calendar", Fault.ADDRESS),
        ("file:///etc/passwd", Fault.ADDRESS),
        ("ftp://example.org/", Fault.ADDRESS),
        ("https://name:word@example.org/", Fault.ADDRESS),
        ("http://example.org:22/", Fault.ADDRESS),
        ("http://127.0.0.1/", Fault.PRIVATE),
        ("http://2130706433/", Fault.PRIVATE),
        ("http://0x7f.1/", Fault.PRIVATE),
        ("http://[::ffff:127.0.0.1]/", Fault.PRIVATE),
        ("webcal://localhost/agenda.ics", Fault.PRIVATE),
        (f"http://{'a' * 64}.example/", Fault.UNKNOWN),
    ],
)
def test_addresses_that_are_not_read(url, fault):
    with pytest.raises(Refused) as refused:
        fetch(url)
    assert refused.value.fault == fault


@pytest.fixture
def serve() -> Iterator[Callable[..., tuple[str, Limits]]]:
    with sites() as start:

        def start_open(answer: Answer, seconds: float = 5.0) -> tuple[str, Limits]:
            port, limits = start(answer, seconds=seconds)
            return f"http://127.0.0.1:{port}/agenda.ics", limits

        yield start_open


def test_what_stands_there_and_no_more_when_it_did_not_change(serve):
    asked = []

    def answer(site):
        asked.append(dict(site.headers))
        if site.headers.get("If-None-Match") == '"1"':
            return say(site, 304)
        return say(site, 200, BODY, ETag='"1"', Last_Modified="yesterday", Set_Cookie="a=b")

    url, limits = serve(answer)

    assert fetch(url, limits=limits) == Fetched(BODY, '"1"', "yesterday")
    assert fetch(url, etag='"1"', limits=limits) is None
    assert asked[0]["Host"] == url.split("/")[2]
    assert not [headers for headers in asked if "Cookie" in headers]


def test_a_packed_answer_is_unpacked(serve):
    url, limits = serve(lambda site: say(site, 200, gzip.compress(BODY), Content_Encoding="gzip"))
    assert fetch(url, limits=limits).body == BODY


@pytest.mark.parametrize(
    ("status", "fault"), [(401, Fault.CLOSED), (404, Fault.CLOSED), (304, Fault.ANSWER), (500, Fault.ANSWER)]
)
def test_a_site_that_says_no(serve, status, fault):
    url, limits = serve(lambda site: say(site, status))
    assert fault_of(url, limits) == fault


def test_one_megabyte_and_no_more(serve):
    sizes = iter([MOST_BYTES, MOST_BYTES + 1])
    url, limits = serve(lambda site: say(site, 200, b"x" * next(sizes)))
    assert len(fetch(url, limits=limits).body) == MOST_BYTES
    assert fault_of(url, limits) == Fault.BIG


def test_a_small_parcel_with_a_mountain_inside(serve):
    bomb = gzip.compress(b"\0" * 20 * MOST_BYTES)
    assert len(bomb) < MOST_BYTES / 10
    url, limits = serve(lambda site: say(site, 200, bomb, Content_Encoding="gzip"))
    assert fault_of(url, limits) == Fault.BIG


@pytest.mark.parametrize("drip", [drip_body, drip_headers])
def test_a_drip_is_cut_off(serve, drip, caplog):
    url, limits = serve(drip, seconds=0.4)
    begun = time.monotonic()
    assert fault_of(url, limits) == Fault.SLOW
    assert time.monotonic() - begun < 5, "the drip lasts ten seconds"
    assert url not in caplog.text, "the address of a calendar is often a secret"


def test_nonsense_instead_of_an_answer(serve):
    url, limits = serve(lambda site: site.wfile.write(b"hello\r\n\r\n"))
    assert fault_of(url, limits) == Fault.ANSWER


def test_an_answer_that_breaks_off(serve):
    def answer(site):
        site.send_response(200)
        site.send_header("Content-Length", "100")
        site.end_headers()
        site.wfile.write(BODY)

    url, limits = serve(answer)
    assert fault_of(url, limits) == Fault.ANSWER


@pytest.mark.parametrize(
    ("location", "fault"),
    [
        ("http://example.org/agenda.ics", Fault.ADDRESS),
        ("//localhost:{port}/agenda.ics", Fault.ELSEWHERE),
        ("http://127.0.0.1:22/", Fault.ADDRESS),
        ("file:///etc/passwd", Fault.ADDRESS),
        ("/agenda.ics", Fault.ELSEWHERE),
    ],
)
def test_sent_on_to_elsewhere_or_in_circles(serve, location, fault):
    url, limits = serve(
        lambda site: say(site, 302, Location=location.format(port=site.server.server_address[1]))
    )
    assert fault_of(url, limits) == fault


def test_sent_on_within_the_site(serve):
    def answer(site):
        if site.path == "/agenda.ics":
            return say(site, 301, Location="/new.ics")
        return say(site, 200, BODY)

    url, limits = serve(answer)
    assert fetch(url, limits=limits).body == BODY


def test_each_step_is_judged_again(serve):
    """The name leads to a public address first, and to our own house the second time."""
    url, limits = serve(lambda site: say(site, 302, Location="/next"))
    judged = iter([True, False])
    once = Limits(allows=lambda address: next(judged), ports=limits.ports)
    assert fault_of(url, once) == Fault.PRIVATE


def test_who_cannot_prove_the_name_is_not_read(serve):
    """A plain server where a secure one was asked for."""
    url, limits = serve(lambda site: say(site, 200, BODY))
    assert fault_of(url.replace("http:", "https:"), limits) == Fault.CERTIFICATE


def test_nobody_at_home(serve):
    _url, limits = serve(lambda site: None)
    other = Limits(allows=limits.allows, ports=frozenset({1}))
    assert fault_of("http://127.0.0.1:1/", other) == Fault.UNREACHABLE
