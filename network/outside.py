"""Reading one address of somebody else's on the internet, as a stranger we do not trust.

Who gives the address chooses where our worker goes, so it may go to public addresses only, and the address
that was judged is the address that is called: the name is looked up once. Why not simply `requests` is in
docs/decisions/0036.
"""

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Network, ip_address
from ssl import SSLError
from urllib.parse import urljoin

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.exceptions import SSLError as TLSError
from urllib3.util import Url, parse_url

SECONDS = 5.0
MOST_BYTES = 1_000_000
MOST_REDIRECTS = 3
PIECE = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNICAST = IPv6Network("2000::/3")
"""What is handed out as public IPv6; outside it lie the addresses with an IPv4 address inside them."""


class Fault(TextChoices):
    """Why nothing was read."""

    ADDRESS = "address", _("That is not a web address we can read. It begins with https:// or webcal://.")
    UNKNOWN = "unknown", _("Nothing is found at that address. Is the name right?")
    PRIVATE = "private", _("That address is not on the public internet, so we do not go there.")
    UNREACHABLE = "unreachable", _("Nobody answers at that address.")
    CERTIFICATE = "certificate", _("The site cannot prove that it is the site of that name.")
    SLOW = "slow", _("It takes longer than five seconds to answer.")
    BIG = "big", _("It is larger than one megabyte.")
    ELSEWHERE = "another_site", _("That address sends us on to another site. Give the last address itself.")
    CLOSED = "closed", _("The site does not let us read it. Is it shared with everybody?")
    ANSWER = "answer", _("The site gives an answer we can do nothing with.")


class Refused(Exception):
    """Nothing was read, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Fetched:
    """What stood there, and by what to ask next time whether it changed."""

    body: bytes
    etag: str
    last_modified: str


def is_public(address: str) -> bool:
    """May we go there? No address that leads to ourselves, our neighbours or an IPv4 address in disguise."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv4Address):
        return found.is_global and not found.is_multicast
    return found in UNICAST and found.is_global and found.sixtofour is None and found.teredo is None


@dataclass(frozen=True)
class Limits:
    """Where a reader may go and how long it may take."""

    allows: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset({80, 443})
    seconds: float = SECONDS


LIMITS = Limits()

# It writes the address of a site with odd headers into the log, and that of a calendar is often a secret.
logging.getLogger("urllib3.connection").setLevel(logging.ERROR)


def check(url: str) -> None:
    """Is it written as an address we could read? Goes nowhere. Raises Refused."""
    _place(url, LIMITS)


def fetch(url: str, *, etag: str = "", last_modified: str = "", limits: Limits = LIMITS) -> Fetched | None:
    """What stands at the address; None when it is what it was. Raises Refused."""
    ends = time.monotonic() + limits.seconds
    asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {
        "Accept": "text/calendar, */*;q=0.1",
        "Accept-Encoding": "gzip",
        "User-Agent": "Koploper",
        "Connection": "close",
        **{name: value for name, value in asked.items() if value},
    }
    place = _place(url, limits)
    for _turn in range(MOST_REDIRECTS + 1):
        with _answer(place, headers, ends, limits) as response:
            if response.status in REDIRECTS:
                place = _onward(place, response.headers.get("Location", ""), limits)
                continue
            if response.status == 304 and (etag or last_modified):
                return None
            if response.status in (401, 403, 404, 410):
                raise Refused(Fault.CLOSED)
            if response.status != 200:
                raise Refused(Fault.ANSWER)
            return Fetched(
                _body(response, ends),
                response.headers.get("ETag", "")[:200],
                response.headers.get("Last-Modified", "")[:60],
            )
    raise Refused(Fault.ELSEWHERE)


def _place(url: str, limits: Limits) -> Url:
    try:
        place = parse_url(url.strip())
    except LocationParseError:
        raise Refused(Fault.ADDRESS) from None
    if place.scheme == "webcal":
        place = place._replace(scheme="https")
    if place.scheme not in ("http", "https") or not place.host or place.auth is not None:
        raise Refused(Fault.ADDRESS)
    if _port(place) not in limits.ports:
        raise Refused(Fault.ADDRESS)
    return place


def _onward(place: Url, location: str, limits: Limits) -> Url:
    """The next address, on the same site and no less safe than this one."""
    onward = _place(urljoin(place.url, location), limits)
    if onward.host != place.host or (place.scheme, onward.scheme) == ("https", "http"):
        raise Refused(Fault.ELSEWHERE)
    return onward


def _port(place: Url) -> int:
    return place.port or (443 if place.scheme == "https" else 80)


def _addresses(place: Url, ends: float, limits: Limits) -> list[str]:
    """Where the name leads, as far as we may go there. A name server that dawdles is left waiting."""
    host, found = (place.host or "").strip("[]"), []

    def look_up() -> None:
        try:
            found.append(socket.getaddrinfo(host, _port(place), type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            found.append([])

    looking = threading.Thread(target=look_up, daemon=True)
    looking.start()
    looking.join(max(0.0, ends - time.monotonic()))
    if not found:
        raise Refused(Fault.SLOW)
    addresses = list(dict.fromkeys(str(row[4][0]) for row in found[0]))
    if not addresses:
        raise Refused(Fault.UNKNOWN)
    allowed = [address for address in addresses if limits.allows(address)]
    if not allowed:
        raise Refused(Fault.PRIVATE)
    return allowed


@contextmanager
def _answer(place: Url, headers: dict[str, str], ends: float, limits: Limits) -> Iterator[BaseHTTPResponse]:
    """The answer of the site. Past the end of the time the line is cut, however slowly it drips."""
    connection = _connected(place, ends, limits)
    line = connection.sock
    cut = threading.Timer(max(0.0, ends - time.monotonic()), _hang_up, [line])
    cut.daemon = True
    cut.start()
    try:
        connection.request(
            "GET", place.request_uri, headers={"Host": place.netloc or "", **headers}, preload_content=False
        )
        with closing(connection.getresponse()) as response:
            yield response
    except (OSError, HTTPError, HTTPException, ValueError):
        raise Refused(Fault.SLOW if time.monotonic() >= ends else Fault.ANSWER) from None
    finally:
        cut.cancel()
        connection.close()


def _connected(place: Url, ends: float, limits: Limits) -> HTTPConnection:
    host = (place.host or "").strip("[]")
    for address in _addresses(place, ends, limits):
        left = ends - time.monotonic()
        if left <= 0:
            raise Refused(Fault.SLOW)
        if place.scheme == "https":
            connection: HTTPConnection = HTTPSConnection(
                address, _port(place), timeout=left, cert_reqs="CERT_REQUIRED", server_hostname=host
            )
        else:
            connection = HTTPConnection(address, _port(place), timeout=left)
        try:
            connection.connect()
        except (SSLError, TLSError):
            connection.close()
            raise Refused(Fault.CERTIFICATE) from None
        except (OSError, HTTPError):
            connection.close()
            continue
        return connection
    raise Refused(Fault.SLOW if time.monotonic() >= ends else Fault.UNREACHABLE)


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):  # it was over already
        line.shutdown(socket.SHUT_RDWR)


def _body(response: BaseHTTPResponse, ends: float) -> bytes:
    """All of it, counted after unpacking: a small parcel can hold a mountain."""
    body = bytearray()
    while piece := response.read(PIECE, decode_content=True):
        body += piece
        if len(body) > MOST_BYTES:
            raise Refused(Fault.BIG)
    if time.monotonic() >= ends:
        raise Refused(Fault.SLOW)
    return bytes(body)
