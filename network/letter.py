"""A mail as it goes over the line: headers and both bodies, built by hand for speed."""

import base64
import hashlib
import quopri
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from email.utils import format_datetime, formataddr, parseaddr

from django.conf import settings
from django.utils import timezone

from network import links, messages
from network.actions.composing import Composed
from network.actions.mailing import refuse_line_breaks
from network.models import Message

SAFE_HEADER = 900  # a line of a mail may have 998 signs


@dataclass(frozen=True)
class Letter:
    """One mail to one person."""

    sender: str  # address only: the envelope
    recipient: str
    headers: Sequence[tuple[str, str]]
    text: str
    html: str
    calendar: tuple[str, bytes] | None = None  # method (REQUEST, CANCEL) and iCalendar file

    def header(self, name: str) -> str:
        return dict(self.headers)[name]

    def as_bytes(self) -> bytes:
        boundary = "=_" + hashlib.sha256(self.header("Message-ID").encode()).hexdigest()[:32]
        head = "".join(f"{name}: {value}\r\n" for name, value in self.headers)
        return (
            f"{head}MIME-Version: 1.0\r\n"
            f'Content-Type: multipart/alternative; boundary="{boundary}"\r\n\r\n'
            f"--{boundary}\r\n{_part('plain', self.text)}"
            f"--{boundary}\r\n{_part('html', self.html)}"
            f"{self._calendar_part(boundary)}--{boundary}--\r\n"
        ).encode("ascii")

    def _calendar_part(self, boundary: str) -> str:
        """The last alternative: a mail program that knows appointments shows it with the mail."""
        if self.calendar is None:
            return ""
        method, file = self.calendar
        encoded = base64.encodebytes(file).decode("ascii").replace("\n", "\r\n")
        return (
            f"--{boundary}\r\nContent-Type: text/calendar; charset=utf-8; method={method}\r\n"
            f"Content-Transfer-Encoding: base64\r\n\r\n{encoded}"
        )


def letter(message: Message, composed: Composed) -> Letter:
    network = message.network
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    kind = messages.kind_of(message.kind)
    headers = [
        ("From", _address(network.name, sender)),
        ("To", _address(message.recipient_name, message.recipient)),
        ("Subject", _words(composed.subject)),
        ("Date", format_datetime(timezone.now())),
        ("Message-ID", message.message_id),
        ("X-Outbox-Id", str(message.pk)),
        ("Auto-Submitted", "auto-generated"),
    ]
    if reply_to := message.reply_to or network.contact_email:
        headers.append(("Reply-To", _address("", reply_to)))
    if kind.stoppable:
        url = links.stop_url(network, message.recipient, kind.group.name)
        headers += [
            ("List-Unsubscribe", f"<{url}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ]
    for name, value in headers:
        refuse_line_breaks(value.replace("\r\n ", " ") if name == "Subject" else value)
    calendar = kind.calendar(message) if kind.calendar else None
    return Letter(sender, _ascii(message.recipient), headers, composed.text, composed.html, calendar)


def _address(name: str, address: str) -> str:
    refuse_line_breaks(name)
    return formataddr((name, _ascii(address)))


def _ascii(address: str) -> str:
    """The address with its domain as mail servers read it."""
    refuse_line_breaks(address)
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}" if not domain.isascii() else address


def _words(text: str) -> str:
    refuse_line_breaks(text)
    if text.isascii() and len(text) < SAFE_HEADER:
        return text
    return Header(text, "utf-8", maxlinelen=75, header_name="Subject").encode(linesep="\r\n")


def _part(subtype: str, content: str) -> str:
    encoded = quopri.encodestring("\r\n".join(content.splitlines()).encode() + b"\r\n").decode("ascii")
    return (
        f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + encoded.replace("\r\n", "\n").replace("\n", "\r\n")
    )
