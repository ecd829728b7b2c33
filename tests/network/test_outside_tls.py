"""The address of a stranger over a closed line: who the site says it is, is judged for real."""

import gzip
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from network.outside import MOST_BYTES, Fault, Limits, fetch
from tests.certificates import DAY, Certificate, certificate
from tests.network.strangers import BODY, Answer, drip_body, drip_headers, fault_of, say, sites


@pytest.fixture(scope="module")
def authority() -> Certificate:
    return certificate("Authority of these tests")


@pytest.fixture(autouse=True)
def trusted(authority, tmp_path, monkeypatch):
    """The machine trusts this authority and no other."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.write(tmp_path / "authority.pem")))


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., tuple[str, Limits]]]:
    with sites() as start:

        def start_closed(shown: Certificate, answer: Answer, seconds: float = 5.0) -> tuple[str, Limits]:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(shown.write(tmp_path / "site.pem"))
            port, limits = start(answer, seconds=seconds, context=context)
            return f"https://localhost:{port}/agenda.ics", limits

        yield start_closed


def _calendar(site: BaseHTTPRequestHandler) -> None:
    say(site, 200, BODY)


@pytest.mark.parametrize("scheme", ["https", "webcal"])
def test_a_site_that_proves_its_name_is_read(serve, authority, scheme):
    url, limits = serve(certificate("localhost", by=authority), _calendar)
    found = fetch(url.replace("https", scheme), limits=limits)
    assert found is not None
    assert found.body == BODY


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param({"host": "agenda.example"}, id="of another site"),
        pytest.param({"host": "localhost", "names": ("agenda.example",)}, id="the name as a title only"),
        pytest.param({"host": "localhost", "names": ()}, id="good for no name"),
        pytest.param({"host": "localhost.example"}, id="a name that begins the same"),
        pytest.param({"host": "localhost", "begins": -3 * DAY, "ends": -DAY}, id="over"),
        pytest.param({"host": "localhost", "begins": DAY, "ends": 2 * DAY}, id="not yet"),
    ],
)
def test_a_certificate_for_something_else(serve, authority, shown):
    asked = []
    url, limits = serve(certificate(**shown, by=authority), asked.append)
    assert fault_of(url, limits) == Fault.CERTIFICATE
    assert not asked, "nothing is asked of who cannot prove the name: the address itself may be a secret"


def test_a_certificate_that_vouches_for_itself(serve):
    url, limits = serve(certificate("localhost"), _calendar)
    assert fault_of(url, limits) == Fault.CERTIFICATE


def test_a_certificate_of_an_authority_nobody_knows(serve):
    url, limits = serve(certificate("localhost", by=certificate("Somebody")), _calendar)
    assert fault_of(url, limits) == Fault.CERTIFICATE


def test_a_number_is_not_the_name(serve, authority):
    """Calling the judged number does not mean that its certificate has to be for that number, or may be."""
    url, limits = serve(certificate("localhost", by=authority), _calendar)
    assert fault_of(url.replace("localhost", "127.0.0.1"), limits) == Fault.CERTIFICATE


@pytest.mark.parametrize(
    ("location", "fault"),
    [
        ("https://127.0.0.1:{port}/agenda.ics", Fault.ELSEWHERE),
        ("https://agenda.example:{port}/agenda.ics", Fault.ELSEWHERE),
        ("http://localhost:{port}/agenda.ics", Fault.ELSEWHERE),
        ("https://169.254.169.254/latest", Fault.ADDRESS),
    ],
)
def test_sent_on_to_another_site_or_an_open_line(serve, authority, location, fault):
    asked = []

    def answer(site):
        asked.append(site.path)
        say(site, 302, Location=location.format(port=site.server.server_address[1]))

    url, limits = serve(certificate("localhost", by=authority), answer)
    assert fault_of(url, limits) == fault
    assert asked == ["/agenda.ics"]


def test_sent_on_within_the_site_it_is_judged_again(serve, authority):
    url, limits = serve(
        certificate("localhost", by=authority),
        lambda site: say(site, 302, Location="/") if site.path != "/" else _calendar(site),
    )
    found = fetch(url, limits=limits)
    assert found is not None
    assert found.body == BODY
    judged = iter([True, False])
    once = Limits(allows=lambda address: address == "127.0.0.1" and next(judged), ports=limits.ports)
    assert fault_of(url, once) == Fault.PRIVATE


@pytest.mark.parametrize("drip", [drip_body, drip_headers])
def test_a_drip_is_cut_off(serve, authority, drip):
    url, limits = serve(certificate("localhost", by=authority), drip, seconds=0.5)
    begun = time.monotonic()
    assert fault_of(url, limits) == Fault.SLOW
    assert time.monotonic() - begun < 5, "the drip lasts ten seconds"


def test_a_hand_that_is_never_shaken():
    """The line is there, and nobody says who they are."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        limits = Limits(allows={"127.0.0.1"}.__contains__, ports=frozenset({port}), seconds=0.5)
        assert fault_of(f"https://localhost:{port}/", limits) == Fault.SLOW


def test_a_small_parcel_with_a_mountain_inside(serve, authority):
    bomb = gzip.compress(b"\0" * 20 * MOST_BYTES)
    url, limits = serve(
        certificate("localhost", by=authority), lambda site: say(site, 200, bomb, Content_Encoding="gzip")
    )
    assert fault_of(url, limits) == Fault.BIG
