"""A real mail server in a process of its own, that can be told to behave badly.

python -m tests.mail_sink PORT LOG [random] [SECONDS]   LOG gets a line for each mail that was taken: its
X-Outbox-Id, Message-ID and recipients. `random`: one in ten is refused for now (451), one in ten is taken
but the line is cut before the answer, one in ten is cut before it is taken.
"""

import asyncio
import random
import sys
from email import message_from_bytes
from pathlib import Path

from aiosmtpd.smtp import SMTP


class Sink:
    def __init__(self, log: Path, mode: str, seconds: float) -> None:
        self.log, self.mode, self.seconds = log, mode, seconds
        self.chance = random.Random(5)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such person"
        if address.startswith("later@"):
            return "451 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        draw = self.chance.random() if self.mode == "random" else 1
        await asyncio.sleep(self.seconds)
        if draw < 0.1:
            return "451 not now"
        if 0.1 <= draw < 0.2:
            server.transport.abort()
            return "451 never heard"
        self._take(envelope)
        if 0.2 <= draw < 0.3:
            server.transport.abort()
        return "250 taken"

    def _take(self, envelope) -> None:
        mail = message_from_bytes(envelope.original_content)
        with self.log.open("a") as log:
            log.write(f"{mail['X-Outbox-Id']} {mail['Message-ID']} {','.join(envelope.rcpt_tos)}\n")
        (self.log.parent / f"{mail['X-Outbox-Id']}.eml").write_bytes(envelope.original_content)


async def main(port: int, log: Path, mode: str = "", seconds: float = 0) -> None:
    sink = Sink(log, mode, seconds)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink, hostname="sink"), "127.0.0.1", port)
    print("listening", flush=True)  # noqa: T201
    await server.serve_forever()


if __name__ == "__main__":
    port, log, *rest = sys.argv[1:]
    mode = rest[0] if rest else ""
    asyncio.run(main(int(port), Path(log), mode, float(rest[1]) if rest[1:] else 0))
