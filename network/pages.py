"""Public pages are kept whole, in each process, until anything that visitors may see has changed.

A kept page counts only under the stamp (see `freshness`) and the day on which it was made, so a page never
outlives its truth, and reading it costs no SQL.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

from network import clock, freshness
from network.middleware import forget_networks, speaking_network_or_404

View = Callable[..., HttpResponse]

MOST_PAGES = 400
LONGEST_QUERY = 200


@dataclass(frozen=True)
class KeptPage:
    body: bytes
    small: bytes
    headers: dict[str, str]
    etag: str


_kept: OrderedDict[tuple[str, ...], KeptPage] = OrderedDict()
_lock = threading.Lock()


def public_page(view: View) -> View:
    """A page that is the same for every visitor and may be kept; only in languages the network speaks."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        speaking_network_or_404(request)
        response = view(request, *args, **kwargs)
        response.keep_page = True  # type: ignore[attr-defined]
        return response

    return page


def kept_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answer with a kept page where there is one, keep what a public page has made."""

    def middleware(request: HttpRequest) -> HttpResponse:
        key = _key(request)
        if key is None:
            return get_response(request)
        page = _kept.get(key)
        if page is None:
            response = get_response(request)
            if response.status_code != 200 or not getattr(response, "keep_page", False) or response.cookies:
                return response
            page = _keep(key, response)
        return _answer(request, page)

    return middleware


def _key(request: HttpRequest) -> tuple[str, ...] | None:
    query = request.META.get("QUERY_STRING", "")
    if request.method not in ("GET", "HEAD") or len(query) > LONGEST_QUERY:
        return None
    now = freshness.stamp()
    if now is None:
        return None
    if _kept and next(reversed(_kept))[0] != now:
        forget()  # what was made under another stamp will not be asked again
    return (now, clock.today().isoformat(), f"{request.scheme}://{request.get_host()}", request.path, query)


def forget() -> None:
    """In this process: no page, and no network by its host name."""
    with _lock:
        _kept.clear()
    forget_networks()


def _keep(key: tuple[str, ...], response: HttpResponse) -> KeptPage:
    headers = {
        name: value for name, value in response.items() if name not in ("Content-Length", "Set-Cookie")
    }
    headers["Cache-Control"] = "public, no-cache"
    body = response.content
    etag = f'"{hashlib.blake2s(body, digest_size=12).hexdigest()}"'
    page = KeptPage(body, gzip.compress(body, 6, mtime=0), headers, etag)
    with _lock:
        _kept[key] = page
        while len(_kept) > MOST_PAGES:
            _kept.popitem(last=False)
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
