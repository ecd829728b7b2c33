"""The ways a mail can leave: a mail server, a provider, or a folder.

All follow one protocol. `hand_over` gets as far as it can without the mail being out, then asks `hand` for
leave: that commits "being handed over" to the database. From there on a mail may be out, and it is never
repeated by itself. EMAIL_URL chooses the way.
"""

import os
import re
import smtplib
import ssl
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings

from network.letter import Letter


class Outcome(StrEnum):
    SENT = "sent"
    AGAIN = "again"  # not out, try later
    FAILED = "failed"  # refused for good
    UNCERTAIN = "uncertain"  # out or not, nobody knows
    LOST = "lost"  # not out, and no longer ours to send


@dataclass(frozen=True)
class Result:
    outcome: Outcome
    error: str = ""


class Unreachable(Exception):
    """The server does not answer, or not sensibly: no mail was begun."""


class Route(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def is_open(self) -> bool: ...
    def open(self) -> None: ...
    def hand_over(self, letter: Letter, hand: Callable[[], bool]) -> Result: ...
    def close(self) -> None: ...


class BadAddress(ValueError):
    """EMAIL_URL that leads nowhere."""


def route(url: str | None = None) -> Route:
    url = settings.EMAIL_URL if url is None else url
    if not url:
        return FolderRoute(Path(settings.OUTBOX_FOLDER))
    parts = urlsplit(url)
    if parts.scheme == "folder":
        return FolderRoute(Path(unquote(parts.netloc + parts.path)))
    if parts.scheme in ("smtp", "smtp+tls", "smtp+ssl", "smtps"):
        return SmtpRoute(
            host=parts.hostname or "localhost",
            port=parts.port or {"smtp": 25, "smtp+tls": 587}.get(parts.scheme, 465),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            encryption={"smtp": "", "smtp+tls": "starttls"}.get(parts.scheme, "ssl"),
            greeting=parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost",
        )
    if parts.scheme in PROVIDERS:
        return ProviderRoute(parts.scheme, provider_options(url))
    raise BadAddress(
        f"EMAIL_URL begins with {parts.scheme!r}; known are smtp, folder, {', '.join(PROVIDERS)}."
    )


# --- A mail server --------------------------------------------------------------------------------------


@dataclass
class SmtpRoute:
    """Our own conversation, so that we know at which word it broke off."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    encryption: str = ""
    greeting: str = "localhost"  # our name; left to smtplib it is looked up at every connection
    timeout: float = 20  # seconds for each answer
    last_answer_timeout: float = 300  # the server may check the mail before it says yes
    _server: smtplib.SMTP | None = None

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def is_open(self) -> bool:
        return self._server is not None

    def open(self) -> None:
        try:
            if self.encryption == "ssl":
                server: smtplib.SMTP = smtplib.SMTP_SSL(
                    self.host,
                    self.port,
                    self.greeting,
                    timeout=self.timeout,
                    context=ssl.create_default_context(),
                )
            else:
                server = smtplib.SMTP(self.host, self.port, self.greeting, timeout=self.timeout)
            self._server = server
            server.ehlo_or_helo_if_needed()
            if self.encryption == "starttls":
                server.starttls(context=ssl.create_default_context())
                server.ehlo()
            if self.user:
                server.login(self.user, self.password)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise Unreachable(_short(error)) from error

    def hand_over(self, letter: Letter, hand: Callable[[], bool]) -> Result:
        assert self._server is not None
        try:
            for command in (f"MAIL FROM:<{letter.sender}>", f"RCPT TO:<{letter.recipient}>", "DATA"):
                code, answer = self._server.docmd(command)
                if code != 354 and not (200 <= code < 300 and command != "DATA"):
                    return self._refused(code, answer)
        except (OSError, smtplib.SMTPException, UnicodeEncodeError) as error:
            self.close()
            if isinstance(error, UnicodeEncodeError):
                return Result(Outcome.FAILED, "This address has letters that mail servers cannot read.")
            return Result(Outcome.AGAIN, _short(error))
        try:
            if not hand():
                self.close()  # the server throws away a mail without an end
                return Result(Outcome.LOST)
        except BaseException:
            self.close()
            raise
        return self._give_body(letter.as_bytes())

    def _give_body(self, data: bytes) -> Result:
        assert self._server is not None
        try:
            if self._server.sock is not None:
                self._server.sock.settimeout(self.last_answer_timeout)
            self._server.send(re.sub(rb"(?m)^\.", b"..", data) + b".\r\n")
            code, answer = self._server.getreply()
            if self._server.sock is not None:
                self._server.sock.settimeout(self.timeout)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            return Result(Outcome.UNCERTAIN, _short(error))
        if 200 <= code < 300:
            return Result(Outcome.SENT)
        if code < 400:
            self.close()
            return Result(Outcome.UNCERTAIN, _said(code, answer))
        return self._refused(code, answer)

    def _refused(self, code: int, answer: bytes) -> Result:
        try:
            if code == 421 or self._server is None or self._server.rset()[0] != 250:
                self.close()
        except (OSError, smtplib.SMTPException):
            self.close()
        return Result(Outcome.FAILED if 500 <= code < 600 else Outcome.AGAIN, _said(code, answer))

    def close(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()  # without QUIT: it may be the server that hangs


# --- A folder -------------------------------------------------------------------------------------------


@dataclass
class FolderRoute:
    """One .eml file for each mail, for one machine and for trying out."""

    folder: Path
    is_open: bool = False

    @property
    def name(self) -> str:
        return "folder"

    def open(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unreachable(_short(error)) from error
        self.is_open = True

    def hand_over(self, letter: Letter, hand: Callable[[], bool]) -> Result:
        try:
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(letter.as_bytes())
                    file.flush()
                    os.fsync(file.fileno())
                if not hand():
                    os.unlink(name)
                    return Result(Outcome.LOST)
                os.rename(name, self.folder / f"{letter.header('X-Outbox-Id')}.eml")
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            return Result(Outcome.AGAIN, _short(error))
        return Result(Outcome.SENT)

    def close(self) -> None:
        self.is_open = False


# --- A provider -----------------------------------------------------------------------------------------

# Scheme -> (back-end of anymail, which of its options the user part and the host of EMAIL_URL fill).
PROVIDERS: dict[str, tuple[str, str, str]] = {
    "brevo": ("brevo", "api_key", ""),
    "mailersend": ("mailersend", "api_token", ""),
    "mailgun": ("mailgun", "api_key", "sender_domain"),
    "mailjet": ("mailjet", "api_key", ""),
    "mandrill": ("mandrill", "api_key", ""),
    "postmark": ("postmark", "server_token", ""),
    "resend": ("resend", "api_key", ""),
    "scaleway": ("scaleway", "secret_key", ""),
    "sparkpost": ("sparkpost", "api_key", ""),
}


def provider_options(url: str) -> dict[str, str]:
    """postmark://TOKEN@  mailgun://KEY@mail.example.nl?api_url=…  mailjet://KEY:SECRET@"""
    parts = urlsplit(url)
    _backend, key, host = PROVIDERS[parts.scheme]
    options = {key: unquote(parts.username or "")}
    if parts.password:
        options["secret_key"] = unquote(parts.password)
    if host and parts.hostname:
        options[host] = parts.hostname
    return options | dict(parse_qsl(parts.query))


@dataclass
class ProviderRoute:
    """A mail provider's interface, through anymail."""

    name: str
    options: dict[str, Any]
    connection: Any = None

    @property
    def is_open(self) -> bool:
        return self.connection is not None

    def open(self) -> None:
        from django.core.mail import get_connection

        connection = get_connection(
            f"anymail.backends.{PROVIDERS[self.name][0]}.EmailBackend", **self.options
        )
        connection.open()
        self.connection = connection

    def hand_over(self, letter: Letter, hand: Callable[[], bool]) -> Result:
        from anymail.exceptions import (
            AnymailAPIError,
            AnymailConfigurationError,
            AnymailError,
            AnymailRecipientsRefused,
            AnymailSerializationError,
            AnymailUnsupportedFeature,
        )
        from requests import ConnectTimeout, RequestException

        mail = _django_mail(letter)
        if not hand():
            return Result(Outcome.LOST)
        try:
            self.connection.send_messages([mail])
        except AnymailAPIError as error:
            status = getattr(error, "status_code", None)
            if status in (429, 503):
                return Result(Outcome.AGAIN, f"{self.name}: {status}")
            if status is not None and 400 <= status < 500:
                return Result(Outcome.FAILED, f"{self.name}: {status}")
            if isinstance(error.__cause__, ConnectTimeout):
                return Result(Outcome.AGAIN, f"{self.name}: no connection")
            return Result(Outcome.UNCERTAIN, f"{self.name}: {status or 'no answer'}")
        except (
            AnymailConfigurationError,
            AnymailRecipientsRefused,
            AnymailSerializationError,
            AnymailUnsupportedFeature,
        ) as error:
            return Result(Outcome.FAILED, _short(error))
        except AnymailError as error:  # an answer nobody understands: it may be out
            return Result(Outcome.UNCERTAIN, _short(error))
        except (OSError, RequestException) as error:
            return Result(Outcome.UNCERTAIN, _short(error))
        return Result(Outcome.SENT)

    def close(self) -> None:
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()


def _django_mail(letter: Letter) -> Any:
    from email.header import decode_header, make_header

    from django.core.mail import EmailMultiAlternatives

    headers = dict(letter.headers)
    subject = str(make_header(decode_header(headers.pop("Subject"))))
    sender, recipient, reply_to = headers.pop("From"), headers.pop("To"), headers.pop("Reply-To", "")
    mail = EmailMultiAlternatives(
        subject, letter.text, sender, [recipient], reply_to=[reply_to] if reply_to else None, headers=headers
    )
    mail.attach_alternative(letter.html, "text/html")
    if letter.calendar:
        method, file = letter.calendar
        mail.attach("appointment.ics", file.decode(), f"text/calendar; method={method}")
    return mail


def _said(code: int, answer: bytes) -> str:
    return f"{code} {answer.decode(errors='replace')}"[:300]


def _short(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        answer = error.smtp_error
        return _said(error.smtp_code, answer if isinstance(answer, bytes) else answer.encode())
    return f"{type(error).__name__}: {error}"[:300]
