"""Mail over a closed line: STARTTLS and TLS from the start, with a certificate that is judged for real."""

import ssl
from contextlib import contextmanager

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from network.actions import mailing, sending
from network.models import MailServer, Message
from tests import certificates, servers

State = Message.State
USER, PASSWORD = b"koploper", b"een lang geheim"

# aiosmtpd cannot know that its line is closed from the start.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS"),
]


class Sink:
    """What arrived, and over which line."""

    def __init__(self) -> None:
        self.mails: list[tuple[bool, bytes | None]] = []
        self.logins: list[bytes] = []

    async def handle_DATA(self, server, session, envelope):
        login = session.auth_data.login if session.auth_data else None
        over_tls = server.transport.get_extra_info("sslcontext") is not None
        self.mails.append((over_tls, login))
        return "250 taken"

    def authenticate(self, server, session, envelope, mechanism, given):
        self.logins.append(given.login)
        known = (given.login, given.password) == (USER, PASSWORD)
        return AuthResult(success=known, handled=known, auth_data=given)  # not handled: the server says 535


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A throw-away certificate for localhost, signed by itself: its file with the key."""
    return certificates.certificate("localhost").write(tmp_path_factory.mktemp("tls") / "localhost.pem")


@pytest.fixture
def trusted(certificate, monkeypatch):
    """The machine trusts the certificate, as it would one of a known authority."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.fixture
def start(certificate):
    """Starts a mail server on localhost: "starttls", "tls" or "open"; gives what it takes and its port."""

    @contextmanager
    def serve(line: str):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        sink, port = Sink(), servers.free_port()
        options: dict = {"authenticator": sink.authenticate, "auth_required": True}
        if line == "starttls":
            options |= {"tls_context": context, "require_starttls": True}
        elif line == "tls":
            options |= {"ssl_context": context, "auth_require_tls": False}
        else:
            options |= {"auth_require_tls": False}
        server = Controller(sink, hostname="localhost", port=port, **options)
        server.start()
        try:
            yield sink, port
        finally:
            server.stop()

    return serve


def post(network) -> Message:
    message = mailing.post(
        mailing.Mail(
            network=network,
            kind="letter",
            key="tls",
            to="marleen@bedrijf.example",
            subject="Dag",
            words="Dag!",
        )
    )
    assert message is not None
    return message


def address(scheme: str, port: int, password: str = "een%20lang%20geheim") -> str:
    return f"{scheme}://koploper:{password}@localhost:{port}"


@pytest.mark.parametrize(("line", "scheme"), [("starttls", "smtp+tls"), ("tls", "smtp+ssl")])
def test_a_mail_leaves_over_a_closed_line_with_name_and_password(
    network, settings, trusted, start, line, scheme
):
    message = post(network)
    with start(line) as (sink, port):
        settings.EMAIL_URL = address(scheme, port)
        assert sending.sweep() == sending.Tally(sent=1)
    assert sink.mails == [(True, USER)]
    message.refresh_from_db()
    assert message.state == State.SENT


def test_to_an_unknown_certificate_nothing_is_said(network, settings, start):
    """Somebody in between gets neither the mail nor the password; the mail waits."""
    message = post(network)
    with start("starttls") as (sink, port):
        settings.EMAIL_URL = address("smtp+tls", port)
        sending.sweep()
    assert (sink.mails, sink.logins) == ([], [])
    message.refresh_from_db()
    assert message.state == State.QUEUED
    assert "CERTIFICATE_VERIFY_FAILED" in MailServer.objects.get().last_error


def test_a_server_without_starttls_gets_nothing_in_the_open(network, settings, trusted, start):
    message = post(network)
    with start("open") as (sink, port):
        settings.EMAIL_URL = address("smtp+tls", port)
        sending.sweep()
    assert (sink.mails, sink.logins) == ([], [])
    message.refresh_from_db()
    assert message.state == State.QUEUED
    assert "STARTTLS" in MailServer.objects.get().last_error


def test_a_wrong_password_loses_no_mail_and_stands_in_no_row(network, settings, trusted, start):
    message = post(network)
    with start("starttls") as (sink, port):
        settings.EMAIL_URL = address("smtp+tls", port, password="verkeerd")
        sending.sweep()
        assert sink.logins
        assert sink.mails == []
    message.refresh_from_db()
    assert message.state == State.QUEUED
    assert "535" in MailServer.objects.get().last_error
    assert "verkeerd" not in MailServer.objects.get().last_error + message.last_error
