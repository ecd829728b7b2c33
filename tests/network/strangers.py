"""Sites of strangers: real servers here that answer well, badly or slowly, and how a reading ends."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from network.outside import Fault, Limits, Refused, fetch

BODY = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A reader that hangs up halfway is what these tests want."""


@contextmanager
def sites() -> Iterator[Callable[..., tuple[int, Limits]]]:
    """What starts a site with its answer, behind TLS where it gets a context: its port, and limits that let
    it be read.
    """
    running: list[Server] = []

    def start(
        answer: Answer, *, seconds: float = 5.0, context: ssl.SSLContext | None = None
    ) -> tuple[int, Limits]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with suppress(OSError):  # the reader hung up, as it should
                    answer(self)

            def log_message(self, *words) -> None:
                pass

        server = Server(("127.0.0.1", 0), Handler)
        if context:
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        running.append(server)
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        port = server.server_address[1]
        return port, Limits(allows={"127.0.0.1"}.__contains__, ports=frozenset({port}), seconds=seconds)

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def say(site: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    site.send_response(status)
    for name, value in headers.items():
        site.send_header(name.replace("_", "-"), value)
    site.send_header("Content-Length", str(len(body)))
    site.end_headers()
    site.wfile.write(body)


def drip_body(site: BaseHTTPRequestHandler) -> None:
    site.send_response(200)
    site.end_headers()
    for _ in range(200):
        site.wfile.write(b"x")
        time.sleep(0.05)


def drip_headers(site: BaseHTTPRequestHandler) -> None:
    site.wfile.write(b"HTTP/1.0 200 OK\r\n")
    for _ in range(200):
        site.wfile.write(b"X")
        time.sleep(0.05)


def fault_of(url: str, limits: Limits) -> Fault:
    with pytest.raises(Refused) as refused:
        fetch(url, limits=limits)
    assert str(refused.value.fault.label)
    return refused.value.fault
