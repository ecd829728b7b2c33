"""Pages that open by a secret address. Opening one changes nothing: mail scanners open links too.

That such an address goes to no other site and its page is kept nowhere, is seen to by `config.headers`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from network.links import Expired
from network.models import Network

View = Callable[..., HttpResponse]


def by_link(
    find: Callable[[Network, str], Any], *, language: Callable[[Any], str], over: str
) -> Callable[[View], View]:
    """The door: what the link is about, in the language of its reader.

    `find` gives None for what is no link of this network, and may raise Expired; then `over` is shown, the
    template that says so, with `expired`.
    """

    def door(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, token: str) -> HttpResponse:
            try:
                found = find(request.network, token)
            except Expired:
                return render(request, over, {"expired": True}, status=410)
            if found is None:
                return render(request, over, {"expired": False}, status=404)
            with in_language(request, language(found)):
                return view(request, found)

        return guarded

    return door


@contextmanager
def in_language(request: HttpRequest, language: str) -> Iterator[None]:
    """Whoever opens it reads their own language, whatever the browser asks for."""
    with translation.override(language):
        request.LANGUAGE_CODE = language
        yield
