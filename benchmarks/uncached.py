"""The site as it is right after a change, for every reader anew: nothing that was kept counts."""

from collections.abc import Callable, Iterable
from typing import Any

from config.wsgi import application as site
from network import pages


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    pages.forget()
    return site(environ, start_response)
