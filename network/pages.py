"""Public pages are kept whole, in each process, until anything that visitors may see has changed.

A kept page counts only under the stamp (see `freshness`) and the day on which it was made, so a page never
outlives its truth, and reading it costs no SQL. A page says which parameters it reads; whatever else stands
behind the question mark makes no other page, so that nobody has one made again by adding to its address. Nor
is a page kept that was asked for with a value it does not know (page 99 of 3); and those with parameters, or
at another port, have a place of their own, so that they never push out the others.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode

from network import clock, freshness
from network.middleware import forget_networks, speaking_network_or_404

View = Callable[..., HttpResponse]

MOST_PAGES = 400
MOST_VARIANTS = 200
LONGEST_QUERY = 200


@dataclass(frozen=True)
class KeptPage:
    body: bytes
    small: bytes
    headers: dict[str, str]
    etag: str


Key = tuple[str, ...]

# What was asked for longest ago goes first. A page with parameters, or at a host name with a port, is a
# variant: anybody can make up thousands of those.
_plain: OrderedDict[Key, KeptPage] = OrderedDict()
_variants: OrderedDict[Key, KeptPage] = OrderedDict()
_reads: dict[str, tuple[str, ...]] = {}  # by path: what a page that was kept there reads
_lock = threading.Lock()


def public_page(*views: View, reads: tuple[str, ...] = ()) -> Any:
    """A page that is the same for every visitor and may be kept; only in languages the network speaks.

    `reads`: the parameters that make a difference; the view sees no others.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            speaking_network_or_404(request)
            _leave_only(request, reads)
            response = view(request, *args, **kwargs)
            if getattr(request, "is_known", True):
                response.keep_page = reads  # type: ignore[attr-defined]
            return response

        return page

    return decorate(*views) if views else decorate


def keep_if_known(request: HttpRequest, values: Mapping[str, Collection[str]]) -> None:
    """For a view to say which values of its parameters lead anywhere; asked with another, it is not kept."""
    request.is_known = all(  # type: ignore[attr-defined]
        request.GET.get(name, "") in ("", *known) for name, known in values.items()
    )


def numbers(page: "Page[Any]") -> list[str]:
    """Every page there is, as it stands in an address."""
    return [str(number) for number in page.paginator.page_range]


def _leave_only(request: HttpRequest, reads: tuple[str, ...]) -> None:
    """No page may repeat in its links what it was not asked to read: it is kept for everybody."""
    query = _what_counts(request, reads)
    request.META["QUERY_STRING"] = query
    request.GET = QueryDict(query, encoding=request.encoding)


def _what_counts(request: HttpRequest, reads: tuple[str, ...]) -> str:
    """The last value of every parameter that is read, in a fixed order."""
    return urlencode([(name, request.GET[name]) for name in reads if request.GET.get(name)])


def kept_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answer with a kept page where there is one, keep what a public page has made."""

    def middleware(request: HttpRequest) -> HttpResponse:
        stamp = freshness.stamp() if request.method in ("GET", "HEAD") else None
        if stamp is None:
            return get_response(request)
        _forget_older(stamp)
        known = _reads.get(request.path)
        page = None if known is None else _found(_key(request, stamp, known))
        if page is None:
            response = get_response(request)
            reads = getattr(response, "keep_page", None)
            if response.status_code != 200 or reads is None or response.cookies:
                return response
            key = _key(request, stamp, reads)
            if len(key[-1]) > LONGEST_QUERY:
                return response
            page = _keep(key, response)
            _reads[request.path] = reads
        return _answer(request, page)

    return middleware


def _key(request: HttpRequest, stamp: str, reads: tuple[str, ...]) -> Key:
    day, query = clock.today().isoformat(), _what_counts(request, reads)
    return (stamp, day, request.scheme or "", request.get_host(), request.path, query)


def _shelf(key: Key) -> tuple[OrderedDict[Key, KeptPage], int]:
    """Where a page is kept, and how many of them."""
    *_stamp_and_day, _scheme, host, _path, query = key
    return (_variants, MOST_VARIANTS) if query or ":" in host else (_plain, MOST_PAGES)


def _found(key: Key) -> KeptPage | None:
    shelf, _most = _shelf(key)
    with _lock:
        page = shelf.get(key)
        if page is not None:
            shelf.move_to_end(key)
    return page


def _forget_older(stamp: str) -> None:
    """What was made under another stamp will not be asked again."""
    with _lock:
        kept = [next(reversed(shelf))[0] for shelf in (_plain, _variants) if shelf]
    if any(one != stamp for one in kept):
        forget()


def forget() -> None:
    """In this process: no page, and no network by its host name."""
    with _lock:
        _plain.clear()
        _variants.clear()
        _reads.clear()
    forget_networks()


def _keep(key: Key, response: HttpResponse) -> KeptPage:
    headers = {
        name: value for name, value in response.items() if name not in ("Content-Length", "Set-Cookie")
    }
    headers["Cache-Control"] = "public, no-cache"
    body = response.content
    etag = f'"{hashlib.blake2s(body, digest_size=12).hexdigest()}"'
    page = KeptPage(body, gzip.compress(body, 6, mtime=0), headers, etag)
    shelf, most = _shelf(key)
    with _lock:
        shelf[key] = page
        while len(shelf) > most:
            shelf.popitem(last=False)
        if len(_reads) > MOST_PAGES * 10:
            _reads.clear()
    return page


def _answer(request: HttpRequest, page: KeptPage) -> HttpResponse:
    asked = request.headers.get("If-None-Match", "")
    if asked and page.etag in asked.replace("W/", "").replace("-gzip", ""):
        response: HttpResponse = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(page.small)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(page.body)
    content_encoding = response.headers.get("Content-Encoding")
    for name, value in page.headers.items():
        if response.status_code != 304 or name != "Content-Type":
            response.headers[name] = value
    response.headers["ETag"] = f"W/{page.etag}" if content_encoding else page.etag
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
