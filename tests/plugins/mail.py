"""A kind of mail to test with, and a real mail server to send it to."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import servers
from tests.plugins.services import wait_until


class MailServer:
    """A sink that runs, and what it took."""

    def __init__(self, port: int, log: Path) -> None:
        self.port, self.log = port, log
        self.url = f"smtp://127.0.0.1:{port}"

    def taken(self) -> list[str]:
        """The X-Outbox-Id of every mail it took, in order; twice when it came twice."""
        return [line.split()[0] for line in self.lines()]

    def lines(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def mail(self, message) -> bytes:
        return (self.log.parent / f"{message.pk}.eml").read_bytes()


@pytest.fixture
def start_mail_server(tmp_path) -> Iterator[Callable[..., MailServer]]:
    with ExitStack() as running:

        def start(mode: str = "", seconds: float = 0, port: int | None = None) -> MailServer:
            port = port or servers.free_port()
            folder = tmp_path / f"sink{port}"
            folder.mkdir(exist_ok=True)
            output = folder / "output"
            running.enter_context(
                servers.process(
                    "-m", "tests.mail_sink", str(port), str(folder / "taken"), mode, str(seconds), log=output
                )
            )
            wait_until(lambda: "listening" in output.read_text())
            return MailServer(port, folder / "taken")

        yield start


@pytest.fixture
def mail_server(start_mail_server, settings) -> MailServer:
    """A mail server that behaves, and the outbox set to it."""
    server = start_mail_server()
    settings.EMAIL_URL = server.url
    return server
