"""Pages that open by a secret address. Opening one changes nothing: mail scanners open links too.

That such an address goes to no other site and its page is kept nowhere, is seen to by `config.headers`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.links import Expired
from network.models import Network

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Over:
    """What somebody reads whose link no longer works, and where they can go on."""

    gone: Promise  # it never was a link, or what it led to is no longer there
    expired: Promise | None = None  # it was one, too long ago; None: as `gone`
    onward: tuple[Promise, str] | None = None  # words of a button, name of an address

    def page(self, request: HttpRequest, *, expired: bool = False) -> HttpResponse:
        why = (expired and self.expired) or self.gone
        context = {"why": why, "onward": self.onward}
        return render(request, "network/public/link_over.html", context, status=410 if expired else 404)


LINK_OVER = Over(
    _("Perhaps a part of the address was lost on the way, or its time is over. Ask us for a new one.")
)


def by_link(
    find: Callable[[Network, str], Any], *, language: Callable[[Any], str], over: Over = LINK_OVER
) -> Callable[[View], View]:
    """The door: what the link is about, in the language of its reader.

    `find` gives None for what is no link of this network, and may raise Expired; then `over` says so.
    """

    def door(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, token: str) -> HttpResponse:
            try:
                found = find(request.network, token)
            except Expired:
                return over.page(request, expired=True)
            if found is None:
                return over.page(request)
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
